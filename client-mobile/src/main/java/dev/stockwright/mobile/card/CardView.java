package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.KeypadAsk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Draws a [Card] on a phone and hands back what was pressed. Owned by the JavaFX thread.
///
/// Every part keeps its place. When there is less room than a card needs, the list gives way
/// first, then the hint, then the row of the last action folds into the bottom bar, then the goods;
/// instruction, place, feedback and buttons never do.
public final class CardView extends Region {
  /// What lies over the card.
  private enum Over {
    NOTHING,
    MORE,
    KEYPAD
  }

  private static final double COMPACT = 600;

  private final Consumer<Input> given;
  private final Function<Text, String> words;
  private final Parts parts;
  private final Arrangement arrangement;
  private @Nullable Shown shown; // Absent until the first card.
  private Over over = Over.NOTHING;
  private Optional<KeypadAsk> asked = Optional.empty();

  /// @param words puts texts into the language of who is signed in
  /// @param given hears every press
  /// @param openSync the pill was pressed
  public CardView(
      Function<Text, String> words, Consumer<Input> given, Runnable openSync, Delay delay) {
    this.given = given;
    this.words = words;
    this.parts = new Parts(words, new Presses(this, given, openSync), delay);
    this.arrangement = new Arrangement(parts);
    getStyleClass().add("handheld");
    getChildren().addAll(parts.all());
    heightProperty().addListener((height, was, is) -> adapt());
    widthProperty().addListener((width, was, is) -> adapt());
  }

  /// Shows another moment. What was open over the card closes when the card is another one.
  public void show(Shown next) {
    if (shown == null || !shown.card().equals(next.card())) {
      over = Over.NOTHING;
    }
    shown = next;
    parts.band.show(next.band());
    draw();
  }

  /// What the battery has left; absent where the device does not tell.
  public void battery(OptionalInt percent) {
    parts.top.battery(percent);
  }

  /// A drawing for a screen that has neither a place nor goods yet; it goes where there is no room.
  public void picture(Optional<Region> drawing) {
    parts.picture.getChildren().setAll(drawing.stream().toList());
    draw();
  }

  /// Larger targets. The class `glove` of the root says the same to the sheet.
  public void glove(boolean wanted) {
    parts.keypad.glove(wanted);
    arrangement.glove(wanted);
    adapt();
  }

  /// The band as it stands.
  public Optional<Band> band() {
    return parts.band.shown();
  }

  /// Opens the keypad over the card; what is saved is given as [Input.Keyed].
  public void openKeypad(KeypadAsk ask) {
    asked = Optional.of(ask);
    over = Over.KEYPAD;
    parts.keypad.ask(ask);
    draw();
  }

  /// The number on the open keypad, for the scan that saves it; absent when there is none.
  public Optional<Long> typedNumber() {
    return over == Over.KEYPAD ? parts.keypad.number() : Optional.empty();
  }

  /// A digit of a real keyboard: an answer to a question, of a PIN, or the first or next digit of a
  /// quantity; false when none can be used here.
  public boolean digit(char digit) {
    if (shown == null) {
      return false;
    }
    if (over == Over.NOTHING && shown.card().question().isPresent()) {
      parts.question.answer(digit - '0');
      return true;
    }
    if (typesPin()) {
      given.accept(new Input.Typed(String.valueOf(digit)));
      return true;
    }
    if (over != Over.KEYPAD) {
      quantityOf(shown.card()).ifPresent(this::openKeypad);
    }
    if (over == Over.KEYPAD) {
      parts.keypad.digit(digit);
    }
    return over == Over.KEYPAD;
  }

  /// The last digit on the open keypad goes.
  public void shorter() {
    if (over == Over.KEYPAD) {
      parts.keypad.shorter();
    } else if (typesPin()) {
      given.accept(new Input.Press(Key.DISCARD));
    }
  }

  private boolean typesPin() {
    return shown != null && shown.card().prompt().means() == Card.Means.PIN;
  }

  /// Opens the keypad for the quantity of the card; false when it has none.
  public boolean openQuantity() {
    Optional<KeypadAsk> ask = shown == null ? Optional.empty() : quantityOf(shown.card());
    ask.ifPresent(this::openKeypad);
    return ask.isPresent();
  }

  /// Enter, or the wide button: what the screen is about; false when it has no such thing.
  public boolean primary() {
    if (shown == null) {
      return false;
    }
    if (over == Over.KEYPAD) {
      return save();
    }
    if (over == Over.MORE) {
      return false;
    }
    if (shown.card().question().isPresent()) {
      return parts.question.answer(1);
    }
    shown.card().primary().ifPresent(action -> given.accept(action.input()));
    return shown.card().primary().isPresent();
  }

  /// One step back: closes what is open over the card, else the card decides.
  public void back() {
    if (over != Over.NOTHING) {
      close();
    } else {
      given.accept(new Input.Press(Key.BACK));
    }
  }

  /// The rare actions, or away with what is open.
  public void more() {
    if (over != Over.NOTHING) {
      close();
    } else if (shown != null && !shown.card().more().isEmpty()) {
      over = Over.MORE;
      draw();
    }
  }

  /// A press of the kit, after which nothing is open any more.
  void pressed(Input input) {
    over = Over.NOTHING;
    draw();
    given.accept(input);
  }

  /// The number on the keypad is another one.
  void typed() {
    if (over == Over.KEYPAD) {
      drawKeypad();
    }
  }

  /// The band came or went.
  void moved() {
    adapt();
  }

  private void close() {
    over = Over.NOTHING;
    draw();
  }

  private boolean save() {
    Optional<Long> number = parts.keypad.number();
    number.ifPresent(units -> pressed(new Input.Keyed(units)));
    return number.isPresent();
  }

  private static Optional<KeypadAsk> quantityOf(Card card) {
    return card.goods()
        .flatMap(
            goods ->
                goods
                    .amount()
                    .map(
                        amount ->
                            new KeypadAsk(
                                goods.name(),
                                goods.source(),
                                amount.unit(),
                                toGo(amount),
                                whole(amount),
                                OptionalLong.empty(),
                                false)));
  }

  /// Where the quantity can be typed, a tap on the number does it too.
  private Optional<Runnable> quantityPress(Card card) {
    Input quantity = new Input.Press(Key.QUANTITY);
    return card.more().stream()
        .filter(action -> action.input().equals(quantity))
        .findFirst()
        .map(action -> () -> pressed(quantity));
  }

  private static OptionalLong whole(Card.Amount amount) {
    return amount.of().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static OptionalLong toGo(Card.Amount amount) {
    return amount.of().isPresent() && amount.number().isPresent()
        ? OptionalLong.of(Math.max(0, amount.of().get() - amount.number().get()))
        : OptionalLong.empty();
  }

  private void draw() {
    if (shown == null) {
      return;
    }
    Card card = shown.card();
    parts.top.show(
        words.apply(card.title()),
        card.context().map(words),
        shown.back() || over != Over.NOTHING,
        shown.sync().state());
    parts.instruction.show(
        card.prompt().means(),
        words.apply(card.prompt().instruction()),
        card.prompt().detail().map(words),
        shown.waiting());
    parts.plate.show(card.plate());
    parts.goods.show(card.goods(), quantityPress(card));
    parts.hint(card.hint().map(words));
    parts.last.show(shown.last());
    boolean tiles =
        card.plate().isEmpty() && card.goods().isEmpty() && ChoiceRows.areTiles(card.rows());
    List<Row> reasons = ChoiceRows.reasons(card.rows());
    parts.tiles.show(tiles ? card.rows() : List.of());
    parts.reasons.show(reasons);
    parts.list.show(tiles ? List.of() : ChoiceRows.others(card.rows()));
    parts.question.show(card.question());
    parts.sheet.show(card.more());
    card.progress().filter(digits -> typesPin()).ifPresent(parts.pin::show);
    adapt();
  }

  private void adapt() {
    if (shown == null || getWidth() <= 0) {
      return;
    }
    boolean compact = getHeight() < COMPACT;
    getStyleClass().remove("compact");
    if (compact) {
      getStyleClass().add("compact");
    }
    parts.plate.compact(compact);
    parts.goods.compact(compact);
    Card card = shown.card();
    boolean folded = arrangement.folds(shown, getWidth(), getHeight());
    boolean undoable = shown.last().isPresent() && shown.last().get().undoable();
    switch (over) {
      case NOTHING ->
          parts.bottom.show(
              card.question().isPresent() || typesPin() ? Optional.empty() : card.primary(),
              card.question().isPresent() || typesPin() ? List.of() : card.more(),
              card.prompt().means() == Card.Means.TOUCH,
              folded && undoable && card.question().isEmpty());
      case MORE -> parts.bottom.showClose();
      case KEYPAD -> drawKeypad();
    }
    arrangement.over(
        switch (over) {
          case NOTHING ->
              typesPin()
                  ? Arrangement.Stage.PIN
                  : card.question().isPresent()
                      ? Arrangement.Stage.QUESTION
                      : Arrangement.Stage.CARD;
          case MORE -> Arrangement.Stage.SHEET;
          case KEYPAD -> Arrangement.Stage.KEYPAD;
        });
    requestLayout();
  }

  private void drawKeypad() {
    Optional<Text> unit = asked.flatMap(KeypadAsk::unit);
    Optional<Long> number = parts.keypad.number();
    parts.instruction.showTyping(words.apply(Text.of(HandheldPhrase.TYPE_NUMBER)), unit.map(words));
    Text label =
        number.isEmpty()
            ? Text.of(HandheldPhrase.TYPE_NUMBER)
            : unit.isPresent()
                ? Text.of(HandheldPhrase.SAVE_UNITS, number.get(), unit.get())
                : Text.of(HandheldPhrase.SAVE, number.get());
    parts.bottom.showOnly(words.apply(label), number.isPresent(), this::save);
  }

  @Override
  protected void layoutChildren() {
    if (shown != null) {
      arrangement.layout(shown, getWidth(), getHeight());
    }
  }
}
