package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What there is to begin, as tiles: those with a second line lie over the whole width above.
public final class ChoiceTiles extends Region {
  /// Below this a tile is one line.
  private static final double TALL = 84;

  private static final double LEAST = 56;
  private static final double MOST = 96;
  private static final double WIDE = 700;
  private static final double GAP = 8;

  /// Fewer are easier read as a list.
  private static final int TILES_LEAST = 3;
  private static final double EDGE = 12;

  /// What frame, padding and the space after the word take of a tile's width.
  private static final double SIDES = 32;

  private final Function<Text, String> words;
  private final Consumer<Input> given;
  private final Runnable openMore;
  private final List<Button> wide = new ArrayList<>();
  private final List<Tile> tiles = new ArrayList<>();
  private TextSize textSize = TextSize.NORMAL;

  /// @param openMore what the tile of the rare actions does
  public ChoiceTiles(Function<Text, String> words, Consumer<Input> given, Runnable openMore) {
    this.words = words;
    this.given = given;
    this.openMore = openMore;
    getStyleClass().add("choices");
    setId("choices");
  }

  /// How large the words are.
  public void text(TextSize size) {
    textSize = size;
    requestLayout();
  }

  private double least() {
    return LEAST + textSize.px(17) - 17;
  }

  private double most() {
    return MOST + textSize.px(17) - 17;
  }

  /// Whether these rows are better tiles than a list.
  public static boolean suits(List<Row> rows) {
    long plain = rows.stream().filter(row -> row.detail().isEmpty()).count();
    return rows.size() >= TILES_LEAST
        && rows.size() <= 10
        && rows.stream().allMatch(row -> row.input().isPresent())
        && plain * 2 > rows.size();
  }

  /// Whether the rare actions would fill the last line.
  public static boolean leaveRoom(List<Row> rows) {
    return rows.stream().filter(row -> row.detail().isEmpty()).count() % 2 == 1;
  }

  /// @param more one tile for the rare actions stands last
  public void show(List<Row> rows, boolean more) {
    wide.clear();
    tiles.clear();
    for (Row row : rows) {
      Input input = row.input().orElseThrow();
      if (row.detail().isPresent()) {
        wide.add(wide(row, input));
      } else {
        tiles.add(
            new Tile(
                Pictogram.of(row.icon()),
                words.apply(row.head()),
                row.value().map(words).orElse(""),
                () -> given.accept(input)));
      }
    }
    if (more) {
      String text = words.apply(Text.of(HandheldPhrase.MORE));
      tiles.add(new Tile(Pictogram.ELLIPSIS, text, "", openMore));
      tiles.get(tiles.size() - 1).button.setId("more");
    }
    getChildren().setAll(wide);
    tiles.forEach(tile -> getChildren().add(tile.button));
    requestLayout();
  }

  private Button wide(Row row, Input input) {
    String head = words.apply(row.head());
    VBox text =
        new VBox(
            Labels.wrapped(head, "tile-head"),
            Labels.wrapped(row.detail().map(words).orElse(""), "tile-detail"));
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(12, text, new Glyph(Pictogram.ARROW_RIGHT, 24));
    line.setAlignment(Pos.CENTER_LEFT);
    return Press.of(line, head, () -> given.accept(input), "tile", "tile-wide");
  }

  @Override
  protected double computePrefHeight(double width) {
    return heightWith(most(), width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return heightWith(least(), width);
  }

  private double heightWith(double each, double width) {
    int lines = lines(width);
    double above = wide.stream().mapToDouble(b -> Heights.of(b, width - 2 * EDGE) + GAP).sum();
    return 2 * EDGE + above + lines * each + Math.max(0, lines - 1) * GAP;
  }

  private int columns(double width) {
    return width >= WIDE ? 4 : 2;
  }

  private int lines(double width) {
    return (tiles.size() + columns(width) - 1) / columns(width);
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - 2 * EDGE;
    double y = EDGE;
    for (Button button : wide) {
      double height = Heights.of(button, inner);
      button.resizeRelocate(EDGE, y, inner, height);
      y += height + GAP;
    }
    int columns = columns(getWidth());
    int lines = Math.max(1, lines(getWidth()));
    double room = (getHeight() - EDGE - y - (lines - 1) * GAP) / lines;
    double height = Math.floor(Math.max(least(), Math.min(most(), room)));
    double width = (inner - (columns - 1) * GAP) / columns;
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      tile.fit(height >= TALL + textSize.px(17) - 17, width, textSize);
      int line = i / columns;
      int column = i % columns;
      boolean alone = i == tiles.size() - 1 && column == 0;
      tile.button.resizeRelocate(
          EDGE + column * (width + GAP), y + line * (height + GAP), alone ? inner : width, height);
    }
  }

  private static final class Tile {
    private final Button button;
    private final Glyph glyph;
    private final Label head;
    private final HBox foot;
    private final Optional<Figure> value;
    private final Region gap = new Region();

    Tile(Pictogram picture, String text, String value, Runnable action) {
      glyph = new Glyph(picture, 24);
      head = Labels.wrapped(text, "tile-head");
      HBox.setHgrow(gap, Priority.ALWAYS);
      foot = new HBox(4, head, gap);
      foot.setAlignment(Pos.BOTTOM_LEFT);
      this.value =
          value.isEmpty()
              ? Optional.empty()
              : Optional.of(new Figure(value, 1.0, "figure", "tile-value"));
      button = Press.of(new VBox(glyph, foot), (text + " " + value).strip(), action, "tile");
    }

    /// In a low tile the picture goes: the word says more. A long word has the lower line to
    /// itself, and is set smaller before it is broken.
    void fit(boolean tall, double width, TextSize textSize) {
      double inner = width - SIDES;
      double beside = value.map(figure -> figure.prefWidth(-1) + 4).orElse(0.0);
      boolean above = tall && longest(textSize.px(17)) > inner - beside;
      double room = above ? inner : inner - beside;
      int size = textSize.px(17);
      while (size > textSize.px(14) && longest(size) > room) {
        size--;
      }
      head.setStyle("-fx-font-size: " + size + "px;");
      foot.getChildren().setAll(head, gap);
      HBox top = new HBox(glyph);
      value.ifPresent(
          figure -> {
            Region between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            if (above) {
              top.getChildren().addAll(between, figure);
            } else {
              foot.getChildren().add(figure);
            }
          });
      foot.setAlignment(tall ? Pos.BOTTOM_LEFT : Pos.CENTER_LEFT);
      VBox content = new VBox();
      if (tall) {
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        content.getChildren().addAll(top, between, foot);
      } else {
        content.getChildren().add(foot);
        content.setAlignment(Pos.CENTER);
      }
      content.setMaxHeight(Double.MAX_VALUE);
      button.setGraphic(content);
      double padding = 24;
      content.setPrefHeight(tall ? MOST - padding : 32);
    }

    private double longest(int size) {
      double most = 0;
      for (String word : head.getText().split(" ", -1)) {
        most = Math.max(most, Labels.width(word, Labels.SANS, size));
      }
      return most;
    }
  }
}
