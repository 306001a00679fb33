package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device with the products of a large house.
class ManyProductsTest {
  private static final int PAGE = 500;
  private static final int LOOKUPS = 1_000;

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  @Test
  void twentyThousandProductsAreLookedUpInFiveMilliseconds() throws IOException {
    measure(20_000);
  }

  @Test
  @Tag("thorough")
  void twoHundredThousandProductsAreLookedUpInFiveMilliseconds() throws IOException {
    measure(200_000);
  }

  private void measure(int products) throws IOException {
    Path file = folder.resolve("device.db");
    long begun = System.nanoTime();
    try (DeviceStore store = DeviceStore.open(file, clock).store()) {
      Catalogue catalogue = new Catalogue(store);
      long mark = catalogue.newMark();
      for (int page = 0; page < products; page += PAGE) {
        List<CodedProduct> some = new ArrayList<>();
        for (int i = page; i < page + PAGE; i++) {
          some.add(product(i));
        }
        catalogue.putProducts(mark, some);
      }
      catalogue.endProducts(mark);
    }
    Duration filled = Duration.ofNanos(System.nanoTime() - begun);
    // Opened anew, so that nothing is in the connection's own memory.
    try (DeviceStore store = DeviceStore.open(file, clock).store()) {
      Catalogue catalogue = new Catalogue(store);
      SplittableRandom random = new SplittableRandom(5);
      List<Long> nanos = new ArrayList<>();
      for (int i = 0; i < LOOKUPS; i++) {
        int wanted = random.nextInt(products);
        long start = System.nanoTime();
        var found = catalogue.byBarcode("case-" + wanted);
        nanos.add(System.nanoTime() - start);
        assertEquals("S-" + wanted, found.getFirst().product().sku().code());
      }
      nanos.sort(null);
      long late = nanos.get(LOOKUPS * 99 / 100);
      System.out.printf(
          "%d products: filled in %d ms, %d KiB, barcode look-up median %d us, p99 %d us%n",
          products,
          filled.toMillis(),
          Files.size(file) / 1_024,
          nanos.get(LOOKUPS / 2) / 1_000,
          late / 1_000);
      assertTrue(late <= 5_000_000, "p99 " + late + " ns");
    }
  }

  private static CodedProduct product(int i) {
    Product product =
        new Product(
            new Sku("S-" + i),
            "Product number " + i,
            "each",
            "C" + i % 20,
            true,
            false,
            true,
            true);
    return new CodedProduct(
        product,
        List.of(
            new CodedProduct.Barcode("each-" + i, PackLevel.EACH),
            new CodedProduct.Barcode("case-" + i, new PackLevel("case", 24))));
  }
}
