package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.desktop.devices.WizardPage.Found;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.InstructionBar;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.scanner.Finding.Weight;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The wizard: one prompt at a time with its code to scan, what the last scan showed, and in the
/// end the profile.
final class WizardPane extends VBox {
  private final DevicesViewModel model;
  private final Speech speech;
  private final WizardViewModel wizard;
  private final SimpleObjectProperty<Instruction> instruction =
      new SimpleObjectProperty<>(Instruction.scan("", ""));
  private final VBox body = new VBox(12);
  private final HBox bar = new HBox();

  WizardPane(DevicesViewModel model, WizardViewModel wizard) {
    this.model = model;
    this.speech = model.speech();
    this.wizard = wizard;
    setId("wizard");
    body.setPadding(new Insets(14, 16, 14, 16));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("action-bar");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setAccessibleText(speech.say(EquipmentPhrase.SETTING_UP, wizard.name()));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(new InstructionBar(instruction), scroll, bar);
    Subscription following =
        wizard
            .page()
            .subscribe(this::show)
            .and(model.chosen().subscribe(_ -> show(wizard.page().get())));
    sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                following.unsubscribe();
              }
            });
  }

  private void show(WizardPage page) {
    body.getChildren().clear();
    lost();
    bar.getChildren()
        .setAll(button("leave-wizard", "Esc", EquipmentPhrase.LEAVE, () -> model.escape()));
    switch (page) {
      case WizardPage.Ask ask -> ask(ask);
      case WizardPage.Done done -> done(done);
      case WizardPage.Nothing(String sentence) -> {
        instruction.set(Instruction.touch(speech.say(EquipmentPhrase.NOTHING_READ), wizard.name()));
        body.getChildren().add(sentence(sentence, "medium"));
        bar.getChildren().add(again());
      }
    }
  }

  private void lost() {
    model
        .chosen()
        .get()
        .filter(row -> row.health().state() == DeviceState.LOST)
        .ifPresent(
            row ->
                body.getChildren()
                    .add(
                        finding(
                            new Found(
                                "lost",
                                Weight.PROBLEM,
                                DriverWords.say(row.health().told(), speech.wording().get())))));
  }

  private void ask(WizardPage.Ask ask) {
    instruction.set(
        Instruction.scan(
            speech.say(EquipmentPhrase.SCAN_CODE, ask.number(), ask.of()),
            speech.say(EquipmentPhrase.FROM_SCREEN, wizard.name())));
    SymbolPicture picture = new SymbolPicture(ask.symbol(), speech);
    HBox row = new HBox(picture);
    row.setAlignment(Pos.CENTER);
    body.getChildren().addAll(sentence(ask.prompt(), "essential"), row);
    if (!ask.answer().isEmpty()) {
      Label answer = sentence(ask.answer(), "medium");
      answer.setId("wizard-answer");
      body.getChildren().add(answer);
    }
    body.getChildren().add(findings(ask.findings()));
    if (ask.skippable()) {
      bar.getChildren().add(button("skip-code", "F4", EquipmentPhrase.CANNOT_READ, model::skip));
    }
    if (ask.number() > 1) {
      bar.getChildren().add(again());
    }
  }

  private void done(WizardPage.Done done) {
    boolean usable = done.refusal().isEmpty();
    instruction.set(
        Instruction.touch(
            speech.say(usable ? EquipmentPhrase.USE_ASKED : EquipmentPhrase.NOT_RIGHT),
            speech.say(EquipmentPhrase.SHOWED, wizard.name())));
    done.refusal()
        .ifPresent(
            why -> body.getChildren().add(finding(new Found("refused", Weight.PROBLEM, why))));
    GridPane profile = new GridPane(16, 6);
    profile.setId("profile");
    profile.getStyleClass().add("profile-card");
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    profile.getColumnConstraints().addAll(new ColumnConstraints(), values);
    int row = 0;
    for (WizardPage.Setting setting : done.summary()) {
      profile.add(Words.firm(setting.label(), "muted", "essential"), 0, row);
      profile.add(Words.wrap(Words.of(setting.value(), "medium", "essential")), 1, row++);
    }
    if (usable) {
      body.getChildren().add(profile);
      ActionButton use = button("use-profile", "F12", EquipmentPhrase.USE, model::useProfile);
      use.getStyleClass().add("primary");
      bar.getChildren().add(use);
    }
    body.getChildren().add(findings(done.findings()));
    bar.getChildren().add(again());
  }

  private ActionButton again() {
    return button("wizard-again", "F5", EquipmentPhrase.BEGIN_AGAIN, model::restart);
  }

  private static Node findings(List<Found> findings) {
    List<Node> rows = new ArrayList<>();
    findings.forEach(finding -> rows.add(finding(finding)));
    VBox box = new VBox(6);
    box.setId("findings");
    box.getChildren().setAll(rows);
    return box;
  }

  private static Node finding(Found finding) {
    Pictogram icon =
        switch (finding.weight()) {
          case GOOD -> Pictogram.CHECK;
          case HINT -> Pictogram.EYE;
          case PROBLEM -> Pictogram.TRIANGLE_ALERT;
        };
    Label sentence = sentence(finding.sentence());
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox row = new HBox(12, new Glyph(icon, 20), sentence);
    row.getStyleClass()
        .addAll(
            "finding",
            switch (finding.weight()) {
              case GOOD -> "good";
              case HINT -> "hint";
              case PROBLEM -> "problem";
            });
    return row;
  }

  private static Label sentence(String text, String... styleClasses) {
    Label label = Words.wrap(Words.of(text, styleClasses));
    label.getStyleClass().add("essential");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private ActionButton button(String id, String key, EquipmentPhrase words, Runnable action) {
    ActionButton button = new ActionButton(key, speech.say(words), action);
    button.setId(id);
    return button;
  }
}
