package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.counting.CountingState.CountSaid;
import dev.stockwright.client.workflow.counting.CountingState.Found;
import dev.stockwright.client.workflow.counting.CountingState.Goods;
import dev.stockwright.client.workflow.counting.CountingState.LotWanted;
import dev.stockwright.client.workflow.counting.CountingState.ManyFound;
import dev.stockwright.client.workflow.counting.CountingState.ManyKeyed;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.SerialWanted;
import dev.stockwright.client.workflow.counting.CountingState.Tally;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// What is counted in the open bin. Each scan is told to the server as a line of its own, with the
/// event that the device knew then: nothing is lost when the device is, colleagues see at once who
/// is where, and what moves meanwhile is compared with the right balance.
final class BinContents {
  /// Above this a quantity is asked about once.
  static final long LARGE_UNITS = 9_999;

  private static final int CODE_MAX = 120;

  private BinContents() {}

  static Step<CountingState> goods(
      CountingState state, OpenBin bin, Sighting.Goods goods, Scene scene) {
    return found(state, bin, found(goods), scene);
  }

  private static Found found(Sighting.Goods goods) {
    return new Found(
        goods.product().sku(),
        units(goods),
        goods.label().lot(),
        goods.label().serial(),
        goods.label().handlingUnit());
  }

  /// The label gives a count, but not of what.
  static Step<CountingState> howMany(CountingState state, Sighting.Goods goods, Scene scene) {
    return Bins.asked(state, new CountSaid(found(goods), goods.pack().units()), scene);
  }

  /// The person has said how many of the scanned thing there are.
  static Step<CountingState> counted(CountingState state, CountSaid said, long keyed, Scene scene) {
    boolean plain = keyed >= 1 && keyed <= Quantity.MAX / said.packed();
    return state
        .bin()
        .filter(bin -> plain)
        .map(bin -> found(state, bin, said.found().of(keyed * said.packed()), scene))
        .orElseGet(() -> CountingWorkflow.nothing(state, scene));
  }

  static Step<CountingState> found(CountingState state, OpenBin bin, Found found, Scene scene) {
    Product product =
        scene
            .books()
            .product(found.sku())
            .orElseGet(() -> new Product(found.sku(), found.sku().code(), "each", false, false));
    if (found.units() < 1 || found.units() > Quantity.MAX) {
      return tooMany(state, product.name());
    }
    if (product.serialTracked() && found.units() != 1) {
      return Bins.mistaken(
          state,
          Said.of(
              Text.of(CountingPhrase.SERIAL_SINGLE, product.name()),
              Text.of(CountingPhrase.SCAN_EACH)));
    }
    Optional<HandlingUnit> twice = found.unit().filter(unit -> Tallies.counted(bin, unit));
    if (twice.isPresent()) {
      return twice(state, Text.of(CommonPhrase.AS_IS, twice.get()));
    }
    if (product.lotTracked() && found.lot().isEmpty()) {
      return new Step.Asked<>(
          state.in(new LotWanted(found)),
          Said.of(
              Text.of(CountingPhrase.WHICH_LOT, product.name()), Text.of(CountingPhrase.SCAN_LOT)));
    }
    return withLot(state, bin, found, scene);
  }

  /// 0 when it is no number that we can count with.
  private static long units(Sighting.Goods goods) {
    try {
      return Math.multiplyExact(goods.label().count(), goods.pack().units());
    } catch (ArithmeticException tooMany) {
      return 0;
    }
  }

  private static Step<CountingState> tooMany(CountingState state, String name) {
    return Bins.mistaken(
        state,
        Said.of(
            Text.of(CountingPhrase.TOO_MANY, name),
            Text.of(CountingPhrase.KEY_IN_LESS, Quantity.MAX)));
  }

  private static Step<CountingState> twice(CountingState state, Text what) {
    return Bins.mistaken(
        state,
        Said.of(Text.of(CountingPhrase.COUNTED_TWICE, what), Text.of(CountingPhrase.SCAN_ON)));
  }

  /// The lot is known, or nobody can tell it.
  static Step<CountingState> withLot(CountingState state, OpenBin bin, Found found, Scene scene) {
    Product product = Sheets.product(found.sku(), scene);
    if (product.serialTracked() && found.serial().isEmpty()) {
      return new Step.Asked<>(
          state.in(new SerialWanted(found)),
          Said.of(
              Text.of(CountingPhrase.WHICH_SERIAL, product.name()),
              Text.of(CountingPhrase.SCAN_SERIAL)));
    }
    return withSerial(state, bin, found, scene);
  }

  /// The serial number is known, or nobody can tell it.
  static Step<CountingState> withSerial(
      CountingState state, OpenBin bin, Found found, Scene scene) {
    String name = Sheets.name(found.sku(), scene);
    if (Tallies.counted(bin, found)) {
      return twice(state, piece(name, found));
    }
    if (found.serial().filter(serial -> HeardTags.heard(bin, found.sku(), serial)).isPresent()) {
      return Bins.mistaken(
          state,
          Said.of(
              Text.of(CountingPhrase.COUNTED_BY_TAG, piece(name, found)),
              Text.of(CountingPhrase.SCAN_ON)));
    }
    return found.units() > LARGE_UNITS
        ? Bins.asked(state, new ManyFound(found), scene)
        : taken(state, bin, found, scene);
  }

  private static Text piece(String name, Found found) {
    return Text.of(CountingPhrase.PIECE, name, found.serial().map(SerialNumber::code).orElse(""));
  }

  /// Counted, whatever it is.
  static Step<CountingState> taken(CountingState state, OpenBin bin, Found found, Scene scene) {
    boolean single =
        Sheets.product(found.sku(), scene).serialTracked()
            || (found.units() == 1 && HeardTags.of(bin, found.sku()));
    long before = total(bin, found);
    if (before + found.units() > Quantity.MAX) {
      return tooMany(state, Sheets.name(found.sku(), scene));
    }
    return told(
        state,
        Tallies.add(bin, found, single, scene),
        Text.of(CommonPhrase.PLUS, found.units()),
        scene);
  }

  private static long total(OpenBin bin, Found found) {
    return bin.tallies().stream()
        .filter(tally -> tally.sku().equals(Optional.of(found.sku())))
        .mapToLong(Tally::units)
        .sum();
  }

  static Step<CountingState> told(CountingState state, Tallies.Told told, Text value, Scene scene) {
    return new Step.Recorded<>(
        state.at(told.bin()),
        List.of(told.line()),
        Said.of(
                Text.of(CountingPhrase.COUNTED, name(told.tally(), scene), told.tally().total()),
                Text.of(CountingPhrase.SCAN_ON))
            .value(value),
        false,
        false);
  }

  /// What some counted goods are called.
  static Text name(Tally tally, Scene scene) {
    if (tally.sku().isEmpty()) {
      String code = tally.unit().map(HandlingUnit::code).or(tally::code).orElse("");
      return Text.of(CommonPhrase.AS_IS, Words.shown(code));
    }
    String name = Sheets.name(tally.sku().get(), scene);
    return tally
        .lot()
        .map(lot -> Text.of(CountingPhrase.LOT_OF, name, lot))
        .orElseGet(() -> Text.of(CommonPhrase.AS_IS, name));
  }

  /// A handling unit stands there; what is in it nobody has to know.
  static Step<CountingState> unit(
      CountingState state, OpenBin bin, HandlingUnit unit, Scene scene) {
    if (Tallies.counted(bin, unit)) {
      return twice(state, Text.of(CommonPhrase.AS_IS, unit));
    }
    Tallies.Told told = Tallies.add(bin, unit, scene);
    return new Step.Recorded<>(
        state.at(told.bin()),
        List.of(told.line()),
        Said.of(Text.of(CountingPhrase.UNIT_COUNTED, unit), Text.of(CountingPhrase.SCAN_ON))
            .value(Text.of(CommonPhrase.PLUS, 1)),
        false,
        false);
  }

  /// A code that nobody knows is kept as a finding.
  static Step<CountingState> unknown(CountingState state, OpenBin bin, String code, Scene scene) {
    if (code.isBlank() || code.length() > CODE_MAX) {
      return Bins.mistaken(
          state,
          Said.of(
              Text.of(WorkingPhrase.NOT_KNOWN, Words.shown(code)),
              Text.of(CountingPhrase.SET_ASIDE)));
    }
    Tallies.Told told = Tallies.add(bin, code, scene);
    return new Step.Recorded<>(
        state.at(told.bin()),
        List.of(told.line()),
        Said.of(
                Text.of(CountingPhrase.FINDING, Words.shown(code), told.tally().total()),
                Text.of(CountingPhrase.SCAN_ON))
            .value(Text.of(CommonPhrase.PLUS, 1)),
        false,
        false);
  }

  /// Tags that a reader has heard.
  static Step<CountingState> tags(
      CountingState state, OpenBin bin, List<Sighting.Tag> read, Scene scene) {
    HeardTags.Told told = HeardTags.add(bin, read, scene);
    Said said =
        Said.of(
            Text.of(CountingPhrase.TAGS_COUNTED, told.bin().heard()),
            Text.of(CountingPhrase.SCAN_ON));
    CountingState then = state.at(told.bin()).in(state.phase());
    return told.commands().isEmpty()
        ? new Step.Asked<>(then, said)
        : new Step.Recorded<>(
            then,
            List.<Command>copyOf(told.commands()),
            said.value(Text.of(CommonPhrase.PLUS, told.fresh())),
            false,
            false);
  }

  /// The keypad sets the figure of what was scanned last or chosen.
  static Step<CountingState> keyed(CountingState state, OpenBin bin, long units, Scene scene) {
    if (bin.selected() < 0) {
      return Bins.mistaken(
          state,
          Said.of(Text.of(CountingPhrase.NOTHING_CHOSEN), Text.of(CountingPhrase.CHOOSE_FIRST)));
    }
    Tally tally = bin.tallies().get(bin.selected());
    boolean single =
        !tally.pieces().isEmpty()
            || tally.sku().filter(sku -> Sheets.product(sku, scene).serialTracked()).isPresent();
    if (single || tally.wholeUnit()) {
      return Bins.mistaken(
          state,
          Said.of(
              Text.of(CountingPhrase.ONE_BY_ONE, name(tally, scene)),
              Text.of(CountingPhrase.SCAN_EACH)));
    }
    if (units < 0 || units > Quantity.MAX) {
      return Bins.mistaken(
          state,
          Said.of(
              Text.of(CountingPhrase.TOO_MANY, name(tally, scene)),
              Text.of(CountingPhrase.KEY_IN_LESS, Quantity.MAX)));
    }
    return units > LARGE_UNITS
        ? Bins.asked(state, new ManyKeyed(units), scene)
        : set(state, bin, units, scene);
  }

  static Step<CountingState> set(CountingState state, OpenBin bin, long units, Scene scene) {
    return told(state, Tallies.set(bin, units, scene), Text.of(CommonPhrase.AS_IS, units), scene);
  }

  /// The lot that a text says, when it can be one.
  static Optional<LotCode> lot(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// The serial number that a text says, when it can be one.
  static Optional<SerialNumber> serial(String text) {
    try {
      return Optional.of(new SerialNumber(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// Takes the last scan of the open bin back.
  static Step<CountingState> back(CountingState state, OpenBin bin, Scene scene) {
    Tallies.Told told = Tallies.back(bin, scene);
    return new Step.Recorded<>(
        state.at(told.bin()).in(new Goods()),
        List.of(told.line()),
        Said.of(
                Text.of(CountingPhrase.TAKEN_BACK, name(told.tally(), scene), told.tally().total()),
                Text.of(CountingPhrase.SCAN_ON))
            .value(Text.of(CommonPhrase.AS_IS, told.tally().total())),
        false,
        false);
  }
}
