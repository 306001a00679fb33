package dev.stockwright.desktop.work;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.approval.ApprovalCard;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.DecisionCard;
import dev.stockwright.desktop.look.FeedbackBand;
import dev.stockwright.desktop.look.InstructionBar;
import dev.stockwright.desktop.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A card as a panel: what to do and what happened above, place and goods at the left, what comes
/// next at the right, the buttons with their keys below.
final class WorkView extends VBox {
  private static final double CARD = 400;

  private final WorkViewModel model;
  private final CardPane card = new CardPane();
  private final LineList lines;
  private final FlowPane actions = new FlowPane(8, 8);
  private final TextField code = new TextField();

  WorkView(WorkViewModel model) {
    this.model = model;
    this.lines = new LineList(model);
    setId("work");
    InstructionBar instruction =
        new InstructionBar(model.instruction(), numberChip(), queuedChip(), codeField());
    FeedbackBand band = new FeedbackBand(model.feedback(), model.readTwice(), model.speech());
    DecisionCard decision = new DecisionCard(model.decision(), model::answer);
    VBox.setMargin(decision, new Insets(12, 16, 12, 16));
    ApprovalCard approval = new ApprovalCard(model.approval());
    VBox.setMargin(approval, new Insets(12, 16, 12, 16));
    HBox body = new HBox(card, lines);
    body.setMinHeight(0);
    card.setMinWidth(CARD);
    card.setPrefWidth(CARD);
    HBox.setHgrow(lines, Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    actions.setId("work-actions");
    actions.getStyleClass().add("work-actions");
    actions.setMinHeight(USE_PREF_SIZE);
    actions.setRowValignment(javafx.geometry.VPos.CENTER);
    getChildren().addAll(instruction, band, decision, approval, body, actions);
    model.picture().subscribe(this::show);
    model.decision().subscribe(question -> body.setVisible(question.isEmpty()));
  }

  List<Node> panels() {
    return List.of(lines.list(), code);
  }

  /// Ctrl+F.
  void findCode() {
    code.requestFocus();
    code.selectAll();
  }

  private void show(WorkPicture picture) {
    boolean filled = card.show(picture);
    card.setVisible(filled);
    card.setManaged(filled);
    showActions(picture);
  }

  private Node codeField() {
    code.setId("code");
    code.setPrefColumnCount(13);
    code.setMinWidth(USE_PREF_SIZE);
    code.promptTextProperty().bind(model.speech().of(FloorPhrase.TYPE_CODE));
    code.accessibleTextProperty().bind(model.speech().of(FloorPhrase.TYPE_CODE));
    code.setOnAction(
        _ -> {
          model.code(code.getText());
          code.clear();
          requestFocus();
        });
    return code;
  }

  private Node numberChip() {
    Label chip = Words.firm("", "chip", "chip-number", "essential");
    chip.setId("typed-number");
    model
        .number()
        .subscribe(
            number -> {
              chip.setText(Long.toString(number.longValue()));
              chip.setAccessibleText(model.say(FloorPhrase.NEXT_COUNTS, number.longValue()));
              chip.setVisible(number.longValue() > 0);
              chip.setManaged(number.longValue() > 0);
            });
    return chip;
  }

  private Node queuedChip() {
    Label chip = Words.firm("", "queued");
    model
        .scansWaiting()
        .subscribe(
            count -> {
              chip.setText("+" + count);
              chip.setVisible(count.intValue() > 0);
              chip.setManaged(count.intValue() > 0);
            });
    return chip;
  }

  private void showActions(WorkPicture picture) {
    List<Node> buttons = new ArrayList<>();
    boolean open = picture.asked().isEmpty();
    picture
        .primary()
        .filter(_ -> open)
        .ifPresent(
            choice -> {
              ActionButton primary = button(choice);
              primary.setId("primary");
              // Where a scan comes next, the blue tile above is it.
              if (picture.instruction().kind()
                  == dev.stockwright.desktop.look.Instruction.Kind.TOUCH) {
                primary.getStyleClass().add("primary");
              }
              buttons.add(primary);
            });
    if (open && picture.takesQuantity() && noneOf(picture, Key.QUANTITY)) {
      buttons.add(button("quantity", "F4", model.say(FloorPhrase.QUANTITY), model::askQuantity));
    }
    if (picture.undoable()) {
      buttons.add(button("undo", "F8", model.say(Text.of(HandheldPhrase.UNDO)), model::undo));
    }
    if (picture.back()) {
      buttons.add(button("back", "Esc", model.say(Text.of(HandheldPhrase.BACK)), model::escape));
    }
    if (open) {
      picture.more().forEach(choice -> buttons.add(button(choice)));
    }
    String focused =
        actions.getChildren().stream()
            .filter(Node::isFocused)
            .map(Node::getId)
            .findFirst()
            .orElse("");
    actions.getChildren().setAll(buttons);
    buttons.stream()
        .filter(button -> focused.equals(button.getId()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private static boolean noneOf(WorkPicture picture, Key key) {
    Input press = new Input.Press(key);
    return picture.more().stream().noneMatch(choice -> choice.input().equals(press));
  }

  private ActionButton button(WorkPicture.Choice choice) {
    return button(
        "action-" + choice.key().toLowerCase(Locale.ROOT),
        choice.key(),
        choice.words(),
        () -> model.press(choice));
  }

  private static ActionButton button(String id, String key, String words, Runnable action) {
    ActionButton button = new ActionButton(key, words, action);
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setAlignment(Pos.CENTER_LEFT);
    return button;
  }
}
