package dev.stockwright.desktop.picking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which orders of the board are shown, and in which order. Pure.
///
/// @param text what must stand in the number, the customer, the people or the wave
/// @param picker who must be or have been at it; empty text: nobody
record Arrangement(
    String text,
    Optional<Stage> stage,
    Optional<String> picker,
    boolean overdueOnly,
    BoardColumn sort,
    boolean descending) {
  static final Arrangement FIRST =
      new Arrangement("", Optional.empty(), Optional.empty(), false, BoardColumn.STAGE, false);

  List<BoardOrder> of(List<BoardOrder> all, Instant now) {
    return all.stream().filter(order -> fits(order, now)).sorted(sort.order(descending)).toList();
  }

  private boolean fits(BoardOrder order, Instant now) {
    return stage.map(order.stage()::equals).orElse(true)
        && picker.map(who -> isAt(who, order)).orElse(true)
        && (!overdueOnly || order.overdue(now))
        && has(order, text.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isAt(String who, BoardOrder order) {
    return who.isEmpty() ? order.people().isEmpty() : order.people().contains(who);
  }

  private static boolean has(BoardOrder order, String wanted) {
    return wanted.isEmpty()
        || Stream.of(order.number(), order.customer(), order.who(), order.wave().orElse(""))
            .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// The order of the rows as it is kept, such as `due` or `due-` from the last to the first.
  String sorting() {
    return sort.name().toLowerCase(Locale.ROOT) + (descending ? "-" : "");
  }

  /// As it was kept; a column of another version is none.
  Arrangement sorting(String kept) {
    boolean down = kept.endsWith("-");
    String name = down ? kept.substring(0, kept.length() - 1) : kept;
    return Stream.of(BoardColumn.values())
        .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .map(column -> sorted(column, down))
        .orElseGet(() -> sorted(FIRST.sort, FIRST.descending));
  }

  /// Whether everything is shown.
  boolean shows() {
    return text.isBlank() && stage.isEmpty() && picker.isEmpty() && !overdueOnly;
  }

  Arrangement text(String wanted) {
    return new Arrangement(wanted, stage, picker, overdueOnly, sort, descending);
  }

  Arrangement stage(Optional<Stage> wanted) {
    return new Arrangement(text, wanted, picker, overdueOnly, sort, descending);
  }

  Arrangement picker(Optional<String> wanted) {
    return new Arrangement(text, stage, wanted, overdueOnly, sort, descending);
  }

  Arrangement overdue(boolean only) {
    return new Arrangement(text, stage, picker, only, sort, descending);
  }

  Arrangement sorted(BoardColumn by, boolean down) {
    return new Arrangement(text, stage, picker, overdueOnly, by, down);
  }
}
