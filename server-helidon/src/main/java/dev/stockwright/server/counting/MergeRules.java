package dev.stockwright.server.counting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes the lines of a bin out of what several people and readers said about it. Pure.
///
/// A piece with a serial number, scanned or heard, is one piece. A tally by hand and the tags of
/// the same goods are two views of them, so the larger counts. Lots, handling units and conditions
/// are told apart where somebody told them apart. What nobody counted is not there.
final class MergeRules {
  private MergeRules() {}

  /// How a product is kept.
  record Kept(boolean byLot, boolean byPiece) {
    static final Kept PLAIN = new Kept(false, false);
  }

  /// All that is known of a bin when it is closed.
  ///
  /// @param wanted the products that are counted; empty: all
  /// @param elsewhere serial numbers that were seen in other bins of this round, by product
  /// @param seen the number of the last event that was known when the bin was closed
  record Bin(
      List<Entry> entries,
      BinBook book,
      Map<Integer, Kept> kept,
      Set<Integer> wanted,
      Map<Integer, Set<String>> elsewhere,
      String closer,
      long seen,
      Instant at) {
    Kept kept(int productId) {
      return kept.getOrDefault(productId, Kept.PLAIN);
    }
  }

  static List<Line> lines(Bin bin) {
    Set<Integer> products = new TreeSet<>(bin.book().products());
    bin.entries().stream()
        .filter(entry -> entry.productId() > 0)
        .forEach(entry -> products.add(entry.productId()));
    List<Line> lines = new ArrayList<>();
    for (int product : products) {
      if (bin.wanted().isEmpty() || bin.wanted().contains(product)) {
        lines.addAll(new OfProduct(bin, product).lines());
      }
    }
    lines.addAll(strange(bin));
    return lines;
  }

  /// Goods with a barcode that nobody knows, and units that should not be there.
  private static List<Line> strange(Bin bin) {
    Map<String, List<Entry>> codes = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Entry entry : bin.entries()) {
      if (!entry.code().isEmpty()) {
        codes.computeIfAbsent(entry.code(), any -> new ArrayList<>()).add(entry);
      } else if (entry.wholeUnit() && !here(bin.book(), entry.unit())) {
        lines.add(strange(entry.unit(), List.of(entry), 1, Cause.UNEXPECTED_UNIT));
      }
    }
    codes.forEach(
        (code, entries) -> {
          long counted = entries.stream().mapToLong(Entry::quantity).sum();
          if (counted > 0) {
            lines.add(strange(code, entries, counted, Cause.UNKNOWN_CODE));
          }
        });
    return lines;
  }

  private static boolean here(BinBook book, String unit) {
    return book.heaps().stream().anyMatch(heap -> heap.unit().equals(unit));
  }

  private static Line strange(String code, List<Entry> entries, long counted, Cause cause) {
    Entry last = entries.getLast();
    Set<String> counters = new TreeSet<>();
    entries.forEach(entry -> counters.add(entry.by()));
    return new Line(
        0, code, Goods.ANY, counted, 0, last.seen(), last.at(), Set.copyOf(counters), cause);
  }

  /// The lines of one product.
  private static final class OfProduct {
    private final Bin bin;
    private final int product;
    private final Kept kept;
    private final List<Entry> hand = new ArrayList<>();
    private final List<Entry> pooled = new ArrayList<>();
    private final boolean tellsLot;
    private final boolean tellsUnit;
    private final boolean tellsCondition;

    /// Some goods as they were counted.
    private static final class Tally {
      private long loose;
      private final Map<String, Long> pieces = new HashMap<>();
      private boolean twice;
      private final List<Entry> from = new ArrayList<>();

      private long single() {
        return pieces.values().stream().mapToLong(Long::longValue).sum();
      }

      private long counted() {
        return Math.max(loose, single());
      }

      private boolean differs() {
        return loose > 0 && !pieces.isEmpty() && loose != single();
      }
    }

    OfProduct(Bin bin, int product) {
      this.bin = bin;
      this.product = product;
      this.kept = bin.kept(product);
      List<Entry> own =
          bin.entries().stream()
              .filter(entry -> entry.productId() == product && !spilled(entry))
              .toList();
      this.tellsLot =
          kept.byPiece() ? !own.isEmpty() : own.stream().anyMatch(e -> !e.lot().isEmpty());
      this.tellsUnit = own.stream().anyMatch(entry -> !entry.unit().isEmpty());
      this.tellsCondition = own.stream().anyMatch(entry -> !entry.condition().isEmpty());
      boolean told = (tellsLot && !kept.byPiece()) || tellsUnit || tellsCondition;
      for (Entry entry : own) {
        (entry.radio() && told ? pooled : hand).add(entry);
      }
    }

    /// A reader hears into the next bin: a tag whose piece was seen there does not count here.
    private boolean spilled(Entry entry) {
      return entry.radio() && elsewhere(entry);
    }

    private boolean elsewhere(Entry entry) {
      return !entry.serial().isEmpty()
          && bin.elsewhere().getOrDefault(product, Set.of()).contains(entry.serial());
    }

    List<Line> lines() {
      Map<Goods, Tally> tallies = new LinkedHashMap<>();
      for (Entry entry : hand) {
        Tally tally = tallies.computeIfAbsent(goods(entry), any -> new Tally());
        tally.from.add(entry);
        tally.twice |= elsewhere(entry);
        if (entry.serial().isEmpty()) {
          tally.loose += entry.quantity();
        } else {
          tally.pieces.merge(entry.serial(), entry.quantity(), Math::max);
        }
      }
      List<Line> lines = new ArrayList<>();
      tallies.forEach((goods, tally) -> lines.add(line(goods, tally)));
      heardOnly(lines);
      missing(tallies.keySet(), lines);
      return lines;
    }

    private Goods goods(Entry entry) {
      String lot = kept.byPiece() ? entry.serial() : entry.lot();
      return new Goods(
          tellsLot ? Optional.of(lot) : Optional.empty(),
          tellsUnit ? Optional.of(entry.unit()) : Optional.empty(),
          tellsCondition
              ? Optional.of(entry.condition().isEmpty() ? "available" : entry.condition())
              : Optional.empty());
    }

    private Line line(Goods goods, Tally tally) {
      Entry last = tally.from.getFirst();
      long firstSeen = last.seen();
      Set<String> counters = new TreeSet<>();
      for (Entry entry : tally.from) {
        last = entry.seen() >= last.seen() ? entry : last;
        firstSeen = Math.min(firstSeen, entry.seen());
        counters.add(entry.by());
      }
      long expected = bin.book().at(last.seen(), product, goods);
      return new Line(
          product,
          "",
          goods,
          tally.counted(),
          expected,
          last.seen(),
          last.at(),
          Set.copyOf(counters),
          cause(goods, tally, expected, bin.book().moved(firstSeen, last.seen(), product, goods)));
    }

    private Cause cause(Goods goods, Tally tally, long expected, boolean moved) {
      if (tally.twice) {
        return Cause.COUNTED_TWICE;
      }
      if (kept.byPiece() && goods.lot().filter(String::isEmpty).isPresent() && tally.loose > 0) {
        return Cause.NO_SERIAL;
      }
      if (tally.differs()) {
        return Cause.METHODS_DIFFER;
      }
      if (moved) {
        return Cause.MOVED_MEANWHILE;
      }
      if (tally.counted() == expected) {
        return Cause.NONE;
      }
      if (kept.byLot() && goods.lot().isEmpty() && lots() > 1 && tally.counted() > 0) {
        return Cause.WHICH_LOT;
      }
      return expected == 0 ? Cause.FOUND : Cause.NONE;
    }

    private long lots() {
      return bin.book().parts(product).stream().map(BinBook.Part::lot).distinct().count();
    }

    /// Tags do not tell lots and units: more of them than was counted by hand is a line of its own.
    private void heardOnly(List<Line> lines) {
      long heard = pooled.stream().mapToLong(Entry::quantity).sum();
      long counted = lines.stream().mapToLong(Line::counted).sum();
      if (heard > counted) {
        Entry last = pooled.getLast();
        Set<String> counters = new TreeSet<>();
        pooled.forEach(entry -> counters.add(entry.by()));
        Goods loose = new Goods(Optional.of(""), Optional.of(""), Optional.of("available"));
        lines.add(
            new Line(
                product,
                "",
                loose,
                heard - counted,
                0,
                last.seen(),
                last.at(),
                Set.copyOf(counters),
                Cause.METHODS_DIFFER));
      }
    }

    /// What the books have there and nobody counted. A handling unit that was seen as a whole has
    /// in
    /// it what the books say.
    private void missing(Set<Goods> counted, List<Line> lines) {
      for (BinBook.Part part : bin.book().parts(product)) {
        Goods goods =
            new Goods(
                Optional.of(part.lot()), Optional.of(part.unit()), Optional.of(part.condition()));
        boolean done =
            counted.stream().anyMatch(c -> c.fit(part.lot(), part.unit(), part.condition()));
        long expected = done ? 0 : bin.book().at(bin.seen(), product, goods);
        if (expected > 0) {
          boolean whole =
              bin.entries().stream().anyMatch(e -> e.wholeUnit() && e.unit().equals(part.unit()));
          lines.add(
              new Line(
                  product,
                  "",
                  goods,
                  whole ? expected : 0,
                  expected,
                  bin.seen(),
                  bin.at(),
                  Set.of(bin.closer()),
                  Cause.NONE));
        }
      }
    }
  }
}
