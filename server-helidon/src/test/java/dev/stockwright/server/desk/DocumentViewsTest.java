package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The queries of the documents that this project started from run against the views.
class DocumentViewsTest {
  @Test
  void theViewsSayWhatTheDocumentsAskFor() throws Exception {
    try (TestSite site = new TestSite((warehouse, epoch, events) -> {})) {
      site.ask(
          new ReceiveGoods(
              TestSite.W1,
              TestSite.S1,
              new Quantity(10),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      site.ask(
          new AdjustStock(
              TestSite.W1,
              TestSite.S1,
              -2,
              Optional.of(new ReasonCode("damaged")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      site.ask(
          new PlaceReservation(
              new Reference("O-1"),
              List.of(new PlaceReservation.Line(TestSite.S1, TestSite.W1, new Quantity(3))),
              900));
      String level =
          "SELECT p.sku || ' ' || w.code || ' ' || i.quantity || ' ' || i.reserved_quantity || ' '"
              + " || i.available_quantity || ' ' || i.version FROM inventory i"
              + " JOIN products p ON p.id = i.product_id JOIN warehouses w ON w.id = i.warehouse_id"
              + " WHERE i.last_updated > now() - interval '1 hour'";
      assertEquals("S-1 W1 8 3 5 3", site.database.reading().fetchValue(level));
      assertEquals(
          List.of("STOCK_IN 10 0 10 receipt ana", "ADJUSTMENT -2 10 8 damaged ana"),
          site.database
              .reading()
              .fetchValues(
                  "SELECT transaction_type || ' ' || quantity_change || ' ' || quantity_before"
                      + " || ' ' || quantity_after || ' ' || reason || ' ' || created_by"
                      + " FROM inventory_transactions WHERE reference_id IS NOT NULL"
                      + " ORDER BY created_at"));
      // The promise's time has passed, tidied away or not.
      site.change("UPDATE reservation SET expires_at = now() - interval '1 second'");
      assertEquals(
          "S-1 W1 8 0 8",
          String.valueOf(site.database.reading().fetchValue(level)).substring(0, 12));
    }
  }
}
