package dev.stockwright.server.masterdata.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.Database;
import dev.stockwright.db.tables.Tables;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteImportTest {
  private TestDatabase own;
  private Database database;

  @BeforeAll
  void start() {
    own = TestDatabase.fresh();
    database = Database.open(own.place());
  }

  @AfterAll
  void stop() {
    database.close();
    own.close();
  }

  @BeforeEach
  void empty() {
    database
        .changing()
        .transaction(
            tx -> {
              tx.dsl()
                  .execute(
                      "TRUNCATE receipt_match, purchase_order_line, purchase_order, barcode,"
                          + " stock_level");
              // past the guards of the tables, which keep what was ever named
              tx.dsl().execute("SET LOCAL session_replication_role = replica");
              tx.dsl().execute("DELETE FROM product");
              tx.dsl().execute("DELETE FROM location WHERE kind <> 'virtual'");
              tx.dsl().execute("DELETE FROM warehouse_counter");
              tx.dsl().execute("DELETE FROM warehouse");
            });
  }

  @Test
  void aSiteIsLoadedAndTheSameSiteAgainChangesNothing() {
    SiteImport importing = new SiteImport(database);
    assertEquals(15, importing.load(site(30)));
    assertEquals(0, importing.load(site(30)));
    assertEquals(1, database.reading().fetchCount(Tables.WAREHOUSE_COUNTER));
    assertEquals(
        "NORTH|A-01|Shelving|bin",
        database
            .reading()
            .fetchValue(
                "SELECT w.code || '|' || l.code || '|' || l.zone || '|' || l.kind FROM location l"
                    + " JOIN warehouse w ON w.id = l.warehouse_id WHERE l.kind = 'bin'"));
    assertEquals(
        "NUT|case|24",
        database
            .reading()
            .fetchValue(
                "SELECT p.sku || '|' || b.pack || '|' || b.units FROM barcode b"
                    + " JOIN product p ON p.id = b.product_id WHERE b.code = '19501101020020'"));
    assertEquals(
        "PO-1|2|NUT|12|5|2026-12-01",
        database
            .reading()
            .fetchValue(
                "SELECT o.number || '|' || l.line || '|' || p.sku || '|' || l.ordered || '|'"
                    + " || l.over_percent || '|' || o.expected_on FROM purchase_order o"
                    + " JOIN purchase_order_line l ON l.purchase_order_id = o.id"
                    + " JOIN product p ON p.id = l.product_id WHERE l.line = 2"));
  }

  @Test
  void aChangedMinimumIsPutRightAndStockIsLeftAlone() {
    SiteImport importing = new SiteImport(database);
    importing.load(site(30));
    database
        .changing()
        .transaction(
            tx -> tx.dsl().execute("UPDATE stock_level SET on_hand = 7, supplier = -7, n = 1"));
    assertEquals(1, importing.load(site(31)));
    assertEquals(
        "31|7|1",
        database
            .reading()
            .fetchValue("SELECT low_at || '|' || on_hand || '|' || n FROM stock_level"));
  }

  @Test
  void whatIsReceivedOfAnOrderStaysWhenTheOrderComesAgain() {
    SiteImport importing = new SiteImport(database);
    importing.load(site(30));
    database
        .changing()
        .transaction(tx -> tx.dsl().execute("UPDATE purchase_order_line SET received = 3"));
    importing.load(site(30));
    assertEquals(
        6L, database.reading().fetchValue("SELECT sum(received)::bigint FROM purchase_order_line"));
  }

  @Test
  void anUnknownProductIsNamedAndNothingIsLoaded() {
    Site good = site(30);
    Site bad =
        new Site(
            good.warehouses(),
            good.locations(),
            good.products(),
            List.of(new Site.Barcode("x", new Sku("NOWHERE"), Site.Pack.EACH, 1)),
            List.of(),
            List.of());
    SiteUnfit unfit = assertThrows(SiteUnfit.class, () -> new SiteImport(database).load(bad));
    assertTrue(String.valueOf(unfit.getMessage()).contains("NOWHERE"), unfit.getMessage());
    assertEquals(0, database.reading().fetchCount(Tables.PRODUCT));
    assertEquals(0, database.reading().fetchCount(Tables.WAREHOUSE));
  }

  @Test
  void aBarcodeIsNotTakenFromAnotherProduct() {
    SiteImport importing = new SiteImport(database);
    importing.load(site(30));
    Site thief =
        only(List.of(new Site.Barcode("09501101020016", new Sku("NUT"), Site.Pack.EACH, 1)));
    SiteUnfit unfit = assertThrows(SiteUnfit.class, () -> importing.load(thief));
    assertTrue(
        String.valueOf(unfit.getMessage()).contains("09501101020016 already stands for BOLT"),
        unfit.getMessage());
  }

  @Test
  void aReceivingLocationThatDoesNotExistIsNamed() {
    Site site = site(30);
    Site bad = new Site(site.warehouses(), List.of(), List.of(), List.of(), List.of(), List.of());
    SiteUnfit unfit = assertThrows(SiteUnfit.class, () -> new SiteImport(database).load(bad));
    assertTrue(String.valueOf(unfit.getMessage()).contains("STAGE-1"), unfit.getMessage());
  }

  @Test
  void whatIsThereTwiceIsNamed() {
    Site.Barcode barcode = new Site.Barcode("x", new Sku("BOLT"), Site.Pack.EACH, 1);
    SiteUnfit unfit = assertThrows(SiteUnfit.class, () -> only(List.of(barcode, barcode)));
    assertTrue(String.valueOf(unfit.getMessage()).contains("barcode x"), unfit.getMessage());
  }

  @Test
  @Tag("thorough")
  void aHundredThousandProductsInFiveWarehousesLoadInAMinute() {
    long begin = System.nanoTime();
    long rows = new SiteImport(database).load(large(100_000, 5));
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertEquals(5 + 5 + 5 + 100_000 + 100_000 + 500_000, rows);
    assertTrue(took.toSeconds() < 60, "took " + took);
    System.out.println("loaded " + rows + " rows in " + took);
  }

  private static Site site(long minimum) {
    WarehouseCode north = new WarehouseCode("NORTH");
    Sku bolt = new Sku("BOLT");
    Sku nut = new Sku("NUT");
    return new Site(
        List.of(
            new Site.Warehouse(
                north, "Northgate", ZoneId.of("Europe/London"), new LocationCode("STAGE-1"))),
        List.of(
            new Site.Location(north, new LocationCode("STAGE-1"), "", Site.Kind.STAGING),
            new Site.Location(north, new LocationCode("DOCK-1"), "", Site.Kind.DOCK),
            new Site.Location(north, new LocationCode("A-01"), "Shelving", Site.Kind.BIN)),
        List.of(
            new Site.Product(bolt, "Bolt", "piece", false, false),
            new Site.Product(nut, "Nut", "piece", true, false)),
        List.of(
            new Site.Barcode("09501101020016", bolt, Site.Pack.EACH, 1),
            new Site.Barcode("09501101020023", nut, Site.Pack.EACH, 1),
            new Site.Barcode("19501101020020", nut, Site.Pack.CASE, 24),
            new Site.Barcode("OLD-BOLT", bolt, Site.Pack.EACH, 1)),
        List.of(new Site.Minimum(north, bolt, minimum)),
        List.of(
            new Site.PurchaseOrder(
                new Reference("PO-1"),
                north,
                "Halden Bolt Works",
                Optional.of(LocalDate.of(2026, 12, 1)),
                List.of(
                    new Site.Line(1, bolt, new Quantity(100), 0),
                    new Site.Line(2, nut, new Quantity(12), 5)))));
  }

  private static Site only(List<Site.Barcode> barcodes) {
    return new Site(List.of(), List.of(), List.of(), barcodes, List.of(), List.of());
  }

  private static Site large(int products, int warehouses) {
    List<Site.Warehouse> sites = new ArrayList<>();
    List<Site.Location> locations = new ArrayList<>();
    List<Site.Minimum> minimums = new ArrayList<>();
    List<Site.Product> all = new ArrayList<>();
    List<Site.Barcode> barcodes = new ArrayList<>();
    LocationCode stage = new LocationCode("STAGE-1");
    for (int p = 0; p < products; p++) {
      Sku sku = new Sku("P-" + p);
      all.add(new Site.Product(sku, "Product " + p, "piece", false, false));
      barcodes.add(new Site.Barcode("B-" + p, sku, Site.Pack.EACH, 1));
    }
    for (int w = 0; w < warehouses; w++) {
      WarehouseCode code = new WarehouseCode("W-" + w);
      sites.add(new Site.Warehouse(code, "Site " + w, ZoneId.of("UTC"), stage));
      locations.add(new Site.Location(code, stage, "", Site.Kind.STAGING));
      all.forEach(product -> minimums.add(new Site.Minimum(code, product.sku(), 1)));
    }
    return new Site(sites, locations, all, barcodes, minimums, List.of());
  }
}
