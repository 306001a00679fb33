package dev.stockwright.mobile.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.mobile.harness.Phone;
import dev.stockwright.mobile.harness.Samples;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.Theme;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The feedback band on the handheld's real scene.
class BandOnTheScreenTest {
  private final Phone phone = new Phone(360, 720);

  @AfterEach
  void close() {
    phone.close();
  }

  @Test
  void h9EveryOutcomeHasAPictureWordsAndAColour() {
    for (Theme theme : Theme.values()) {
      phone.dress(theme, false);
      Set<String> pictures = new HashSet<>();
      Set<Object> colours = new HashSet<>();
      for (Signal signal : Signal.values()) {
        // A rejection stays in front of what is no answer to a scan.
        show(Optional.of(Samples.of(Signal.ACCEPT)));
        show(Optional.of(Samples.of(signal)));
        Region band = phone.window.find("band", Region.class);
        assertTrue(Headless.call(band::isVisible), signal::toString);
        pictures.add(Headless.call(() -> ((Glyph) band.lookup(".glyph")).outline()));
        colours.add(Headless.call(() -> band.getBackground().getFills().get(0).getFill()));
        String head = Headless.call(() -> ((Label) band.lookup(".band-head")).getText());
        assertFalse(head.isBlank(), signal::toString);
      }
      assertEquals(Signal.values().length, pictures.size(), "told apart without colour");
      // Complete and taken are one colour; the form is another.
      assertEquals(Signal.values().length - 1, colours.size(), theme::toString);
    }
  }

  @Test
  void h10ARejectionStaysUntilTheNextAcceptedScan() {
    show(Optional.of(Samples.rejected()));
    show(Optional.empty());
    assertEquals(Optional.of(Samples.rejected()), band());
    show(Optional.of(Samples.of(Signal.SYSTEM)));
    assertEquals(Optional.of(Samples.rejected()), band());
    phone.timePasses();
    assertEquals(Optional.of(Samples.rejected()), band());
    show(Optional.of(Samples.of(Signal.ACCEPT)));
    assertEquals(Optional.of(Samples.of(Signal.ACCEPT)), band());
  }

  @Test
  void h10ATapTakesARejectionAwayAndNothingElse() {
    show(Optional.of(Samples.of(Signal.ACCEPT)));
    tap();
    assertEquals(Optional.of(Samples.of(Signal.ACCEPT)), band());
    show(Optional.of(Samples.rejected()));
    tap();
    assertEquals(Optional.empty(), band());
    assertFalse(Headless.call(() -> phone.window.find("band", Region.class).isVisible()));
  }

  @Test
  void whatIsCompleteIsLargeForAMoment() {
    show(Optional.of(Samples.of(Signal.DONE)));
    Region band = phone.window.find("band", Region.class);
    assertEquals(112, Headless.call(band::getHeight), 0.5);
    phone.timePasses();
    assertEquals(76, Headless.call(band::getHeight), 0.5);
  }

  @Test
  void aTapOnTheNumberAsksForTheQuantity() {
    show(Optional.empty());
    tap("goods");
    assertEquals(List.of(new Input.Press(Key.QUANTITY)), phone.given);
    assertTrue(Headless.call(() -> phone.window.find("goods", Region.class).getHeight() >= 56));
  }

  private void show(Optional<Band> band) {
    Shown pick = Samples.pick();
    phone.show(new Shown(pick.card(), band, pick.last(), pick.sync(), 0, true));
  }

  private Optional<Band> band() {
    return Headless.call(phone.view::band);
  }

  private void tap() {
    tap("band");
  }

  private void tap(String id) {
    Region part = phone.window.find(id, Region.class);
    Headless.run(
        () ->
            part.fireEvent(
                new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null)));
    phone.window.settle();
  }
}
