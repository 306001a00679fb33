package dev.stockwright.client.replica;

import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static dev.stockwright.client.Samples.SOUTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.replica.StockQuery.Sort;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are set before each test
class StocksTest {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private DeviceStore store;
  private StockReplica north;
  private StockReplica south;
  private Stocks both;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    MemoryOutbox outbox = new MemoryOutbox(DESK, clock);
    Unfinished unfinished = new Unfinished();
    north = new StockReplica(store, NORTH, outbox, clock, unfinished);
    south = new StockReplica(store, SOUTH, outbox, clock, unfinished);
    both = new Stocks(List.of(north, south));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Level level(WarehouseCode where, String sku, long quantity, long n) {
    return new Level(new Sku(sku), where, quantity, 0, 0, quantity, THEN, n);
  }

  private static void page(StockReplica stock, long n, int page, boolean done, Level... levels) {
    if (page == 1) {
      stock.subscribed(new ServerFrame.Subscribed(stock.warehouse(), 1, n));
    }
    stock.snapshot(new ServerFrame.Snapshot(stock.warehouse(), 1, n, page, done, List.of(levels)));
  }

  private String rows(Sort sort, boolean down, int offset, int limit) {
    Stocks.Part part = both.page(new StockQuery("", sort, down, offset, limit));
    return part.total()
        + part.rows().stream()
            .map(r -> " " + r.shown().sku() + "@" + r.warehouse() + "=" + r.shown().onHand())
            .collect(Collectors.joining());
  }

  @Test
  void snapshotsThatComeAtTheSameTimeLeaveEachOtherAlone() {
    page(north, 5, 1, false, level(NORTH, "A", 1, 5));
    page(south, 3, 1, false, level(SOUTH, "A", 2, 3));
    page(north, 5, 2, true, level(NORTH, "B", 3, 5)); // clears away what nobody needs
    page(south, 3, 2, true, level(SOUTH, "C", 4, 3));
    assertEquals("4 A@NORTH=1 A@SOUTH=2 B@NORTH=3 C@SOUTH=4", rows(Sort.SKU, false, 0, 10));
    page(south, 9, 1, false, level(SOUTH, "X", 1, 9));
    south.cut();
    page(north, 6, 1, true, level(NORTH, "B", 7, 6));
    assertEquals("3 B@NORTH=7 A@SOUTH=2 C@SOUTH=4", rows(Sort.WAREHOUSE, false, 0, 10));
  }

  @Test
  void theListOfBothIsOneOrderWithoutGap() {
    page(north, 5, 1, true, level(NORTH, "A", 9, 5), level(NORTH, "B", 3, 5));
    assertFalse(both.known(), "of the other one nothing is known yet");
    page(south, 3, 1, true, level(SOUTH, "A", 4, 3));
    assertTrue(both.known());
    assertEquals("3 A@NORTH=9 A@SOUTH=4 B@NORTH=3", rows(Sort.QUANTITY, true, 0, 10));
    assertEquals("3 A@SOUTH=4", rows(Sort.QUANTITY, true, 1, 1));
    assertEquals("3 A@NORTH=9", rows(Sort.SKU, false, 0, 1));
    assertEquals("3 A@SOUTH=4", rows(Sort.SKU, false, 1, 1));
  }

  @Test
  void numbersAreThoseOfEachWarehouse() {
    page(north, 50, 1, true, level(NORTH, "A", 9, 50));
    page(south, 3, 1, true, level(SOUTH, "A", 4, 3));
    assertEquals(4, both.level(SOUTH, new Sku("A")).onHand());
    assertEquals(6, both.laidOver(level(SOUTH, "A", 6, 10), "a").onHand(), "newer by its numbers");
    assertEquals(9, both.laidOver(level(NORTH, "A", 6, 10), "a").onHand(), "older by its numbers");
    assertEquals(
        8, both.laidOver(level(new WarehouseCode("WEST"), "A", 8, 1), "a").onHand(), "as it is");
    assertEquals(Optional.empty(), both.one());
    assertEquals(Optional.of(SOUTH), new Stocks(List.of(south)).one());
  }
}
