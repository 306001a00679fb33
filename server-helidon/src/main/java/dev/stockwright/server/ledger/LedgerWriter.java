package dev.stockwright.server.ledger;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.catalogue.Place;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers what was decided and writes it, every table with one statement; most of them go in one
/// sheaf, which the caller sends.
public final class LedgerWriter {
  private final Connection connection;
  private final LockedStock stock;
  private final Sheaf sheaf;
  private final Map<WarehouseCode, Counter> counters;
  private final List<MovementRow> movements = new ArrayList<>();
  private Instant at;

  /// The events of one warehouse in one transaction.
  public record Numbered(WarehouseCode warehouse, long epoch, List<Event> events) {}

  public LedgerWriter(Connection connection, LockedStock stock, Sheaf sheaf) {
    this.connection = connection;
    this.sheaf = sheaf;
    this.stock = stock;
    this.counters = stock.counters;
    this.at = stock.now;
  }

  /// Gives every draft its number and writes all tables but the answers, or lets them be written
  /// with the sheaf.
  public void write() throws SQLException {
    if (stock.entries.isEmpty()) {
      return;
    }
    for (Counter counter : counters.values()) {
      at = counter.lastAt.isAfter(at) ? counter.lastAt : at; // times never go back in a warehouse
    }
    List<Happening> happenings = new ArrayList<>();
    AlertWriter alerts = new AlertWriter(connection, stock.entries);
    alerts.identify();
    List<PromisedRow> reserved = new ArrayList<>();
    for (Entry entry : stock.entries) {
      if (entry.draft instanceof Draft.Alerted(Rise rise) && rise.id == 0) {
        continue;
      }
      Counter counter = counter(entry.draft.warehouse());
      counter.last++;
      entry.n = counter.last;
      switch (entry.draft) {
        case Draft.Moved moved -> {
          moved.shelf().n = entry.n;
          counter.events.add(moved(moved, entry.n, counter.chain));
        }
        case Draft.Promised promised -> {
          promised.snaps().forEach(snap -> number(snap, entry.n, reserved));
          happenings.add(happening(counter, promised.kind(), promised(promised, entry.n), entry.n));
        }
        case Draft.Noted noted ->
            happenings.add(
                happening(
                    counter,
                    "document_changed",
                    noted(noted.note(), noted.command(), entry.n),
                    entry.n));
        case Draft.Alerted(Rise rise) ->
            happenings.add(
                happening(
                    counter, "document_changed", noted(rise.note(), rise.by, entry.n), entry.n));
      }
    }
    writeCounters();
    List<Shelf> changed = stock.shelves.values().stream().filter(shelf -> shelf.changed).toList();
    new ShelfWriter(connection, stock, at).write(changed, sheaf);
    new MovementWriter(connection, at).write(movements);
    writeHappenings(happenings);
    PromisedRow.write(connection, sheaf, reserved);
    new PromiseWriter(stock, sheaf).write();
    alerts.write(at);
    writeOrders();
    writeExpiries();
  }

  /// A level that the promise has changed takes the event's number.
  private static void number(Draft.Snap snap, long n, List<PromisedRow> reserved) {
    Shelf shelf = snap.shelf();
    if (shelf.reservedTold != snap.reserved()) {
      shelf.reservedTold = snap.reserved();
      shelf.n = n;
      reserved.add(new PromisedRow(shelf.warehouseId, shelf.productId, n, snap.reserved()));
    }
  }

  /// What happened, by warehouse.
  public List<Numbered> numbered() {
    List<Numbered> all = new ArrayList<>();
    for (Counter counter : counters.values()) {
      if (!counter.events.isEmpty()) {
        all.add(new Numbered(counter.warehouse, counter.epoch, counter.events));
      }
    }
    return all;
  }

  private record Happening(
      int warehouseId, long n, String kind, String command, String body, byte[] hash) {}

  private static Happening happening(Counter counter, String kind, Event event, long n) {
    String body = Wire.EVENT.text(event);
    byte[] hash = counter.chain.with(n).with(kind).with(body).next();
    counter.events.add(event);
    return new Happening(counter.warehouseId, n, kind, event.commandId().toString(), body, hash);
  }

  private Event noted(Step.Note note, CommandId by, long n) {
    return new Event.DocumentChanged(
        n, at, by, note.document(), note.number(), note.state(), note.detail(), List.of());
  }

  private Counter counter(WarehouseCode warehouse) {
    Counter counter = counters.get(warehouse);
    if (counter == null) {
      throw new IllegalStateException("no counter for " + warehouse);
    }
    return counter;
  }

  private void writeCounters() {
    String sql =
        """
        UPDATE warehouse_counter c
           SET last_n = k.n, last_hash = k.hash,
               last_at = timestamptz 'epoch' + ? * interval '1 microsecond'
          FROM (SELECT unnest(?::int[]) AS w, unnest(?::bigint[]) AS n, unnest(?::bytea[]) AS hash) k
         WHERE c.warehouse_id = k.w""";
    List<Counter> all =
        counters.values().stream().filter(counter -> !counter.events.isEmpty()).toList();
    sheaf.add(
        sql,
        s -> {
          s.time(at);
          s.ints(Rows.ints(all, counter -> counter.warehouseId));
          s.longs(Rows.longs(all, counter -> counter.last));
          s.hashes(all.stream().map(counter -> counter.chain.last()).toArray(byte[][]::new));
        });
  }

  private Event moved(Draft.Moved moved, long n, Chain chain) {
    var posting = moved.posting();
    PileKey goods = posting.goods();
    int from = place(posting.warehouse(), posting.from());
    int to = place(posting.warehouse(), posting.to());
    MovementRow row = MovementRow.of(moved, n, from, to, at, chain);
    movements.add(row);
    return new Event.StockMoved(
        n,
        at,
        moved.by().id(),
        posting.sku(),
        posting.from(),
        posting.to(),
        posting.quantity(),
        goods.lot().isEmpty() ? Optional.empty() : Optional.of(new LotCode(goods.lot())),
        goods.handlingUnit().isEmpty()
            ? Optional.empty()
            : Optional.of(new HandlingUnit(goods.handlingUnit())),
        goods.condition(),
        posting.reason(),
        posting.reference(),
        moved.by().author(),
        moved.by().device(),
        moved.by().occurredAt(),
        Optional.ofNullable(row.scan()),
        moved.before(),
        moved.after(),
        posting.reverses().orElse(0),
        level(
            new Draft.Snap(
                moved.shelf(), moved.after(), moved.reservedAfter(), moved.blockedAfter()),
            n));
  }

  private int place(WarehouseCode warehouse, LocationCode location) {
    return stock.catalogue.place(new Place(warehouse, location)).orElseThrow();
  }

  private Event promised(Draft.Promised promised, long n) {
    List<Level> levels =
        promised.snaps().stream().map(snap -> level(snap, snap.shelf().n)).toList();
    if (promised.resized()) {
      return changed(promised, n, levels);
    }
    return switch (promised.state()) {
      case SHIPPED -> changed(promised, n, levels);
      case PLACED ->
          new Event.ReservationPlaced(
              n,
              at,
              promised.command(),
              promised.order(),
              promised.expiresAt().orElseThrow(),
              levels);
      case COMMITTED ->
          new Event.ReservationCommitted(n, at, promised.command(), promised.order(), levels);
      case RELEASED ->
          new Event.ReservationReleased(n, at, promised.command(), promised.order(), levels);
      case EXPIRED ->
          new Event.ReservationExpired(n, at, promised.command(), promised.order(), levels);
    };
  }

  private Event changed(Draft.Promised promised, long n, List<Level> levels) {
    return new Event.DocumentChanged(
        n,
        at,
        promised.command(),
        DocumentKind.ORDER,
        promised.order(),
        promised.state().code(),
        Optional.empty(),
        levels);
  }

  private Level level(Draft.Snap snap, long n) {
    return new Level(
        snap.shelf().key.sku(),
        snap.shelf().key.warehouse(),
        snap.onHand(),
        snap.reserved(),
        snap.blocked(),
        snap.onHand() - snap.reserved() - snap.blocked(),
        at,
        n);
  }

  private void writeHappenings(List<Happening> happenings) {
    if (happenings.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO happening (warehouse_id, n, kind, recorded_at, command_id, body, hash)
        SELECT k.w, k.n, k.kind, timestamptz 'epoch' + ? * interval '1 microsecond', k.command::uuid,
               k.body, k.hash
          FROM (SELECT unnest(?::int[]) AS w, unnest(?::bigint[]) AS n, unnest(?::text[]) AS kind,
                       unnest(?::text[]) AS command, unnest(?::text[]) AS body,
                       unnest(?::bytea[]) AS hash) k""";
    sheaf.add(
        sql,
        s -> {
          s.time(at);
          s.ints(Rows.ints(happenings, Happening::warehouseId));
          s.longs(Rows.longs(happenings, Happening::n));
          s.texts(Rows.texts(happenings, Happening::kind));
          s.texts(Rows.texts(happenings, Happening::command));
          s.texts(Rows.texts(happenings, Happening::body));
          s.hashes(happenings.stream().map(Happening::hash).toArray(byte[][]::new));
        });
  }

  private void writeOrders() throws SQLException {
    List<OrderRow> changed =
        stock.orders.values().stream()
            .flatMap(lines -> lines.values().stream())
            .filter(row -> row.changed)
            .toList();
    if (changed.isEmpty()) {
      return;
    }
    String sql =
        """
        UPDATE purchase_order_line l SET received = k.received
          FROM unnest(?::int[], ?::int[], ?::bigint[]) AS k(o, line, received)
         WHERE l.purchase_order_id = k.o AND l.line = k.line""";
    Rows.execute(
        connection,
        sql,
        s -> {
          Rows.ints(s, 1, Rows.ints(changed, row -> row.orderId));
          Rows.ints(s, 2, Rows.ints(changed, row -> row.line));
          Rows.longs(s, 3, Rows.longs(changed, row -> row.received));
        });
  }

  private void writeExpiries() throws SQLException {
    if (stock.expiries.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO lot (product_id, code, expires_on)
        SELECT k.p, k.lot, k.day::date FROM unnest(?::int[], ?::text[], ?::text[]) AS k(p, lot, day)
         WHERE k.lot <> ''
         ORDER BY k.p, k.lot
        ON CONFLICT (product_id, code) DO UPDATE SET expires_on = EXCLUDED.expires_on""";
    List<Map.Entry<LockedStock.Expiry, java.time.LocalDate>> all =
        List.copyOf(stock.expiries.entrySet());
    Rows.execute(
        connection,
        sql,
        s -> {
          Rows.ints(s, 1, Rows.ints(all, each -> each.getKey().productId()));
          Rows.texts(s, 2, Rows.texts(all, each -> each.getKey().lot()));
          Rows.texts(s, 3, Rows.texts(all, each -> each.getValue().toString()));
        });
  }
}
