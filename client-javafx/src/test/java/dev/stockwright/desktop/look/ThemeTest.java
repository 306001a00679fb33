package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
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
  void ctrlShiftLChangesTheThemeAtOnceAndBack() {
    Headless.run(() -> floor.look().choose(Theme.LIGHT));
    assertEquals(Color.web("#FFFFFF"), topBarColor());
    window.press(KeyCode.L, "ctrl", "shift");
    assertEquals(Theme.DARK, floor.look().theme().get());
    assertEquals(Color.web("#161C24"), topBarColor());
    window.press(KeyCode.L, "ctrl", "shift");
    assertEquals(Color.web("#FFFFFF"), topBarColor());
  }

  private Color topBarColor() {
    window.settle();
    return Headless.call(() -> floor.scene().snapshot(null).getPixelReader().getColor(500, 5));
  }
}
