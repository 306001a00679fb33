package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.counting.CountingState.Change;
import dev.stockwright.client.workflow.counting.CountingState.Found;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.Tally;
import dev.stockwright.protocol.CountCommand.CountLine;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The figures of an open bin and the lines that tell them to the server: one for each scan, with
/// the number of the event that the device knew then. A line adds to those before it; one that
/// replaces them sets a figure or takes a scan back.
final class Tallies {
  private Tallies() {}

  /// The bin after a scan, and what is told of it.
  record Told(OpenBin bin, CountLine line) {
    Tally tally() {
      return bin.tallies().get(bin.selected());
    }
  }

  private static Tally empty(Found found) {
    return new Tally(
        Optional.of(found.sku()),
        Optional.empty(),
        found.lot(),
        found.unit(),
        0,
        0,
        List.of(),
        List.of(),
        0);
  }

  private static boolean same(Tally one, Tally other) {
    return one.sku().equals(other.sku())
        && one.code().equals(other.code())
        && one.lot().equals(other.lot())
        && one.unit().equals(other.unit());
  }

  private static int find(OpenBin bin, Tally like) {
    for (int i = 0; i < bin.tallies().size(); i++) {
      if (same(bin.tallies().get(i), like)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether this very piece was counted in the bin already, by hand.
  static boolean counted(OpenBin bin, Found found) {
    return found
        .serial()
        .filter(
            serial ->
                bin.tallies().stream()
                    .anyMatch(
                        tally ->
                            tally.sku().equals(Optional.of(found.sku())) && tally.knows(serial)))
        .isPresent();
  }

  /// Whether what is in this handling unit was counted already.
  static boolean counted(OpenBin bin, HandlingUnit unit) {
    return bin.tallies().stream()
        .anyMatch(tally -> tally.unit().equals(Optional.of(unit)) && tally.total() > 0);
  }

  /// More of these goods.
  ///
  /// @param single each piece is told by its serial number
  static Told add(OpenBin bin, Found found, boolean single, Scene scene) {
    Tally like = empty(found);
    boolean piece = single && found.serial().isPresent();
    return added(bin, like, found.units(), found.serial(), piece, scene);
  }

  /// A handling unit, seen as a whole.
  static Told add(OpenBin bin, HandlingUnit unit, Scene scene) {
    Tally like =
        new Tally(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(unit),
            0,
            0,
            List.of(),
            List.of(),
            0);
    return added(bin, like, 1, Optional.empty(), false, scene);
  }

  /// Goods with a code that nobody knows.
  static Told add(OpenBin bin, String code, Scene scene) {
    Tally like =
        new Tally(
            Optional.empty(),
            Optional.of(code),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            List.of(),
            List.of(),
            0);
    return added(bin, like, 1, Optional.empty(), false, scene);
  }

  private static Told added(
      OpenBin bin,
      Tally like,
      long units,
      Optional<SerialNumber> serial,
      boolean piece,
      Scene scene) {
    int found = find(bin, like);
    Tally before = found < 0 ? like : bin.tallies().get(found);
    int at = found < 0 ? bin.tallies().size() : found;
    Tally after;
    if (piece) {
      after = before.pieces(plus(before.pieces(), serial), scene.seen());
    } else {
      after = before.units(Math.addExact(before.units(), units), scene.seen());
      after = after.labels(plus(before.labels(), serial));
    }
    Change change = new Change(at, before.units(), before.seen(), serial);
    OpenBin then = put(bin, at, after, Optional.of(change));
    CountLine line =
        piece
            ? line(bin, after, Optional.of(1L), serial, scene.seen(), true, scene)
            : line(bin, after, Optional.of(units), Optional.empty(), scene.seen(), false, scene);
    return new Told(then, line);
  }

  private static List<SerialNumber> plus(List<SerialNumber> known, Optional<SerialNumber> serial) {
    List<SerialNumber> all = new ArrayList<>(known);
    serial.ifPresent(all::add);
    return all;
  }

  private static List<SerialNumber> minus(List<SerialNumber> known, SerialNumber serial) {
    return known.stream().filter(other -> !other.equals(serial)).toList();
  }

  private static OpenBin put(OpenBin bin, int at, Tally tally, Optional<Change> change) {
    List<Tally> all = new ArrayList<>(bin.tallies());
    if (at < all.size()) {
      all.set(at, tally);
    } else {
      all.add(tally);
    }
    List<Change> trail = new ArrayList<>(bin.trail());
    change.ifPresent(trail::addFirst);
    return bin.with(all, at, trail);
  }

  /// So many of the selected goods, whatever was counted of them before.
  static Told set(OpenBin bin, long units, Scene scene) {
    Tally before = bin.tallies().get(bin.selected());
    Tally after = before.units(units, scene.seen()).labels(List.of());
    Change change = new Change(bin.selected(), before.units(), before.seen(), Optional.empty());
    return new Told(
        put(bin, bin.selected(), after, Optional.of(change)),
        line(bin, after, Optional.of(units), Optional.empty(), scene.seen(), true, scene));
  }

  /// Takes the last scan back: the figure before it is told again, with the event of its own scan.
  static Told back(OpenBin bin, Scene scene) {
    Change last = bin.trail().getFirst();
    Tally tally = bin.tallies().get(last.tally());
    OpenBin shorter =
        bin.with(bin.tallies(), bin.selected(), bin.trail().subList(1, bin.trail().size()));
    Optional<SerialNumber> piece = last.serial().filter(tally.pieces()::contains);
    if (piece.isPresent()) {
      boolean heard = tally.sku().filter(sku -> HeardTags.heard(bin, sku, piece.get())).isPresent();
      Tally without =
          tally
              .pieces(minus(tally.pieces(), piece.get()), last.seen())
              .heard(tally.heard() - (heard ? 1 : 0));
      return new Told(
          put(shorter, last.tally(), without, Optional.empty()),
          line(bin, without, Optional.of(0L), piece, scene.seen(), true, scene));
    }
    Tally before = tally.units(last.units(), last.seen());
    Tally after =
        last.serial().map(label -> before.labels(minus(before.labels(), label))).orElse(before);
    long seen = last.units() == 0 ? scene.seen() : last.seen();
    return new Told(
        put(shorter, last.tally(), after, Optional.empty()),
        line(bin, after, Optional.of(last.units()), Optional.empty(), seen, true, scene));
  }

  private static CountLine line(
      OpenBin bin,
      Tally goods,
      Optional<Long> units,
      Optional<SerialNumber> serial,
      long seen,
      boolean replace,
      Scene scene) {
    boolean whole = goods.wholeUnit();
    return new CountLine(
        scene.warehouse(),
        bin.count(),
        bin.place(),
        goods.sku(),
        whole ? goods.unit().map(HandlingUnit::code) : goods.code(),
        units,
        goods.lot(),
        serial,
        whole ? Optional.empty() : goods.unit(),
        Optional.empty(),
        known(seen),
        replace,
        bin.together());
  }

  /// The event number to tell; a device that has not heard of any says nothing.
  static Optional<Long> known(long seen) {
    return seen > 0 ? Optional.of(seen) : Optional.empty();
  }
}
