package dev.stockwright.desktop.signin;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.Speech;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Signing in: a badge and its PIN, or a user and a password. Owned by the JavaFX thread.
public final class SignInViewModel {
  /// Which question is open.
  public enum Stage {
    BADGE,
    PIN,
    PASSWORD
  }

  private final SignInActions actions;
  private final int pinLeast;
  private final Speech speech;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.BADGE);
  private final ReadOnlyIntegerWrapper pinTyped = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Instruction> instruction =
      new ReadOnlyObjectWrapper<>(Instruction.scan("", ""));
  private final BooleanProperty asking = new SimpleBooleanProperty(false);
  private final BooleanProperty locked = new SimpleBooleanProperty(false);
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringBuilder pin = new StringBuilder();
  private String badge = "";

  /// No PIN is longer.
  static final int PIN_MOST = 12;

  /// What can be chosen.
  static final List<Language> LANGUAGES =
      List.of(Language.ENGLISH, Language.GERMAN, Language.POLISH, Language.SPANISH);

  /// `pinLeast`: no PIN is shorter. Enter sends it.
  public SignInViewModel(SignInActions actions, int pinLeast, Speech speech) {
    this.actions = actions;
    this.pinLeast = pinLeast;
    this.speech = speech;
    stage.subscribe(_ -> sayWhatNow());
    asking.subscribe(_ -> sayWhatNow());
    speech.follow(this::sayWhatNow);
  }

  Speech speech() {
    return speech;
  }

  /// The next language of the list: that of this desk, until somebody signs in who has another one.
  public void nextLanguage() {
    actions.speak(LANGUAGES.get((LANGUAGES.indexOf(speech.language()) + 1) % LANGUAGES.size()));
  }

  /// Another language.
  public void speak(Language wanted) {
    actions.speak(wanted);
  }

  public ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  public int pinLeast() {
    return pinLeast;
  }

  /// How many digits of the PIN are typed; the digits themselves are shown nowhere.
  public ReadOnlyIntegerProperty pinTyped() {
    return pinTyped.getReadOnlyProperty();
  }

  /// Why the last try failed and what to do; empty when there is nothing to say.
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Instruction> instruction() {
    return instruction.getReadOnlyProperty();
  }

  /// Waiting for the answer.
  public BooleanProperty asking() {
    return asking;
  }

  /// No more tries for now.
  public BooleanProperty locked() {
    return locked;
  }

  public StringProperty user() {
    return user;
  }

  public StringProperty password() {
    return password;
  }

  /// A scan, wherever the focus is: a badge. After the badge a PIN typed as fast as a scanner
  /// types is still a PIN.
  public void scanned(String text) {
    if (asking.get()) {
      return;
    }
    if (stage.get() == Stage.PIN && isPin(text)) {
      text.chars().forEach(digit -> typed((char) digit));
      enter();
      return;
    }
    clear();
    badge = text.strip();
    stage.set(Stage.PIN);
  }

  /// A digit of the PIN; other characters are ignored.
  public void typed(char character) {
    if (stage.get() != Stage.PIN || asking.get() || character < '0' || character > '9') {
      return;
    }
    message.set("");
    if (pin.length() == PIN_MOST) {
      return;
    }
    pin.append(character);
    pinTyped.set(pin.length());
  }

  /// Enter: sends the PIN, or user and password; false when there is nothing to send yet.
  public boolean enter() {
    if (stage.get() != Stage.PIN) {
      return submit();
    }
    if (asking.get() || pin.length() < pinLeast) {
      return false;
    }
    asking.set(true);
    actions.withBadge(badge, pin.toString());
    return true;
  }

  /// Takes back the last digit.
  public void erase() {
    if (!pin.isEmpty() && !asking.get()) {
      pin.setLength(pin.length() - 1);
      pinTyped.set(pin.length());
    }
  }

  /// Esc: back to the badge.
  public void back() {
    if (!asking.get()) {
      clear();
      stage.set(Stage.BADGE);
    }
  }

  /// With user and password instead.
  public void usePassword() {
    clear();
    stage.set(Stage.PASSWORD);
  }

  /// Sends user and password; false while one of them is missing.
  public boolean submit() {
    if (stage.get() != Stage.PASSWORD || asking.get()) {
      return false;
    }
    if (user.get().isBlank() || password.get().isEmpty()) {
      message.set(speech.say(FramePhrase.TYPE_BOTH));
      return false;
    }
    message.set("");
    asking.set(true);
    actions.withPassword(user.get().strip(), password.get());
    return true;
  }

  /// The answer was no; `sentence` says why and what to do.
  public void refused(String sentence) {
    answered();
    message.set(sentence);
  }

  /// The answer was: too many wrong tries. `sentence` says until when.
  public void locked(String sentence) {
    answered();
    locked.set(true);
    message.set(sentence);
    badge = "";
    stage.set(Stage.BADGE);
  }

  /// Begins anew: after signing in, and after signing out.
  public void reset() {
    clear();
    asking.set(false);
    user.set("");
    stage.set(Stage.BADGE);
  }

  private boolean isPin(String text) {
    return text.length() >= pinLeast
        && text.length() <= PIN_MOST
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void answered() {
    asking.set(false);
    pin.setLength(0);
    pinTyped.set(0);
    password.set("");
  }

  private void clear() {
    pin.setLength(0);
    pinTyped.set(0);
    password.set("");
    message.set("");
    locked.set(false);
    badge = "";
  }

  private void sayWhatNow() {
    instruction.set(
        switch (stage.get()) {
          case BADGE ->
              Instruction.scan(
                  speech.say(FramePhrase.SCAN_BADGE), speech.say(FramePhrase.THEN_PIN));
          case PIN ->
              asking.get()
                  ? touch(FramePhrase.CHECKING_PIN, FramePhrase.ONE_MOMENT)
                  : touch(FramePhrase.TYPE_PIN, FramePhrase.OTHER_BADGE);
          case PASSWORD ->
              asking.get()
                  ? touch(FramePhrase.CHECKING_PASSWORD, FramePhrase.ONE_MOMENT)
                  : touch(FramePhrase.TYPE_PASSWORD, FramePhrase.OR_BADGE);
        });
  }

  private Instruction touch(FramePhrase text, FramePhrase hint) {
    return Instruction.touch(speech.say(text), speech.say(hint));
  }
}
