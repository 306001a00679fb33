package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Digits that nobody else may see: dots above, ten large keys below. What was typed is not kept
/// here.
public final class PinPad extends Region {
  private static final double GAP = 8;
  private static final double EDGE = 12;
  private static final double KEY_LEAST = 64;
  private static final double KEY_MOST = 88;
  private static final double DOTS = 40;
  private static final double WIDE = 420;

  private final HBox dots = new HBox(14);
  private final List<Button> keys = new ArrayList<>();

  /// @param given hears each digit, and the keys beside the nought
  public PinPad(Function<Text, String> words, Consumer<Input> given) {
    getStyleClass().add("pin-pad");
    setId("pin-pad");
    dots.setAlignment(Pos.CENTER);
    dots.setId("pin-dots");
    for (String digit : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")) {
      keys.add(digit(digit, given));
    }
    keys.add(
        side(
            Pictogram.X,
            words.apply(Text.of(HandheldPhrase.CLEAR)),
            () -> given.accept(new Input.Press(Key.DISCARD))));
    keys.add(digit("0", given));
    keys.add(
        side(
            Pictogram.CHECK,
            words.apply(Text.of(HandheldPhrase.SIGN_IN_KEY)),
            () -> given.accept(new Input.Press(Key.OK))));
    getChildren().add(dots);
    getChildren().addAll(keys);
  }

  private static Button digit(String digit, Consumer<Input> given) {
    Button key =
        key(Labels.firm(digit, "key-digit"), digit, () -> given.accept(new Input.Typed(digit)));
    key.setId("pin-" + digit);
    return key;
  }

  private static Button side(Pictogram picture, String spoken, Runnable action) {
    Button key = key(new Glyph(picture, 28), spoken, action);
    key.getStyleClass().add("key-side");
    return key;
  }

  private static Button key(Node content, String spoken, Runnable action) {
    return Press.of(content, spoken, action, "key");
  }

  /// How many digits there are, of how many.
  public void show(Card.Progress digits) {
    long all = Math.max(digits.of(), digits.done());
    dots.getChildren().clear();
    for (long i = 0; i < all; i++) {
      Region dot = new Region();
      dot.getStyleClass().addAll("pin-dot", i < digits.done() ? "pin-dot-full" : "pin-dot-empty");
      dots.getChildren().add(dot);
    }
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(getWidth(), WIDE);
    double left = (getWidth() - width) / 2 + EDGE;
    double inner = width - 2 * EDGE;
    double room = getHeight() - EDGE - 3 * GAP;
    double dotsHigh = Math.min(DOTS * 2, Math.max(DOTS, room - 4 * KEY_MOST));
    dots.resizeRelocate(left, 0, inner, dotsHigh);
    double each = Math.floor(Math.max(KEY_LEAST, Math.min(KEY_MOST, (room - dotsHigh) / 4)));
    double wide = (inner - 2 * GAP) / 3;
    for (int i = 0; i < keys.size(); i++) {
      int line = i / 3;
      keys.get(i)
          .resizeRelocate(left + i % 3 * (wide + GAP), dotsHigh + line * (each + GAP), wide, each);
    }
  }
}
