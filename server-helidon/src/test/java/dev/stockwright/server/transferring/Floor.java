package dev.stockwright.server.transferring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A small site with people, asked in the words of the wire; quotes are single there, so that the
/// tests can be read.
public final class Floor implements AutoCloseable {
  /// A supervisor and two who approve.
  public static final String ANA = "ana";

  public static final String BEN = "ben";
  public static final String CLEO = "cleo";

  /// A worker, who corrects nothing alone.
  public static final String WIM = "wim";

  public final TestSite site = new TestSite((warehouse, epoch, events) -> {});

  public Floor() {
    site.change(
        """
        INSERT INTO operator (user_name, full_name, role)
        VALUES ('ana', 'Ana', 'supervisor'), ('ben', 'Ben', 'supervisor'),
               ('cleo', 'Cleo', 'supervisor'), ('wim', 'Wim', 'worker');
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w,
          (VALUES ('A-03', 'bin'), ('STAGE', 'staging')) c(code, kind);
        INSERT INTO setting (name, value) VALUES ('transfer.staging', 'STAGE');
        UPDATE product SET unit_cost = 100
        """);
  }

  /// A command with single quotes.
  public static Command command(String text) {
    return Wire.COMMAND.read(text.replace('\'', '"'));
  }

  /// Asked without waiting for the answer.
  public CompletableFuture<Answer> send(String who, String text) {
    return site.desk.submit(Submission.of(TestSite.envelope(command(text)), new Operator(who)));
  }

  public Answer ask(String who, String text) {
    try {
      return send(who, text).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(text, e);
    }
  }

  /// It must be done; the state of the first document that it changed.
  public String ok(String who, String text) {
    Answer answer = ask(who, text);
    Answer.Accepted accepted =
        assertInstanceOf(Answer.Accepted.class, answer, text + ": " + answer);
    return accepted.documents().isEmpty() ? "" : accepted.documents().getLast().state();
  }

  public String ok(String text) {
    return ok(ANA, text);
  }

  /// It must be refused; what is said then.
  public String no(String who, String text) {
    return assertInstanceOf(Answer.Refused.class, ask(who, text), text).message();
  }

  public String no(String text) {
    return no(ANA, text);
  }

  private Answer told(String text) {
    CommandId id = new CommandId(UUID.randomUUID());
    try {
      return site.desk
          .submit(Submission.of(TestSite.envelope(id, 0, true, command(text)), new Operator(ANA)))
          .get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(text, e);
    }
  }

  /// Told late it must be recorded.
  public void late(String text) {
    Answer answer = told(text);
    assertInstanceOf(Answer.Accepted.class, answer, text + ": " + answer);
  }

  /// Even told late it must be refused; what is said then.
  public String lateNo(String text) {
    Answer answer = told(text);
    return assertInstanceOf(Answer.Refused.class, answer, text + ": " + answer).message();
  }

  /// A figure from the tables.
  public long figure(String sql) {
    Object value = site.database.reading().fetchSingle(sql).get(0);
    return value == null ? 0 : ((Number) value).longValue();
  }

  public List<String> words(String sql) {
    return site.database.reading().fetch(sql).map(row -> String.valueOf(row.get(0)));
  }

  /// Goods from the supplier.
  public void receive(String warehouse, String sku, long units, String more) {
    ok(
        "{'kind':'receive_goods','warehouse':'%s','sku':'%s','quantity':%d%s}"
            .formatted(warehouse, sku, units, more));
  }

  /// On hand / reserved / blocked of a product.
  public String level(String warehouse, String sku) {
    return site.database
        .reading()
        .fetchSingle(
            "SELECT coalesce(max(on_hand || '/' || reserved || '/' || blocked), '0/0/0')"
                + " FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id"
                + " JOIN product p ON p.id = l.product_id WHERE w.code = ? AND p.sku = ?",
            warehouse,
            sku)
        .get(0, String.class);
  }

  /// What the ledger holds in transit over all warehouses is what the transfers say, product by
  /// product; and what is in the bins is on hand.
  public void assertAddsUp() {
    assertEquals(
        List.of(),
        words(
            """
            SELECT p.sku || ' ' || l.units || ' in transit, transfers say ' || coalesce(t.units, 0)
              FROM (SELECT product_id, sum(in_transit) AS units FROM stock_level GROUP BY 1) l
              JOIN product p ON p.id = l.product_id
              LEFT JOIN (SELECT product_id, sum(in_transit) AS units FROM transfer_line GROUP BY 1) t
                ON t.product_id = l.product_id
             WHERE l.units <> coalesce(t.units, 0)
            """));
    assertEquals(
        List.of(),
        words(
            """
            SELECT l.warehouse_id || ' ' || l.product_id FROM stock_level l
             WHERE l.on_hand <> (SELECT coalesce(sum(b.on_hand), 0) FROM balance b
                                  WHERE b.warehouse_id = l.warehouse_id
                                    AND b.product_id = l.product_id)
            """));
    assertEquals(
        List.of(),
        words(
            """
            SELECT t.number FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
              LEFT JOIN (SELECT transfer_id, line, sum(packed) AS packed, sum(shipped) AS shipped,
                                sum(settled) AS settled
                           FROM transfer_content GROUP BY 1, 2) c
                ON c.transfer_id = l.transfer_id AND c.line = l.line
             WHERE (l.packed, l.shipped, l.good + l.damaged + l.explained)
                   <> (coalesce(c.packed, 0), coalesce(c.shipped, 0), coalesce(c.settled, 0))
            """));
  }

  @Override
  public void close() {
    site.close();
  }
}
