package dev.stockwright.server.picking;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;

/// What is to be taken from where for a line of an order.
///
/// @param order the order's number, `orderId` its row
/// @param goods where they lie; absent while it waits for goods
/// @param task the number of the task it belongs to; empty: none
/// @param method of its wave
/// @param tote of its order on this wave; empty: not fixed yet
/// @param substitute the product that was proposed instead, and by whom
record PickLine(
    long id,
    long waveId,
    Reference wave,
    PickMethod method,
    String task,
    Reference order,
    long orderId,
    int line,
    int priority,
    Sku sku,
    boolean serials,
    Optional<PileKey> goods,
    long quantity,
    long picked,
    String state,
    String tote,
    Optional<Sku> substitute,
    String proposedBy) {
  static final String OPEN = "open";
  static final String WAITING = "waiting";
  static final String DONE = "done";
  static final String SHORT = "short";
  static final String CANCELLED = "cancelled";

  /// What is still wanted.
  long left() {
    return quantity - picked;
  }

  Reference number() {
    return number(id);
  }

  boolean open() {
    return state.equals(OPEN);
  }

  /// The bin it is taken from.
  LocationCode bin() {
    return goods.orElseThrow().location();
  }

  /// Do both take the same goods from the same bin on the same way?
  boolean sameStop(PickLine other) {
    return task.equals(other.task) && sku.equals(other.sku) && goods.equals(other.goods);
  }

  static Reference number(long id) {
    return new Reference("P-" + id);
  }

  /// The row that a number stands for; empty when it is no number of a pick.
  static Optional<Long> id(Reference number) {
    String code = number.code();
    boolean fits = code.matches("P-[1-9][0-9]{0,17}");
    return fits ? Optional.of(Long.valueOf(code.substring(2))) : Optional.empty();
  }
}
