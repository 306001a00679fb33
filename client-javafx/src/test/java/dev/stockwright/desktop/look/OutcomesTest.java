package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.workflow.Signal;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.look.Pictogram;
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
      case SYSTEM -> Feedback.system(Pictogram.CLOUD_OFF, "Offline since 10:40", "Work goes on");
    };
  }

  @ParameterizedTest
  @EnumSource
  void eachOutcomeShowsItsPictogramAndItsWords(Outcome outcome) {
    SimpleObjectProperty<Optional<Feedback>> last = new SimpleObjectProperty<>(Optional.empty());
    Headless window =
        Headless.show(
            () ->
                dressed(new FeedbackBand(last, new SimpleBooleanProperty(false), Spoken.english())),
            500,
            200);
    Headless.run(() -> last.set(Optional.of(example(outcome))));
    window.settle();
    List<String> words =
        window.all(Label.class::isInstance).stream().map(n -> ((Label) n).getText()).toList();
    SVGPath icon = (SVGPath) window.all(SVGPath.class::isInstance).getFirst();
    String spoken = window.find("feedback", FeedbackBand.class).getAccessibleText();
    window.close();
    assertEquals(outcome.icon().outline(), icon.getContent());
    assertTrue(words.contains(example(outcome).headline()), words::toString);
    assertTrue(
        spoken.startsWith(
            Spoken.english().say(outcome.word()) + ": " + example(outcome).headline()),
        spoken);
    if (outcome == Outcome.REJECT) {
      assertTrue(words.containsAll(List.of("Expected", "Folding rule")), words::toString);
    }
  }

  @Test
  void noTwoOutcomesShareASignalOrAWord() {
    Set<Signal> signals = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Outcome outcome : Outcome.values()) {
      signals.add(outcome.signal());
      words.add(Spoken.english().say(outcome.word()));
    }
    assertEquals(Signal.values().length, signals.size());
    assertEquals(5, words.size());
  }

  @Test
  void thePillSaysWhereWeStand() {
    assertEquals("Live", Spoken.english().say(new SyncState.Live().words()));
    assertEquals("Sending 3", Spoken.english().say(new SyncState.Sending(3).words()));
    assertEquals("Offline 12", Spoken.english().say(new SyncState.Offline(12).words()));
    assertEquals("1 needs you", Spoken.english().say(new SyncState.NeedsYou(1).words()));
  }

  @Test
  void aPlateUnderlinesWhatDiffers() {
    assertEquals(5, Plate.shared("A-03-01", "A-03-02"));
    assertEquals(0, Plate.shared("B-01-04", "A-03-02"));
    assertEquals(7, Plate.shared("A-03-01", "A-03-01"));
    assertEquals(0, Plate.shared("A-03-01", ""));
  }

  private static Scene dressed(FeedbackBand band) {
    Scene scene = new Scene(band, Color.WHITE);
    new Look(scene);
    return scene;
  }
}
