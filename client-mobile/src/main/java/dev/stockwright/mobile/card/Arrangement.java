package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;
import dev.stockwright.mobile.look.Heights;
import dev.stockwright.mobile.look.TextSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.Region;

/// Which part of a card lies where, and which gives way when there is too little room.
final class Arrangement {
  /// What takes the middle of the screen.
  enum Stage {
    CARD,
    QUESTION,
    SHEET,
    KEYPAD,
    TEXT,
    PIN
  }

  /// From this width on, list and card lie beside each other.
  private static final double WIDE = 800;

  private static final double CARD_SHARE = 0.56;
  private static final double PICTURE_LEAST = 140;
  private static final double COMPACT = 600;
  private static final double PIN_GAP = 8;

  private final Parts parts;
  private Stage stage = Stage.CARD;
  private boolean glove;
  private double crowding = 1;
  private final Set<Region> gone = new HashSet<>();

  Arrangement(Parts parts) {
    this.parts = parts;
  }

  void over(Stage next) {
    stage = next;
  }

  void glove(boolean wanted) {
    glove = wanted;
  }

  void text(TextSize size) {
    crowding = size.crowding();
  }

  /// The form for low screens.
  boolean low(double height) {
    return height < COMPACT * crowding;
  }

  /// What had no room when it was laid out last, though it is more than a hint.
  Set<Region> gone() {
    return Set.copyOf(gone);
  }

  /// Whether the row of the last action has no place of its own.
  boolean folds(Shown shown, double width, double height) {
    boolean low = low(glove ? height / 1.25 : height);
    boolean bare = shown.card().primary().isEmpty() && shown.card().more().isEmpty();
    return low && !bare;
  }

  void layout(Shown shown, double width, double height) {
    parts.all().forEach(part -> part.setVisible(false));
    gone.clear();
    double y = place(parts.top, 0, 0, width);
    boolean typing = stage == Stage.KEYPAD || stage == Stage.TEXT;
    boolean typingLow = typing && height < COMPACT;
    if (!typingLow) {
      y = place(parts.instruction, 0, y, width);
    }
    switch (stage) {
      case CARD -> card(shown, y, width, height);
      case QUESTION -> fill(parts.question, y, width, height);
      case SHEET -> fill(parts.sheet, y, width, bottom(0, width, height));
      case KEYPAD -> fill(parts.keypad, y, width, bottom(0, width, height));
      case TEXT -> fill(parts.text, y, width, height);
      case PIN -> {
        double below = parts.band.refuses() ? place(parts.band, 0, y, width) : y;
        fill(parts.pin, below + PIN_GAP, width, height);
      }
    }
  }

  private void card(Shown shown, double from, double width, double height) {
    boolean rows = rows(width);
    boolean beside = width >= WIDE && rows;
    double column = column(width);
    double end = bottom(0, column, height);
    boolean tiles = parts.tiles.getChildrenUnmodifiable().size() > 0;
    parts.reasons.oneColumn(glove);
    List<Region> above = above(shown);
    boolean drawn = bare(above) && !tiles && (!rows || parts.pictured());
    List<Region> below = below(shown, column, height);
    double used = total(above, column) + total(below, column);
    if (from + used > end && glove) {
      parts.reasons.oneColumn(false);
      used = total(above, column) + total(below, column);
    }
    for (Region part : List.of(parts.hint, parts.progress, parts.figures, parts.goods)) {
      if (from + used > end) {
        if (above.remove(part) && !part.equals(parts.hint) && !part.equals(parts.progress)) {
          gone.add(part);
        }
        used = total(above, column) + total(below, column);
      }
    }
    boolean asks = above.contains(parts.reasons);
    if (from + used > end && asks && shown.card().plate().filter(Card.Plate::here).isPresent()) {
      above.remove(parts.plate);
      gone.add(parts.plate);
      used = total(above, column) + total(below, column);
    }
    if (from + used > end && asks && !parts.band.refuses()) {
      below.remove(parts.band);
      gone.add(parts.band);
      used = total(above, column) + total(below, column);
    }
    if (rows && !beside) {
      reach(above, below, column, end - from);
      used = total(above, column) + total(below, column);
    }
    double y = from;
    for (Region part : above) {
      y = place(part, 0, y, column);
    }
    double free = end - from - used;
    if (tiles) {
      fill(parts.tiles, y, column, y + free);
      y += free;
    } else if (drawn) {
      double room = free - (rows && !beside ? Heights.of(parts.list, column) : 0);
      if (parts.pictured() && room >= PICTURE_LEAST) {
        fill(parts.picture, y, column, y + room);
      }
      y += Math.max(0, room);
    }
    for (Region part : below) {
      y = place(part, 0, y, column);
    }
    if (beside) {
      show(parts.list, column, from, width - column, height - from);
    } else if (rows && end - y >= parts.list.leastHeight(column)) {
      show(parts.list, 0, y, column, end - y);
    }
    if (rows && !beside && !parts.list.reachable(column, end - y)) {
      gone.add(parts.list);
    }
  }

  /// What can be chosen must be reached: all else gives way to the first of the rows and the way to
  /// the others, save what was rejected; nothing does where that is no help.
  private void reach(List<Region> above, List<Region> below, double width, double room) {
    List<Region> all = List.of(parts.hint, parts.progress, parts.band, parts.figures, parts.goods);
    List<Region> giving =
        all.stream().filter(part -> !part.equals(parts.band) || !parts.band.refuses()).toList();
    double least =
        total(above.stream().filter(part -> !giving.contains(part)).toList(), width)
            + total(below.stream().filter(part -> !giving.contains(part)).toList(), width);
    if (!parts.list.reachable(width, room - least)) {
      return;
    }
    for (Region part : giving) {
      double left = room - total(above, width) - total(below, width);
      if (!parts.list.reachable(width, left)
          && (above.remove(part) || below.remove(part))
          && !part.equals(parts.hint)
          && !part.equals(parts.progress)) {
        gone.add(part);
      }
    }
  }

  /// How wide the card itself is: all of it, or what is left beside the list.
  double column(double width) {
    return width >= WIDE && rows(width) ? Math.floor(width * CARD_SHARE) : width;
  }

  private boolean rows(double width) {
    return !parts.list.getChildrenUnmodifiable().isEmpty() && !listEmpty(width);
  }

  private boolean listEmpty(double width) {
    return parts.list.leastHeight(width) <= 0;
  }

  private boolean bare(List<Region> above) {
    return above.stream().allMatch(parts.progress::equals);
  }

  private List<Region> above(Shown shown) {
    List<Region> above = new ArrayList<>();
    if (parts.progress.filled()) {
      above.add(parts.progress);
    }
    if (shown.card().plate().isPresent()) {
      above.add(parts.plate);
    }
    if (shown.card().goods().isPresent()) {
      above.add(parts.goods);
    }
    if (parts.figures.filled()) {
      above.add(parts.figures);
    }
    if (parts.hint.filled()) {
      above.add(parts.hint);
    }
    if (!parts.reasons.getChildrenUnmodifiable().isEmpty()) {
      above.add(parts.reasons);
    }
    return above;
  }

  private List<Region> below(Shown shown, double width, double height) {
    List<Region> below = new ArrayList<>();
    if (parts.band.filled()) {
      below.add(parts.band);
    }
    if (shown.last().isPresent() && !folds(shown, width, height)) {
      below.add(parts.last);
    }
    return below;
  }

  private static double total(List<Region> all, double width) {
    return all.stream().mapToDouble(part -> Heights.of(part, width)).sum();
  }

  /// Lays the bottom bar, when it has something, and gives back where it begins.
  private double bottom(double x, double width, double height) {
    if (!parts.bottom.filled()) {
      return height;
    }
    double high = Heights.of(parts.bottom, width);
    show(parts.bottom, x, height - high, width, high);
    return height - high;
  }

  private static double place(Region part, double x, double y, double width) {
    double height = Heights.of(part, width);
    show(part, x, y, width, height);
    return y + height;
  }

  private static void fill(Region part, double from, double width, double to) {
    show(part, 0, from, width, Math.max(0, to - from));
  }

  private static void show(Region part, double x, double y, double width, double height) {
    part.setVisible(true);
    part.resizeRelocate(x, y, width, height);
  }
}
