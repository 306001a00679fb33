package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// What the board says of an order, each with the order by it. The widths are those of the smallest
/// window.
public enum BoardColumn {
  STAGE(BoardPhrase.STAGE, 124, Comparator.comparing(BoardOrder::stage)),
  ORDER(BoardPhrase.ORDER, 108, Comparator.comparing(BoardOrder::number)),
  CUSTOMER(
      BoardPhrase.CUSTOMER,
      148,
      Comparator.comparing(BoardOrder::customer, String.CASE_INSENSITIVE_ORDER)),
  DUE(BoardPhrase.DUE, 148, Comparator.comparing(order -> order.due().orElse(Instant.MAX))),
  PRIORITY(BoardPhrase.PRIORITY, 76, Comparator.comparingInt(BoardOrder::priority)),
  LINES(
      BoardPhrase.LINES, 70, Comparator.comparingInt(order -> order.lines() - order.linesPicked())),
  UNITS(BoardPhrase.UNITS, 96, Comparator.comparingLong(order -> order.ordered() - order.picked())),
  SHORT(BoardPhrase.SHORT, 58, Comparator.comparingLong(BoardOrder::missing)),
  WHO(
      BoardPhrase.WHO,
      82,
      Comparator.comparing((BoardOrder order) -> order.who().isEmpty())
          .thenComparing(BoardOrder::who));

  /// What is most urgent first: late, then by priority, then as the orders came.
  private static final Comparator<BoardOrder> URGENCY =
      Comparator.comparing((BoardOrder order) -> order.due().orElse(Instant.MAX))
          .thenComparingInt(BoardOrder::priority)
          .thenComparing(BoardOrder::number);

  private final BoardPhrase head;
  private final double width;
  private final Comparator<BoardOrder> by;

  BoardColumn(BoardPhrase head, double width, Comparator<BoardOrder> by) {
    this.head = head;
    this.width = width;
    this.by = by;
  }

  BoardPhrase head() {
    return head;
  }

  double width() {
    return width;
  }

  /// Orders by this column, and what is the same in it by its urgency.
  Comparator<BoardOrder> order(boolean descending) {
    return (descending ? by.reversed() : by).thenComparing(URGENCY);
  }

  /// The one to the right; after the last the first.
  BoardColumn next() {
    return Stream.of(values())
        .dropWhile(column -> column != this)
        .skip(1)
        .findFirst()
        .orElse(STAGE);
  }
}
