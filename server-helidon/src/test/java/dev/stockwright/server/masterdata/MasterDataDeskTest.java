package dev.stockwright.server.masterdata;

import static dev.stockwright.server.desk.TestSite.A1;
import static dev.stockwright.server.desk.TestSite.A2;
import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.move;
import static dev.stockwright.server.desk.TestSite.receive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Master data changed at a real desk on a real database, and what goods may do right after.
class MasterDataDeskTest extends MasterDataBed {
  @Test
  void aNewProductIsKnownAtOnceAndToldInEveryWarehouse() {
    assertEquals("refused unknown_product", ask(receive(sku, 1)));
    assertEquals("accepted product created", ask(save(sku, "\"name\":\"Nail\"")));
    assertEquals("accepted", ask(save(sku, "\"name\":\"Nail\"")));
    assertEquals("accepted", ask(receive(sku, 1)));
    synchronized (EVENTS) {
      assertEquals(
          2,
          EVENTS.stream()
              .filter(
                  event ->
                      event instanceof Event.DocumentChanged changed
                          && changed.number().code().equals(sku.code()))
              .count());
    }
  }

  @Test
  void aChangeNeedsTheVersionThatItWasMadeFrom() {
    ask(save(sku, "\"name\":\"Nail\""));
    assertEquals("refused document_exists", ask(save(sku, "\"name\":\"Screw\"")));
    assertEquals(
        "accepted product changed",
        ask(save(sku, "\"name\":\"Screw\",\"unit_cost\":12,\"version\":1")));
    assertEquals("refused stale_version", ask(save(sku, "\"name\":\"Bolt\",\"version\":1")));
    assertEquals(
        "Somebody else changed product "
            + sku
            + ": it is version 2 now, yours was made from 1. Look at it again.",
        refused(save(sku, "\"name\":\"Bolt\",\"version\":1")).message());
    assertEquals("Screw 12 piece", row("name || ' ' || unit_cost || ' ' || unit"));
    assertEquals("refused unknown_document", ask(save(fresh(), "\"name\":\"Bolt\",\"version\":1")));
    assertEquals("refused missing_name", ask(save(fresh(), "\"unit\":\"box\"")));
    assertEquals(
        "refused invalid_count_class",
        ask(save(fresh(), "\"name\":\"Bolt\",\"count_class\":\"D\"")));
  }

  @Test
  void theUnitStaysOnceGoodsHaveMovedAndTrackingWhileThereAreAny() {
    ask(save(sku, "\"name\":\"Nail\""));
    ask(save(sku, "\"unit\":\"box\",\"version\":1"));
    ask(receive(sku, 5));
    assertEquals("refused frozen", ask(save(sku, "\"unit\":\"piece\",\"version\":2")));
    assertEquals("refused frozen", ask(save(sku, "\"lot_tracked\":true,\"version\":2")));
    assertEquals(
        "The unit of product " + sku + " stays box and cannot become piece, because it has moved.",
        refused(save(sku, "\"unit\":\"piece\",\"version\":2")).message());
    assertEquals("accepted", ask(move(sku, 5, DOCK, A1)));
  }

  @Test
  void aProductThatIsSwitchedOffComesInNoMoreFromTheNextCommandOn() {
    ask(save(sku, "\"name\":\"Nail\""));
    assertEquals("accepted", ask(receive(sku, 5)));
    ask(save(sku, "\"active\":false,\"version\":1"));
    assertEquals("refused switched_off", ask(receive(sku, 5)));
    assertEquals("accepted", ask(move(sku, 2, DOCK, A1)));
    ask(save(sku, "\"active\":true,\"version\":2"));
    assertEquals("accepted", ask(receive(sku, 5)));
  }

  @Test
  void aLockedLocationLetsNothingPassFromTheNextCommandOnAtEveryDesk() {
    try (CommandDesk other =
        new CommandDesk(
            SITE.database, new Catalogue(), DeskSettings.standard(), (code, epoch, events) -> {})) {
      ask(save(sku, "\"name\":\"Nail\""));
      ask(receive(sku, 9));
      LocationCode bin = bin();
      assertEquals("accepted", ask(move(sku, 3, DOCK, bin)));
      assertEquals("accepted", ask(other, move(sku, 3, DOCK, bin)));
      assertEquals("accepted location locked", ask(lock(bin, true, false)));
      assertEquals("refused location_locked", ask(move(sku, 1, DOCK, bin)));
      assertEquals("refused location_locked", ask(other, move(sku, 1, DOCK, bin)));
      assertEquals("accepted", ask(move(sku, 1, bin, A2)));
      assertEquals("accepted location locked", ask(lock(bin, false, true)));
      assertEquals("refused location_locked", ask(other, move(sku, 1, bin, A2)));
      assertEquals("accepted", ask(move(sku, 1, DOCK, bin)));
      assertEquals(
          bin + " gives nothing out (blocked). Use another location.",
          refused(move(sku, 1, bin, A2)).message());
      assertEquals("accepted", ask(lock(bin, false, true)));
      assertEquals("accepted location unlocked", ask(new PlaceCommand.UnlockLocation(W1, bin)));
      assertEquals("accepted", ask(other, move(sku, 1, bin, A2)));
      SITE.change("UPDATE location SET locked_out = true WHERE code = '" + bin + "'");
      assertEquals("refused location_locked", ask(other, move(sku, 1, bin, A2)));
    }
  }

  @Test
  void whatAPersonInsistsOnIsRecordedInALockedLocation() {
    ask(save(sku, "\"name\":\"Nail\""));
    ask(receive(sku, 9));
    LocationCode bin = bin();
    ask(lock(bin, true, true));
    CommandId id = new CommandId(UUID.randomUUID());
    assertInstanceOf(
        Answer.Accepted.class, SITE.ask(TestSite.envelope(id, 0, true, move(sku, 1, DOCK, bin))));
  }

  @Test
  void theReceivingLocationIsTheNewOneFromTheNextCommandOn() {
    WarehouseCode store = new WarehouseCode("STORE-" + fresh());
    ask(save(sku, "\"name\":\"Nail\""));
    assertEquals(
        "accepted warehouse created",
        ask(command("open_warehouse", store, "\"name\":\"Shop\",\"site_kind\":\"store\"")));
    assertEquals("accepted", ask(in(store)));
    ask(command("save_location", store, "\"location\":\"BACK\",\"location_kind\":\"staging\""));
    assertEquals(
        "refused unknown_location",
        ask(command("change_warehouse", store, "\"receiving_location\":\"NO\",\"version\":1")));
    assertEquals(
        "accepted warehouse changed",
        ask(command("change_warehouse", store, "\"receiving_location\":\"BACK\",\"version\":1")));
    assertEquals("accepted", ask(in(store)));
    assertEquals(
        "BACK 1, DOCK 1",
        SITE.database
            .reading()
            .fetchSingle(
                "SELECT string_agg(l.code || ' ' || b.on_hand, ', ' ORDER BY l.code) FROM balance b"
                    + " JOIN location l ON l.id = b.location_id JOIN warehouse w ON"
                    + " w.id = l.warehouse_id WHERE w.code = ?",
                store.code())
            .get(0, String.class));
    assertEquals(
        "refused frozen",
        ask(
            command(
                "save_location", store, "\"location\":\"BACK\",\"active\":false,\"version\":1")));
    assertEquals(
        "refused not_empty",
        ask(
            command(
                "save_location", store, "\"location\":\"DOCK\",\"active\":false,\"version\":1")));
    assertEquals(
        "refused not_empty",
        ask(command("change_warehouse", store, "\"active\":false,\"version\":2")));
  }

  @Test
  void aCaseIsTwelveAndACodeStandsForOneProductOnly() {
    ask(save(sku, "\"name\":\"Nail\""));
    Sku another = fresh();
    ask(save(another, "\"name\":\"Screw\""));
    Reference code = new Reference("5901234123457");
    assertEquals(
        "accepted barcode created",
        ask(barcode("learn_barcode", code, sku, ",\"pack\":\"case\",\"units\":12")));
    assertEquals("accepted", ask(barcode("learn_barcode", code, sku, "")));
    assertEquals("refused barcode_taken", ask(barcode("learn_barcode", code, another, "")));
    assertEquals(
        "Barcode 0"
            + code
            + " stands for 12 "
            + sku
            + " already, not for "
            + another
            + ". Take it off there first.",
        refused(barcode("learn_barcode", code, another, "")).message());
    assertEquals(
        "case 12 ana true",
        SITE.database
            .reading()
            .fetchSingle(
                "SELECT concat_ws(' ', pack, units, learned_by, learned_at IS NOT NULL::text)"
                    + " FROM barcode WHERE code = '05901234123457'")
            .get(0, String.class));
    assertEquals(
        "accepted barcode changed",
        ask(barcode("save_barcode", code, another, ",\"units\":10,\"version\":1")));
    assertEquals(
        "refused stale_version", ask(new CatalogCommand.RemoveBarcode(code, Optional.of(1L))));
    assertEquals(
        "accepted barcode removed", ask(new CatalogCommand.RemoveBarcode(code, Optional.of(2L))));
    assertEquals(
        "refused unknown_document", ask(new CatalogCommand.RemoveBarcode(code, Optional.empty())));
  }

  @Test
  void everyOtherKindIsSavedAndChanged() {
    String code = fresh().code();
    for (String line :
        """
        save_supplier | "supplier":"%s","name":"Halvorsen" | "supplier":"%s","lead_days":3,"version":1
        save_customer | "customer":"%s","name":"Corner shop" | "customer":"%s","address":"Main 1","version":1
        save_reason | "reason":"%s","name":"Wet","used_for":"lock adjust" | "reason":"%s","name":"Very wet","version":1
        save_setting | "setting":"x.%s","value":"5" | "setting":"x.%s","value":"6","version":1
        save_zone | "warehouse":"W2","zone_code":"%s","name":"Cold" | "warehouse":"W2","zone_code":"%s","name":"Freezer","version":1
        save_location | "warehouse":"W2","location":"%s","capacity_units":5 | "warehouse":"W2","location":"%s","capacity_units":0,"version":1
        """
            .formatted(
                IntStream.range(0, 12)
                    .mapToObj(i -> code.toLowerCase(java.util.Locale.ROOT))
                    .toArray())
            .lines()
            .toList()) {
      String[] part = line.split(" \\| ");
      String made = ask(read(part[0], part[1]));
      assertEquals("accepted", made.split(" ")[0], line + made);
      assertEquals("accepted", ask(read(part[0], part[1])), line);
      String changed = ask(read(part[0], part[2]));
      assertEquals("changed", changed.substring(changed.length() - 7), line + changed);
      assertEquals("accepted", ask(read(part[0], part[2])), line);
    }
    ask(save(sku, "\"name\":\"Nail\""));
    assertEquals("accepted product created", ask(new PlaceCommand.SaveMinimum(W1, sku, 24)));
    assertEquals("accepted", ask(receive(sku, 30)));
    assertEquals("accepted product changed", ask(new PlaceCommand.SaveMinimum(W1, sku, 40)));
    assertEquals("accepted", ask(receive(sku, 1)));
    assertEquals(
        "31 true",
        SITE.database
            .reading()
            .fetchSingle(
                "SELECT s.on_hand || ' ' || s.is_low FROM stock_level s JOIN product p"
                    + " ON p.id = s.product_id WHERE p.sku = ?",
                sku.code())
            .get(0, String.class));
  }

  /// Eight people change the same product from the version they all saw: one wins each round.
  @Test
  void ofManyWhoChangeTheSameOneWins() throws Exception {
    ask(save(sku, "\"name\":\"Nail\""));
    try (CommandDesk other =
        new CommandDesk(
            SITE.database, new Catalogue(), DeskSettings.standard(), (code, epoch, events) -> {})) {
      for (int round = 1; round <= 10; round++) {
        int version = round;
        List<CompletableFuture<String>> asked =
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        CompletableFuture.supplyAsync(
                            () ->
                                ask(
                                    i % 2 == 0 ? SITE.desk : other,
                                    save(
                                        sku,
                                        "\"unit_cost\":"
                                            + (version * 100 + i)
                                            + ",\"version\":"
                                            + version))))
                .toList();
        long won = 0;
        for (CompletableFuture<String> each : asked) {
          won += each.get(20, TimeUnit.SECONDS).startsWith("accepted") ? 1 : 0;
        }
        assertEquals(1, won, "round " + round);
      }
    }
    assertEquals("11", row("version::text"));
  }

  /// A unit is changed while the first goods come in: never both.
  @Test
  void aUnitDoesNotChangeUnderTheFirstGoods() throws Exception {
    for (int round = 0; round < 15; round++) {
      Sku racing = fresh();
      ask(save(racing, "\"name\":\"Nail\""));
      CompletableFuture<String> goods =
          CompletableFuture.supplyAsync(() -> ask(receive(racing, 1)));
      String changed = ask(save(racing, "\"unit\":\"box\",\"version\":1"));
      assertEquals("accepted", goods.get(20, TimeUnit.SECONDS));
      long unit = moved(racing, "DocumentChanged changed");
      long first = moved(racing, "StockMoved");
      assertEquals(changed.startsWith("accepted"), unit > 0 && unit < first, racing + changed);
    }
  }
}
