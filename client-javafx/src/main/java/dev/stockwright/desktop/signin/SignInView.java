package dev.stockwright.desktop.signin;

import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.InstructionBar;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One question in the middle of the window: badge, PIN, or user and password.
final class SignInView extends VBox {
  private final SignInViewModel model;
  private final TextField user = new TextField();
  private final StackPane question = new StackPane();

  SignInView(SignInViewModel model) {
    this.model = model;
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

  private static Node badge() {
    Label name = Words.of("Stockwright", "instruction");
    Label what = Words.of("Receiving · Stock", "muted");
    VBox words = new VBox(name, what);
    words.setAlignment(Pos.CENTER);
    VBox box = new VBox(20, new BadgePicture(), words);
    box.setAlignment(Pos.CENTER);
    return box;
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
              boxes.setAccessibleText(typed + " digits");
            });
    HBox read =
        new HBox(
            10, new Glyph(Pictogram.ID_CARD, 24), Words.of("Badge read", "title", "essential"));
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
    Button send = new Button("Sign in");
    send.setId("submit");
    send.getStyleClass().add("primary");
    send.setAccessibleText("Sign in with user and password");
    send.setMaxWidth(Double.MAX_VALUE);
    send.setOnAction(_ -> model.submit());
    send.disableProperty().bind(model.asking());
    VBox box = new VBox(6, field("User", user), field("Password", password), new Region(), send);
    VBox.setMargin(send, new Insets(12, 0, 0, 0));
    box.setMaxWidth(360);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static void bind(TextField field, StringProperty property) {
    field.textProperty().bindBidirectional(property);
  }

  private static Node field(String name, TextField field) {
    Label label = Words.of(name, "field-label", "essential");
    label.setLabelFor(field);
    field.setAccessibleText(name);
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
    ActionButton usePassword = new ActionButton("F3", "User and password", model::usePassword);
    usePassword.setId("use-password");
    ActionButton back = new ActionButton("Esc", "Back to the badge", model::back);
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
