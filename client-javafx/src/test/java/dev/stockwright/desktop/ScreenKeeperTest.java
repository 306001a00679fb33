package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.look.Theme;
import dev.stockwright.desktop.stock.StockQuery.Column;
import dev.stockwright.fx.harness.Headless;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenKeeperTest {
  private static final List<Rectangle2D> ONE_SCREEN = List.of(new Rectangle2D(0, 0, 1920, 1080));

  @TempDir private Path folder;

  @Test
  @DisplayName("D13 The screens are as they were left")
  void theScreensAreAsTheyWereLeft() throws InterruptedException {
    CountDownLatch hidden = new CountDownLatch(1);
    try (FloorApp app = app()) {
      Headless.run(
          () -> {
            DesktopMain.show(app, hidden::countDown);
            Stage stage = stage(app);
            stage.setX(0);
            stage.setY(20);
            stage.setWidth(1000);
            stage.setHeight(740);
            app.window().look().choose(Theme.DARK);
            app.stock().sort(Column.AVAILABLE, true);
            app.stock().hidden().add(Column.BLOCKED);
            stage.close();
          });
      assertTrue(hidden.await(20, TimeUnit.SECONDS), "the window was never closed");
    }
    try (FloorApp again = app()) {
      Headless.run(() -> DesktopMain.show(again, () -> {}));
      assertEquals(
          "0.0 20.0 1000.0 740.0",
          Headless.call(
              () -> {
                Stage stage = stage(again);
                return "%s %s %s %s"
                    .formatted(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
              }));
      assertEquals(Theme.DARK, Headless.call(() -> again.window().look().theme().get()));
      assertEquals(Column.AVAILABLE, Headless.call(() -> again.stock().query().get().sort()));
      assertTrue(Headless.call(() -> again.stock().query().get().descending()));
      assertEquals(List.of("Available DESCENDING"), Headless.call(() -> sorted(table(again))));
      assertFalse(Headless.call(() -> column(table(again), "Blocked").isVisible()));
      Headless.run(() -> stage(again).close());
    }
  }

  @Test
  void aWindowThatWasOnAScreenThatIsGoneIsNotOpenedOutOfReach() {
    assertTrue(ScreenKeeper.reachable(at(100, 50), ONE_SCREEN));
    assertFalse(ScreenKeeper.reachable(at(2_000, 50), ONE_SCREEN));
    assertFalse(ScreenKeeper.reachable(at(-950, 50), ONE_SCREEN));
    assertFalse(ScreenKeeper.reachable(at(100, -300), ONE_SCREEN));
    assertTrue(ScreenKeeper.reachable(at(1_750, 50), ONE_SCREEN), "enough of it can be grabbed");
  }

  @Test
  void aDamagedFileIsAsIfNobodyHadChosen() throws IOException {
    Path file = folder.resolve("screens.properties");
    Files.writeString(file, "window.width=NaN\nstock.sort=\\u00zz");
    assertEquals(ScreenMemory.NONE, ScreenMemory.read(file));
    Files.writeString(file, "window.width=NaN");
    assertEquals(ScreenMemory.NONE, ScreenMemory.read(file));
    Files.writeString(file, "stock.sort=colour\nstock.hidden=sku,taste");
    assertEquals(Set.of(Column.SKU), ScreenMemory.read(file).hidden());
    assertEquals(Optional.empty(), ScreenMemory.read(file).place());
  }

  private static ScreenMemory.Place at(double x, double y) {
    return new ScreenMemory.Place(x, y, 1_000, 700, false);
  }

  private static Stage stage(FloorApp app) {
    return (Stage) app.window().scene().getWindow();
  }

  private static TableView<?> table(FloorApp app) {
    Headless.run(
        () -> {
          app.shell().signedIn().set(true);
          app.shell().section().set(dev.stockwright.desktop.shell.Section.STOCK);
        });
    return (TableView<?>) app.window().scene().lookup("#stock-table");
  }

  private static List<String> sorted(TableView<?> table) {
    return table.getSortOrder().stream().map(c -> c.getText() + " " + c.getSortType()).toList();
  }

  private static TableColumn<?, ?> column(TableView<?> table, String head) {
    return table.getColumns().stream()
        .filter(c -> c.getText().equals(head))
        .findFirst()
        .orElseThrow();
  }

  private FloorApp app() {
    Headless.run(() -> {});
    return FloorApp.open(FloorOptions.of(URI.create("http://localhost:1"), folder));
  }
}
