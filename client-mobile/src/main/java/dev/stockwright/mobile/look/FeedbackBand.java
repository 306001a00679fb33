package dev.stockwright.mobile.look;

import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What happened last: one node for good, whose colour, pictogram and words change at once.
///
/// A rejection stays until the next scan is answered, or a tap: neither a new card nor a message of
/// the device takes it away. What is complete is large for [#DONE_SHOWN].
public final class FeedbackBand extends HBox {
  static final Duration DONE_SHOWN = Duration.ofMillis(1_200);

  private static final double VALUE_LEAST = 64;
  private static final double VALUE_SHARE = 0.2;

  private final Function<Text, String> words;
  private final Delay delay;
  private final Runnable changed;
  private final Glyph glyph = new Glyph(Pictogram.CHECK, 36);
  private final StackPane tile = new StackPane(glyph);
  private final Label headline = Labels.wrapped("", "band-head");
  private final Label detail = Labels.wrapped("", "band-detail");
  private final GridPane facts = new GridPane();
  private final Figure value = new Figure("", 1.0, "figure", "band-value");
  private Optional<Band> shown = Optional.empty();
  private String styleClass = "idle";
  private boolean large;
  private int times;

  /// `changed`: it came, went or has another height.
  public FeedbackBand(Function<Text, String> words, Delay delay, Runnable changed) {
    this.words = words;
    this.delay = delay;
    this.changed = changed;
    setId("band");
    getStyleClass().addAll("band", styleClass);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    tile.getStyleClass().add("band-tile");
    facts.getStyleClass().add("band-facts");
    ColumnConstraints sentences = new ColumnConstraints();
    sentences.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().addAll(new ColumnConstraints(), sentences);
    VBox text = new VBox(headline, detail, facts);
    text.getStyleClass().add("band-text");
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tile, text, value);
    setOnMouseClicked(event -> tapped());
    widthProperty().addListener((width, was, is) -> draw());
    draw();
  }

  /// What was shown before goes, unless it must stay.
  public void show(Optional<Band> next) {
    boolean answersAScan = next.isPresent() && next.get().signal() != Signal.SYSTEM;
    if (rejected() && !answersAScan || next.equals(shown)) {
      return;
    }
    set(next);
  }

  /// Whether there is something to see.
  public boolean filled() {
    return shown.isPresent();
  }

  public Optional<Band> shown() {
    return shown;
  }

  /// Whether what it says is that something was not taken.
  public boolean refuses() {
    return rejected();
  }

  private boolean rejected() {
    return shown.isPresent() && shown.get().signal() == Signal.REJECT;
  }

  private void tapped() {
    if (rejected()) {
      set(Optional.empty());
    }
  }

  private void set(Optional<Band> next) {
    shown = next;
    large = next.isPresent() && next.get().signal() == Signal.DONE;
    draw();
    changed.run();
    times++;
    if (large) {
      int time = times;
      delay.after(DONE_SHOWN, () -> shrink(time));
    }
  }

  private void shrink(int time) {
    if (time == times) {
      large = false;
      draw();
      changed.run();
    }
  }

  private void draw() {
    getStyleClass().removeAll(styleClass, "band-large");
    styleClass = shown.map(band -> styleClass(band.signal())).orElse("idle");
    getStyleClass().add(styleClass);
    if (large) {
      getStyleClass().add("band-large");
    }
    facts.getChildren().clear();
    shown.ifPresent(this::fill);
    facts.setManaged(!facts.getChildren().isEmpty());
    boolean tall = !facts.getChildren().isEmpty();
    tile.setAlignment(tall ? Pos.TOP_CENTER : Pos.CENTER);
  }

  private void fill(Band band) {
    Step.Said said = band.said();
    glyph.draw(Pictogram.of(band.signal()));
    headline.setText(words.apply(said.headline()));
    String next = said.detail().map(words).orElse("");
    boolean wrong = said.wrong().isPresent();
    detail.setText(wrong ? "" : next);
    shownWhen(detail, !detail.getText().isEmpty());
    String figure = said.value().map(words).orElse("");
    value.text(figure);
    value.size(Labels.fitting(figure, Labels.FIGURES, valueRoom(), 40, 34, 28, 24, 20));
    value.setVisible(!figure.isEmpty());
    value.setManaged(!figure.isEmpty());
    said.wrong().ifPresent(this::fillWrong);
    if (wrong && !next.isEmpty()) {
      fact(HandheldPhrase.DO_NOW, next);
    }
    setAccessibleText(headline.getText() + ". " + figure + " " + next);
  }

  /// The words need the rest.
  private double valueRoom() {
    return Math.max(VALUE_LEAST, getWidth() * VALUE_SHARE);
  }

  private void fillWrong(Step.Wrong wrong) {
    fact(HandheldPhrase.SCANNED, words.apply(wrong.scanned()));
    fact(HandheldPhrase.EXPECTED, words.apply(wrong.expected()));
  }

  private void fact(HandheldPhrase name, String text) {
    int row = facts.getRowCount();
    Label label = Labels.firm(words.apply(Text.of(name)), "band-detail");
    GridPane.setValignment(label, VPos.TOP);
    facts.add(label, 0, row);
    facts.add(Labels.wrapped(text, "band-fact"), 1, row);
  }

  private static void shownWhen(Label label, boolean wanted) {
    label.setVisible(wanted);
    label.setManaged(wanted);
  }

  /// How the sheet calls a signal.
  static String styleClass(Signal signal) {
    return switch (signal) {
      case ACCEPT -> "accept";
      case DONE -> "done";
      case ATTENTION -> "attention";
      case REJECT -> "reject";
      case SYSTEM -> "system";
    };
  }
}
