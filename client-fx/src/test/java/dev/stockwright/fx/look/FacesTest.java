package dev.stockwright.fx.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.fx.harness.Headless;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stockwright Sans",
        "Stockwright Sans Medium",
        "Stockwright Code",
        "Stockwright Figures",
        "Stockwright Plate"
      })
  void allOurTypefacesAreThere(String family) {
    Headless.run(Faces::load);
    assertEquals(family, Headless.call(() -> Font.font(family, 14)).getFamily());
  }

  @Test
  void whatIsStrongHasACutOfItsOwn() {
    Headless.run(Faces::load);
    Font bold = Headless.call(() -> Font.font("Stockwright Sans", FontWeight.BOLD, 14));
    assertEquals("Bold", bold.getStyle());
  }
}
