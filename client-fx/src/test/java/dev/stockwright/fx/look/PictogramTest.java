package dev.stockwright.fx.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Icon;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.harness.Headless;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictogramTest {
  @ParameterizedTest
  @EnumSource(Pictogram.class)
  void everyPictogramHasAnOutline(Pictogram pictogram) {
    assertEquals('M', pictogram.outline().charAt(0));
  }

  @Test
  void noTwoSignalsShareAPictogram() {
    Set<Pictogram> pictograms = new HashSet<>();
    for (Signal signal : Signal.values()) {
      assertTrue(pictograms.add(Pictogram.of(signal)), signal::toString);
    }
  }

  @Test
  void whatACardSaysHasAPictogramOfTheSameSize() {
    Glyph glyph = Headless.call(() -> new Glyph(Pictogram.of(Icon.PLACE), 20));
    assertEquals(Pictogram.MAP_PIN.outline(), glyph.outline());
    Headless.run(() -> glyph.draw(Pictogram.of(Icon.HELP)));
    assertEquals(Pictogram.CIRCLE_HELP.outline(), glyph.outline());
    assertEquals(20, glyph.getPrefWidth());
  }
}
