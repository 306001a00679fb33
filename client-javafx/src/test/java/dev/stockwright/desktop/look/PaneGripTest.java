package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.MillionRows;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.ManualDelay;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaneGripTest {
  @Test
  @DisplayName("D13 The border of a pane is moved by keyboard, and the pane keeps its width")
  void theBorderOfAPaneIsMovedByKeyboard() {
    Floor floor = Headless.call(() -> new Floor(new MillionRows(1_000), new ManualDelay()));
    Headless window = Headless.show(floor::scene, 1000, 700);
    try {
      Headless.run(
          () -> {
            floor.shell.signedIn().set(true);
            floor.shell.section().set(Section.STOCK);
            floor.stock.start();
          });
      window.settle();
      Region drawer = window.find("drawer", Region.class);
      assertEquals(280, width(drawer));
      Headless.run(() -> window.find("stock-drawer", PaneGrip.class).requestFocus());
      window.press(KeyCode.LEFT);
      window.press(KeyCode.LEFT);
      assertEquals(312, width(drawer), "at the right a step to the left makes it wider");
      for (int i = 0; i < 40; i++) {
        window.press(KeyCode.LEFT);
      }
      assertEquals(370, width(drawer), "the middle keeps room");
      window.press(KeyCode.HOME);
      assertEquals(280, width(drawer));
    } finally {
      window.close();
    }
  }

  private static double width(Region pane) {
    return Headless.call(() -> (double) Math.round(pane.getWidth()));
  }
}
