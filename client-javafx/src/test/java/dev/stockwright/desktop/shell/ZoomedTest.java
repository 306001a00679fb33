package dev.stockwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.FloorPictures;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.fx.harness.Headless;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ZoomedTest {
  @Test
  @DisplayName("D13 Everything is drawn up to twice as large, as far as the window has room")
  void everythingGrowsAsFarAsTheWindowHasRoom() {
    Floor floor = FloorPictures.floor(Language.ENGLISH);
    Headless window = Headless.show(floor::scene, 1000, 700);
    for (int i = 0; i < 12; i++) {
      window.press(KeyCode.PLUS, "ctrl");
    }
    assertEquals("zoomed 200", floor.asked.lines().getLast());
    assertEquals(List.of(1500L, 1050L, 150L), reach(window, 1500, 1050));
    assertEquals(List.of(1000L, 700L, 100L), reach(window, 1000, 700));
    window.press(KeyCode.DIGIT0, "ctrl");
    window.press(KeyCode.MINUS, "ctrl");
    assertEquals("zoomed 90", floor.asked.lines().getLast());
    window.close();
  }

  /// How far to the right and down the status bar comes, and how large a letter is, in percent.
  private static List<Long> reach(Headless window, double width, double height) {
    return Headless.call(
        () -> {
          window.scene().getRoot().resize(width, height); // The headless screen ends at 1000.
          window.scene().getRoot().applyCss();
          window.scene().getRoot().layout();
          Node bar = window.scene().lookup("#status");
          var at = bar.localToScene(bar.getBoundsInLocal());
          double scale = bar.getLocalToSceneTransform().getMxx();
          return List.of(
              Math.round(at.getMaxX()), Math.round(at.getMaxY()), Math.round(scale * 100));
        });
  }
}
