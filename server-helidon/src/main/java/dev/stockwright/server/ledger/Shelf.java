package dev.stockwright.server.ledger;

import dev.stockwright.server.ledger.KnownShelf.KnownPile;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The locked stock of one product in one warehouse while a transaction works on it. Owned by that
/// transaction's thread.
final class Shelf {
  /// How many numbers its row has, and how many of them say which row it is.
  static final int NUMBERS = 12;

  static final int IDENTITY = 6;

  private static final int ALERTS = 10;
  private static final int VALUE = 11;

  final ShelfKey key;
  final int warehouseId;
  final int productId;
  final long[] virtual;
  final Map<PileKey, Long> piles = new HashMap<>();

  /// The rows of piles that were read or are known, as they were.
  List<KnownPile> pileRows = List.of();

  /// Whether these are all that there are.
  boolean allPiles;

  /// The rows of piles that were written, as they are now.
  final Map<PileKey, KnownPile> written = new HashMap<>();

  /// What changed against the rows that were read.
  final Map<PileKey, Long> deltas = new HashMap<>();

  /// Where the row stands in its table, and what it said before; [RowPlace#UNKNOWN] until it was
  /// read or recalled.
  long place = RowPlace.UNKNOWN;

  private long[] before = new long[NUMBERS];

  /// Whether the level, or the piles, were recalled and not read.
  boolean levelRecalled;

  boolean pilesRecalled;

  long onHand;
  long reserved;

  /// What was reserved when it was told last.
  long reservedTold;

  long blocked;
  long n;

  /// What raises an alert, and which alerts stand.
  Limits limits = Limits.NONE;

  int alerts;
  boolean pilesRead;
  boolean changed;

  /// What all that is on hand is worth.
  long value;

  /// What the product costs as a rule; 0 when nobody said.
  long unitCost;

  Shelf(ShelfKey key, int warehouseId, int productId, long[] virtual) {
    this.key = key;
    this.warehouseId = warehouseId;
    this.productId = productId;
    this.virtual = virtual;
  }

  /// One number for warehouse and product, which sorts like the two.
  long number() {
    return ((long) warehouseId << 32) | productId;
  }

  long available() {
    return onHand - reserved - blocked;
  }

  /// It is as its row says.
  ///
  /// @param numbers in the order of [#numbers]
  void stand(long[] numbers, Limits watched, long rowPlace) {
    before = numbers;
    limits = watched;
    place = rowPlace;
    onHand = numbers[0];
    reserved = numbers[1];
    reservedTold = reserved;
    blocked = numbers[2];
    n = numbers[3];
    System.arraycopy(numbers, 4, virtual, 0, virtual.length);
    alerts = (int) numbers[ALERTS];
    value = numbers[VALUE];
  }

  /// On hand, reserved, blocked, the number of the last event, the virtual locations' balances, the
  /// alerts that stand, and the value.
  long[] numbers() {
    long[] all = new long[NUMBERS];
    numbers(all, 0);
    return all;
  }

  /// What [#numbers] were in the row that was read or recalled.
  long[] before() {
    return before;
  }

  void numbers(long[] to, int at) {
    to[at] = onHand;
    to[at + 1] = reserved;
    to[at + 2] = blocked;
    to[at + 3] = n;
    System.arraycopy(virtual, 0, to, at + 4, virtual.length);
    to[at + ALERTS] = alerts;
    to[at + VALUE] = value;
  }

  /// What the row said before, by which it is known again: on hand, reserved, blocked and number.
  void identity(long[] to, int at) {
    to[at] = warehouseId;
    to[at + 1] = productId;
    System.arraycopy(before, 0, to, at + 2, IDENTITY - 2);
  }

  /// All piles are known, so that the rules may ask for them.
  void showPiles() {
    pilesRead = true;
    for (KnownPile pile : pileRows) {
      if (pile.onHand() > 0) {
        piles.put(pile.key(), pile.onHand());
      }
    }
  }

  /// Takes `quantity` (below 0) from a place or puts it there (above 0).
  void change(PileKey goods, LocationCode place, long quantity) {
    changed = true;
    int virtually = VirtualLocation.number(place);
    if (virtually > 0) {
      virtual[virtually - 1] += quantity;
      return;
    }
    PileKey pile = goods.at(place);
    piles.merge(pile, quantity, Long::sum);
    deltas.merge(pile, quantity, Long::sum);
    onHand += quantity;
    if (goods.condition() != Condition.AVAILABLE) {
      blocked += quantity;
    }
  }

  /// Brings the value in line with what has just moved.
  ///
  /// @param before what was on hand before
  /// @param arrived what a unit cost that came in; [Worth#UNKNOWN]: as what lies here, if any does
  /// @return what a unit of what moved cost, or [Worth#UNKNOWN]
  long appraise(long before, long arrived) {
    if (value == 0 && before > 0) {
      value = Worth.of(before, unitCost); // it was here before anybody said what it costs
    }
    long had = value;
    long moved = onHand - before;
    long cost = unitCost;
    if (moved > 0 && (arrived != Worth.UNKNOWN || had == 0)) {
      cost = arrived == Worth.UNKNOWN ? unitCost : arrived;
      value = Worth.sum(had, Worth.of(moved, cost));
    } else if (had > 0) {
      value = onHand == 0 ? 0 : Worth.share(had, onHand, before);
      cost = Worth.share(had, 1, before);
    }
    return had == 0 && value == 0 ? Worth.UNKNOWN : cost;
  }

  /// What lies where, fullest pile first.
  List<Pile> sorted() {
    return piles.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> new Pile(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingLong(Pile::onHand)
                .reversed()
                .thenComparing(pile -> pile.key().location().code())
                .thenComparing(pile -> pile.key().lot())
                .thenComparing(pile -> pile.key().handlingUnit()))
        .toList();
  }
}
