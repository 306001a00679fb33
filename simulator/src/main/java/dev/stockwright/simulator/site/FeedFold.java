package dev.stockwright.simulator.site;

import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.server.desk.CommitListener;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a replica knows that applied every event that was published, in the order of the numbers.
/// Thread-safe. Events that come early wait for those before them.
public final class FeedFold implements CommitListener {
  private final Map<WarehouseCode, TreeMap<Long, Event>> waiting = new HashMap<>();
  private final Map<WarehouseCode, Long> last = new HashMap<>();
  private final Map<String, Level> levels = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  @Override
  public synchronized void committed(WarehouseCode warehouse, long epoch, List<Event> events) {
    TreeMap<Long, Event> early = waiting.computeIfAbsent(warehouse, any -> new TreeMap<>());
    for (Event event : events) {
      if (event.n() <= last.getOrDefault(warehouse, 0L) || early.put(event.n(), event) != null) {
        complaints.add("I-14 " + warehouse + ": event " + event.n() + " was published twice");
      }
    }
    long next = last.getOrDefault(warehouse, 0L) + 1;
    for (Event event = early.remove(next); event != null; event = early.remove(++next)) {
      for (Level level : event.levels()) {
        levels.put(warehouse + " " + level.sku(), level);
      }
      last.put(warehouse, event.n());
    }
  }

  /// How what was published differs from the levels of the database, which nobody changes
  /// meanwhile.
  public synchronized List<String> differences(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>(complaints);
    waiting.forEach(
        (warehouse, early) -> {
          if (!early.isEmpty()) {
            found.add(
                "I-14 %s: event %d was published, the one after %d never"
                    .formatted(warehouse, early.firstKey(), last.getOrDefault(warehouse, 0L)));
          }
        });
    String sql =
        "SELECT w.code || ' ' || p.sku, l.on_hand, l.reserved, l.blocked, l.n FROM stock_level l"
            + " JOIN warehouse w ON w.id = l.warehouse_id JOIN product p ON p.id = l.product_id"
            + " WHERE l.n > 0";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String name = rows.getString(1);
        String stored = shown(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5));
        Level level = levels.get(name);
        String folded =
            level == null
                ? "nothing"
                : shown(level.quantity(), level.reserved(), level.blocked(), level.n());
        if (!folded.equals(stored)) {
          found.add("I-14 " + name + ": the feed says " + folded + ", the database " + stored);
        }
      }
    }
    return found;
  }

  private static String shown(long onHand, long reserved, long blocked, long n) {
    return "on hand " + onHand + " reserved " + reserved + " blocked " + blocked + " at " + n;
  }
}
