package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.look.FeedbackBand;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.Percentiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the bytes at a scanner's port to the band on the screen: the whole floor app, a real
/// pseudo-terminal, a warehouse of some size. The clock stops after the pulse that has styled and
/// laid out what the band says.
class ScanToFeedbackTest {
  private static final double BAR_MILLIS = 100;

  /// The bar is for a machine that does nothing else; a build machine does.
  private static final double BUSY = 4;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final Percentiles heardToBand = new Percentiles();

  @BeforeAll
  static void socatIsHere() {
    assumeTrue(
        SerialGun.possible(),
        "socat is not installed, and without it there is no serial line to test with");
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void aScanIsOnTheScreenAtOnce() throws IOException {
    Percentiles times = measure(60, false);
    assertTrue(times.millis(95) <= BAR_MILLIS * BUSY, times::toString);
  }

  @Test
  @Tag("thorough")
  void twoHundredScansWhileTheWarehouseMovesKeepTheBar() throws IOException {
    Percentiles times = measure(200, true);
    assertTrue(times.millis(95) <= BAR_MILLIS, times::toString);
  }

  private Percentiles measure(int scans, boolean moving) throws IOException {
    BusySite site = new BusySite(500);
    SmallServer server = site.serve();
    open.add(server);
    SerialGun gun = SerialGun.in(folder);
    open.add(gun);
    FloorApp app = app(server, gun);
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    Eye eye = new Eye(window);
    site.snapshot(app.client().desk().orElseThrow().stock());
    Random pauses = new Random(20261120);
    Percentiles times = new Percentiles();
    List<Integer> scanned = new ArrayList<>();
    for (int i = 0; i < scans + 20; i++) {
      int product = i % 100;
      scanned.add(product);
      long sent = System.nanoTime();
      gun.scan(BusySite.ean(product));
      long seen = eye.sees(BusySite.name(product));
      if (i >= 20) {
        times.add(seen - sent);
      } else if (i == 0) {
        System.out.printf("the first scan after the start: %.1f ms%n", (seen - sent) / 1e6);
      }
      if (moving) {
        site.move(app.client().desk().orElseThrow().stock(), i % 500, 200 + i);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20 + pauses.nextInt(120)));
    }
    System.out.printf("bytes to band on the screen%s: %s%n", moving ? ", moving" : "", times);
    System.out.printf("of which scanner to band changed: %s%n", heardToBand);
    await(() -> app.client().syncStatus().unsent() == 0);
    long booked =
        server.commands().stream().mapToLong(c -> c.split("\"receive", -1).length - 1).sum();
    assertEquals(scanned.size(), booked, "each once");
    return times;
  }

  /// Looks at the band after each pulse.
  private static final class Eye {
    private volatile Optional<Seen> last = Optional.empty();

    private record Seen(String words, long nanos) {}

    Eye(Headless window) {
      FeedbackBand band = window.find("feedback", FeedbackBand.class);
      Headless.run(
          () ->
              window
                  .scene()
                  .addPostLayoutPulseListener(
                      () -> {
                        String words = String.valueOf(band.getAccessibleText());
                        if (last.filter(seen -> seen.words().equals(words)).isEmpty()) {
                          last = Optional.of(new Seen(words, System.nanoTime()));
                        }
                      }));
    }

    /// When the band with these words was laid out.
    long sees(String words) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (System.nanoTime() < end) {
        Optional<Seen> now = last;
        if (now.isPresent() && now.get().words().contains(words)) {
          return now.get().nanos();
        }
        LockSupport.parkNanos(200_000);
      }
      throw new AssertionError("not seen: " + words + " but " + last);
    }
  }

  private FloorApp app(SmallServer server, SerialGun gun) throws IOException {
    Headless.run(() -> {});
    FloorOptions plain =
        FloorOptions.of(server.address(), Files.createDirectories(folder.resolve("desk")));
    FloorApp app =
        FloorApp.open(
            new FloorOptions(
                plain.server(),
                plain.folder(),
                plain.device(),
                List.of(gun.device()),
                plain.baud(),
                true,
                plain.signInFile(),
                plain.warehouse()),
            List.of(),
            (_, nanos) -> heardToBand.add(nanos));
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() > 10);
    await(() -> app.shell().status().stream().anyMatch(c -> c.words().equals("Scanner 1 ready")));
    Headless.run(() -> app.shell().section().set(Section.RECEIVE));
    return app;
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
