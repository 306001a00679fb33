package dev.stockwright.server.ledger;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.stock.Documents.Document;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Finds the movements of commands that shall be undone. An answer names the numbers of its events,
/// so that no index by command is needed.
final class UndoneReader {
  private final Connection connection;
  private final List<Range> ranges = new ArrayList<>();
  private final Map<CommandId, List<Document>> work = new HashMap<>();

  private record Range(CommandId command, WarehouseCode warehouse, long first, long last) {}

  UndoneReader(Connection connection) {
    this.connection = connection;
  }

  /// Learns which shelves and purchase orders the undoing touches.
  void addNeeds(Needs needs) throws SQLException {
    findRanges(needs);
    for (Map.Entry<CommandId, List<RecordedMovement>> each : movements().entrySet()) {
      for (RecordedMovement movement : each.getValue()) {
        needs.shelf(movement.warehouse(), movement.sku(), true, true);
        needs.unheld.add(new ShelfKey(movement.warehouse(), movement.sku()));
        needs.place(movement.warehouse(), Optional.of(movement.goods().location()));
        needs.place(movement.warehouse(), Optional.of(movement.to()));
        if (work.getOrDefault(each.getKey(), List.of()).isEmpty()) {
          movement.reference().ifPresent(needs.purchaseOrders::add); // others keep their orders
        }
      }
    }
  }

  /// Under the locks, whether a movement was reversed cannot change any more.
  void readLocked(LockedStock stock, LockedDocuments documents) throws SQLException {
    stock.undone.putAll(movements());
    documents.work.putAll(work);
    readReceipts(documents.work);
  }

  /// What was received without a document may have become a receipt since.
  private void readReceipts(Map<CommandId, List<Document>> known) throws SQLException {
    String sql =
        """
        SELECT DISTINCT l.command_id, r.number, r.state
          FROM receipt_line l JOIN receipt r ON r.id = l.receipt_id
         WHERE l.command_id = ANY(?::text[]::uuid[])""";
    List<CommandId> bare =
        work.keySet().stream().filter(id -> known.getOrDefault(id, List.of()).isEmpty()).toList();
    if (bare.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(bare, CommandId::toString));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Reference number = new Reference(rows.getString(2));
          known.put(
              new CommandId(rows.getObject(1, UUID.class)),
              List.of(new Document(DocumentKind.RECEIPT, number, rows.getString(3), true)));
        }
      }
    }
  }

  private void findRanges(Needs needs) throws SQLException {
    String sql = "SELECT id, answer FROM answered_command WHERE id = ANY(?::text[]::uuid[])";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(needs.undone, CommandId::toString));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          CommandId id = new CommandId(rows.getObject(1, UUID.class));
          if (Wire.ANSWER.read(rows.getString(2)) instanceof Answer.Accepted accepted) {
            work.put(id, accepted.documents().stream().map(UndoneReader::document).toList());
            for (Answer.Change change : accepted.changes()) {
              ranges.add(new Range(id, change.warehouse(), change.firstN(), change.lastN()));
            }
          }
        }
      }
    }
  }

  private static Document document(Answer.Document left) {
    return new Document(left.document(), left.number(), left.state(), true);
  }

  private Map<CommandId, List<RecordedMovement>> movements() throws SQLException {
    Map<CommandId, List<RecordedMovement>> found = new HashMap<>();
    if (ranges.isEmpty()) {
      return found;
    }
    String sql =
        """
        SELECT DISTINCT m.command_id, w.code, m.n, p.sku, f.code, t.code, m.quantity, m.lot,
               m.handling_unit, m.condition, m.owner, m.reference,
               EXISTS (SELECT 1 FROM movement r
                        WHERE r.warehouse_id = m.warehouse_id AND r.reverses_n = m.n),
               m.warehouse_id, m.reason
          FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) AS k(id, code, first, last)
          JOIN warehouse w ON w.code = k.code
          JOIN movement m ON m.warehouse_id = w.id AND m.n BETWEEN k.first AND k.last
                         AND m.command_id = k.id::uuid
          JOIN product p ON p.id = m.product_id
          JOIN location f ON f.id = m.from_location_id
          JOIN location t ON t.id = m.to_location_id
         ORDER BY m.warehouse_id, m.n""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(ranges, range -> range.command().toString()));
      Rows.texts(statement, 2, Rows.texts(ranges, range -> range.warehouse().code()));
      Rows.longs(statement, 3, Rows.longs(ranges, Range::first));
      Rows.longs(statement, 4, Rows.longs(ranges, Range::last));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          CommandId command = new CommandId(rows.getObject(1, UUID.class));
          found.computeIfAbsent(command, any -> new ArrayList<>()).add(movement(rows));
        }
      }
    }
    return found;
  }

  private static RecordedMovement movement(ResultSet rows) throws SQLException {
    PileKey goods =
        new PileKey(
            new LocationCode(rows.getString(5)),
            rows.getString(8),
            rows.getString(9),
            Condition.of(rows.getString(10)),
            rows.getString(11));
    return new RecordedMovement(
        new WarehouseCode(rows.getString(2)),
        rows.getLong(3),
        new Sku(rows.getString(4)),
        goods,
        new LocationCode(rows.getString(6)),
        rows.getLong(7),
        new ReasonCode(rows.getString(15)),
        Optional.ofNullable(rows.getString(12)).map(Reference::new),
        rows.getBoolean(13));
  }
}
