package dev.stockwright.server.ledger;

import dev.stockwright.server.watching.AlertRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the alerts that levels have raised and those that are over, with the postings themselves.
/// Does nothing when there are none, which is nearly always. Made for one transaction.
final class AlertWriter {
  private static final String OPEN_NOW =
      """
      SELECT k.i, a.id
        FROM unnest(?::int[], ?::text[]) WITH ORDINALITY AS k(w, cause, i)
        JOIN alert a ON a.warehouse_id = k.w AND a.cause = k.cause AND a.state <> 'resolved'""";

  private static final String NEW_IDS = "SELECT nextval('alert_id_seq') FROM generate_series(1, ?)";

  private static final String OPEN =
      """
      INSERT INTO alert (id, number, warehouse_id, kind, cause, severity, product_id, sentence,
                         value, bound, clear_bound, rule_id, command_id, opened_at,
                         state, resolved_at)
      SELECT k.id, 'AL-' || k.id, k.w, k.kind, k.cause, k.severity, k.p, k.sentence, k.value,
             k.bound, k.clear_bound, r.id, k.command::uuid, now.at,
             CASE WHEN k.over THEN 'resolved' ELSE 'open' END, CASE WHEN k.over THEN now.at END
        FROM unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[]::boolean[])
          AS k(id, w, kind, cause, severity, p, sentence, value, bound, clear_bound, command, over)
       CROSS JOIN (SELECT timestamptz 'epoch' + ? * interval '1 microsecond' AS at) now
        LEFT JOIN LATERAL alert_rule_for(k.w, k.p) r ON true""";

  private static final String RESOLVE =
      """
      UPDATE alert
         SET state = 'resolved', resolved_at = timestamptz 'epoch' + ? * interval '1 microsecond'
       WHERE id = ANY(?)""";

  private static final String EVENTS =
      """
      INSERT INTO alert_event (alert_id, what, at, author, command_id, value, detail, dedupe)
      SELECT k.id, k.what, timestamptz 'epoch' + ? * interval '1 microsecond', k.author,
             k.command::uuid, k.value, k.detail, 'AL-' || k.id || ':' || k.what
        FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
          WITH ORDINALITY AS k(id, what, author, command, value, detail, i)
       ORDER BY k.i""";

  private final Connection connection;
  private final List<Rise> rises = new ArrayList<>();

  AlertWriter(Connection connection, List<Entry> entries) {
    this.connection = connection;
    for (Entry entry : entries) {
      if (entry.draft instanceof Draft.Alerted(Rise rise)) {
        rises.add(rise);
      }
    }
  }

  private record Cause(int warehouseId, String cause) {
    static Cause of(Rise rise) {
      return new Cause(rise.shelf.warehouseId, rise.cause());
    }
  }

  /// Gives each its alert. One that is open already is not opened again, and one that somebody has
  /// resolved does not end again; such go without.
  void identify() throws SQLException {
    if (rises.isEmpty()) {
      return;
    }
    Map<Cause, Long> open = openNow();
    Deque<Long> fresh = newIds((int) rises.stream().filter(rise -> rise.opens).count());
    List<Rise> real = new ArrayList<>(rises.size());
    for (Rise rise : rises) {
      Cause cause = Cause.of(rise);
      if (!rise.opens) {
        Long there = open.remove(cause);
        rise.id = there == null ? 0 : there;
      } else if (!open.containsKey(cause)) {
        rise.id = fresh.removeFirst();
        open.put(cause, rise.id);
      }
      if (rise.id > 0) {
        real.add(rise);
      }
    }
    rises.clear();
    rises.addAll(real);
  }

  /// Writes alerts and what happened to them. What is over goes first, because of each cause one is
  /// open; what begins and ends with the same batch is never open at all.
  void write(Instant at) throws SQLException {
    List<Rise> opened = rises.stream().filter(rise -> rise.opens).toList();
    List<Rise> over = rises.stream().filter(rise -> !rise.opens).toList();
    long micros = Rows.micros(at);
    if (!over.isEmpty()) {
      Rows.execute(
          connection,
          RESOLVE,
          s -> {
            s.setLong(1, micros);
            Rows.longs(s, 2, Rows.longs(over, rise -> rise.id));
          });
    }
    if (!opened.isEmpty()) {
      Set<Long> ended = over.stream().map(rise -> rise.id).collect(Collectors.toSet());
      Rows.execute(connection, OPEN, s -> bindOpened(s, micros, opened, ended));
    }
    if (!rises.isEmpty()) {
      Rows.execute(connection, EVENTS, s -> bindEvents(s, micros));
    }
  }

  private Map<Cause, Long> openNow() throws SQLException {
    Map<Cause, Long> open = new HashMap<>();
    try (PreparedStatement s = connection.prepareStatement(OPEN_NOW)) {
      Rows.ints(s, 1, Rows.ints(rises, rise -> rise.shelf.warehouseId));
      Rows.texts(s, 2, Rows.texts(rises, Rise::cause));
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          open.put(Cause.of(rises.get(rows.getInt(1) - 1)), rows.getLong(2));
        }
      }
    }
    return open;
  }

  private Deque<Long> newIds(int count) throws SQLException {
    Deque<Long> ids = new ArrayDeque<>();
    if (count > 0) {
      try (PreparedStatement s = connection.prepareStatement(NEW_IDS)) {
        s.setInt(1, count);
        try (ResultSet rows = s.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
        }
      }
    }
    return ids;
  }

  private static void bindOpened(
      PreparedStatement s, long micros, List<Rise> opened, Set<Long> ended) throws SQLException {
    Rows.longs(s, 1, Rows.longs(opened, rise -> rise.id));
    Rows.ints(s, 2, Rows.ints(opened, rise -> rise.shelf.warehouseId));
    Rows.texts(s, 3, Rows.texts(opened, rise -> rise.kind.code()));
    Rows.texts(s, 4, Rows.texts(opened, Rise::cause));
    Rows.ints(s, 5, Rows.ints(opened, rise -> rise.kind.severity()));
    Rows.ints(s, 6, Rows.ints(opened, rise -> rise.shelf.productId));
    Rows.texts(s, 7, Rows.texts(opened, AlertWriter::sentence));
    Rows.longs(s, 8, Rows.longs(opened, rise -> rise.value));
    Rows.longs(s, 9, Rows.longs(opened, rise -> AlertRules.bound(rise.kind, rise.shelf.limits)));
    Rows.longs(
        s, 10, Rows.longs(opened, rise -> AlertRules.clearBound(rise.kind, rise.shelf.limits)));
    Rows.texts(s, 11, Rows.texts(opened, rise -> rise.by.toString()));
    Rows.texts(s, 12, Rows.texts(opened, rise -> Boolean.toString(ended.contains(rise.id))));
    s.setLong(13, micros);
  }

  private void bindEvents(PreparedStatement s, long micros) throws SQLException {
    s.setLong(1, micros);
    Rows.longs(s, 2, Rows.longs(rises, rise -> rise.id));
    Rows.texts(s, 3, Rows.texts(rises, rise -> rise.opens ? "opened" : "resolved"));
    Rows.texts(s, 4, Rows.texts(rises, rise -> rise.author));
    Rows.texts(s, 5, Rows.texts(rises, rise -> rise.by.toString()));
    Rows.longs(s, 6, Rows.longs(rises, rise -> rise.value));
    Rows.texts(s, 7, Rows.texts(rises, AlertWriter::sentence));
  }

  private static String sentence(Rise rise) {
    return rise.opens
        ? AlertRules.raised(rise.kind, rise.shelf.limits, rise.value)
        : AlertRules.ended(rise.kind, rise.shelf.limits, rise.value);
  }
}
