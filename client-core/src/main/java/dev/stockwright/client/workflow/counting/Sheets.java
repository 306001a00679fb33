package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.CountSheet.CountBin;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.counting.CountingState.Closed;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.PickHere;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the books say about counts: which bins are asked for, whose they are, which comes next.
final class Sheets {
  private static final String COUNTED = "counted";
  private static final String COUNTING = "counting";

  private Sheets() {}

  /// What is to be said about a bin that somebody wants to count.
  sealed interface Asked {
    /// @param begun this person has counted here before without closing it
    record Free(CountSheet sheet, boolean begun) implements Asked {}

    /// Somebody else counts here.
    record Busy(CountSheet sheet, Operator who) implements Asked {}

    /// It is counted, as the sheet says.
    record Counted(CountSheet sheet, CountBin bin) implements Asked {}

    /// This person alone may count it.
    record ForOther(CountSheet sheet, Operator who) implements Asked {}

    /// This person has counted it in an earlier round.
    record OtherPerson(CountSheet sheet) implements Asked {}

    /// No count asks for it.
    record Nobody() implements Asked {}
  }

  /// Which count asks for this bin: the chosen one first, and one that has not counted it yet.
  static Asked find(CountingState state, LocationCode place, Scene scene) {
    return scene.books().counts().stream()
        .filter(sheet -> bin(sheet, place).isPresent())
        .min(
            Comparator.<CountSheet, Boolean>comparing(
                    sheet -> bin(sheet, place).filter(Sheets::counted).isPresent())
                .thenComparing(sheet -> state.count().filter(sheet.number()::equals).isEmpty()))
        .map(sheet -> asked(state, sheet, place, scene))
        .orElseGet(Asked.Nobody::new);
  }

  private static Asked asked(
      CountingState state, CountSheet sheet, LocationCode place, Scene scene) {
    CountBin bin = bin(sheet, place).orElseThrow();
    Optional<Operator> me = scene.person();
    if (counted(bin) || closed(state, sheet, place, sheet.round()).isPresent()) {
      return new Asked.Counted(sheet, bin);
    }
    Optional<Operator> only = sheet.onlyFor().filter(who -> !me.equals(Optional.of(who)));
    if (only.isPresent()) {
      return new Asked.ForOther(sheet, only.get());
    }
    if (state.done().stream()
        .anyMatch(done -> of(done, sheet.number(), place) && done.round() < sheet.round())) {
      return new Asked.OtherPerson(sheet);
    }
    if (!bin.state().equals(COUNTING)) {
      return new Asked.Free(sheet, false);
    }
    return bin.counter()
        .filter(who -> !me.equals(Optional.of(who)))
        .<Asked>map(who -> new Asked.Busy(sheet, who))
        .orElseGet(() -> new Asked.Free(sheet, true));
  }

  private static boolean counted(CountBin bin) {
    return bin.state().equals(COUNTED);
  }

  private static Optional<CountBin> bin(CountSheet sheet, LocationCode place) {
    return sheet.bins().stream().filter(bin -> bin.location().equals(place)).findFirst();
  }

  private static boolean of(Closed done, Reference count, LocationCode place) {
    return done.count().equals(count) && done.place().equals(place);
  }

  private static Optional<Closed> closed(
      CountingState state, CountSheet sheet, LocationCode place, int round) {
    return state.done().stream()
        .filter(done -> of(done, sheet.number(), place) && done.round() == round)
        .findFirst();
  }

  /// When this person has counted the bin last, in whichever count.
  static Optional<Closed> closed(CountingState state, LocationCode place) {
    return state.done().stream().filter(done -> done.place().equals(place)).findFirst();
  }

  static Optional<CountSheet> sheet(Reference count, Scene scene) {
    return scene.books().counts().stream()
        .filter(sheet -> sheet.number().equals(count))
        .findFirst();
  }

  /// So many bins of the sheet are done, as far as this device knows.
  static long counted(CountingState state, CountSheet sheet) {
    return (long) sheet.bins().size() - left(state, sheet).size();
  }

  /// The bins of the sheet that are not done, on the way through the warehouse.
  static List<CountBin> left(CountingState state, CountSheet sheet) {
    return sheet.bins().stream()
        .filter(bin -> !counted(bin))
        .filter(bin -> closed(state, sheet, bin.location(), sheet.round()).isEmpty())
        .sorted(Comparator.comparingInt(CountBin::sequence))
        .toList();
  }

  /// Those that this person may count next: from where they were last, then from the beginning.
  static List<CountBin> next(CountingState state, CountSheet sheet, Scene scene) {
    int from =
        state.done().stream()
            .findFirst()
            .flatMap(last -> bin(sheet, last.place()))
            .map(CountBin::sequence)
            .orElse(Integer.MIN_VALUE);
    Optional<LocationCode> open = state.bin().map(OpenBin::place);
    return left(state, sheet).stream()
        .filter(bin -> !open.equals(Optional.of(bin.location())))
        .filter(bin -> bin.counter().isEmpty() || bin.counter().equals(scene.person()))
        .sorted(Comparator.comparing(bin -> bin.sequence() < from))
        .toList();
  }

  /// Whether nothing else of its count is left when the open bin is closed.
  static boolean last(CountingState state, OpenBin open, Scene scene) {
    return sheet(open.count(), scene)
        .map(
            sheet ->
                left(state, sheet).stream().allMatch(bin -> bin.location().equals(open.place())))
        .orElse(open.requested());
  }

  static Optional<WaitingTask> task(Reference number, Scene scene) {
    return scene.books().tasks().stream().filter(task -> task.number().equals(number)).findFirst();
  }

  /// A task to look whether a bin is empty.
  static boolean zeroCheck(WaitingTask task) {
    return task.kind().equals("zero_check") && task.place().isPresent();
  }

  /// A task of a bin that becomes a count when somebody counts it.
  static boolean countable(WaitingTask task) {
    boolean odd = task.kind().equals("check") || task.kind().equals("count");
    return odd && !task.document().equals("count") && task.place().isPresent();
  }

  /// The picks that wait at a bin.
  static List<PickHere> picks(LocationCode place, Scene scene) {
    return scene.books().picks().stream()
        .filter(pick -> pick.location().equals(Optional.of(place)))
        .map(pick -> new PickHere(pick.number(), pick.picked()))
        .toList();
  }

  /// How many of the picks that waited at the open bin were done since then.
  static long picked(OpenBin open, Scene scene) {
    List<PickLine> now = scene.books().picks();
    return open.picks().stream()
        .filter(
            before ->
                now.stream()
                    .noneMatch(
                        pick ->
                            pick.number().equals(before.number())
                                && pick.picked() == before.picked()))
        .count();
  }

  /// The product, as far as it is known here.
  static Product product(Sku sku, Scene scene) {
    return scene
        .books()
        .product(sku)
        .orElseGet(() -> new Product(sku, sku.code(), "piece", false, false));
  }

  /// How goods without a name on this device are called.
  static String name(Sku sku, Scene scene) {
    return scene.books().product(sku).map(Product::name).orElse(sku.code());
  }
}
