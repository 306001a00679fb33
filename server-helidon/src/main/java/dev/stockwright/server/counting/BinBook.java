package dev.stockwright.server.counting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the books say about one bin: its piles now, and what moved into and out of it since the
/// oldest scan that matters. Together they tell the balance at each number in between.
record BinBook(List<Heap> heaps, List<Shift> shifts) {
  BinBook {
    heaps = List.copyOf(heaps);
    shifts = List.copyOf(shifts);
  }

  /// A pile as it is now.
  record Heap(int productId, String lot, String unit, String condition, long onHand) {}

  /// A movement into the bin (above 0) or out of it.
  record Shift(long n, int productId, String lot, String unit, String condition, long change) {}

  /// How much there was after the event with this number.
  long at(long n, int productId, Goods goods) {
    long now =
        heaps.stream()
            .filter(heap -> heap.productId() == productId)
            .filter(heap -> goods.fit(heap.lot(), heap.unit(), heap.condition()))
            .mapToLong(Heap::onHand)
            .sum();
    long since =
        shifts.stream()
            .filter(shift -> shift.n() > n && of(shift, productId, goods))
            .mapToLong(Shift::change)
            .sum();
    return now - since;
  }

  /// Did anything of it move after one number and up to another?
  boolean moved(long after, long upTo, int productId, Goods goods) {
    return shifts.stream()
        .anyMatch(shift -> shift.n() > after && shift.n() <= upTo && of(shift, productId, goods));
  }

  private static boolean of(Shift shift, int productId, Goods goods) {
    return shift.productId() == productId
        && goods.fit(shift.lot(), shift.unit(), shift.condition());
  }

  /// The products of which something is or was there.
  Set<Integer> products() {
    Set<Integer> all = new TreeSet<>();
    heaps.forEach(heap -> all.add(heap.productId()));
    shifts.forEach(shift -> all.add(shift.productId()));
    return all;
  }

  /// The kinds of goods of a product that are or were there.
  Set<Part> parts(int productId) {
    Set<Part> all = new LinkedHashSet<>();
    heaps.stream()
        .filter(heap -> heap.productId() == productId)
        .forEach(heap -> all.add(new Part(heap.lot(), heap.unit(), heap.condition())));
    shifts.stream()
        .filter(shift -> shift.productId() == productId)
        .forEach(shift -> all.add(new Part(shift.lot(), shift.unit(), shift.condition())));
    return all;
  }

  /// A lot in a handling unit, in a condition; the first two may be empty.
  record Part(String lot, String unit, String condition) {}
}
