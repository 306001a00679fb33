package dev.stockwright.client.workflow.putaway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.LocationCode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A bin that has a limit, and goods in it, as the device knows them: 24 hammers are in hand.
class FullBinTest {
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, InstantSource.fixed(Scenes.NOW));

  private static Place bin(String code, long capacity) {
    return new Place(
        new LocationCode(code),
        "A",
        "bin",
        90,
        Optional.empty(),
        Place.Mixing.ANY,
        Place.Gate.OPEN,
        Optional.of(capacity));
  }

  private static WrittenBooks books() {
    return PutAwaySite.books(
        bin("F-30", 30),
        bin("F-12", 12),
        bin("F-36", 36),
        PutAwaySite.pile(PutAwaySite.HAMMER, "F-30", Optional.empty(), Optional.empty()),
        PutAwaySite.pile(PutAwaySite.HAMMER, "F-12", Optional.empty(), Optional.empty()),
        PutAwaySite.pile(PutAwaySite.HAMMER, "F-36", Optional.empty(), Optional.empty()),
        PutAwaySite.reason("blocked", "Cannot be reached"));
  }

  private static Step<PutAwayState> at(String code, Scene scene, PutAwayState state) {
    Place place = scene.books().place(new LocationCode(code)).orElseThrow();
    return new PutAwayWorkflow().seen(state, new Sighting.AtPlace(place), scene);
  }

  private static PutAwayState inHand(Scene scene) {
    return PutAwaySite.UNIT_1.on(new PutAwayWorkflow(), PutAwayState.start(), scene).state();
  }

  @Test
  @DisplayName("H13 A full bin is refused with the reason and another one, on line and off")
  void aFullBinIsRefusedWithAnotherOne() {
    for (Scene scene : List.of(Scenes.online(books()), Scenes.offline(books()))) {
      PutAwayState held = inHand(scene);
      Step.Mistaken<?> full = assertInstanceOf(Step.Mistaken.class, at("F-12", scene, held));
      assertEquals("F-12 is full.", ENGLISH.say(full.said().headline()));
      assertEquals(Optional.of("Use A-02."), full.said().detail().map(ENGLISH::say));
      Step<PutAwayState> little = at("F-30", scene, held);
      Step.Mistaken<?> small = assertInstanceOf(Step.Mistaken.class, little);
      assertEquals("Only 18 fit in F-30.", ENGLISH.say(small.said().headline()));
      assertEquals(held, at("F-30", scene, little.state()).state(), "again does not help");
      assertFalse(
          at("F-36", scene, held) instanceof Step.Mistaken, "all of them fit; it asks whether");
    }
  }

  @Test
  void whoMustNotKnowWhatLiesThereIsToldByTheServer() {
    Scene blind = Scenes.online(books().blinded());
    assertFalse(at("F-12", blind, inHand(blind)) instanceof Step.Mistaken);
  }
}
