package dev.stockwright.desktop.approval;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.client.words.AllowPhrase;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The question to a supervisor, docked where a decision is: what shall be allowed, whose badge,
/// the digits of the PIN as dots.
public final class ApprovalCard extends HBox {
  private final ApprovalViewModel model;
  private final Label subject = Words.of("", "decision-head", "essential");
  private final Label reason = Words.wrap(Words.of("", "decision-reason", "essential"));
  private final Label who = Words.of("", "medium", "essential");
  private final Label name = Words.of("", "approval-name", "essential");
  private final HBox pin = new HBox(8);
  private final ActionButton allow;
  private final ActionButton next;

  public ApprovalCard(ApprovalViewModel model) {
    this.model = model;
    setId("approval");
    getStyleClass().add("decision");
    setMinHeight(USE_PREF_SIZE);
    StackPane tile = new StackPane(new Glyph(Pictogram.ID_CARD, 24));
    tile.getStyleClass().add("decision-tile");
    pin.setId("approval-pin");
    pin.setAlignment(Pos.CENTER_LEFT);
    name.setId("approval-name");
    Words.wrap(who);
    allow = button("approval-allow", "Enter", AllowPhrase.ALLOW, model::enter);
    next = button("approval-next", "Enter", AllowPhrase.TO_PIN, model::enter);
    ActionButton back = button("approval-back", "Esc", AllowPhrase.BACK, model::back);
    FlowPane buttons = new FlowPane(8, 8, next, allow, back);
    VBox content = new VBox(subject, reason, who, name, pin, buttons);
    content.getStyleClass().add("decision-content");
    HBox.setHgrow(content, Priority.ALWAYS);
    content.setMinWidth(0);
    getChildren().addAll(tile, content);
    model.picture().subscribe(this::fill);
    model.name().subscribe(_ -> fillTyped());
    model.pinTyped().subscribe(_ -> fillTyped());
    model.words().wording().subscribe(_ -> fill(model.picture().get()));
  }

  private ActionButton button(String id, String key, AllowPhrase words, Runnable action) {
    ActionButton button = new ActionButton(key, model.words(), words, action);
    button.setId(id);
    return button;
  }

  private void fill(Optional<ApprovalPicture> now) {
    setVisible(now.isPresent());
    setManaged(now.isPresent());
    now.ifPresent(
        asked -> {
          String head =
              asked.subject().isEmpty() ? model.words().say(AllowPhrase.TITLE) : asked.subject();
          subject.setText(head);
          show(reason, !asked.reason().isEmpty());
          reason.setText(asked.reason());
          who.setText(who(asked));
          setAccessibleText(head + ". " + asked.reason() + " " + who.getText());
          fillTyped();
        });
  }

  private String who(ApprovalPicture asked) {
    return switch (asked.stage()) {
      case BADGE -> model.words().say(AllowPhrase.BADGE_WANTED);
      case PIN ->
          asked.name().isEmpty()
              ? model.words().say(AllowPhrase.BADGE_READ)
              : model.words().say(AllowPhrase.PIN_OF, asked.name());
      case ASKING -> model.words().say(AllowPhrase.ASKING);
    };
  }

  private void fillTyped() {
    Optional<Stage> stage = model.picture().get().map(ApprovalPicture::stage);
    boolean badge = stage.equals(Optional.of(Stage.BADGE));
    boolean digits = stage.equals(Optional.of(Stage.PIN));
    boolean typing = badge && !model.name().get().isEmpty();
    name.setText(model.name().get());
    show(name, typing);
    show(next, typing);
    show(pin, digits);
    show(allow, digits);
    int typed = model.pinTyped().get();
    allow.setDisable(typed < ApprovalViewModel.PIN_LEAST);
    List<Label> boxes = new ArrayList<>();
    for (int i = 0; i < Math.max(ApprovalViewModel.PIN_LEAST, typed + 1); i++) {
      Label box = Words.firm(i < typed ? "•" : "", "pin-box", "small-pin");
      if (i == typed) {
        box.getStyleClass().add("next");
      }
      boxes.add(box);
    }
    pin.getChildren().setAll(boxes.subList(0, Math.min(boxes.size(), ApprovalViewModel.PIN_MOST)));
    pin.setAccessibleText(model.words().say(FramePhrase.DIGITS, (long) typed));
  }

  private static void show(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }
}
