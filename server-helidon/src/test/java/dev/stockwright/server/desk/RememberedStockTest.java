package dev.stockwright.server.desk;

import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.S2;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.receive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A desk remembers the stock as it left it. Somebody else changes it meanwhile, properly or past
/// the counter; what the desk then says must be what the tables say.
class RememberedStockTest {
  private static final String MORE =
      "UPDATE stock_level SET on_hand = on_hand + 100, supplier = supplier - 100 WHERE on_hand > 0;"
          + "UPDATE balance SET on_hand = on_hand + 100 WHERE on_hand > 0";
  private static final String NOTHING_LEFT =
      "UPDATE stock_level SET on_hand = 0, supplier = 0, lost_and_found = 0;"
          + "UPDATE balance SET on_hand = 0";
  private static final String TAKEN_OFF_THE_SHELF = "UPDATE balance SET on_hand = on_hand - 10";

  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void goodsAddedByHandCount() throws Exception {
    accepted(receive(S1, 10));
    accepted(take(S1, 1));
    byHand(MORE);
    assertEquals(114, accepted(receive(S1, 5)));
    assertEquals(113, accepted(take(S1, 1)));
  }

  @Test
  void aRefusalIsNotGivenFromMemory() throws Exception {
    accepted(receive(S1, 10));
    refusedForLack(take(S1, 50));
    byHand(MORE);
    assertEquals(60, accepted(take(S1, 50)));
  }

  @Test
  void goodsTakenByHandAreGone() throws Exception {
    accepted(receive(S1, 10));
    accepted(take(S1, 1));
    byHand(NOTHING_LEFT);
    refusedForLack(take(S1, 1));
    assertEquals(3, accepted(receive(S1, 3)));
  }

  @Test
  void aPileThatIsNotThereIsNotTakenFrom() throws Exception {
    accepted(receive(S1, 10));
    byHand(TAKEN_OFF_THE_SHELF);
    refusedForLack(take(S1, 1));
  }

  @Test
  void tablesThatAreWrittenAnewMixNothingUp() throws Exception {
    List<Sku> skus = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      skus.add(new Sku("S-" + i));
    }
    for (Sku sku : skus) {
      accepted(receive(sku, 7)); // all rows alike but for their product
      accepted(lot(sku, "A"));
      accepted(lot(sku, "B"));
      accepted(take(sku, 1));
    }
    for (Sku sku : skus.reversed()) {
      accepted(take(sku, 1));
    }
    byHand("VACUUM FULL stock_level;VACUUM FULL balance");
    for (Sku sku : skus) {
      assertEquals(6, accepted(take(sku, 1)), sku.code());
    }
    assertEquals(
        "4 1 1",
        text(
            "SELECT string_agg(DISTINCT amounts, ' | ') FROM (SELECT string_agg(on_hand::text, ' '"
                + " ORDER BY lot) AS amounts FROM balance GROUP BY product_id) each"));
  }

  @Test
  void twoDesksThatTakeTurnsAgree() {
    try (CommandDesk other =
        new CommandDesk(
            site.database, new Catalogue(), DeskSettings.standard(), (code, epoch, events) -> {})) {
      long expected = 0;
      for (int i = 1; i <= 60; i++) {
        CommandDesk desk = i % 3 == 0 ? other : site.desk;
        boolean take = i % 4 == 0;
        expected += take ? -1 : 2;
        Answer answer = ask(desk, take ? take(S1, 1) : receive(S1, 2));
        assertEquals(expected, quantity(answer), "command " + i);
      }
    }
  }

  @Test
  void rowsThatAreFoundByTheirPlaceLeaveNoRubbish() throws Exception {
    accepted(receive(S1, 1));
    accepted(receive(S2, 1));
    for (int round = 0; round < 10; round++) {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Command command = receive(i % 2 == 0 ? S1 : S2, 1);
        answers.add(site.desk.submit(Submission.of(TestSite.envelope(command), TestSite.ANA)));
        answers.getLast().get(20, TimeUnit.SECONDS); // a transaction each
      }
    }
    long pages = site.database.reading().fetchSingle(PAGES).get(0, long.class);
    assertTrue(pages <= 8, pages + " pages for two levels and two piles");
  }

  private static final String PAGES =
      "SELECT (pg_relation_size('stock_level') + pg_relation_size('balance')) / 8192";

  private long accepted(Command command) {
    return quantity(site.ask(command));
  }

  private static long quantity(Answer answer) {
    return assertInstanceOf(Answer.Accepted.class, answer).changes().getFirst().newQuantity();
  }

  private void refusedForLack(Command command) {
    Answer.Refused refused = assertInstanceOf(Answer.Refused.class, site.ask(command));
    assertInstanceOf(Refusal.InsufficientStock.class, refused.refusal());
  }

  private static Answer ask(CommandDesk desk, Command command) {
    try {
      return desk.submit(Submission.of(TestSite.envelope(command), TestSite.ANA))
          .get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static AdjustStock take(Sku sku, long quantity) {
    return new AdjustStock(
        W1,
        sku,
        -quantity,
        Optional.of(new ReasonCode("count")),
        Optional.of(TestSite.DOCK),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Command lot(Sku sku, String lot) {
    return new ReceiveGoods(
        W1,
        sku,
        new Quantity(1),
        Optional.of(TestSite.DOCK),
        Optional.of(new LotCode(lot)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void byHand(String sql) throws Exception {
    try (Connection connection = site.database.commandConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      for (String each : sql.split(";")) {
        statement.execute(each);
      }
      connection.setAutoCommit(false);
    }
  }

  private String text(String sql) {
    return site.database.changing().fetchSingle(sql).get(0, String.class);
  }
}
