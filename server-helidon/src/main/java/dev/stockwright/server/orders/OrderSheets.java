package dev.stockwright.server.orders;

import dev.stockwright.server.ledger.Sheaf;
import dev.stockwright.server.ledger.Slots;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The orders that many commands speak of, while they are judged together: read once, changed in
/// memory, written once. Each change is a line of its order's history, as with [OrderBook].
final class OrderSheets {
  private final Set<Reference> wanted = new LinkedHashSet<>();
  private final Set<Reference> wantedLines = new LinkedHashSet<>();
  private final Set<Reference> wantedCustomers = new LinkedHashSet<>();
  private final Map<Reference, Integer> customers = new HashMap<>();
  private final Map<Reference, Sheet> sheets = new LinkedHashMap<>();
  private Optional<Instant> now = Optional.empty();

  /// The head of a new order.
  record Head(
      WarehouseCode warehouse,
      Reference number,
      String kind,
      Optional<Integer> customerId,
      String customer,
      int priority,
      Optional<Instant> shipBy,
      String attributes,
      List<Kits.Ordered> kits) {}

  /// What is written of a new order besides what changes.
  private record Fresh(Head head, int warehouseId, int[] products, String placedBy) {}

  private record Change(
      String author, String device, String command, String state, String detail) {}

  /// An order as it is now.
  private static final class Sheet {
    final Optional<Fresh> fresh;
    final List<Change> changes = new ArrayList<>();
    Order order;

    /// Whether its lines were read, which few rules ask for.
    boolean whole;

    Sheet(Optional<Fresh> fresh, Order order) {
      this.fresh = fresh;
      this.order = order;
      this.whole = fresh.isPresent();
    }

    String changedBy() {
      return changes.getLast().author();
    }
  }

  /// This order is to be read, without its lines.
  ///
  /// @return whether it is the first
  boolean want(Reference number) {
    boolean first = wanted.isEmpty();
    wanted.add(number);
    return first;
  }

  /// This order's lines are to be read too.
  void wantLines(Reference number) {
    wantedLines.add(number);
  }

  void wantCustomer(Reference code) {
    wantedCustomers.add(code);
  }

  /// Reads what is wanted.
  void read(Sheaf sheaf) {
    sheaf.ask(OrderSql.READ, s -> s.texts(codes(wanted)), this::take);
    if (!wantedLines.isEmpty()) {
      sheaf.ask(OrderSql.LINES, s -> s.texts(codes(wantedLines)), this::takeLines);
    }
    if (!wantedCustomers.isEmpty()) {
      sheaf.ask(
          OrderSql.CUSTOMERS,
          s -> s.texts(codes(wantedCustomers)),
          rows -> {
            while (rows.next()) {
              customers.put(new Reference(rows.getString(2)), rows.getInt(1));
            }
          });
    }
  }

  private static String[] codes(Set<Reference> references) {
    return references.stream().map(Reference::code).toArray(String[]::new);
  }

  private void take(ResultSet rows) throws SQLException {
    while (rows.next()) {
      Reference number = new Reference(rows.getString(1));
      sheets.put(number, new Sheet(Optional.empty(), head(number, rows)));
    }
  }

  private void takeLines(ResultSet rows) throws SQLException {
    Map<Reference, List<Order.Line>> lines = new HashMap<>();
    while (rows.next()) {
      lines
          .computeIfAbsent(new Reference(rows.getString(1)), any -> new ArrayList<>())
          .add(
              new Order.Line(
                  rows.getInt(2),
                  new Sku(rows.getString(3)),
                  rows.getLong(4),
                  rows.getLong(5),
                  rows.getLong(6),
                  rows.getLong(7),
                  rows.getLong(8)));
    }
    lines.forEach(this::whole);
  }

  private void whole(Reference number, List<Order.Line> lines) {
    Sheet sheet = sheets.get(number);
    if (sheet != null) {
      sheet.order = sheet.order.with(lines);
      sheet.whole = true;
    }
  }

  private static Order head(Reference number, ResultSet rows) throws SQLException {
    return new Order(
        rows.getLong(2),
        new WarehouseCode(rows.getString(3)),
        number,
        OrderState.of(rows.getString(4)),
        rows.getInt(5),
        time(rows, 6),
        time(rows, 7),
        rows.getLong(8),
        List.of());
  }

  private static Optional<Instant> time(ResultSet rows, int column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /// The order with this number, whichever warehouse has it; its lines only if they are wanted or
  /// it was placed just now.
  Optional<Order> find(Reference number) {
    return Optional.ofNullable(sheets.get(number)).map(sheet -> sheet.order);
  }

  /// The same order with its lines. They are read now if nobody wanted them before; nothing that is
  /// done here changes lines.
  Order whole(Order order, Work work) {
    Sheet sheet = sheets.get(order.number());
    if (sheet == null || !sheet.whole) {
      List<Order.Line> lines =
          new OrderBook(work)
              .find(order.warehouse(), order.number())
              .map(Order::lines)
              .orElse(List.of());
      whole(order.number(), lines);
      return order.with(lines);
    }
    return sheet.order;
  }

  /// The number of an active customer.
  Optional<Integer> customer(Reference code) {
    return Optional.ofNullable(customers.get(code));
  }

  void place(Head head, Ruling.Becomes as, Work work) {
    int[] products =
        as.lines().stream().mapToInt(line -> work.productId(line.sku()).orElseThrow()).toArray();
    Fresh fresh =
        new Fresh(head, work.warehouseId(head.warehouse()), products, work.author().code());
    Order order =
        new Order(
            0,
            head.warehouse(),
            head.number(),
            as.state(),
            head.priority(),
            as.until(),
            head.shipBy(),
            1,
            as.lines());
    Sheet sheet = new Sheet(Optional.of(fresh), order);
    sheets.put(head.number(), sheet);
    note(sheet, as, work);
  }

  /// The order is in this state now; its lines stay.
  void turn(Order order, Ruling.Becomes as, Work work) {
    Sheet sheet = sheets.get(order.number());
    if (sheet == null || !as.lines().equals(order.lines())) {
      throw new IllegalStateException("only states change here: " + order.number());
    }
    sheet.order =
        new Order(
            order.id(),
            order.warehouse(),
            order.number(),
            as.state(),
            order.priority(),
            as.until(),
            order.shipBy(),
            order.version() + 1,
            order.lines());
    note(sheet, as, work);
  }

  private void note(Sheet sheet, Ruling.Becomes as, Work work) {
    now = Optional.of(work.now());
    sheet.changes.add(
        new Change(
            work.author().code(),
            work.device().code(),
            work.by().id().toString(),
            as.state().code(),
            as.detail()));
  }

  /// Writes what has changed.
  void write(Sheaf sheaf) {
    List<Sheet> changed =
        sheets.values().stream().filter(sheet -> !sheet.changes.isEmpty()).toList();
    List<Sheet> fresh = changed.stream().filter(sheet -> sheet.fresh.isPresent()).toList();
    List<Sheet> turned = changed.stream().filter(sheet -> sheet.fresh.isEmpty()).toList();
    if (!fresh.isEmpty()) {
      sheaf.add(OrderSql.PLACE, s -> bindPlaced(s, fresh));
      writeKits(sheaf, fresh.stream().map(sheet -> sheet.fresh.orElseThrow()).toList());
    }
    if (!turned.isEmpty()) {
      sheaf.add(OrderSql.TURN, s -> bindTurned(s, turned));
    }
  }

  private record OfOrder(Head head, Kits.Ordered kit) {}

  private static void writeKits(Sheaf sheaf, List<Fresh> news) {
    List<OfOrder> all = new ArrayList<>();
    news.forEach(each -> each.head().kits().forEach(kit -> all.add(new OfOrder(each.head(), kit))));
    if (!all.isEmpty()) {
      sheaf.add(
          OrderSql.KITS,
          s -> {
            s.texts(texts(all, each -> each.head().number().code()));
            s.texts(texts(all, each -> each.kit().sku().code()));
            s.ints(all.stream().mapToInt(each -> each.kit().firstLine()).toArray());
            s.ints(all.stream().mapToInt(each -> each.kit().lastLine()).toArray());
            s.longs(all.stream().mapToLong(each -> each.kit().quantity()).toArray());
          });
    }
  }

  private record Line(int sheet, int product, Order.Line line) {}

  private void bindPlaced(Slots s, List<Sheet> all) throws SQLException {
    List<Fresh> news = all.stream().map(sheet -> sheet.fresh.orElseThrow()).toList();
    List<Head> heads = news.stream().map(Fresh::head).toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int at = 0;
      for (Order.Line line : all.get(i).order.lines()) {
        lines.add(new Line(i + 1, news.get(i).products()[at++], line));
      }
    }
    s.ints(IntStream.rangeClosed(1, all.size()).toArray());
    s.ints(news.stream().mapToInt(Fresh::warehouseId).toArray());
    s.texts(texts(heads, head -> head.number().code()));
    s.texts(texts(heads, Head::kind));
    @Nullable Integer[] customerIds =
        heads.stream().map(head -> head.customerId().orElse(null)).toArray(Integer[]::new);
    s.nullableInts(customerIds);
    s.texts(texts(heads, Head::customer));
    s.ints(heads.stream().mapToInt(Head::priority).toArray());
    s.texts(texts(all, sheet -> sheet.order.state().code()));
    s.times(all.stream().map(sheet -> sheet.order.expiresAt()).toList());
    s.times(heads.stream().map(Head::shipBy).toList());
    s.texts(texts(heads, Head::attributes));
    s.texts(texts(news, Fresh::placedBy));
    s.texts(texts(all, Sheet::changedBy));
    s.longs(all.stream().mapToLong(sheet -> sheet.order.version()).toArray());
    s.time(now.orElseThrow());
    s.ints(lines.stream().mapToInt(Line::sheet).toArray());
    s.ints(lines.stream().mapToInt(line -> line.line().line()).toArray());
    s.ints(lines.stream().mapToInt(Line::product).toArray());
    s.longs(lines.stream().mapToLong(line -> line.line().ordered()).toArray());
    s.longs(lines.stream().mapToLong(line -> line.line().backOrdered()).toArray());
    s.time(now.orElseThrow());
    List<Noted> notes = notes(all);
    s.ints(notes.stream().mapToInt(Noted::sheet).toArray());
    bindNotes(s, notes);
  }

  private void bindTurned(Slots s, List<Sheet> all) throws SQLException {
    s.time(now.orElseThrow());
    s.longs(all.stream().mapToLong(sheet -> sheet.order.id()).toArray());
    s.texts(texts(all, sheet -> sheet.order.state().code()));
    s.times(all.stream().map(sheet -> sheet.order.expiresAt()).toList());
    s.texts(texts(all, Sheet::changedBy));
    s.longs(all.stream().mapToLong(sheet -> sheet.order.version()).toArray());
    s.time(now.orElseThrow());
    List<Noted> notes = notes(all);
    s.longs(notes.stream().mapToLong(note -> all.get(note.sheet() - 1).order.id()).toArray());
    bindNotes(s, notes);
  }

  /// @param sheet which it belongs to, from 1
  private record Noted(int sheet, Change change) {}

  private static List<Noted> notes(List<Sheet> all) {
    List<Noted> notes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (Change change : all.get(i).changes) {
        notes.add(new Noted(i + 1, change));
      }
    }
    return notes;
  }

  private static void bindNotes(Slots s, List<Noted> notes) throws SQLException {
    s.texts(texts(notes, note -> note.change().author()));
    s.texts(texts(notes, note -> note.change().device()));
    s.texts(texts(notes, note -> note.change().command()));
    s.texts(texts(notes, note -> note.change().state()));
    s.texts(texts(notes, note -> note.change().detail()));
  }

  private static <T> String[] texts(List<T> all, Function<T, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }
}
