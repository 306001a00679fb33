package dev.stockwright.mobile.look;

import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// A number pad of our own: no keyboard of the phone comes up, and no field takes the focus, so
/// that a scan is never typed into a quantity.
public final class Keypad extends Region {
  private static final double GAP = 8;
  private static final double EDGE = 12;
  private static final double KEY_LEAST = 64;
  private static final double FIELD_LEAST = 64;
  private static final double FIELD = 92;
  private static final double WIDE = 560;

  private final Function<Text, String> words;
  private final Runnable changed;
  private final Figure number = new Figure("", 1.0, "figure");
  private final Region caret = new Region();
  private final Label unit = Labels.firm("", "keypad-unit");
  private final Label toGo = Labels.firm("", "keypad-rest");
  private final VBox goods = new VBox();
  private final HBox field;
  private final List<Button> keys = new ArrayList<>();
  private Typed typed = Typed.NOTHING;
  private double keyMost = 68;

  /// `changed`: the number is another one.
  public Keypad(Function<Text, String> words, Runnable changed) {
    this.words = words;
    this.changed = changed;
    getStyleClass().add("keypad");
    setId("keypad");
    caret.getStyleClass().add("keypad-caret");
    caret.setMinSize(3, 56);
    caret.setMaxSize(3, 56);
    VBox right = new VBox(unit, toGo);
    right.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(right, Priority.ALWAYS);
    field = new HBox(6, number, caret, right);
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("keypad-field");
    field.setId("field");
    goods.getStyleClass().add("keypad-goods");
  }

  public void ask(KeypadAsk ask) {
    typed = Typed.NOTHING;
    goods
        .getChildren()
        .setAll(
            Labels.wrapped(ask.product(), "goods-name"),
            Labels.wrapped(words.apply(ask.source()), "goods-source"));
    unit.setText(ask.unit().map(words).orElse(""));
    toGo.setText(
        ask.toGo().isPresent()
            ? words.apply(Text.of(HandheldPhrase.TO_GO, ask.toGo().getAsLong()))
            : "");
    keys.clear();
    digits("1", "2", "3");
    keys.add(glyph(Pictogram.DELETE, HandheldPhrase.DELETE_DIGIT, () -> set(typed.shorter())));
    digits("4", "5", "6");
    keys.add(preset(HandheldPhrase.CASE_OF, ask.pack(), pack -> typed.times(pack)));
    digits("7", "8", "9");
    keys.add(preset(HandheldPhrase.ALL_OF, ask.all(), Typed::of));
    keys.add(glyph(Pictogram.X, HandheldPhrase.CLEAR, () -> set(Typed.NOTHING)));
    digits("0", "00");
    Button sign = key(Labels.firm("±", "key-digit"), "±", () -> set(typed.turned()));
    sign.setVisible(ask.negative());
    keys.add(sign);
    getChildren().setAll(goods, field);
    getChildren().addAll(keys);
    set(typed);
  }

  /// A digit that came from a real keyboard.
  public void digit(char digit) {
    set(typed.digits(String.valueOf(digit)));
  }

  /// The last digit goes.
  public void shorter() {
    set(typed.shorter());
  }

  /// The number on it; absent while nothing is typed.
  public Optional<Long> number() {
    return typed.number();
  }

  /// With gloves keys are larger, where there is room.
  public void glove(boolean wanted) {
    keyMost = wanted ? 80 : 68;
    requestLayout();
  }

  private void set(Typed next) {
    typed = next;
    String text = next.text();
    number.text(text);
    number.size(Labels.fitting(text, Labels.FIGURES, 150, 72, 60, 48, 40, 32));
    changed.run();
    requestLayout();
  }

  private void digits(String... all) {
    for (String one : all) {
      Button key = key(Labels.firm(one, "key-digit"), one, () -> set(typed.digits(one)));
      key.setId("key-" + one);
      keys.add(key);
    }
  }

  private Button glyph(Pictogram picture, HandheldPhrase said, Runnable action) {
    Button key = key(new Glyph(picture, 24), words.apply(Text.of(said)), action);
    key.getStyleClass().add("key-side");
    return key;
  }

  private Button preset(HandheldPhrase said, OptionalLong many, Function<Long, Typed> next) {
    String text = many.isPresent() ? words.apply(Text.of(said, many.getAsLong())) : "";
    Label label = Labels.wrapped(text, "key-words");
    label.setTextAlignment(TextAlignment.CENTER);
    Button key = key(label, text, () -> many.ifPresent(pack -> set(next.apply(pack))));
    key.getStyleClass().add("key-side");
    key.setVisible(many.isPresent());
    return key;
  }

  private static Button key(Node content, String spoken, Runnable action) {
    return Press.of(content, spoken, action, "key");
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(getWidth(), WIDE);
    double left = (getWidth() - width) / 2 + EDGE;
    double inner = width - 2 * EDGE;
    double head = goods.prefHeight(inner);
    double least = KEY_LEAST * 4 + GAP * 3 + EDGE;
    double room = getHeight() - least;
    boolean goodsShown = room >= head + FIELD_LEAST + 2 * GAP + EDGE;
    goods.setVisible(goodsShown);
    double y = GAP;
    if (goodsShown) {
      goods.resizeRelocate(left, y, inner, head);
      y += head + GAP;
    }
    double high = Math.max(FIELD_LEAST, Math.min(FIELD, room - y - EDGE));
    field.resizeRelocate(left, y, inner, high);
    y += high + (goodsShown ? EDGE : GAP);
    double each = (getHeight() - EDGE - y - 3 * GAP) / 4;
    double height = Math.floor(Math.max(KEY_LEAST, Math.min(keyMost, each)));
    double wide = (inner - 3 * GAP) / 4;
    for (int i = 0; i < keys.size(); i++) {
      int line = i / 4;
      double x = left + i % 4 * (wide + GAP);
      keys.get(i).resizeRelocate(x, y + line * (height + GAP), wide, height);
    }
  }
}
