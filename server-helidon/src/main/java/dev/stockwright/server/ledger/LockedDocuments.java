package dev.stockwright.server.ledger;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Documents;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What documents hold of the stock that a transaction has locked. Read at once for all commands
/// about stock alone, one by one for others. Under the counters' locks no document of a warehouse
/// takes or gives back goods. Owned by the transaction's thread.
final class LockedDocuments implements Documents {
  private static final String TRANSFER = "transfer:";

  /// Picked goods by their place; goods in packages and in units of transfers wherever the unit
  /// stands; loose goods of transfers by their place.
  private static final String HELD =
      """
      WITH k AS (SELECT * FROM unnest(?::int[], ?::int[]) WITH ORDINALITY AS k(w, p, i))
      SELECT k.i, l.code, g.lot, g.handling_unit, 'order', o.number, o.state, g.quantity,
             'available'
        FROM k
        JOIN picked_goods g ON g.warehouse_id = k.w AND g.product_id = k.p
        JOIN location l ON l.id = g.location_id
        JOIN sales_order o ON o.id = g.order_id
      UNION ALL
      SELECT k.i, l.code, b.lot, b.handling_unit, 'order', o.number, o.state, b.on_hand,
             b.condition
        FROM k
        JOIN balance b ON b.warehouse_id = k.w AND b.product_id = k.p
                      AND b.handling_unit <> '' AND b.on_hand > 0
        JOIN package c ON c.code = b.handling_unit AND c.state IN ('open', 'closed', 'loaded')
        JOIN location l ON l.id = b.location_id
        JOIN sales_order o ON o.id = c.order_id
      UNION ALL
      SELECT k.i, CASE c.handling_unit WHEN '' THEN c.place ELSE '' END, c.lot, c.handling_unit,
             'transfer', t.number, t.state, c.packed, 'available'
        FROM reservation r
        JOIN transfer t ON t.number = substr(r.order_code, 10)
        JOIN transfer_line n ON n.transfer_id = t.id
        JOIN k ON k.w = t.from_warehouse_id AND k.p = n.product_id
        JOIN transfer_content c ON c.transfer_id = t.id AND c.line = n.line
       WHERE r.order_code >= 'transfer:' AND r.order_code < 'transfer;'
         AND r.state IN ('placed', 'committed') AND c.shipped = 0""";

  /// The orders that have these numbers, and whether any of their goods is picked.
  private static final String ORDERS =
      """
      SELECT o.number, 'order', o.number, o.state,
             EXISTS (SELECT 1 FROM sales_order_line l WHERE l.order_id = o.id AND l.picked > 0)
        FROM sales_order o WHERE o.number = ANY(?)""";

  private final Connection connection;
  private Map<ShelfKey, Shelf> shelves = Map.of();
  private final Map<ShelfKey, List<Part>> parts = new HashMap<>();
  private final Map<Reference, Document> promises = new HashMap<>();
  private final Map<HandlingUnit, Document> units = new HashMap<>();
  private final Set<HandlingUnit> unitsRead = new HashSet<>();
  private final Map<Reference, Document> notices = new HashMap<>();
  final Map<CommandId, List<Document>> work = new HashMap<>();

  /// Only what can be sold is picked and set aside; what lies beside it on hold is nobody's.
  ///
  /// @param place empty: wherever the unit stands
  private record Part(String place, String lot, String unit, Condition condition, Held held) {
    boolean in(PileKey pile) {
      return (place.isEmpty() || place.equals(pile.location().code()))
          && lot.equals(pile.lot())
          && unit.equals(pile.handlingUnit())
          && condition == pile.condition()
          && pile.owner().isEmpty();
    }
  }

  LockedDocuments(Connection connection) {
    this.connection = connection;
  }

  /// These are the documents of this stock.
  void of(LockedStock stock) {
    shelves = stock.shelves;
    stock.documents = this;
  }

  /// Lets what most commands about stock alone will ask be read with the sheaf, in the round trip
  /// of the locks.
  void readWith(Sheaf sheaf, Needs needs, List<Shelf> named) {
    List<Shelf> unheld = named.stream().filter(each -> needs.unheld.contains(each.key)).toList();
    if (!unheld.isEmpty()) {
      unheld.forEach(shelf -> parts.put(shelf.key, new ArrayList<>(0)));
      sheaf.ask(
          HELD,
          s -> {
            s.ints(Rows.ints(unheld, shelf -> shelf.warehouseId));
            s.ints(Rows.ints(unheld, shelf -> shelf.productId));
          },
          rows -> held(unheld, rows));
    }
    if (!needs.bare.isEmpty()) {
      sheaf.ask(
          ORDERS,
          s -> s.texts(Rows.texts(needs.bare, Reference::code)),
          rows -> {
            while (rows.next()) {
              promise(rows);
            }
          });
    }
  }

  /// Reads the rest of it.
  void read(Needs needs) throws SQLException {
    readHeld(
        needs.unheld.stream()
            .filter(key -> !parts.containsKey(key))
            .map(shelves::get)
            .filter(shelf -> shelf != null)
            .toList());
    if (!needs.bare.isEmpty()) {
      readPromises(needs.bare);
    }
    if (!needs.units.isEmpty()) {
      readUnits(needs.units);
    }
    if (!needs.received.isEmpty()) {
      readNotices(needs.received);
    }
  }

  private void readHeld(List<Shelf> wanted) throws SQLException {
    if (wanted.isEmpty()) {
      return;
    }
    wanted.forEach(shelf -> parts.put(shelf.key, new ArrayList<>(0)));
    try (PreparedStatement statement = connection.prepareStatement(HELD)) {
      Rows.ints(statement, 1, Rows.ints(wanted, shelf -> shelf.warehouseId));
      Rows.ints(statement, 2, Rows.ints(wanted, shelf -> shelf.productId));
      try (ResultSet rows = statement.executeQuery()) {
        held(wanted, rows);
      }
    }
  }

  private void held(List<Shelf> wanted, ResultSet rows) throws SQLException {
    while (rows.next()) {
      Document by = document(rows, 5, true);
      parts
          .computeIfAbsent(wanted.get(rows.getInt(1) - 1).key, any -> new ArrayList<>())
          .add(
              new Part(
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  Condition.of(rows.getString(9)),
                  new Held(by, rows.getLong(8))));
    }
  }

  private void readPromises(Collection<Reference> orders) throws SQLException {
    List<Reference> transfers =
        orders.stream().filter(order -> order.code().startsWith(TRANSFER)).toList();
    if (!transfers.isEmpty()) {
      String ofTransfers =
          "SELECT 'transfer:' || t.number, 'transfer', t.number, t.state, true FROM transfer t"
              + " WHERE t.number = ANY(?)";
      each(
          ofTransfers,
          transfers,
          order -> order.code().substring(TRANSFER.length()),
          rows -> promise(rows));
    }
  }

  private void promise(ResultSet rows) throws SQLException {
    promises.put(new Reference(rows.getString(1)), document(rows, 2, rows.getBoolean(5)));
  }

  /// Units that are announced, on their way or packed; others come and go as the goods in them do.
  private void readUnits(Collection<HandlingUnit> all) throws SQLException {
    String sql =
        """
        WITH k AS (SELECT unnest(?::text[]) AS code)
        SELECT u.code, u.document, u.reference, u.state, u.state = 'in_transit'
          FROM k JOIN handling_unit u ON u.code = k.code AND u.document <> ''
         WHERE u.state = 'in_transit'
            OR EXISTS (SELECT 1 FROM package p
                        WHERE p.code = u.code AND p.state IN ('open', 'closed', 'loaded'))
            OR EXISTS (SELECT 1 FROM transfer t JOIN transfer_content c ON c.transfer_id = t.id
                        WHERE u.document = 'transfer' AND t.number = u.reference
                          AND t.from_warehouse_id = u.warehouse_id
                          AND t.state IN ('approved', 'packed') AND c.handling_unit = u.code)
        UNION ALL
        SELECT l.handling_unit, 'asn', a.number, a.state, true
          FROM k JOIN asn_line l ON l.handling_unit = k.code AND l.handling_unit <> ''
                                AND l.received < l.announced
          JOIN asn a ON a.id = l.asn_id AND a.state IN ('announced', 'arriving')""";
    each(
        sql,
        all,
        HandlingUnit::code,
        rows ->
            units.put(new HandlingUnit(rows.getString(1)), document(rows, 2, rows.getBoolean(5))));
    unitsRead.addAll(all);
  }

  private void readNotices(Collection<Reference> orders) throws SQLException {
    String sql =
        "SELECT a.purchase_order, 'asn', a.number, a.state FROM asn a"
            + " JOIN purchase_order o ON o.number = a.purchase_order"
            + " AND o.warehouse_id = a.warehouse_id WHERE a.purchase_order = ANY(?)"
            + " AND a.state IN ('announced', 'arriving') ORDER BY a.id";
    each(
        sql,
        orders,
        Reference::code,
        rows -> notices.putIfAbsent(new Reference(rows.getString(1)), document(rows, 2, false)));
  }

  private interface Row {
    void read(ResultSet rows) throws SQLException;
  }

  private <T> void each(
      String sql, Collection<T> all, java.util.function.Function<T, String> name, Row row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(all, name));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          row.read(rows);
        }
      }
    }
  }

  private static Document document(ResultSet rows, int from, boolean begun) throws SQLException {
    return new Document(
        DocumentKind.of(rows.getString(from)),
        new Reference(rows.getString(from + 1)),
        rows.getString(from + 2),
        begun);
  }

  @Override
  public List<Document> of(CommandId command) {
    return work.getOrDefault(command, List.of());
  }

  @Override
  public Optional<Document> promised(Reference order) {
    return Optional.ofNullable(promises.get(order));
  }

  @Override
  public List<Held> on(WarehouseCode warehouse, Sku sku, PileKey pile) {
    ShelfKey key = new ShelfKey(warehouse, sku);
    look(warehouse, List.of(sku));
    return parts.getOrDefault(key, List.of()).stream()
        .filter(part -> part.in(pile))
        .map(Part::held)
        .toList();
  }

  @Override
  public void look(WarehouseCode warehouse, Collection<Sku> skus) {
    List<Shelf> wanted = new ArrayList<>();
    for (Sku sku : skus) {
      ShelfKey key = new ShelfKey(warehouse, sku);
      Shelf shelf = shelves.get(key);
      if (shelf != null && !parts.containsKey(key)) {
        wanted.add(shelf);
      }
    }
    try {
      readHeld(wanted);
    } catch (SQLException e) {
      throw new LedgerFailure(e);
    }
  }

  @Override
  public Optional<Document> carrying(HandlingUnit unit) {
    if (!unitsRead.contains(unit)) {
      try {
        readUnits(List.of(unit));
      } catch (SQLException e) {
        throw new LedgerFailure(e);
      }
    }
    return Optional.ofNullable(units.get(unit));
  }

  @Override
  public Optional<Document> announcing(Reference purchaseOrder) {
    return Optional.ofNullable(notices.get(purchaseOrder));
  }
}
