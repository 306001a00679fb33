package dev.stockwright.desktop.signin;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.Speech;
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
  private final ObservableValue<String> title;

  public SignInScreen(SignInViewModel model) {
    this.model = model;
    this.view = new SignInView(model);
    this.title = model.speech().of(FramePhrase.SIGN_IN);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public ObservableValue<String> title() {
    return title;
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
      case F2 -> model.nextLanguage();
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
    Speech words = model.speech();
    return List.of(
        new Shortcut(words.say(FramePhrase.KEY_DIGITS), words.say(FramePhrase.KEY_PIN)),
        new Shortcut("F2", words.say(FramePhrase.KEY_LANGUAGE)),
        new Shortcut("F3", words.say(FramePhrase.KEY_PASSWORD)),
        new Shortcut("Esc", words.say(FramePhrase.KEY_BADGE)));
  }
}
