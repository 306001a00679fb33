package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.HANDLING_UNIT;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What is said about the bins of one count. Nothing here tells anybody what should be there.
final class BinClerk {
  /// A scan older than so many events says nothing about a bin any more.
  private static final long SEEN_EVENTS_MAX = 500_000;

  private final Work work;
  private final CountBook book;
  private final Count count;
  private final EntryBook entries;

  BinClerk(Work work, CountBook book, Count count) {
    this.work = work;
    this.book = book;
    this.count = count;
    this.entries = new EntryBook(work);
  }

  /// The bin to count in, or why not.
  private sealed interface Way {
    record Free(Count.Bin bin) implements Way {}

    record Barred(Refusal why) implements Way {}
  }

  Decision line(CountCommand.CountLine c) {
    return switch (way(c.bin(), c.seen(), c.together())) {
      case Way.Barred(var why) -> CountClerk.refuse(why);
      case Way.Free(var bin) -> {
        OptionalInt product = c.sku().map(work::productId).orElse(OptionalInt.empty());
        if (c.sku().isPresent() && product.isEmpty()) {
          yield CountClerk.refuse(new Refusal.UnknownProduct(c.sku().get()));
        }
        Entry entry =
            new Entry(
                product.orElse(0),
                c.code().orElse(""),
                c.lot().map(LotCode::code).orElse(""),
                c.serial().map(SerialNumber::code).orElse(""),
                c.handlingUnit().map(HandlingUnit::code).orElse(""),
                c.condition().map(Condition::code).orElse(""),
                c.quantity().orElse(1L),
                false,
                work.author().code(),
                seen(c.seen()),
                at());
        Entry known = c.code().isPresent() ? known(entry) : entry;
        Optional<Refusal> kit = kit(known);
        if (kit.isPresent()) {
          yield CountClerk.refuse(kit.get());
        }
        if (c.replace()) {
          entries.forget(count, bin, known);
        }
        boolean gone = known.wholeUnit() && c.quantity().filter(units -> units == 0).isPresent();
        yield took(bin, c.bin(), gone ? List.of() : List.of(known));
      }
    };
  }

  /// What lies in the bin are the components of a kit.
  private Optional<Refusal> kit(Entry entry) {
    return work.sql()
        .select(PRODUCT.SKU)
        .from(PRODUCT)
        .where(PRODUCT.ID.eq(entry.productId()))
        .fetchOptional(row -> new Sku(row.value1()))
        .flatMap(sku -> KitRules.refusal(sku, work.stock().gates()));
  }

  /// A code may stand for a product by now, or for a handling unit as a whole.
  private Entry known(Entry entry) {
    return work.sql()
        .select(BARCODE.PRODUCT_ID, BARCODE.UNITS)
        .from(BARCODE)
        .where(BARCODE.CODE.eq(entry.code()))
        .fetchOptional(
            row -> like(entry, row.value1(), "", entry.serial(), entry.unit()).times(row.value2()))
        .orElseGet(
            () ->
                work.sql()
                        .fetchExists(
                            HANDLING_UNIT,
                            HANDLING_UNIT
                                .CODE
                                .eq(entry.code())
                                .and(
                                    HANDLING_UNIT.WAREHOUSE_ID.eq(
                                        work.warehouseId(count.warehouse()))))
                    ? like(entry, 0, "", entry.code(), entry.code()).times(0)
                    : entry);
  }

  private static Entry like(Entry entry, int product, String code, String serial, String unit) {
    return new Entry(
        product,
        code,
        entry.lot(),
        serial,
        unit,
        entry.condition(),
        entry.quantity(),
        entry.radio(),
        entry.by(),
        entry.seen(),
        entry.at());
  }

  Decision tags(CountCommand.CountTags c) {
    return switch (way(c.bin(), c.seen(), c.together())) {
      case Way.Barred(var why) -> CountClerk.refuse(why);
      case Way.Free(var bin) -> {
        long seen = seen(c.seen());
        Instant at = at();
        List<Entry> heard =
            Tags.entries(
                work,
                c.tags(),
                (tag, serial) ->
                    new Entry(
                        tag.productId(),
                        tag.code(),
                        "",
                        serial,
                        tag.unit(),
                        "",
                        tag.units(),
                        true,
                        work.author().code(),
                        seen,
                        at));
        yield took(bin, c.bin(), heard);
      }
    };
  }

  private Decision took(Count.Bin bin, LocationCode code, List<Entry> said) {
    entries.claim(count, bin);
    if (!said.isEmpty()) {
      entries.add(count, bin, said);
    }
    return new Decision.Act(List.of(going(code)));
  }

  /// The count goes on: colleagues see who is where.
  private Step going(LocationCode code) {
    Count.State state =
        count.state() == Count.State.REQUESTED ? Count.State.COUNTING : count.state();
    String detail = code + " " + work.author();
    return count.state() == state
        ? CountBook.note(count, state, detail)
        : book.turn(count, state, detail);
  }

  private Way way(LocationCode code, Optional<Long> seen, boolean together) {
    Optional<Refusal> wrong =
        CountClerk.mayCount(count, work.author())
            .or(() -> wrongSeen(work, book, count.warehouse(), seen));
    if (wrong.isPresent()) {
      return new Way.Barred(wrong.get());
    }
    Optional<Count.Bin> bin = book.bin(count, code);
    if (bin.isEmpty()) {
      return new Way.Barred(
          work.locationId(count.warehouse(), code).isEmpty()
              ? new Refusal.UnknownLocation(count.warehouse(), code)
              : new CountRefusal.BinNotAsked(code, count.number()));
    }
    if (bin.get().counted()) {
      return new Way.Barred(new CountRefusal.BinCounted(code, count.number()));
    }
    boolean others = bin.get().counter().filter(who -> !who.equals(work.author())).isPresent();
    if (others && !together) {
      return new Way.Barred(new CountRefusal.BinTaken(code, bin.get().counter().orElseThrow()));
    }
    if (count.round() > 1
        && book.earlierCounters(count, bin.get().locationId()).contains(work.author().code())) {
      return new Way.Barred(
          new DocumentRefusal.OtherPersonNeeded("count " + code + " again", work.author()));
    }
    return new Way.Free(bin.get());
  }

  /// Why a device cannot have known this event; empty when it can.
  static Optional<Refusal> wrongSeen(
      Work work, CountBook book, WarehouseCode warehouse, Optional<Long> seen) {
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    long last = book.lastNumber(warehouse);
    long most = work.setting(warehouse, "counting.seen_events_max", SEEN_EVENTS_MAX);
    long oldest = Math.max(0, last - most);
    return seen.get() < oldest || seen.get() > last
        ? Optional.of(
            new DocumentRefusal.OutOfRange("event number", oldest + " to " + last, "" + seen.get()))
        : Optional.empty();
  }

  private long seen(Optional<Long> given) {
    return given.orElseGet(() -> book.lastNumber(count.warehouse()));
  }

  /// The device's clock at the scan, where it told.
  private Instant at() {
    return work.by().occurredAt().filter(time -> time.isBefore(work.now())).orElse(work.now());
  }

  Decision close(LocationCode code, Optional<Long> seen, boolean empty) {
    return switch (way(code, seen, true)) {
      case Way.Barred(var why) -> CountClerk.refuse(why);
      case Way.Free(var bin) -> {
        List<Entry> said = entries.of(count, bin.locationId());
        boolean own = said.stream().anyMatch(entry -> entry.by().equals(work.author().code()));
        if (!own && bin.counter().filter(who -> !who.equals(work.author())).isPresent()) {
          yield CountClerk.refuse(new CountRefusal.BinTaken(code, bin.counter().orElseThrow()));
        }
        if (said.isEmpty() && !empty) {
          yield CountClerk.refuse(new CountRefusal.ZeroNotConfirmed(code));
        }
        if (empty && said.stream().anyMatch(entry -> entry.quantity() > 0 || entry.wholeUnit())) {
          yield CountClerk.refuse(new CountRefusal.BinNotEmpty(code));
        }
        yield new Decision.Act(closeNow(code, seen, empty));
      }
    };
  }

  /// Closes a bin that may be closed: compares it with the books and keeps what came out.
  List<Step> closeNow(LocationCode code, Optional<Long> given, boolean empty) {
    Count.Bin bin = book.bin(count, code).orElseThrow();
    List<Entry> said =
        entries.of(count, bin.locationId()).stream()
            .map(entry -> entry.code().isEmpty() ? entry : known(entry))
            .toList();
    long last = book.lastNumber(count.warehouse());
    long seen = given.orElse(last);
    long since = said.stream().mapToLong(Entry::seen).reduce(seen, Math::min);
    BinBook books =
        BinReader.read(work, work.warehouseId(count.warehouse()), bin.locationId(), since);
    List<Line> lines =
        MergeRules.lines(
            new MergeRules.Bin(
                said,
                books,
                kept(said, books),
                book.wanted(count),
                entries.elsewhere(count, bin.locationId()),
                work.author().code(),
                seen,
                at()));
    LineBook lineBook = new LineBook(work);
    if (count.round() > 1) {
      lineBook.supersede(count, bin.locationId());
    }
    if (!lines.isEmpty()) {
      lineBook.add(count, bin, lines, last);
    }
    entries.close(count, bin, last, empty);
    List<Step> steps = new ArrayList<>();
    steps.add(going(code));
    if (!book.waits(count, bin.zone())) {
      steps.addAll(book.endTasks(count, Optional.of(bin.zone()), true));
    }
    return steps;
  }

  private Map<Integer, MergeRules.Kept> kept(List<Entry> said, BinBook books) {
    Set<Integer> products = new HashSet<>(books.products());
    said.forEach(entry -> products.add(entry.productId()));
    return book.kept(products);
  }
}
