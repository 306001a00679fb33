package dev.stockwright.desktop.approval;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.vocabulary.Scan;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A supervisor's badge and PIN, by the scanner or the keyboard. What is typed is here alone until
/// Enter; digits of a PIN are shown nowhere. Owned by the JavaFX thread.
public final class ApprovalViewModel {
  /// No PIN is shorter or longer.
  static final int PIN_LEAST = 4;

  static final int PIN_MOST = 12;
  private static final int NAME_MOST = 64;

  private final ApprovalActions actions;
  private final Speech words;
  private final ReadOnlyObjectWrapper<Optional<ApprovalPicture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper pinTyped = new ReadOnlyIntegerWrapper(0);
  private final StringBuilder pin = new StringBuilder();

  public ApprovalViewModel(ApprovalActions actions, Speech words) {
    this.actions = actions;
    this.words = words;
  }

  /// What is asked now; absent: nothing. What was typed for another question goes.
  public void show(Optional<ApprovalPicture> now) {
    if (!now.map(ApprovalPicture::stage).equals(picture.get().map(ApprovalPicture::stage))) {
      forget();
    }
    if (!now.equals(picture.get())) {
      picture.set(now);
    }
  }

  public ReadOnlyObjectProperty<Optional<ApprovalPicture>> picture() {
    return picture.getReadOnlyProperty();
  }

  public Speech words() {
    return words;
  }

  /// The user name as far as it is typed.
  public ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /// How many digits of the PIN are typed.
  public ReadOnlyIntegerProperty pinTyped() {
    return pinTyped.getReadOnlyProperty();
  }

  /// Whether a supervisor is asked.
  public boolean open() {
    return picture.get().isPresent();
  }

  private boolean at(Stage stage) {
    return picture.get().filter(now -> now.stage() == stage).isPresent();
  }

  /// A typed character; false when nobody is asked.
  public boolean typed(char character) {
    if (at(Stage.PIN) && character >= '0' && character <= '9' && pin.length() < PIN_MOST) {
      pin.append(character);
      pinTyped.set(pin.length());
    } else if (at(Stage.BADGE)
        && !Character.isISOControl(character)
        && !Character.isSurrogate(character)
        && name.get().length() < NAME_MOST) {
      name.set(name.get() + character);
    }
    return open();
  }

  /// A PIN that was typed as fast as a scanner types is still a PIN; false for any other scan.
  public boolean fast(Scan scan) {
    String text = scan.text();
    boolean digits =
        text.length() >= PIN_LEAST
            && text.length() <= PIN_MOST
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!at(Stage.PIN) || !digits || !scan.source().equals(WedgeScanner.KEYBOARD)) {
      return false;
    }
    forget();
    text.chars().forEach(digit -> typed((char) digit));
    enter();
    return true;
  }

  /// Enter: the name, or the PIN. False when nobody is asked.
  public boolean enter() {
    if (at(Stage.BADGE) && !name.get().isBlank()) {
      String typed = name.get().strip();
      forget();
      actions.supervisorNamed(typed);
    } else if (at(Stage.PIN) && pin.length() >= PIN_LEAST) {
      String typed = pin.toString();
      forget();
      actions.supervisorPin(typed);
    }
    return open();
  }

  /// Takes back the last character; false when nobody is asked.
  public boolean erase() {
    if (!pin.isEmpty()) {
      pin.setLength(pin.length() - 1);
      pinTyped.set(pin.length());
    } else if (!name.get().isEmpty()) {
      name.set(name.get().substring(0, name.get().length() - 1));
    }
    return open();
  }

  /// Esc: first what was typed, then one step back; false when nobody is asked.
  public boolean back() {
    if (open() && pin.isEmpty() && name.get().isEmpty()) {
      actions.supervisorBack();
    }
    forget();
    return open();
  }

  private void forget() {
    pin.setLength(0);
    pinTyped.set(0);
    name.set("");
  }
}
