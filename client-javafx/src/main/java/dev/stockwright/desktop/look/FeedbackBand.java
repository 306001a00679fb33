package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What happened last: one node for good, its colour, pictogram and words change at once. A second
/// read of the same code is said in it and changes nothing else.
public final class FeedbackBand extends HBox {
  private static final double HEIGHT = 76;
  private static final double REJECT_HEIGHT = 96;

  private final Speech speech;
  private final Glyph glyph = new Glyph(Pictogram.SCAN_LINE, 36);
  private final Label headline = Words.of("", "band-head", "essential");
  private final Label detail = Words.of("", "band-detail", "essential");
  private final GridPane facts = new GridPane();
  private final Label value = Words.firm("", "band-value", "essential");
  private String outcomeClass = "idle";

  public FeedbackBand(
      ObservableValue<Optional<Feedback>> feedback,
      ObservableValue<Boolean> readTwice,
      Speech speech) {
    this.speech = speech;
    setId("feedback");
    getStyleClass().addAll("band", outcomeClass);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    facts.getStyleClass().add("band-facts");
    ColumnConstraints sentences = new ColumnConstraints();
    sentences.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().addAll(new ColumnConstraints(), sentences);
    Words.wrap(headline);
    Words.wrap(detail);
    VBox text = new VBox(headline, detail, facts);
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(glyph, text, value);
    speech.follow(() -> show(feedback.getValue(), readTwice.getValue()));
    feedback.subscribe(now -> show(now, false));
    readTwice.subscribe(again -> show(feedback.getValue(), again));
  }

  /// Grows with its sentences.
  @Override
  protected double computePrefHeight(double width) {
    return Math.max(
        outcomeClass.equals(Outcome.REJECT.styleClass()) ? REJECT_HEIGHT : HEIGHT,
        super.computePrefHeight(width));
  }

  private void show(Optional<Feedback> feedback, boolean again) {
    String next = feedback.map(f -> f.outcome().styleClass()).orElse("idle");
    getStyleClass().remove(outcomeClass);
    getStyleClass().add(next);
    outcomeClass = next;
    glyph.draw(feedback.map(Feedback::icon).orElse(Pictogram.SCAN_LINE));
    headline.setText(
        feedback.map(Feedback::headline).orElseGet(() -> speech.say(FramePhrase.NO_SCAN_YET)));
    boolean counted = feedback.filter(f -> !f.value().isEmpty()).isPresent();
    detail.setText(
        again && counted
            ? speech.say(FramePhrase.COUNTED_ONCE)
            : feedback
                .map(Feedback::detail)
                .orElseGet(() -> speech.say(FramePhrase.LAST_SCAN_HERE)));
    value.setText(feedback.map(Feedback::value).orElse(""));
    facts.getChildren().clear();
    feedback.ifPresent(this::fillFacts);
    if (again && !counted) {
      addFact(new Feedback.Fact(speech.say(FramePhrase.AGAIN), speech.say(FramePhrase.TAKEN_ONCE)));
    }
    shownWhenFilled(detail);
    shownWhenFilled(value);
    facts.setManaged(!facts.getChildren().isEmpty());
    String spoken =
        feedback.map(f -> f.spoken(speech)).orElseGet(() -> speech.say(FramePhrase.NO_SCAN_YET));
    setAccessibleText(again ? spoken + " " + speech.say(FramePhrase.TAKEN_ONCE) + "." : spoken);
  }

  private void fillFacts(Feedback feedback) {
    feedback.facts().forEach(this::addFact);
  }

  private void addFact(Feedback.Fact fact) {
    int row = facts.getRowCount();
    Label label = Words.firm(fact.label(), "band-detail");
    GridPane.setValignment(label, VPos.TOP);
    facts.add(label, 0, row);
    facts.add(Words.wrap(Words.of(fact.text(), "band-fact", "essential")), 1, row);
  }

  private static void shownWhenFilled(Label label) {
    label.setVisible(!label.getText().isEmpty());
    label.setManaged(!label.getText().isEmpty());
  }
}
