package dev.stockwright.server.ledger;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Writes commands with their answers, and the numbers that devices have used.
public final class AnswerWriter {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String TABLE =
      "command (id, device, sequence, content_hash, recorded_at, answer, warehouse_id, n)";
  private static final int COLUMNS = 8;

  /// An answer, or where the one movement stands that says it all.
  private record Kept(Submission submission, @Nullable String answer, int warehouseId, long n) {}

  private static final String INSERT =
      "INSERT INTO "
          + TABLE
          + """
          SELECT k.id::uuid, k.device, k.sequence, k.hash,
                timestamptz 'epoch' + ? * interval '1 microsecond', k.answer, k.w, k.n
           FROM (SELECT unnest(?::text[]) AS id, unnest(?::text[]) AS device,
                        unnest(?::bigint[]) AS sequence, unnest(?::bytea[]) AS hash,
                        unnest(?::text[]) AS answer, unnest(?::int[]) AS w,
                        unnest(?::bigint[]) AS n) k""";

  private final Connection connection;
  private final Sheaf sheaf;
  private final Instant now;
  private final List<Kept> kept = new ArrayList<>();

  public AnswerWriter(Connection connection, Sheaf sheaf, Instant now) {
    this.connection = connection;
    this.sheaf = sheaf;
    this.now = now;
  }

  /// What the drafts between two marks changed, one for each warehouse and product.
  public static List<Answer.Change> changes(LockedStock stock, int from, int to) {
    if (to == from + 1 && stock.entries.get(from).draft instanceof Draft.Moved moved) {
      ShelfKey key = moved.shelf().key;
      long n = stock.entries.get(from).n;
      return List.of(
          new Answer.Change(key.warehouse(), key.sku(), moved.before(), moved.after(), n, n));
    }
    Map<ShelfKey, Answer.Change> changes = new LinkedHashMap<>();
    for (Entry entry : stock.entries.subList(from, to)) {
      switch (entry.draft) {
        case Draft.Moved moved ->
            merge(changes, moved.shelf().key, moved.before(), moved.after(), entry.n);
        case Draft.Promised promised -> {
          for (Draft.Snap snap : promised.snaps()) {
            merge(changes, snap.shelf().key, snap.onHand(), snap.onHand(), entry.n);
          }
        }
        case Draft.Noted _, Draft.Alerted _ -> {
          // changes no stock
        }
      }
    }
    return List.copyOf(changes.values());
  }

  /// The documents that the drafts between two marks made or changed, each once, as it is now.
  public static List<Answer.Document> documents(LockedStock stock, int from, int to) {
    record Name(DocumentKind document, Reference number) {}
    Map<Name, Answer.Document> found = new LinkedHashMap<>();
    for (Entry entry : stock.entries.subList(from, to)) {
      if (entry.draft instanceof Draft.Noted(var _, var note)) {
        found.put(
            new Name(note.document(), note.number()),
            new Answer.Document(note.document(), note.number(), note.state()));
      }
    }
    return List.copyOf(found.values());
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

  /// Adds the answer to a submission whose drafts are those between two marks.
  public void add(Submission submission, Answer answer, LockedStock stock, int from, int to) {
    if (answer instanceof Answer.Accepted
        && to == from + 1
        && stock.entries.get(from).draft instanceof Draft.Moved moved) {
      long n = stock.entries.get(from).n;
      kept.add(new Kept(submission, null, moved.shelf().warehouseId, n));
    } else {
      kept.add(new Kept(submission, Wire.ANSWER.text(answer), 0, 0));
    }
  }

  /// Writes all that was added, and sends what else is in the sheaf.
  ///
  /// @throws StockMovedOn when another transaction has answered one of these ids meanwhile
  public void write() throws SQLException {
    try {
      if (!kept.isEmpty() && kept.size() <= CopyRows.WORTH_IT) {
        sheaf.add(INSERT, this::bind);
      }
      sheaf.send();
      if (kept.size() > CopyRows.WORTH_IT) {
        copy();
      }
    } catch (SQLException e) {
      if (known(e)) {
        throw new StockMovedOn("a command was answered meanwhile");
      }
      throw e;
    }
  }

  private static boolean known(SQLException thrown) {
    return UNIQUE_VIOLATION.equals(thrown.getSQLState())
        && thrown instanceof PSQLException said
        && Optional.ofNullable(said.getServerErrorMessage())
            .map(ServerErrorMessage::getTable)
            .filter("command"::equals)
            .isPresent();
  }

  private void bind(Slots s) throws SQLException {
    s.time(now);
    s.texts(Rows.texts(kept, each -> each.submission.id().toString()));
    s.texts(Rows.texts(kept, each -> each.submission.device().code()));
    s.longs(Rows.longs(kept, each -> each.submission.sequence()));
    s.hashes(
        kept.stream().map(each -> each.submission.fingerprint().bytes()).toArray(byte[][]::new));
    @Nullable String[] answers = new String[kept.size()];
    @Nullable Integer[] warehouses = new Integer[kept.size()];
    @Nullable Long[] numbers = new Long[kept.size()];
    for (int i = 0; i < answers.length; i++) {
      Kept each = kept.get(i);
      answers[i] = each.answer;
      warehouses[i] = each.answer == null ? each.warehouseId : null;
      numbers[i] = each.answer == null ? each.n : null;
    }
    s.texts(answers);
    s.nullableInts(warehouses);
    s.nullableLongs(numbers);
  }

  private void copy() throws SQLException {
    CopyRows rows = new CopyRows(COLUMNS, kept.size());
    long micros = Rows.micros(now);
    for (Kept each : kept) {
      Submission submission = each.submission;
      rows.row();
      rows.uuid(submission.id().uuid());
      rows.text(submission.device().code());
      rows.int8(submission.sequence());
      rows.bytes(submission.fingerprint().bytes());
      rows.time(micros);
      rows.textOrNothing(each.answer);
      if (each.answer == null) {
        rows.int4(each.warehouseId);
        rows.int8(each.n);
      } else {
        rows.nothing();
        rows.nothing();
      }
    }
    rows.into(connection, TABLE);
  }

  /// Remembers the highest number of each device, which is locked, when the sheaf is sent.
  public void writeNumbers(Map<DeviceId, Long> numbers) {
    List<Map.Entry<DeviceId, Long>> all = List.copyOf(numbers.entrySet());
    String sql =
        """
        UPDATE device d
           SET last_sequence = k.last, last_seen = timestamptz 'epoch' + ? * interval '1 microsecond'
          FROM unnest(?::text[], ?::bigint[]) AS k(id, last)
         WHERE d.id = k.id""";
    sheaf.add(
        sql,
        s -> {
          s.time(now);
          s.texts(Rows.texts(all, each -> each.getKey().code()));
          s.longs(Rows.longs(all, Map.Entry::getValue));
        });
  }
}
