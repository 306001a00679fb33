package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.CountSheet.CountBin;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.counting.CountingState.Closed;
import dev.stockwright.client.workflow.counting.CountingState.CountSaid;
import dev.stockwright.client.workflow.counting.CountingState.Deciding;
import dev.stockwright.client.workflow.counting.CountingState.Goods;
import dev.stockwright.client.workflow.counting.CountingState.LotWanted;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.Place;
import dev.stockwright.client.workflow.counting.CountingState.SerialWanted;
import dev.stockwright.client.workflow.counting.CountingState.Tally;
import dev.stockwright.client.workflow.counting.CountingState.ZeroCheck;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows while bins are counted: the person's own figures, and nothing of what the
/// books have there.
final class CountingCard {
  /// More lines than this are not looked up at each step; the newest stand first.
  private static final int ROWS_MAX = 20;

  private CountingCard() {}

  static Card of(CountingState state, Scene scene) {
    Card card =
        Card.of(title(state), prompt(state, scene))
            .plate(plate(state, scene))
            .question(
                state.phase() instanceof Deciding deciding
                    ? Optional.of(CountingQuestion.of(deciding.doubt(), state, scene))
                    : Optional.empty());
    Optional<CountSheet> sheet = state.count().flatMap(count -> Sheets.sheet(count, scene));
    Card along = sheet.isPresent() ? along(card, state, sheet.get()) : card;
    return state.bin().isPresent() && !(state.phase() instanceof Place)
        ? inBin(along, state, state.bin().get(), scene)
        : choosing(along, state, sheet, scene);
  }

  private static Text title(CountingState state) {
    return state
        .count()
        .map(count -> Text.of(CommonPhrase.AS_IS, count))
        .orElseGet(() -> Text.of(CountingPhrase.TITLE));
  }

  private static Card along(Card card, CountingState state, CountSheet sheet) {
    long counted = Sheets.counted(state, sheet);
    long all = sheet.bins().size();
    Text what = Text.of(CountingPhrase.PROGRESS, counted, all);
    return card.context(what).progress(new Card.Progress(counted, all, what));
  }

  /// What is to be done next.
  static Text instruction(CountingState state, Scene scene) {
    return switch (state.phase()) {
      case Place place -> next(state, scene);
      case Goods goods -> Text.of(CountingPhrase.SCAN_WHAT_LIES_HERE);
      case LotWanted wanted -> Text.of(CountingPhrase.SCAN_LOT);
      case SerialWanted wanted -> Text.of(CountingPhrase.SCAN_SERIAL);
      case Deciding deciding -> Text.of(CountingPhrase.ANSWER);
    };
  }

  /// The next bin of the count, or any bin.
  static Text next(CountingState state, Scene scene) {
    return nextBin(state, scene)
        .map(bin -> Text.of(CountingPhrase.GO_TO, bin.location()))
        .orElseGet(() -> Text.of(CountingPhrase.SCAN_PLACE));
  }

  private static Optional<CountBin> nextBin(CountingState state, Scene scene) {
    return state
        .count()
        .flatMap(count -> Sheets.sheet(count, scene))
        .flatMap(sheet -> Sheets.next(state, sheet, scene).stream().findFirst());
  }

  private static Card.Prompt prompt(CountingState state, Scene scene) {
    boolean decides = state.phase() instanceof Deciding;
    Optional<Text> detail =
        switch (state.phase()) {
          case Place place -> Optional.of(Text.of(CountingPhrase.SCAN_PLACE_DETAIL));
          case Goods goods -> Optional.of(next(state, scene));
          case LotWanted wanted ->
              Optional.of(Text.of(CommonPhrase.AS_IS, Sheets.name(wanted.found().sku(), scene)));
          case SerialWanted wanted ->
              Optional.of(Text.of(CommonPhrase.AS_IS, Sheets.name(wanted.found().sku(), scene)));
          case Deciding deciding -> Optional.empty();
        };
    return new Card.Prompt(
        decides ? Card.Means.DECIDE : Card.Means.SCAN, instruction(state, scene), detail);
  }

  private static Optional<Card.Plate> plate(CountingState state, Scene scene) {
    if (state.phase() instanceof Deciding deciding && deciding.doubt() instanceof ZeroCheck zero) {
      return Optional.of(plate(CountingPhrase.NEXT_PLATE, zero.place(), Optional.empty(), ""));
    }
    if (state.bin().isPresent() && !(state.phase() instanceof Place)) {
      OpenBin bin = state.bin().get();
      return Optional.of(
          new Card.Plate(
              Text.of(CountingPhrase.HERE_PLATE),
              bin.place().code(),
              Optional.empty(),
              Optional.empty(),
              true));
    }
    Optional<String> before =
        state.done().stream().findFirst().map(Closed::place).map(LocationCode::code);
    return nextBin(state, scene)
        .map(bin -> plate(CountingPhrase.NEXT_PLATE, bin.location(), before, bin.zone()));
  }

  private static Card.Plate plate(
      CountingPhrase label, LocationCode place, Optional<String> before, String zone) {
    return new Card.Plate(
        Text.of(label),
        place.code(),
        before,
        zone.isEmpty() ? Optional.empty() : Optional.of(Text.of(CommonPhrase.AS_IS, zone)),
        false);
  }

  private static Card inBin(Card card, CountingState state, OpenBin bin, Scene scene) {
    Card shown =
        card.goods(half(state, scene).or(() -> goods(bin, scene)))
            .hint(hint(bin, scene))
            .figures(figures(bin))
            .rows(rows(bin, scene));
    if (state.phase() instanceof LotWanted || state.phase() instanceof SerialWanted) {
      return shown.more(List.of(action(Icon.SKIP, Text.of(CountingPhrase.NOT_READABLE), Key.SKIP)));
    }
    return state.phase() instanceof Goods
        ? shown
            .primary(
                Bins.untouched(bin)
                    ? action(Icon.CLOSE, Text.of(CountingPhrase.NOTHING_HERE), Key.EMPTY)
                    : action(Icon.DONE, Text.of(CountingPhrase.BIN_DONE, bin.place()), Key.DONE))
            .more(
                List.of(
                    action(Icon.KEYPAD, Text.of(CountingPhrase.KEYPAD), Key.QUANTITY),
                    action(Icon.LEAVE, Text.of(CountingPhrase.LEAVE_OPEN), Key.BACK)))
        : shown;
  }

  /// The goods whose lot, serial number or quantity is still missing.
  private static Optional<Card.Goods> half(CountingState state, Scene scene) {
    Optional<Sku> sku =
        switch (state.phase()) {
          case LotWanted wanted -> Optional.of(wanted.found().sku());
          case SerialWanted wanted -> Optional.of(wanted.found().sku());
          case Place place -> Optional.empty();
          case Goods goods -> Optional.empty();
          case Deciding deciding ->
              deciding.doubt() instanceof CountSaid said
                  ? Optional.of(said.found().sku())
                  : Optional.empty();
        };
    Optional<Card.Amount> unknown =
        state.phase() instanceof Deciding
            ? Optional.of(
                new Card.Amount(Optional.empty(), Optional.empty(), Optional.empty(), false))
            : Optional.empty();
    return sku.map(
        code ->
            new Card.Goods(Sheets.name(code, scene), Text.of(CommonPhrase.AS_IS, code), unknown));
  }

  /// What was scanned last or chosen, with the figure that the keypad sets.
  private static Optional<Card.Goods> goods(OpenBin bin, Scene scene) {
    if (bin.selected() < 0) {
      return Optional.empty();
    }
    Tally tally = bin.tallies().get(bin.selected());
    Text source =
        tally
            .sku()
            .map(sku -> Text.of(CommonPhrase.AS_IS, sku))
            .orElseGet(() -> BinContents.name(tally, scene));
    String name =
        tally
            .sku()
            .map(sku -> Sheets.name(sku, scene))
            .orElseGet(() -> tally.unit().map(unit -> unit.code()).or(tally::code).orElse(""));
    return Optional.of(
        new Card.Goods(
            name,
            tally.lot().map(lot -> Text.of(CountingPhrase.LOT_OF, source, lot)).orElse(source),
            Optional.of(
                new Card.Amount(
                    Optional.of(tally.total()),
                    Optional.empty(),
                    Optional.of(Text.of(CountingPhrase.ITEMS, tally.total())),
                    bin.tags().isEmpty()))));
  }

  private static Optional<Text> hint(OpenBin bin, Scene scene) {
    long picked = Sheets.picked(bin, scene);
    if (picked > 0) {
      return Optional.of(Text.of(CountingPhrase.PICKED_HINT, picked, bin.since()));
    }
    long faint = HeardTags.faint(bin);
    return faint > 0 ? Optional.of(Text.of(CountingPhrase.FAINT_HINT, faint)) : Optional.empty();
  }

  /// What a reader has heard; the number of different tags stands first.
  private static List<Card.Figure> figures(OpenBin bin) {
    if (bin.tags().isEmpty()) {
      return List.of();
    }
    long unknown = HeardTags.byProduct(bin).getOrDefault(Optional.empty(), 0L);
    return List.of(
        figure(bin.heard(), CountingPhrase.TAGS),
        figure(bin.items(), CountingPhrase.ITEMS),
        figure(unknown, CountingPhrase.UNKNOWN_TAGS),
        figure(HeardTags.faint(bin), CountingPhrase.FAINT));
  }

  private static Card.Figure figure(long number, CountingPhrase label) {
    return new Card.Figure(Text.of(CommonPhrase.AS_IS, number), Text.of(label, number));
  }

  private static List<Card.Row> rows(OpenBin bin, Scene scene) {
    List<Card.Row> rows = new ArrayList<>();
    for (int i = bin.tallies().size() - 1; i >= 0 && rows.size() < ROWS_MAX; i--) {
      Tally tally = bin.tallies().get(i);
      rows.add(
          new Card.Row(
              tally.wholeUnit() ? Icon.UNIT : Icon.PRODUCT,
              BinContents.name(tally, scene),
              Optional.empty(),
              Optional.of(Text.of(CommonPhrase.AS_IS, tally.total())),
              Optional.of(new Input.Point(Integer.toString(i)))));
    }
    HeardTags.byProduct(bin).entrySet().stream()
        .limit(ROWS_MAX)
        .forEach(
            heard ->
                rows.add(
                    new Card.Row(
                        Icon.RFID,
                        heard
                            .getKey()
                            .map(sku -> Text.of(CommonPhrase.AS_IS, Sheets.name(sku, scene)))
                            .orElseGet(
                                () -> Text.of(CountingPhrase.UNKNOWN_TAGS, heard.getValue())),
                        Optional.of(Text.of(CountingPhrase.TAG_ROW, heard.getValue())),
                        Optional.of(Text.of(CommonPhrase.AS_IS, heard.getValue())),
                        Optional.empty())));
    return rows;
  }

  /// Which count, or which bin of the chosen one.
  private static Card choosing(
      Card card, CountingState state, Optional<CountSheet> sheet, Scene scene) {
    List<Card.Row> rows = new ArrayList<>();
    state
        .bin()
        .ifPresent(
            bin ->
                rows.add(
                    row(
                        Icon.PLACE,
                        Text.of(CountingPhrase.OPEN_ROW, bin.place()),
                        Optional.of(bin.items()),
                        Optional.empty())));
    if (sheet.isPresent()) {
      Sheets.next(state, sheet.get(), scene).stream()
          .limit(ROWS_MAX)
          .forEach(
              bin ->
                  rows.add(
                      row(
                          Icon.PLACE,
                          Text.of(CommonPhrase.AS_IS, bin.location()),
                          Optional.empty(),
                          Optional.empty())));
      return finishing(card.rows(rows), state, sheet.get());
    }
    for (CountSheet each : scene.books().counts()) {
      rows.add(
          row(
              Icon.COUNT,
              Text.of(CountingPhrase.COUNT_ROW, each.number()),
              Optional.of((long) Sheets.left(state, each).size()),
              Optional.of(each.number())));
    }
    scene.books().tasks().stream()
        .filter(task -> Sheets.zeroCheck(task) || Sheets.countable(task))
        .forEach(task -> rows.add(task(task)));
    Card listed = card.rows(rows.subList(0, Math.min(rows.size(), ROWS_MAX)));
    return state.bin().isPresent() && state.phase() instanceof Place
        ? listed.primary(
            action(
                Icon.DONE, Text.of(CountingPhrase.BIN_DONE, state.bin().get().place()), Key.DONE))
        : listed;
  }

  private static Card finishing(Card card, CountingState state, CountSheet sheet) {
    if (!(state.phase() instanceof Place)) {
      return card;
    }
    Card.Action done =
        state
            .bin()
            .map(bin -> action(Icon.DONE, Text.of(CountingPhrase.BIN_DONE, bin.place()), Key.DONE))
            .orElseGet(
                () ->
                    action(
                        Icon.DONE, Text.of(CountingPhrase.FINISH_COUNT, sheet.number()), Key.DONE));
    boolean leads = state.bin().isPresent() || Sheets.left(state, sheet).isEmpty();
    return leads ? card.primary(done) : card.more(List.of(done));
  }

  private static Card.Row task(WaitingTask task) {
    LocationCode place = task.place().orElseThrow();
    return row(
        Sheets.zeroCheck(task) ? Icon.LOOK_UP : Icon.WARNING,
        Text.of(
            Sheets.zeroCheck(task) ? CountingPhrase.ZERO_ROW : CountingPhrase.COUNT_ROW_TASK,
            place),
        Optional.empty(),
        Optional.of(task.number()));
  }

  private static Card.Row row(
      Icon icon, Text head, Optional<Long> bins, Optional<Reference> number) {
    return new Card.Row(
        icon,
        head,
        bins.filter(any -> icon == Icon.COUNT).map(left -> Text.of(CountingPhrase.BINS, left)),
        bins.map(left -> Text.of(CommonPhrase.AS_IS, left)),
        number.map(code -> new Input.Point(code.code())));
  }

  private static Card.Action action(Icon icon, Text label, Key key) {
    return Card.Action.press(icon, label, key);
  }
}
