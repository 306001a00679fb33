package dev.stockwright.server.ledger;

import dev.stockwright.protocol.Answer;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.DeviceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes commands with their answers, and the numbers that devices have used.
public final class AnswerWriter {
  private final Connection connection;
  private final Instant now;
  private final List<Submission> submissions = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  public AnswerWriter(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /// What the drafts between two marks changed, one for each warehouse and product.
  public static List<Answer.Change> changes(LockedStock stock, int from, int to) {
    Map<ShelfKey, Answer.Change> changes = new LinkedHashMap<>();
    for (LockedStock.Entry entry : stock.entries().subList(from, to)) {
      switch (entry.draft) {
        case Draft.Moved moved ->
            merge(changes, moved.shelf().key, moved.before(), moved.after(), entry.n);
        case Draft.Promised promised -> {
          for (Draft.Snap snap : promised.snaps()) {
            merge(changes, snap.shelf().key, snap.onHand(), snap.onHand(), entry.n);
          }
        }
      }
    }
    return List.copyOf(changes.values());
  }

  private static void merge(
      Map<ShelfKey, Answer.Change> changes, ShelfKey key, long before, long after, long n) {
    Answer.Change earlier = changes.get(key);
    changes.put(
        key,
        earlier == null
            ? new Answer.Change(key.warehouse(), key.sku(), before, after, n, n)
            : new Answer.Change(
                key.warehouse(), key.sku(), earlier.oldQuantity(), after, earlier.firstN(), n));
  }

  public void add(Submission submission, String answer) {
    submissions.add(submission);
    answers.add(answer);
  }

  /// Writes all that was added.
  ///
  /// @throws StockMovedOn when another transaction has answered one of these ids meanwhile
  public void write() throws SQLException {
    if (submissions.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO command (id, device, sequence, content_hash, recorded_at, answer)
        SELECT k.id::uuid, k.device, k.sequence, k.hash,
               timestamptz 'epoch' + ? * interval '1 microsecond', k.answer
          FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bytea[], ?::text[])
            AS k(id, device, sequence, hash, answer)
        ON CONFLICT (id) DO NOTHING""";
    int written =
        Rows.execute(
            connection,
            sql,
            s -> {
              s.setLong(1, Rows.micros(now));
              Rows.texts(s, 2, Rows.texts(submissions, x -> x.id().toString()));
              Rows.texts(s, 3, Rows.texts(submissions, x -> x.device().code()));
              Rows.longs(s, 4, Rows.longs(submissions, Submission::sequence));
              Rows.hashes(
                  s,
                  5,
                  submissions.stream().map(x -> x.fingerprint().bytes()).toArray(byte[][]::new));
              Rows.texts(s, 6, answers.toArray(String[]::new));
            });
    if (written != submissions.size()) {
      throw new StockMovedOn("a command was answered meanwhile");
    }
  }

  /// Remembers the highest number of each device, which is locked.
  public void writeNumbers(Map<DeviceId, Long> numbers) throws SQLException {
    List<Map.Entry<DeviceId, Long>> all = List.copyOf(numbers.entrySet());
    String sql =
        """
        UPDATE device d
           SET last_sequence = k.last, last_seen = timestamptz 'epoch' + ? * interval '1 microsecond'
          FROM unnest(?::text[], ?::bigint[]) AS k(id, last)
         WHERE d.id = k.id""";
    Rows.execute(
        connection,
        sql,
        s -> {
          s.setLong(1, Rows.micros(now));
          Rows.texts(s, 2, Rows.texts(all, each -> each.getKey().code()));
          Rows.longs(s, 3, Rows.longs(all, Map.Entry::getValue));
        });
  }
}
