package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.look.Theme;
import dev.stockwright.desktop.picking.BoardColumn;
import dev.stockwright.desktop.stock.StockQuery.Column;
import dev.stockwright.fx.harness.Headless;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
  @DisplayName("D13 Window, panes and the stock list come back with each person")
  void eachPersonFindsTheScreensAsTheyLeftThem() {
    try (FloorApp app = app()) {
      Headless.run(
          () -> {
            DesktopMain.show(app, () -> {});
            stage(app).setX(0);
            stage(app).setY(10);
            stage(app).setWidth(1200);
            stage(app).setHeight(720);
            app.keeper().came("ana");
            stage(app).setWidth(1010);
            app.stock().sort(Column.AVAILABLE, true);
            app.sections().board().sort(BoardColumn.DUE, true);
            app.window().grips().getFirst().chosen().set(OptionalDouble.of(222));
          });
      TableView<?> table = table(app);
      Headless.run(
          () -> {
            move(table, "Available", 0);
            widen(table, column(table, "SKU"));
            app.keeper().came("ben");
          });
      assertEquals("1200.0 product+ usual stage", Headless.call(() -> arranged(app)));
      Headless.run(
          () -> {
            stage(app).setWidth(1111);
            app.keeper().came("ana");
          });
      assertEquals("1010.0 available- 222.0 due-", Headless.call(() -> arranged(app)));
      Headless.run(() -> stage(app).close());
    }
    try (FloorApp again = app()) {
      Headless.run(() -> DesktopMain.show(again, () -> {}));
      assertEquals("1200.0 product+ usual stage", Headless.call(() -> arranged(again)));
      Headless.run(() -> again.keeper().came("ana"));
      assertEquals("1010.0 available- 222.0 due-", Headless.call(() -> arranged(again)));
      TableView<?> table = table(again);
      assertEquals("Available", Headless.call(() -> table.getColumns().getFirst().getText()));
      assertEquals(128, Headless.call(() -> again.stock().layout().widths().get(Column.SKU)));
      Headless.run(() -> again.keeper().came("ben"));
      assertEquals("1111.0 product+ usual stage", Headless.call(() -> arranged(again)));
      assertEquals("SKU", Headless.call(() -> table.getColumns().getFirst().getText()));
      Headless.run(() -> stage(again).close());
    }
  }

  private static String arranged(FloorApp app) {
    OptionalDouble pane = app.window().grips().getFirst().chosen().get();
    String columns = app.stock().layout().text();
    return stage(app).getWidth()
        + " "
        + columns.substring(0, columns.indexOf(' '))
        + " "
        + (pane.isPresent() ? String.valueOf(pane.getAsDouble()) : "usual")
        + " "
        + app.sections().board().sorting();
  }

  private static <T> void move(TableView<T> table, String head, int to) {
    List<TableColumn<T, ?>> columns = new ArrayList<>(table.getColumns());
    TableColumn<T, ?> moved =
        columns.stream().filter(c -> c.getText().equals(head)).findFirst().orElseThrow();
    columns.remove(moved);
    columns.add(to, moved);
    table.getColumns().setAll(columns);
  }

  /// By 30 pixels, as a drag of its border does it.
  @SuppressWarnings("unchecked") // Of the same table.
  private static <R> void widen(TableView<R> table, TableColumn<?, ?> column) {
    table.resizeColumn((TableColumn<R, ?>) column, 30);
  }

  @Test
  void aKeptPlaceThatMakesNoSenseIsNone() {
    assertEquals(Optional.of(at(100, 50)), WindowPlace.of(at(100, 50).text()));
    assertEquals(
        Optional.of(new WindowPlace(1, 2, 3, 4, true)), WindowPlace.of("1 2 3 4 maximized"));
    for (String text : List.of("", "1 2 3", "1 2 wide 4", "NaN 2 3 4", "1 2 3 Infinity")) {
      assertEquals(Optional.empty(), WindowPlace.of(text), text);
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
    assertEquals(Set.of(Column.SKU), ScreenMemory.read(file).stock().hidden());
    assertEquals(Optional.empty(), ScreenMemory.read(file).place());
  }

  private static WindowPlace at(double x, double y) {
    return new WindowPlace(x, y, 1_000, 700, false);
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
