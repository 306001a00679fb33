package dev.stockwright.desktop.work;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.approval.ApprovalViewModel;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// What the work screen shows and what can be asked of it. Owned by the JavaFX thread. Holds no
/// work: where somebody is stands in the store, only an unfinished number is here.
public final class WorkViewModel {
  /// The largest quantity that can be typed; longer numbers are barcodes.
  static final long TYPED_MAX = 999_999;

  private final WorkActions actions;
  private final Sounds sounds;
  private final Speech words;
  private final ReadOnlyObjectWrapper<WorkPicture> picture;
  private final ReadOnlyObjectWrapper<Instruction> instruction;
  private final ReadOnlyObjectWrapper<Optional<Decision>> decision =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Input>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Feedback>> feedback =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper readTwice = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyLongWrapper number = new ReadOnlyLongWrapper(0);
  private final IntegerProperty scansWaiting = new SimpleIntegerProperty(0);
  private final ApprovalViewModel approval;
  private boolean quantityAsked;

  /// @param words the language of the desk
  public WorkViewModel(WorkActions actions, Sounds sounds, Speech words) {
    this.actions = actions;
    this.sounds = sounds;
    this.words = words;
    this.approval = new ApprovalViewModel(actions, words);
    WorkPicture none = nobody();
    this.picture = new ReadOnlyObjectWrapper<>(none);
    this.instruction = new ReadOnlyObjectWrapper<>(none.instruction());
  }

  private WorkPicture nobody() {
    return new WorkPicture(
        say(FloorPhrase.WORK),
        "",
        Instruction.scan(say(FloorPhrase.NO_WORK_YET), say(FloorPhrase.SIGN_IN_FIRST)),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        false);
  }

  Speech speech() {
    return words;
  }

  String say(FloorPhrase phrase, Object... parts) {
    return words.say(Text.of(phrase, parts));
  }

  String say(Text text) {
    return words.say(text);
  }

  // What is shown; the wiring sets it.

  /// Another moment of the work. What was typed goes when another thing is asked for.
  public void show(WorkPicture next) {
    WorkPicture before = picture.get();
    boolean other =
        !before.title().equals(next.title()) || !before.instruction().equals(next.instruction());
    if (other) {
      forgetNumber();
    }
    if (next.lines().stream().noneMatch(line -> line.input().equals(selected.get()))) {
      selected.set(Optional.empty());
    }
    picture.set(next);
    approval.show(next.approval());
    decision.set(next.asked().map(WorkPicture.Asked::decision));
    sayWhatNow();
  }

  /// Somebody else works here now: what was said to the one before is no longer of interest.
  public void forget() {
    feedback.set(Optional.empty());
    show(nobody());
  }

  public ReadOnlyObjectProperty<WorkPicture> picture() {
    return picture.getReadOnlyProperty();
  }

  /// What to do now.
  public ReadOnlyObjectProperty<Instruction> instruction() {
    return instruction.getReadOnlyProperty();
  }

  /// The open question.
  public ReadOnlyObjectProperty<Optional<Decision>> decision() {
    return decision.getReadOnlyProperty();
  }

  /// The question to a supervisor.
  public ApprovalViewModel approval() {
    return approval;
  }

  /// The chosen line, by what it means.
  public ReadOnlyObjectProperty<Optional<Input>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// What happened last; see [#say].
  public ReadOnlyObjectProperty<Optional<Feedback>> feedback() {
    return feedback.getReadOnlyProperty();
  }

  /// Shows and sounds what happened.
  public void say(Feedback happened) {
    readTwice.set(false);
    feedback.set(Optional.of(happened));
    sounds.play(happened.outcome().signal());
  }

  /// The scan before was read again at once; it counts once.
  public void bounced() {
    readTwice.set(true);
    sounds.tick();
  }

  public ReadOnlyBooleanProperty readTwice() {
    return readTwice.getReadOnlyProperty();
  }

  /// The typed quantity; 0 when there is none.
  public ReadOnlyLongProperty number() {
    return number.getReadOnlyProperty();
  }

  /// Scans that came in while one was handled.
  public IntegerProperty scansWaiting() {
    return scansWaiting;
  }

  // What is asked for; the screen calls it.

  /// A scan, wherever the focus is; it saves the typed number.
  public void scan(Scan scan) {
    OptionalLong typed = number.get() > 0 ? OptionalLong.of(number.get()) : OptionalLong.empty();
    forgetNumber();
    actions.cardScanned(scan, typed);
  }

  /// A code from the keyboard.
  public void code(String code) {
    if (!code.isBlank()) {
      actions.codeTyped(code.strip());
    }
  }

  /// A typed character: the answer to a question, or a digit of a quantity.
  public void typed(char character) {
    if (character < '0' || character > '9') {
      return;
    }
    int digit = character - '0';
    if (decision.get().isPresent()) {
      answer(digit);
    } else if (picture.get().takesQuantity() && number.get() * 10 + digit <= TYPED_MAX) {
      number.set(number.get() * 10 + digit);
      sayWhatNow();
    }
  }

  /// Takes back the last digit.
  public void erase() {
    number.set(number.get() / 10);
    sayWhatNow();
  }

  /// Answers the open question; a number that it does not offer is ignored.
  public void answer(int option) {
    picture
        .get()
        .asked()
        .filter(asked -> option >= 1 && option <= asked.inputs().size())
        .ifPresent(
            asked -> {
              decision.set(Optional.empty()); // A second press answers nothing.
              actions.given(asked.inputs().get(option - 1));
            });
  }

  /// F4: the next digits are a quantity; where the card wants to be asked, it is.
  public void askQuantity() {
    Input quantity = new Input.Press(Key.QUANTITY);
    if (picture.get().takesQuantity()) {
      quantityAsked = true;
      sayWhatNow();
    } else if (picture.get().more().stream().anyMatch(c -> c.input().equals(quantity))) {
      actions.given(quantity);
    }
  }

  /// F8.
  public void undo() {
    actions.given(new Input.Press(Key.UNDO));
  }

  /// A function key of a rare action; false when none has it.
  public boolean function(int number) {
    Optional<WorkPicture.Choice> choice =
        picture.get().more().stream().filter(each -> each.function() == number).findFirst();
    if (choice.isPresent() && decision.get().isEmpty()) {
      press(choice.get());
    }
    return choice.isPresent();
  }

  /// A button of the card.
  public void press(WorkPicture.Choice choice) {
    if (choice.input().equals(new Input.Press(Key.QUANTITY))) {
      askQuantity();
    } else {
      actions.given(choice.input());
    }
  }

  /// Enter: the typed number, the first answer, the chosen line, or the main button; false when
  /// there is nothing of it.
  public boolean enter() {
    if (number.get() > 0) {
      long units = number.get();
      forgetNumber();
      actions.given(new Input.Keyed(units));
      return true;
    }
    if (picture.get().asked().isPresent()) {
      answer(1);
      return true;
    }
    Optional<Input> wanted =
        selected.get().or(() -> picture.get().primary().map(WorkPicture.Choice::input));
    wanted.ifPresent(actions::given);
    return wanted.isPresent();
  }

  /// Esc: first what was typed, then the choice, then one step back.
  public void escape() {
    if (number.get() > 0 || quantityAsked) {
      forgetNumber();
    } else if (selected.get().isPresent()) {
      selected.set(Optional.empty());
    } else if (picture.get().back()) {
      actions.given(new Input.Press(Key.BACK));
    }
  }

  /// Chooses the line `rows` further down (negative: up) among those that can be chosen.
  public void moveSelection(int rows) {
    List<Input> choices =
        picture.get().lines().stream().flatMap(line -> line.input().stream()).toList();
    if (choices.isEmpty()) {
      return;
    }
    int at = selected.get().map(choices::indexOf).orElse(-1);
    int wanted = at < 0 ? 0 : Math.clamp(at + (long) rows, 0, choices.size() - 1);
    selected.set(Optional.of(choices.get(wanted)));
  }

  /// A line was pressed.
  public void choose(WorkPicture.Line line) {
    line.input().ifPresent(actions::given);
  }

  private void forgetNumber() {
    quantityAsked = false;
    number.set(0);
    sayWhatNow();
  }

  private void sayWhatNow() {
    if (number.get() > 0) {
      instruction.set(
          Instruction.touch(
              say(FloorPhrase.ENTER_SAVES, Figures.of(number.get())), say(FloorPhrase.ESC_CLEARS)));
    } else if (quantityAsked) {
      instruction.set(
          Instruction.touch(say(FloorPhrase.TYPE_QUANTITY), say(FloorPhrase.QUANTITY_HINT)));
    } else {
      instruction.set(picture.get().instruction());
    }
  }
}
