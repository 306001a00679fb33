package dev.stockwright.client;

import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.replica.OwnWork;
import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a scan of a handling unit says from the device's own store.
class SightingsTest {
  private static final Product BOLT = new Product(new Sku("B-1"), "Bolt", "each", false, false);
  private static final LocationCode BIN = new LocationCode("A-01");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final MemoryOutbox outbox = new MemoryOutbox(DESK, clock);

  @Test
  void aKnownUnitIsSeenWithItsPlaceAndContents() {
    try (DeviceStore store = DeviceStore.open(folder.resolve("device.db"), clock).store();
        StockReplica replica = new StockReplica(store, NORTH, outbox, clock)) {
      Balances balances = new Balances(store, NORTH, clock);
      replica.keep(balances);
      replica.snapshot(new ServerFrame.Snapshot(NORTH, 1, 0, 1, true, List.of()));
      Catalogue catalogue = new Catalogue(store);
      catalogue.putProducts(1, List.of(new CodedProduct(BOLT, List.of())));
      String sscc = "340123450000000000";
      assertTrue(balances.begin());
      assertTrue(balances.part(new Position(1, 0), List.of(onUnit(sscc), onUnit("TOTE-7")), true));
      Sightings sightings =
          new Sightings(
              new SiteBooks(
                  NORTH,
                  catalogue,
                  replica,
                  balances,
                  new LastMoves(),
                  new Work(store, NORTH, new OwnWork(outbox, clock)),
                  new OwnReceipts(outbox, clock)),
              badge -> Optional.empty());
      assertEquals(unit(sscc), seen(sightings, "]C100" + sscc));
      assertEquals(unit("TOTE-7"), seen(sightings, "]C0TOTE-7"));
      assertEquals(
          new Sighting.Unit(new HandlingUnit("340123450000000017"), Optional.empty()),
          seen(sightings, "]C100340123450000000017"));
    }
  }

  private Sighting seen(Sightings sightings, String text) {
    Scan scan = Scan.ofText(text, DESK, Instant.EPOCH);
    return sightings.of(ScanReader.read(scan, LocalDate.of(2026, 11, 21)));
  }

  private static Balance onUnit(String unit) {
    return new Balance(
        BOLT.sku(),
        BIN,
        Optional.of(new LotCode("L1")),
        Optional.of(new HandlingUnit(unit)),
        Condition.AVAILABLE,
        "",
        12,
        Optional.of(LocalDate.of(2027, 3, 1)));
  }

  private static Sighting unit(String code) {
    HandlingUnit unit = new HandlingUnit(code);
    KnownUnit.Content content =
        new KnownUnit.Content(BOLT, 12, Optional.of(new LotCode("L1")), Condition.AVAILABLE);
    return new Sighting.Unit(
        unit, Optional.of(new KnownUnit(unit, Optional.of(BIN), List.of(content))));
  }
}
