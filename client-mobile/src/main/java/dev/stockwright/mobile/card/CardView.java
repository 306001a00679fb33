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
import dev.stockwright.mobile.look.TextSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Draws a [Card] on a phone and hands back what was pressed. Owned by the JavaFX thread.
///
/// Every part keeps its place. When there is less room than a card needs, the list gives way
/// first, then the hint, then the row of the last action folds into the bottom bar, then the goods;
/// instruction, place, feedback and buttons never do.
///
/// An action whose input is an empty [Input.Typed] opens a small keyboard; what is typed on it is
/// given as [Input.Typed].
public final class CardView extends Region {

  private final Consumer<Input> given;
  private final Function<Text, String> words;
  private final Parts parts;
  private final Arrangement arrangement;
  private final Enlarging enlarging;
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
    this.enlarging = new Enlarging(this, parts, arrangement);
    getStyleClass().add("handheld");
    getChildren().addAll(parts.all());
    heightProperty().addListener((height, was, is) -> adapt());
    widthProperty().addListener((width, was, is) -> adapt());
  }

  /// Shows another moment. What was open over the card closes when the card is another one.
  public void show(Shown next) {
    boolean other = shown == null || !shown.card().equals(next.card());
    if (other) {
      over = Over.NOTHING;
    }
    shown = next;
    parts.band.show(next.band());
    if (other) {
      fill(next.card());
    }
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
    parts.text.glove(wanted);
    arrangement.glove(wanted);
    adapt();
  }

  /// Larger texts: on each screen the size that is wanted, or the largest below it in which
  /// nothing is cut and nothing but the hint gives way.
  public void text(TextSize size) {
    enlarging.want(size);
    adapt();
  }

  /// How large the texts of this screen are.
  public TextSize textShown() {
    return enlarging.shown();
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

  /// Opens the keyboard, where the card takes a text; false when it does not.
  public boolean openText() {
    boolean wanted = shown != null && Typable.takesText(shown.card());
    if (wanted) {
      over = Over.TEXT;
      parts.text.clear();
      draw();
    }
    return wanted;
  }

  /// The keyboard is open.
  boolean typesText() {
    return over == Over.TEXT;
  }

  /// A text is complete.
  void typedText(String text) {
    pressed(new Input.Typed(text));
  }

  /// A character of a real keyboard, for the open keyboard.
  public void typed(char character) {
    if (over == Over.TEXT) {
      parts.text.type(character);
    }
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
      Quantity.of(shown.card()).ifPresent(this::openKeypad);
    }
    if (over == Over.KEYPAD) {
      parts.keypad.digit(digit);
    }
    return over == Over.KEYPAD;
  }

  /// The last digit on the open keypad goes, or the last character of the text.
  public void shorter() {
    if (over == Over.TEXT) {
      parts.text.shorter();
    } else if (over == Over.KEYPAD) {
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
    Optional<KeypadAsk> ask = shown == null ? Optional.empty() : Quantity.of(shown.card());
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
    if (over == Over.TEXT) {
      return saveText();
    }
    if (shown.card().question().isPresent()) {
      return parts.question.entered();
    }
    shown.card().primary().ifPresent(action -> pressed(action.input()));
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
    if (input.equals(Typable.TYPE) && openText()) {
      return;
    }
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

  private boolean saveText() {
    String text = parts.text.text();
    if (!text.isEmpty()) {
      typedText(text);
    }
    return !text.isEmpty();
  }

  /// Where the quantity can be typed, a tap on the number does it too.
  private Optional<Runnable> quantityPress(Card card) {
    Input quantity = new Input.Press(Key.QUANTITY);
    return card.more().stream()
        .filter(action -> action.input().equals(quantity))
        .findFirst()
        .map(action -> () -> pressed(quantity));
  }

  /// What belongs to the card itself is made anew with another card only, so that a key that is
  /// focused stays so while the rest of the screen changes.
  private void fill(Card card) {
    parts.plate.show(card.plate());
    parts.goods.show(card.goods(), quantityPress(card));
    parts.progress.show(typesPin() ? Optional.empty() : card.progress(), card.context());
    parts.figures.show(card.figures());
    parts.hint(card.hint().map(words));
    boolean tiles = ChoiceRows.areTiles(card);
    List<Row> reasons = ChoiceRows.reasons(card.rows());
    parts.tiles.show(tiles ? card.rows() : List.of(), ChoiceRows.tileForMore(card));
    parts.reasons.show(reasons);
    parts.list.show(tiles ? List.of() : ChoiceRows.others(card.rows()));
    parts.question.show(card.question());
    parts.sheet.show(card.more());
    card.progress().filter(digits -> typesPin()).ifPresent(parts.pin::show);
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
    parts.last.show(shown.last());
    adapt();
  }

  private void adapt() {
    if (shown == null || getWidth() <= 0) {
      return;
    }
    Shown now = shown;
    enlarging.fit(() -> arrange(now));
  }

  private void arrange(Shown now) {
    boolean compact = arrangement.low(getHeight());
    getStyleClass().remove("compact");
    if (compact) {
      getStyleClass().add("compact");
    }
    parts.plate.compact(compact);
    parts.goods.compact(compact);
    parts.figures.compact(compact);
    Card card = now.card();
    boolean folded = arrangement.folds(now, getWidth(), getHeight());
    boolean undoable = now.last().isPresent() && now.last().get().undoable();
    switch (over) {
      case NOTHING -> {
        boolean covered = card.question().isPresent() || typesPin();
        parts.bottom.show(
            covered ? Optional.empty() : card.primary(),
            covered || ChoiceRows.tileForMore(card) ? List.of() : card.more(),
            card.prompt().means() == Card.Means.TOUCH,
            folded && undoable && card.question().isEmpty(),
            arrangement.column(getWidth()));
      }
      case MORE -> parts.bottom.showClose();
      case KEYPAD -> drawKeypad();
      case TEXT ->
          parts.instruction.showTyping(
              words.apply(Text.of(HandheldPhrase.TYPE_TEXT)),
              Optional.of(words.apply(card.prompt().instruction())));
    }
    arrangement.over(over.on(card));
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
