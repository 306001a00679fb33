package dev.stockwright.desktop.signin;

import dev.stockwright.desktop.Screen;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Signing in: puts view and view model together and gives keys their meaning.
public final class SignInScreen implements Screen {
  private final SignInViewModel model;
  private final SignInView view;

  public SignInScreen(SignInViewModel model) {
    this.model = model;
    this.view = new SignInView(model);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public String title() {
    return "Sign in";
  }

  @Override
  public ObservableValue<String> context() {
    return new SimpleStringProperty("");
  }

  @Override
  public void scan(Scan scan) {
    model.scanned(scan.text());
  }

  @Override
  public void typed(char character) {
    model.typed(character);
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case ESCAPE -> model.back();
      case BACK_SPACE -> model.erase();
      case F3 -> model.usePassword();
      case ENTER -> {
        return model.enter();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Digits", "your PIN, after the badge; Enter sends it"),
        new Shortcut("F3", "user and password instead"),
        new Shortcut("Esc", "back to the badge"));
  }
}
