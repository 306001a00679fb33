package dev.stockwright.server.desk;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A desk remembers the stock as it left it. Somebody else changes it meanwhile, properly or past
/// the counter; what the desk then says must be what the tables say.
class RememberedStockTest {
  private static TestSite site;

  /// Goods that only one test uses.
  private static int used;

  private final Sku sku = another();

  private static Sku another() {
    used++;
    return new Sku("S-" + used);
  }

  @BeforeAll
  static void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
    used = 0;
    site.database
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .execute(
                        "INSERT INTO product (sku, name) SELECT 'S-' || i, 'Product ' || i"
                            + " FROM generate_series(10, 40) i"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void goodsAddedByHandCount() throws Exception {
    accepted(receive(sku, 10));
    accepted(take(sku, 1));
    add(100);
    assertEquals(114, accepted(receive(sku, 5)));
    assertEquals(113, accepted(take(sku, 1)));
  }

  @Test
  void aRefusalIsNotGivenFromMemory() throws Exception {
    accepted(receive(sku, 10));
    refusedForLack(take(sku, 50));
    add(100);
    assertEquals(60, accepted(take(sku, 50)));
  }

  @Test
  void goodsTakenByHandAreGone() throws Exception {
    accepted(receive(sku, 10));
    accepted(take(sku, 1));
    add(-9);
    refusedForLack(take(sku, 1));
    assertEquals(3, accepted(receive(sku, 3)));
  }

  @Test
  void aPileThatIsNotThereIsNotTakenFrom() throws Exception {
    accepted(receive(sku, 10));
    byHand("UPDATE balance SET on_hand = 0" + mine());
    refusedForLack(take(sku, 1));
  }

  @Test
  void tablesThatAreWrittenAnewMixNothingUp() throws Exception {
    List<Sku> skus = List.of(another(), another(), another(), another(), another());
    for (Sku each : skus) {
      accepted(receive(each, 7)); // all rows alike but for their product
      accepted(lot(each, "A"));
      accepted(lot(each, "B"));
      accepted(take(each, 1));
    }
    for (Sku each : skus.reversed()) {
      accepted(take(each, 1));
    }
    byHand("VACUUM FULL stock_level;VACUUM FULL balance");
    for (Sku each : skus) {
      assertEquals(6, accepted(take(each, 1)), each.code());
      String amounts =
          "SELECT string_agg(b.on_hand::text, ' ' ORDER BY b.lot) FROM balance b JOIN product p"
              + " ON p.id = b.product_id WHERE p.sku = '"
              + each
              + "'";
      assertEquals(
          "4 1 1", site.database.reading().fetchSingle(amounts).get(0, String.class), each.code());
    }
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
        Answer answer =
            TestSite.ask(desk, TestSite.envelope(take ? take(sku, 1) : receive(sku, 2)));
        assertEquals(expected, quantity(answer), "command " + i);
      }
    }
  }

  /// The tables must be so large that PostgreSQL does not read them whole.
  @Test
  void rowsThatAreFoundByTheirPlaceLeaveNoRubbish() throws Exception {
    byHand(
        "INSERT INTO product (sku, name) SELECT 'M-' || i, 'More' FROM generate_series(1, 3000) i;"
            + "INSERT INTO stock_level (warehouse_id, product_id)"
            + " SELECT 1, id FROM product WHERE sku LIKE 'M-%';"
            + "INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)"
            + " SELECT 1, id, 101, 0 FROM product WHERE sku LIKE 'M-%';VACUUM ANALYZE");
    accepted(receive(sku, 1));
    long before = pages();
    for (int i = 0; i < 400; i++) {
      accepted(receive(sku, 1)); // a transaction each
    }
    long more = pages() - before;
    assertTrue(more <= 2, more + " pages more for 400 versions of two rows");
  }

  private static long pages() {
    String sql = "SELECT (pg_relation_size('stock_level') + pg_relation_size('balance')) / 8192";
    return site.database.reading().fetchSingle(sql).get(0, long.class);
  }

  private String mine() {
    return " WHERE product_id = (SELECT id FROM product WHERE sku = '" + sku + "')";
  }

  /// Past the counter.
  private void add(long quantity) throws Exception {
    byHand(
        "UPDATE stock_level SET on_hand = on_hand + %1$d, supplier = supplier - %1$d%2$s;"
                .formatted(quantity, mine())
            + "UPDATE balance SET on_hand = on_hand + %d%s".formatted(quantity, mine()));
  }

  private static long accepted(Command command) {
    return quantity(site.ask(command));
  }

  private static long quantity(Answer answer) {
    return assertInstanceOf(Answer.Accepted.class, answer).changes().getFirst().newQuantity();
  }

  private static void refusedForLack(Command command) {
    Answer.Refused refused = assertInstanceOf(Answer.Refused.class, site.ask(command));
    assertInstanceOf(Refusal.InsufficientStock.class, refused.refusal());
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

  private static void byHand(String sql) throws Exception {
    try (Connection connection = site.database.commandConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      for (String each : sql.split(";")) {
        statement.execute(each);
      }
      connection.setAutoCommit(false);
    }
  }
}
