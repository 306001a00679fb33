package dev.stockwright.server.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.vocabulary.Operator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Record;

/// One site for all meetings, with two desks over one database, as two servers have: what is right
/// must not hang on a desk's own memory. Commands are written as they are sent, with single quotes;
/// what names no warehouse is in W1.
final class RaceBed {
  static final String ANA = "ana";
  static final String BEN = "ben";
  static final String CLEO = "cleo";
  private static final AtomicInteger MADE = new AtomicInteger();

  private final TestSite site = new TestSite((warehouse, epoch, events) -> {});
  private final Database beside;
  private final CommandDesk second;

  /// Made by the first who asks, closed with the JVM.
  private static final class Holder {
    private static final RaceBed BED = new RaceBed();

    static {
      TestDatabase.atTheEnd(BED::close);
    }
  }

  private RaceBed() {
    beside = Database.open(site.place());
    second =
        new CommandDesk(
            beside, new Catalogue(), DeskSettings.standard(), (warehouse, epoch, events) -> {});
    change(
        """
        INSERT INTO operator (user_name, full_name, role)
        SELECT n, n, 'supervisor' FROM unnest('{ana,ben,cleo}'::text[]) n;
        INSERT INTO supplier (code, name, lead_days) VALUES ('ACME', 'Acme', 5);
        INSERT INTO customer (code, name) VALUES ('C-1', 'Ann');
        UPDATE product SET unit_cost = 100;
        INSERT INTO setting (name, value) VALUES ('transfer.staging', 'STAGE');
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w,
          (VALUES ('STAGE', 'staging'), ('PACK-1', 'packing')) c(code, kind)
        """);
  }

  static RaceBed shared() {
    return Holder.BED;
  }

  private void close() {
    second.close();
    beside.close();
    site.close();
  }

  /// A code that nothing else has.
  static String fresh(String prefix) {
    return prefix + "-" + MADE.incrementAndGet();
  }

  void change(String sql) {
    site.change(sql);
  }

  Database database() {
    return site.database;
  }

  /// A product that nobody has touched.
  String product() {
    String sku = fresh("T");
    change("INSERT INTO product (sku, name, unit_cost) VALUES ('" + sku + "', 'Thing', 100)");
    return sku;
  }

  /// A location of W1 that is empty, with so much room.
  String place(String kind, long room) {
    String code = fresh("L");
    change(
        "INSERT INTO location (warehouse_id, code, kind, pick_sequence, capacity_units) SELECT id, '%s', '%s', 1, %s FROM warehouse WHERE code = 'W1'"
            .formatted(code, kind, room == 0 ? "NULL" : room));
    return code;
  }

  String bin() {
    return place("bin", 0);
  }

  /// So much of a new product in a bin.
  Goods goods(long quantity) {
    return goods(product(), quantity, bin());
  }

  Goods goods(String sku, long quantity, String bin) {
    ok("receive_goods", "'sku':'%s','quantity':%d,'location':'%s'".formatted(sku, quantity, bin));
    return new Goods(sku, bin);
  }

  record Goods(String sku, String bin) {
    /// Its fields in a command.
    String of(long quantity) {
      return "'sku':'" + sku + "','quantity':" + quantity;
    }

    /// Lines of a document with one product.
    String lines(long quantity) {
      return "'lines':[{" + of(quantity) + "}]";
    }

    String location(String sql) {
      return sql.replace("$sku", sku).replace("$bin", bin);
    }
  }

  static Command command(String kind, String fields) {
    String where =
        fields.contains("'warehouse'") || fields.contains("from_warehouse")
            ? ""
            : "'warehouse':'W1',";
    String all = "{'kind':'" + kind + "'," + where + fields.replace("'warehouse':'',", "") + "}";
    return Wire.COMMAND.read(all.replace(",}", "}").replace('\'', '"'));
  }

  /// Given to one of the two desks.
  Answer ask(int desk, String who, Command command) {
    return settled(send(desk, who, command));
  }

  CompletableFuture<Answer> send(int desk, String who, Command command) {
    CommandDesk to = desk % 2 == 0 ? site.desk : second;
    return to.submit(Submission.of(TestSite.envelope(command), new Operator(who)));
  }

  static Answer settled(CompletableFuture<Answer> answer) {
    try {
      return answer.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// It must be done.
  Answer.Accepted ok(String kind, String fields) {
    return as(ANA, kind, fields);
  }

  Answer.Accepted as(String who, String kind, String fields) {
    Answer answer = ask(0, who, command(kind, fields));
    return assertInstanceOf(
        Answer.Accepted.class, answer, () -> kind + " " + fields + ": " + answer);
  }

  /// Done; the number of the document of that kind.
  String made(String document, String kind, String fields) {
    Answer.Accepted answer = ok(kind, fields);
    return answer.documents().stream()
        .filter(each -> each.document().name().toLowerCase(Locale.ROOT).equals(document))
        .map(each -> each.number().code())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + document + " in " + answer));
  }

  /// The first value of a question, as text.
  String text(String sql) {
    return site.database.reading().fetch(sql).stream()
        .map(row -> String.valueOf(row.get(0)))
        .findFirst()
        .orElse("");
  }

  /// The row that a question finds, as numbers.
  List<Long> figures(String sql) {
    Record row = site.database.reading().fetchSingle(sql);
    return row.intoList().stream()
        .map(value -> value == null ? 0L : ((Number) value).longValue())
        .toList();
  }

  /// Whatever met: the ledger folds to what the tables say, and the documents say what was moved.
  void booksAgree() {
    assertEquals(List.of(), new LedgerVerifier(site.database).verify().findings());
    Books.QUESTIONS.forEach(
        (promise, sql) ->
            assertEquals(List.of(), Books.wrong(site.database.reading(), sql), promise));
  }
}
