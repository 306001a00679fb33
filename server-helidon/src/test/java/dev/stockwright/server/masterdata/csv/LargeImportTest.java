package dev.stockwright.server.masterdata.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// 100 000 products looked at, applied, taken out and looked at again, while the desk works: how
/// long it takes and how much memory is held. Prints its figures.
@Tag("thorough")
class LargeImportTest {
  private static final int PRODUCTS = 100_000;
  private static final long HEAP_MAX = 128L * 1024 * 1024;
  private static final Principal ROOT =
      new Principal(
          1,
          new Operator("root"),
          "Root",
          Role.ADMIN,
          Set.of(TestSite.W1, TestSite.W2),
          Principal.NO_DEVICE);

  @Test
  void aHundredThousandProductsComeInWithinAMinute() throws Exception {
    try (TestSite site = new TestSite((warehouse, epoch, events) -> {})) {
      Imports imports = new Imports(site.database);
      AtomicBoolean over = new AtomicBoolean();
      AtomicLong slowest = new AtomicLong();
      AtomicLong peak = new AtomicLong();
      Thread desk = Thread.ofPlatform().start(() -> work(site, over, slowest));
      long before = held();
      Thread watch = Thread.ofPlatform().start(() -> watch(over, before, peak));
      long start = System.nanoTime();
      ImportItem looked = imports.preview(Sheet.PRODUCTS, new Lines(), ROOT);
      final long previewed = System.nanoTime();
      assertEquals(PRODUCTS, looked.creates());
      ImportItem applied = imports.apply(UUID.fromString(looked.id()), false, ROOT);
      final long done = System.nanoTime();
      assertEquals(PRODUCTS, applied.created().orElseThrow());
      ImportItem again = imports.preview(Sheet.PRODUCTS, new Lines(), ROOT);
      final long looking = System.nanoTime();
      assertEquals(PRODUCTS, again.sames());
      AtomicLong bytes = new AtomicLong();
      new Exports(site.database)
          .write(
              Sheet.PRODUCTS,
              List.of(),
              new OutputStream() {
                @Override
                public void write(int one) {
                  bytes.incrementAndGet();
                }

                @Override
                public void write(byte[] some, int offset, int length) {
                  bytes.addAndGet(length);
                }
              });
      long exported = System.nanoTime();
      over.set(true);
      desk.join();
      watch.join();
      System.out.printf(
          "import of %d products: preview %d ms, apply %d ms, the same again %d ms,"
              + " export %d ms of %d KiB; heap held at most %d MiB more; slowest command at the"
              + " desk meanwhile %d ms%n",
          PRODUCTS,
          (previewed - start) / 1_000_000,
          (done - previewed) / 1_000_000,
          (looking - done) / 1_000_000,
          (exported - looking) / 1_000_000,
          bytes.get() / 1024,
          peak.get() / 1024 / 1024,
          slowest.get() / 1_000_000);
      assertTrue(Duration.ofNanos(done - start).toSeconds() < 60, "took too long");
      assertTrue(peak.get() < HEAP_MAX, "held " + peak.get());
    }
  }

  private static void work(TestSite site, AtomicBoolean over, AtomicLong slowest) {
    while (!over.get()) {
      long start = System.nanoTime();
      site.ask(TestSite.receive(TestSite.S1, 1));
      slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }
  }

  /// What lives after a collection, every now and then.
  private static void watch(AtomicBoolean over, long before, AtomicLong peak) {
    while (!over.get()) {
      peak.accumulateAndGet(held() - before, Math::max);
      LockSupport.parkNanos(2_000_000_000);
    }
  }

  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// The file, made as it is read, so that it is nowhere whole.
  private static final class Lines extends InputStream {
    private byte[] line =
        "sku,name,unit,category,unit_cost,unit_grams,count_class,handling\n"
            .getBytes(StandardCharsets.US_ASCII);
    private int at;
    private int next;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == line.length) {
        if (next == PRODUCTS) {
          return -1;
        }
        line =
            "P-%06d,\"Product %d, as it is named in the catalogue\",piece,group-%d,%d,%d,B,fragile\n"
                .formatted(next, next, next % 50, next % 9_000, next % 4_000)
                .getBytes(StandardCharsets.US_ASCII);
        at = 0;
        next++;
      }
      int some = Math.min(length, line.length - at);
      System.arraycopy(line, at, buffer, offset, some);
      at += some;
      return some;
    }
  }
}
