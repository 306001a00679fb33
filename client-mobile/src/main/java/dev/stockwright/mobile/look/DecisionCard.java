package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What must be decided: what was scanned, why, the ways out, and what scanning on does. It takes
/// the place of list and bottom bar; there is no window above another.
public final class DecisionCard extends VBox {
  private static final double WIDE = 720;

  /// More than these are reasons rather than ways out: none of them is the likely one.
  private static final int WAYS_MAX = 3;

  private final Function<Text, String> words;
  private final Consumer<Input> given;
  private List<Action> answers = List.of();

  public DecisionCard(Function<Text, String> words, Consumer<Input> given) {
    this.words = words;
    this.given = given;
    getStyleClass().add("decision");
    setId("decision");
  }

  public void show(Optional<Question> question) {
    getChildren().clear();
    answers = question.map(Question::answers).orElse(List.of());
    question.ifPresent(this::fill);
  }

  /// The answer with this number, counted from 1, is given; false when there is none.
  public boolean answer(int number) {
    boolean there = number >= 1 && number <= answers.size();
    if (there) {
      given.accept(answers.get(number - 1).input());
    }
    return there;
  }

  /// Enter is the first way out; among many reasons none is first.
  public boolean entered() {
    return answers.size() <= WAYS_MAX && answer(1);
  }

  private void fill(Question question) {
    VBox card = new VBox(Labels.wrapped(words.apply(question.subject()), "decision-subject"));
    card.getStyleClass().add("decision-content");
    VBox reason = new VBox(Labels.wrapped(words.apply(question.reason()), "decision-reason"));
    reason.getStyleClass().add("decision-box");
    reason.setMinHeight(USE_PREF_SIZE);
    card.getChildren().add(reason);
    if (question.answers().size() > WAYS_MAX) {
      card.getChildren().add(reasons(question.answers()));
    } else {
      for (int i = 0; i < question.answers().size(); i++) {
        card.getChildren().add(option(question.answers().get(i), i + 1));
      }
    }
    card.setMaxWidth(WIDE);
    card.setMinHeight(USE_PREF_SIZE);
    StackPane middle = new StackPane(card);
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    // A question longer than the screen can be moved up and down, never sideways.
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    StackPane icon = new StackPane(new Glyph(Pictogram.SCAN_BARCODE, 20));
    icon.getStyleClass().add("row-icon");
    HBox after = new HBox(icon, Labels.wrapped(words.apply(question.after()), "decision-after"));
    after.setAlignment(Pos.CENTER_LEFT);
    after.getStyleClass().addAll("row", "row-plain", "decision-foot");
    after.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(scroll, after);
  }

  private TilePairs reasons(List<Action> all) {
    TilePairs pairs = new TilePairs();
    for (int i = 0; i < all.size(); i++) {
      Action action = all.get(i);
      String text = words.apply(action.label());
      Label label = Labels.wrapped(text, "reason-text");
      label.setTextAlignment(TextAlignment.CENTER);
      label.setAlignment(Pos.CENTER);
      Button button = Press.of(label, text, () -> given.accept(action.input()), "reason");
      button.setId("option-" + (i + 1));
      pairs.getChildren().add(button);
    }
    return pairs;
  }

  private Button option(Action action, int number) {
    StackPane key = new StackPane(Labels.firm(Integer.toString(number), "decision-digit"));
    key.getStyleClass().add("decision-key");
    VBox text = new VBox(Labels.wrapped(words.apply(action.label()), "decision-verb"));
    action
        .detail()
        .ifPresent(
            detail ->
                text.getChildren().add(Labels.wrapped(words.apply(detail), "decision-follows")));
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(14, key, text);
    line.setAlignment(Pos.CENTER_LEFT);
    if (action.supervisor()) {
      line.getChildren().add(new Glyph(Pictogram.SHIELD_CHECK, 24));
    }
    Button button =
        Press.of(line, words.apply(action.label()), () -> given.accept(action.input()), "option");
    button.setId("option-" + number);
    if (number == 1) {
      button.getStyleClass().add("filled");
    }
    return button;
  }
}
