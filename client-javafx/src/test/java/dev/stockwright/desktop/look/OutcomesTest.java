package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Headless;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {
  private static Feedback example(Outcome outcome) {
    return switch (outcome) {
      case ACCEPT -> Feedback.accept("Folding rule 2 m", "1 case × 24", "+24");
      case DONE -> Feedback.done("Line done", "120 of 120 Folding rule 2 m", "120");
      case ATTENTION -> Feedback.attention("Unknown barcode", "Choose 1, 2 or 3");
      case REJECT ->
          Feedback.reject("That is Cable ties", new Feedback.Fact("Expected", "Folding rule"));
      case SYSTEM -> Feedback.system(Icon.CLOUD_OFF, "Offline since 10:40", "Work goes on");
    };
  }

  @ParameterizedTest
  @EnumSource
  void eachOutcomeShowsItsPictogramAndItsWords(Outcome outcome) {
    SimpleObjectProperty<Optional<Feedback>> last = new SimpleObjectProperty<>(Optional.empty());
    Headless window =
        Headless.show(
            () -> dressed(new FeedbackBand(last, new SimpleBooleanProperty(false))), 500, 200);
    Headless.run(() -> last.set(Optional.of(example(outcome))));
    window.settle();
    List<String> words =
        window.all(Label.class::isInstance).stream().map(n -> ((Label) n).getText()).toList();
    SVGPath icon = (SVGPath) window.all(SVGPath.class::isInstance).getFirst();
    String spoken = window.find("feedback", FeedbackBand.class).getAccessibleText();
    window.close();
    assertEquals(outcome.icon().outline(), icon.getContent());
    assertTrue(words.contains(example(outcome).headline()), words::toString);
    assertTrue(spoken.startsWith(outcome.word() + ": " + example(outcome).headline()), spoken);
    if (outcome == Outcome.REJECT) {
      assertTrue(words.containsAll(List.of("Expected", "Folding rule")), words::toString);
    }
  }

  @Test
  void noTwoOutcomesShareAPictogramAWordOrATone() {
    Set<Icon> icons = new HashSet<>();
    Set<String> words = new HashSet<>();
    Set<String> tones = new HashSet<>();
    for (Outcome outcome : Outcome.values()) {
      icons.add(outcome.icon());
      words.add(outcome.word());
      tones.add(Arrays.toString(Tones.samples(outcome)));
    }
    assertEquals(5, icons.size());
    assertEquals(5, words.size());
    assertEquals(5, tones.size());
  }

  @Test
  void theTonesAreAsLongAsTheyShouldBeAndNotSilent() {
    assertEquals(80, millis(Outcome.ACCEPT));
    assertEquals(350, millis(Outcome.REJECT));
    for (Outcome outcome : Outcome.values()) {
      byte[] samples = Tones.samples(outcome);
      int loudest = 0;
      for (int i = 1; i < samples.length; i += 2) {
        loudest = Math.max(loudest, Math.abs(samples[i]));
      }
      assertTrue(loudest > 60, outcome + " is too soft: " + loudest);
    }
  }

  @Test
  void theTickIsShorterAndSofterThanAnyOutcome() {
    byte[] tick = Tones.tickSamples();
    for (Outcome outcome : Outcome.values()) {
      assertTrue(tick.length * 2 < Tones.samples(outcome).length, outcome.name());
      assertTrue(loudest(tick) * 2 < loudest(Tones.samples(outcome)), outcome.name());
    }
    assertTrue(loudest(tick) > 10, "not silent");
  }

  private static int loudest(byte[] samples) {
    int loudest = 0;
    for (int i = 1; i < samples.length; i += 2) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }

  private static long millis(Outcome outcome) {
    return Math.round(Tones.samples(outcome).length / 2.0 / 22.05);
  }

  @Test
  void withoutAudioTonesAreSilentAndNothingElseHappens() {
    try (Tones tones = new Tones()) {
      for (int i = 0; i < 100; i++) {
        tones.play(Outcome.ACCEPT);
      }
    }
  }

  @Test
  void everyPictogramHasAnOutline() {
    for (Icon icon : Icon.values()) {
      assertFalse(icon.outline().isBlank(), icon.name());
    }
  }

  @Test
  void thePillSaysWhereWeStand() {
    assertEquals("Live", new SyncState.Live().words());
    assertEquals("Sending 3", new SyncState.Sending(3).words());
    assertEquals("Offline 12", new SyncState.Offline(12).words());
    assertEquals("1 needs you", new SyncState.NeedsYou(1).words());
  }

  @Test
  void aPlateUnderlinesWhatDiffers() {
    assertEquals(5, Plate.shared("A-03-01", "A-03-02"));
    assertEquals(0, Plate.shared("B-01-04", "A-03-02"));
    assertEquals(7, Plate.shared("A-03-01", "A-03-01"));
    assertEquals(0, Plate.shared("A-03-01", ""));
  }

  @Test
  void aBigNumberIsGroupedAndAnUnknownOneIsAQuestionMark() {
    assertEquals("1\u00a0204\u00a0000", Figures.of(1_204_000));
    assertEquals("\u22128", Figures.change(-8));
    assertEquals("?", Figures.of(java.util.OptionalLong.empty()));
  }

  private static Scene dressed(FeedbackBand band) {
    Scene scene = new Scene(band, Color.WHITE);
    new Look(scene);
    return scene;
  }
}
