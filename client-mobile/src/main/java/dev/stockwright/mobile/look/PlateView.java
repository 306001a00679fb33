package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Plate;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A place as a sign on a rack. The segments that differ from the last place are bright and
/// underlined, the others dim; the code is as large as it fits and never broken.
public final class PlateView extends VBox {
  private static final double PADDING = 56;
  private static final int SMALL = 32;

  /// Below the smallest step of the design only codes go that are longer than any of ours.
  private static final int[] STEPS = {70, 60, 48, 40, 32, 28, 24};

  private static final int[] COMPACT_STEPS = {60, 48, 40, 32, 28, 24};

  private final Function<Text, String> words;
  private Optional<Plate> plate = Optional.empty();
  private boolean compact;
  private TextSize textSize = TextSize.NORMAL;

  /// Consecutive characters of a code that look the same.
  record Piece(String text, boolean bright, boolean marked) {}

  public PlateView(Function<Text, String> words) {
    this.words = words;
    getStyleClass().add("plate");
    setId("plate");
    setMinHeight(USE_PREF_SIZE);
    widthProperty().addListener((width, was, is) -> draw());
  }

  public void show(Optional<Plate> shown) {
    plate = shown;
    draw();
  }

  /// The form for screens below 600 px.
  public void compact(boolean wanted) {
    compact = wanted;
    draw();
  }

  /// How large the words on it are; its code is as large as it fits.
  public void text(TextSize size) {
    textSize = size;
    draw();
  }

  private void draw() {
    getChildren().clear();
    getStyleClass().remove("plate-small");
    plate.ifPresent(this::fill);
  }

  private void fill(Plate shown) {
    setAccessibleText(words.apply(shown.label()) + " " + shown.code());
    if (shown.here()) {
      getStyleClass().add("plate-small");
      getChildren().add(here(shown));
      return;
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, Labels.firm(words.apply(shown.label()), "plate-word"), gap);
    shown
        .where()
        .ifPresent(
            where -> line.getChildren().add(Labels.wrapped(words.apply(where), "plate-word")));
    int size =
        Labels.fitting(
            shown.code(), Labels.PLATE, getWidth() - PADDING, compact ? COMPACT_STEPS : STEPS);
    HBox code = new HBox();
    for (Piece piece : pieces(shown.code(), shown.before())) {
      Figure letters =
          new Figure(piece.text(), 1.0, "plate-code", piece.bright() ? "bright" : "dim");
      letters.size(size);
      letters.getStyleClass().add(piece.marked() ? "plate-marked" : "plate-plain");
      code.getChildren().add(letters);
    }
    getChildren().addAll(line, code);
  }

  private HBox here(Plate shown) {
    String said = words.apply(Text.of(HandheldPhrase.YOU_ARE_HERE));
    Label word = Labels.wrapped(said, "plate-here");
    HBox confirmed = new HBox(6, new Glyph(Pictogram.CHECK, 20), word);
    confirmed.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(confirmed, Priority.ALWAYS);
    double room = getWidth() - PADDING - 34 - Labels.width(said, Labels.SANS, textSize.px(16));
    int size = Labels.fitting(shown.code(), Labels.PLATE, room, SMALL, 28, 24, 20);
    HBox row = new HBox(8, new Figure(shown.code(), 1.2, "plate-code", "bright").size(size));
    row.getChildren().add(confirmed);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  /// Without a place before it, or the same one, all of a code is bright and nothing underlined.
  static List<Piece> pieces(String code, Optional<String> before) {
    List<String> now = segments(code);
    List<String> then = before.map(PlateView::segments).orElse(now);
    boolean whole = now.equals(then);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      boolean differs = !whole && differs(now, then, i);
      if (i > 0) {
        boolean inside = differs && differs(now, then, i - 1);
        join(pieces, new Piece("-", whole || inside, inside));
      }
      join(pieces, new Piece(now.get(i), whole || differs, differs));
    }
    return pieces;
  }

  private static boolean differs(List<String> now, List<String> then, int i) {
    return i >= then.size() || !now.get(i).equals(then.get(i));
  }

  private static void join(List<Piece> pieces, Piece next) {
    if (!pieces.isEmpty()) {
      Piece last = pieces.get(pieces.size() - 1);
      if (last.bright() == next.bright() && last.marked() == next.marked()) {
        pieces.set(
            pieces.size() - 1, new Piece(last.text() + next.text(), last.bright(), last.marked()));
        return;
      }
    }
    pieces.add(next);
  }

  private static List<String> segments(String code) {
    List<String> segments = new ArrayList<>();
    int from = 0;
    for (int at = code.indexOf('-'); at >= 0; at = code.indexOf('-', from)) {
      segments.add(code.substring(from, at));
      from = at + 1;
    }
    segments.add(code.substring(from));
    return segments;
  }
}
