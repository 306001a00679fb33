package dev.stockwright.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoSiteTest {
  private final Path folder = Path.of("..", "packaging", "demo");
  private final DemoSite files = new DemoSite(folder, LocalDate.of(2026, 11, 20));
  private final Site site = files.site();
  private final List<ReceiveGoods> receipts =
      files.receipts().stream().map(ReceiveGoods.class::cast).toList();

  @Test
  void theSiteIsLargeEnoughToBeBelieved() {
    assertEquals(3, site.warehouses().size());
    assertTrue(site.products().size() >= 240, "products: " + site.products().size());
    assertTrue(site.purchaseOrders().size() >= 12, "orders: " + site.purchaseOrders().size());
    for (Site.Warehouse warehouse : site.warehouses()) {
      long bins =
          site.locations().stream()
              .filter(l -> l.warehouse().equals(warehouse.code()) && l.kind() == Site.Kind.BIN)
              .count();
      assertTrue(bins >= 120, warehouse.code() + " has " + bins + " bins");
      assertTrue(
          site.purchaseOrders().stream().anyMatch(o -> o.warehouse().equals(warehouse.code())),
          "no order for " + warehouse.code());
    }
  }

  @Test
  void everyBarcodeIsAGtinOfTheRangeForExamplesWithTheRightIndicator() {
    Map<Sku, Set<Site.Pack>> packs = new HashMap<>();
    for (Site.Barcode barcode : site.barcodes()) {
      Gtin gtin = new Gtin(barcode.code());
      assertTrue(gtin.digits().startsWith("9501101", 1), barcode.code());
      assertEquals(barcode.pack() == Site.Pack.EACH, gtin.digits().startsWith("0"));
      assertEquals(barcode.pack() == Site.Pack.EACH, barcode.units() == 1, barcode.code());
      packs.computeIfAbsent(barcode.sku(), sku -> new HashSet<>()).add(barcode.pack());
    }
    for (Site.Product product : site.products()) {
      assertTrue(packs.getOrDefault(product.sku(), Set.of()).contains(Site.Pack.EACH));
    }
    long cases = packs.values().stream().filter(p -> p.contains(Site.Pack.CASE)).count();
    assertTrue(cases > 150, "products with a case: " + cases);
  }

  @Test
  void everyReceiptNamesWhatExistsAndWhatItsProductAsksFor() {
    Map<Sku, Site.Product> products =
        site.products().stream().collect(Collectors.toMap(Site.Product::sku, p -> p));
    Set<String> places =
        site.locations().stream()
            .map(l -> l.warehouse() + " " + l.code())
            .collect(Collectors.toSet());
    Set<String> serials = new HashSet<>();
    for (ReceiveGoods receipt : receipts) {
      Site.Product product = Objects.requireNonNull(products.get(receipt.sku()), receipt::toString);
      assertEquals(product.lotTracked(), receipt.lot().isPresent(), receipt::toString);
      assertEquals(product.lotTracked(), receipt.expiry().isPresent(), receipt::toString);
      assertEquals(product.serialTracked(), receipt.serial().isPresent(), receipt::toString);
      receipt
          .serial()
          .ifPresent(
              serial -> {
                assertEquals(1, receipt.quantity().units());
                assertTrue(serials.add(receipt.sku() + " " + serial), receipt::toString);
              });
      receipt
          .location()
          .ifPresent(at -> assertTrue(places.contains(receipt.warehouse() + " " + at)));
    }
  }

  @Test
  void someOrderLinesAreInPartHereAndNoneIsFull() {
    Map<String, Long> ordered = new HashMap<>();
    for (Site.PurchaseOrder order : site.purchaseOrders()) {
      assertFalse(order.lines().isEmpty(), order.number() + " has no lines");
      for (Site.Line line : order.lines()) {
        String key = order.number() + " " + order.warehouse() + " " + line.sku();
        ordered.put(key, line.ordered().units());
      }
    }
    List<ReceiveGoods> forOrders =
        receipts.stream().filter(receipt -> receipt.purchaseOrder().isPresent()).toList();
    assertFalse(forOrders.isEmpty());
    for (ReceiveGoods receipt : forOrders) {
      String key =
          receipt.purchaseOrder().orElseThrow() + " " + receipt.warehouse() + " " + receipt.sku();
      assertTrue(receipt.quantity().units() < ordered.getOrDefault(key, 0L), key);
    }
  }

  @Test
  void everyWarehouseHasProductsThatAreLow() {
    Map<String, Long> onHand = new HashMap<>();
    for (ReceiveGoods receipt : receipts) {
      onHand.merge(
          receipt.warehouse() + " " + receipt.sku(), receipt.quantity().units(), Long::sum);
    }
    for (Site.Warehouse warehouse : site.warehouses()) {
      long low =
          site.minimums().stream()
              .filter(m -> m.warehouse().equals(warehouse.code()))
              .filter(m -> onHand.getOrDefault(m.warehouse() + " " + m.sku(), 0L) < m.lowAt())
              .count();
      assertTrue(low >= 5 && low < 100, warehouse.code() + ": " + low + " are low");
    }
  }

  @Test
  void everySupplierOfAnOrderIsKnown() {
    Set<String> known =
        new CsvTable(folder.resolve("suppliers.csv"))
            .rows().stream().map(row -> row.text("name")).collect(Collectors.toSet());
    site.purchaseOrders().forEach(o -> assertTrue(known.contains(o.supplier()), o.supplier()));
  }

  @Test
  void everyRoleIsTakenAndNobodyHasTheSecretsOfAnother() {
    List<SignIn> people =
        files.people(List.of(), new Secrets()).stream().map(Person::signIn).toList();
    assertEquals(
        Set.of("admin", "supervisor", "receiver", "worker", "counter", "integration"),
        people.stream().map(SignIn::role).collect(Collectors.toSet()));
    assertEquals(people.size(), people.stream().map(SignIn::password).distinct().count());
    assertEquals(people.size(), people.stream().map(SignIn::badge).distinct().count());
    Set<String> warehouses =
        site.warehouses().stream()
            .map(Site.Warehouse::code)
            .map(WarehouseCode::code)
            .collect(Collectors.toSet());
    for (SignIn person : people) {
      assertTrue(warehouses.containsAll(person.warehouses()), person::toString);
      assertFalse(person.toString().contains(person.password()), "a password in a text");
    }
    assertEquals(people, files.people(people, new Secrets()).stream().map(Person::signIn).toList());
  }
}
