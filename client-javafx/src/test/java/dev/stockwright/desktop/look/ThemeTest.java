package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private final Floor floor =
      Headless.call(() -> new Floor(Goods.stockOf(20), new ManualDelay()).working());
  private final Headless window = Headless.show(floor::scene, 1000, 700);

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  @DisplayName("D14 A choice changes the colours at once, and back")
  void ctrlShiftLChangesTheThemeAtOnceAndBack() {
    Headless.run(() -> floor.look().choose(Theme.LIGHT));
    assertEquals(Color.web("#FFFFFF"), topBarColor());
    window.press(KeyCode.L, "ctrl", "shift");
    assertEquals(Theme.DARK, floor.look().theme().get());
    assertEquals(Color.web("#161C24"), topBarColor());
    window.press(KeyCode.L, "ctrl", "shift");
    assertEquals(Color.web("#FFFFFF"), topBarColor());
  }

  @Test
  @DisplayName(
      "D14 Light and dark follow the system while it runs; a choice stays, the way back too")
  void lightAndDarkFollowTheSystemUntilSomebodyChooses() {
    SimpleObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.DARK);
    Group root = new Group();
    Look look = Headless.call(() -> new Look(new Scene(root), system));
    assertEquals(List.of("dark", "DARK"), shown(look, root));
    Headless.run(() -> system.set(ColorScheme.LIGHT));
    assertEquals(List.of("light", "LIGHT"), shown(look, root));
    Headless.run(() -> system.set(ColorScheme.DARK));
    assertEquals(List.of("dark", "DARK"), shown(look, root));

    Headless.run(() -> look.choose(Theme.LIGHT));
    Headless.run(() -> system.set(ColorScheme.LIGHT));
    Headless.run(() -> system.set(ColorScheme.DARK));
    assertEquals(List.of("light", "LIGHT"), shown(look, root));

    Headless.run(look::toggle);
    Headless.run(() -> system.set(ColorScheme.LIGHT));
    assertEquals(List.of("light", "LIGHT"), shown(look, root));
  }

  /// What the colours of the sheet go by, and the theme that Primer below is of.
  private static List<String> shown(Look look, Group root) {
    return Headless.call(
        () -> {
          boolean dark = root.getPseudoClassStates().contains(PseudoClass.getPseudoClass("dark"));
          assertEquals(look.theme().get().baseSheet(), root.getScene().getUserAgentStylesheet());
          return List.of(dark ? "dark" : "light", look.theme().get().name());
        });
  }

  /// Else every window that was ever open would stay in memory.
  @Test
  void theSystemsColoursKeepNoScene() {
    WeakReference<Scene> scene =
        new WeakReference<>(
            Headless.call(
                () -> {
                  Scene made = new Scene(new Group());
                  new Look(made).choose(Theme.DARK);
                  return made;
                }));
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (scene.get() != null && System.nanoTime() < end) {
      System.gc();
      window.settle();
    }
    assertNull(scene.get());
  }

  private Color topBarColor() {
    window.settle();
    return Headless.call(() -> floor.scene().snapshot(null).getPixelReader().getColor(500, 5));
  }
}
