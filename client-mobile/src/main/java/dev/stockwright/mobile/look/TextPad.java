package dev.stockwright.mobile.look;

import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A small keyboard of our own, for a lot, a document number or a note: no keyboard of the phone
/// comes up, and no field takes the focus. Digits first; the letters are one key away, in the order
/// of the alphabet, since a gloved thumb looks for them.
public final class TextPad extends Region {
  /// What is longer nobody types with a thumb.
  public static final int LENGTH_MAX = 60;

  private static final double GAP = 8;
  private static final double EDGE = 4;
  private static final double KEY_LEAST = 56;
  private static final double KEY_MOST = 80;
  private static final double HEAD = 72;
  private static final double HEAD_GLOVE = 90;
  private static final double WIDE = 560;
  private static final double SIGNS = 130;

  private final Function<Text, String> words;
  private final Label typed = Labels.wrapped("", "text-typed");
  private final Region caret = new Region();
  private final HBox field = new HBox(2, typed, caret);
  private final Button save;
  private final List<Button> keys = new ArrayList<>();
  private String text = "";
  private boolean letters;
  private boolean glove;

  /// @param done hears the text
  public TextPad(Function<Text, String> words, Consumer<String> done) {
    this.words = words;
    getStyleClass().add("text-pad");
    setId("text-pad");
    caret.getStyleClass().add("keypad-caret");
    caret.setMinSize(3, 36);
    caret.setMaxSize(3, 36);
    field.getStyleClass().add("keypad-field");
    field.setAlignment(Pos.CENTER_LEFT);
    field.setId("text-field");
    HBox.setHgrow(typed, Priority.NEVER);
    save =
        Press.picture(
            Pictogram.CHECK,
            words.apply(Text.of(HandheldPhrase.TAKE_TEXT)),
            () -> give(done),
            "big",
            "square",
            "filled");
    save.setId("primary");
  }

  /// Begins with nothing typed.
  public void clear() {
    letters = false;
    set("");
    draw();
  }

  /// A character that came from a real keyboard; small letters become capital ones.
  public void type(char character) {
    if (character >= ' ' && character < 127) {
      add(String.valueOf(character).toUpperCase(Locale.ROOT));
    }
  }

  /// The last character goes.
  public void shorter() {
    set(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
  }

  /// What stands on it, without blanks around.
  public String text() {
    return text.strip();
  }

  /// With gloves keys are larger, where there is room.
  public void glove(boolean wanted) {
    glove = wanted;
    requestLayout();
  }

  private void give(Consumer<String> done) {
    if (!text().isEmpty()) {
      done.accept(text());
    }
  }

  private void add(String more) {
    set(text.length() < LENGTH_MAX ? text + more : text);
  }

  private void set(String next) {
    text = next;
    typed.setText(next);
    save.setDisable(text().isEmpty());
    fit();
  }

  /// Large while it is short; a note takes up to three lines.
  private void fit() {
    double room = getWidth() <= 0 ? SIGNS : Math.min(getWidth(), WIDE) - SIGNS;
    int size = Labels.fitting(text, Labels.SANS, room, 32, 24, 20, 16);
    typed.setStyle("-fx-font-size: " + size + "px;");
    requestLayout();
  }

  private void draw() {
    keys.clear();
    if (letters) {
      for (char letter = 'A'; letter <= 'Z'; letter++) {
        signs(String.valueOf(letter));
      }
      signs("-");
      keys.add(page("123", HandheldPhrase.DIGITS));
      keys.add(space());
      keys.add(delete());
    } else {
      signs("1", "2", "3");
      keys.add(delete());
      signs("4", "5", "6", "-", "7", "8", "9", "/");
      keys.add(page("ABC", HandheldPhrase.LETTERS));
      signs("0", ".");
      keys.add(space());
    }
    getChildren().setAll(field, save);
    getChildren().addAll(keys);
    requestLayout();
  }

  private void signs(String... all) {
    for (String sign : all) {
      Button key = Press.of(Labels.firm(sign, "key-digit"), sign, () -> add(sign), "letter");
      key.setId("sign-" + sign);
      keys.add(key);
    }
  }

  private Button space() {
    Region mark = new Region();
    mark.getStyleClass().add("space-mark");
    Button key = side(mark, words.apply(Text.of(HandheldPhrase.SPACE)), () -> add(" "));
    key.setId("sign-space");
    return key;
  }

  private Button delete() {
    Glyph glyph = new Glyph(Pictogram.DELETE, 24);
    return side(glyph, words.apply(Text.of(HandheldPhrase.DELETE_SIGN)), this::shorter);
  }

  private Button page(String label, HandheldPhrase spoken) {
    Button key =
        side(
            Labels.firm(label, "key-words"),
            words.apply(Text.of(spoken)),
            () -> {
              letters = !letters;
              draw();
            });
    key.setId("page");
    return key;
  }

  private static Button side(Node content, String spoken, Runnable action) {
    return Press.of(content, spoken, action, "letter", "key-side");
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(getWidth(), WIDE);
    double left = (getWidth() - width) / 2 + EDGE;
    double inner = width - 2 * EDGE;
    double head = glove && getHeight() > 600 ? HEAD_GLOVE : HEAD;
    field.resizeRelocate(left, GAP, inner - HEAD - GAP, head);
    save.resizeRelocate(left + inner - HEAD, GAP, HEAD, head);
    int columns = letters ? 5 : 4;
    int lines = (keys.size() + columns - 1) / columns;
    double y = head + 2 * GAP;
    double each = (getHeight() - y - EDGE - (lines - 1) * GAP) / lines;
    double height = Math.floor(Math.max(KEY_LEAST, Math.min(KEY_MOST, each)));
    double wide = (inner - (columns - 1) * GAP) / columns;
    for (int i = 0; i < keys.size(); i++) {
      double x = left + i % columns * (wide + GAP);
      int line = i / columns;
      keys.get(i).resizeRelocate(x, y + line * (height + GAP), wide, height);
    }
  }
}
