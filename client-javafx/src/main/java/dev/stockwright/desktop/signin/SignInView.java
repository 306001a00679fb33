package dev.stockwright.desktop.signin;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.InstructionBar;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One question in the middle of the window: badge, PIN, or user and password.
final class SignInView extends VBox {
  private static final String NAME = "Stockwright";

  private final SignInViewModel model;
  private final Speech words;
  private final TextField user = new TextField();
  private final StackPane question = new StackPane();

  SignInView(SignInViewModel model) {
    this.model = model;
    this.words = model.speech();
    setId("sign-in");
    getStyleClass().add("sheet-ground");
    Node badge = badge();
    Node pin = pin();
    Node password = password();
    question.setMinHeight(236);
    VBox middle = new VBox(20, question, message());
    middle.setAlignment(Pos.CENTER);
    middle.setMaxWidth(460);
    StackPane body = new StackPane(middle);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new InstructionBar(model.instruction()), body, actions());
    model
        .stage()
        .subscribe(
            stage -> {
              question
                  .getChildren()
                  .setAll(
                      switch (stage) {
                        case BADGE -> badge;
                        case PIN -> pin;
                        case PASSWORD -> password;
                      });
              if (stage == SignInViewModel.Stage.PASSWORD) {
                user.requestFocus();
              } else {
                requestFocus();
              }
            });
  }

  private Node badge() {
    Label name = Words.of(NAME, "instruction");
    Label what = Words.of(words.of(FramePhrase.WHAT_IS_HERE), "muted", "essential");
    VBox text = new VBox(name, what);
    text.setAlignment(Pos.CENTER);
    VBox box = new VBox(20, new BadgePicture(), text, languages());
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /// Which language the desk speaks; a person who has chosen one is spoken to in it all the same.
  private Node languages() {
    HBox row = new HBox(8);
    row.setId("languages");
    row.setAlignment(Pos.CENTER);
    row.getChildren().add(Words.key("F2"));
    for (Language language : SignInViewModel.LANGUAGES) {
      ToggleButton button = new ToggleButton(language.ownName());
      button.setId("language-" + language.tag());
      button.getStyleClass().setAll("column-toggle", "language");
      button.setAccessibleText(language.ownName());
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            button.setSelected(words.language() == language);
            model.speak(language);
          });
      words.follow(() -> button.setSelected(words.language() == language));
      row.getChildren().add(button);
    }
    return row;
  }

  private Node pin() {
    HBox boxes = new HBox(12);
    boxes.setAlignment(Pos.CENTER);
    model
        .pinTyped()
        .subscribe(
            typed -> {
              List<Label> digits = new ArrayList<>();
              for (int i = 0; i < Math.max(model.pinLeast(), typed.intValue() + 1); i++) {
                Label digit = Words.of(i < typed.intValue() ? "•" : "", "pin-box");
                if (i == typed.intValue()) {
                  digit.getStyleClass().add("next");
                }
                digits.add(digit);
              }
              boxes.getChildren().setAll(digits);
              boxes.setAccessibleText(words.say(FramePhrase.DIGITS, typed.longValue()));
            });
    HBox read =
        new HBox(
            10,
            new Glyph(Pictogram.ID_CARD, 24),
            Words.of(words.of(FramePhrase.BADGE_READ), "title", "essential"));
    read.setAlignment(Pos.CENTER);
    VBox box = new VBox(24, read, boxes);
    box.setId("pin");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node password() {
    user.setId("user");
    bind(user, model.user());
    PasswordField password = new PasswordField();
    password.setId("password");
    bind(password, model.password());
    user.setOnAction(_ -> password.requestFocus());
    password.setOnAction(_ -> model.submit());
    Button send = new Button();
    send.textProperty().bind(words.of(FramePhrase.SIGN_IN));
    send.setId("submit");
    send.getStyleClass().add("primary");
    send.accessibleTextProperty().bind(words.of(FramePhrase.SIGN_IN_SPOKEN));
    send.setMaxWidth(Double.MAX_VALUE);
    send.setOnAction(_ -> model.submit());
    send.disableProperty().bind(model.asking());
    VBox box =
        new VBox(
            6,
            field(FramePhrase.USER, user),
            field(FramePhrase.PASSWORD, password),
            new Region(),
            send);
    VBox.setMargin(send, new Insets(12, 0, 0, 0));
    box.setMaxWidth(360);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static void bind(TextField field, StringProperty property) {
    field.textProperty().bindBidirectional(property);
  }

  private Node field(FramePhrase name, TextField field) {
    Label label = Words.of(words.of(name), "field-label", "essential");
    label.setLabelFor(field);
    field.accessibleTextProperty().bind(words.of(name));
    VBox box = new VBox(4, label, field);
    VBox.setMargin(box, new Insets(0, 0, 8, 0));
    return box;
  }

  private Node message() {
    Label text = Words.of("", "essential");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Glyph glyph = new Glyph(Pictogram.OCTAGON_X, 24);
    HBox box = new HBox(glyph, text);
    box.setId("message");
    box.getStyleClass().add("message");
    box.setAlignment(Pos.CENTER_LEFT);
    model.locked().subscribe(locked -> glyph.draw(locked ? Pictogram.LOCK : Pictogram.OCTAGON_X));
    model
        .message()
        .subscribe(
            sentence -> {
              text.setText(sentence);
              box.setVisible(!sentence.isEmpty());
              box.setAccessibleText(sentence);
            });
    return box;
  }

  private Node actions() {
    ActionButton usePassword =
        new ActionButton("F3", words, FramePhrase.USER_AND_PASSWORD, model::usePassword);
    usePassword.setId("use-password");
    ActionButton back = new ActionButton("Esc", words, FramePhrase.BACK_TO_BADGE, model::back);
    back.setId("back");
    model
        .stage()
        .subscribe(
            stage -> {
              back.setVisible(stage != SignInViewModel.Stage.BADGE);
              back.setManaged(back.isVisible());
              usePassword.setVisible(stage != SignInViewModel.Stage.PASSWORD);
              usePassword.setManaged(usePassword.isVisible());
            });
    HBox bar = new HBox(usePassword, back);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("action-bar");
    return bar;
  }
}
