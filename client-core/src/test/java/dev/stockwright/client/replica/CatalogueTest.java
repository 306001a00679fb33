package dev.stockwright.client.replica;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are set before each test
class CatalogueTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private DeviceStore store;
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    catalogue = new Catalogue(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static CodedProduct product(int i) {
    Product product = new Product(new Sku("S-" + i), "Product " + i, "each", false, false);
    return new CodedProduct(
        product,
        List.of(
            new CodedProduct.Barcode("each-" + i, PackLevel.EACH),
            new CodedProduct.Barcode("case-" + i, new PackLevel("case", 24))));
  }

  @Test
  void aRenewalTakesAwayWhatItDidNotBringAndOnlyAtItsEnd() {
    long first = catalogue.newMark();
    catalogue.putProducts(first, List.of(product(1), product(2)));
    catalogue.endProducts(first);
    long second = catalogue.newMark();
    catalogue.putProducts(second, List.of(product(2), product(3)));
    assertEquals(1, catalogue.byBarcode("case-1").size());
    catalogue.endProducts(second);
    assertEquals(List.of(), catalogue.byBarcode("case-1"));
    assertEquals(24, catalogue.byBarcode("case-3").getFirst().pack().units());
  }

  @Test
  void placesAndOrdersAreKnownByTheirCodes() {
    long mark = catalogue.newMark();
    Place place = new Place(new LocationCode("A-01"), "A", "bin");
    catalogue.putPlaces(mark, NORTH, List.of(place));
    OpenOrder order = order();
    catalogue.putOrders(mark, NORTH, List.of(order));
    assertEquals(Optional.of(place), catalogue.place(NORTH, new LocationCode("A-01")));
    assertEquals(Optional.of(order), catalogue.order(NORTH, order.number()));
    assertEquals(List.of(order), catalogue.ordersWith(NORTH, new Sku("S-1")));
    assertEquals(List.of(), catalogue.ordersWith(NORTH, new Sku("S-2")));
    long later = catalogue.newMark();
    catalogue.endOrders(later, NORTH);
    assertEquals(List.of(), catalogue.openOrders(NORTH));
  }

  private OpenOrder order() {
    return new OpenOrder(
        new Reference("PO-1"),
        "Acme",
        Optional.empty(),
        List.of(new OrderLine(new Sku("S-1"), "Product 1", 100, 10, 105)),
        clock.instant());
  }

  @Test
  void aBarcodeAmongAHundredThousandIsFoundInFiveMilliseconds() {
    long mark = catalogue.newMark();
    for (int page = 0; page < 50_000; page += 1_000) {
      List<CodedProduct> some = new ArrayList<>();
      for (int i = page; i < page + 1_000; i++) {
        some.add(product(i));
      }
      catalogue.putProducts(mark, some);
    }
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      long start = System.nanoTime();
      assertEquals(1, catalogue.byBarcode("case-" + i * 160).size());
      nanos.add(System.nanoTime() - start);
    }
    nanos.sort(null);
    System.out.printf(
        "barcode look-up: median %d us, p95 %d us%n",
        nanos.get(150) / 1_000, nanos.get(285) / 1_000);
    assertTrue(nanos.get(285) < 5_000_000, "p95 " + nanos.get(285));
  }

  @Test
  void ownReceiptsCountUntilTheOrderWasReadAfterTheirAnswer() {
    MemoryOutbox outbox = new MemoryOutbox(DESK, clock);
    OwnReceipts receipts = new OwnReceipts(outbox, clock);
    OpenOrder early = order();
    clock.advance(Duration.ofSeconds(1));
    Envelope one = saved(outbox.add(receipt(5, "SN-1"), ANA));
    assertEquals(15, received(receipts, early));
    assertEquals(
        Optional.of(clock.instant()),
        receipts.received(new Sku("S-1"), new SerialNumber("SN-1")).map(EarlierReceipt::moment));
    clock.advance(Duration.ofSeconds(1));
    outbox.settle(List.of(new Answer.Accepted(one.id(), List.of())));
    assertEquals(15, received(receipts, early));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(10, received(receipts, order()));
    Envelope two = saved(outbox.add(receipt(7, "SN-2"), ANA));
    Envelope undo = saved(outbox.add(new UndoCommand(two.id()), ANA));
    assertEquals(15, received(receipts, early));
    outbox.settle(
        List.of(new Answer.Refused(undo.id(), new Refusal.NothingToUndo(two.id()), "No.")));
    assertEquals(22, received(receipts, early));
    OwnReceipts again = new OwnReceipts(outbox, clock);
    assertEquals(22, received(again, early));
  }

  private static long received(OwnReceipts receipts, OpenOrder order) {
    return receipts.brought(order).lines().getFirst().received();
  }

  private static ReceiveGoods receipt(long units, String serial) {
    return new ReceiveGoods(
        NORTH,
        new Sku("S-1"),
        new Quantity(units),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new SerialNumber(serial)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Reference("PO-1")),
        Optional.empty());
  }
}
