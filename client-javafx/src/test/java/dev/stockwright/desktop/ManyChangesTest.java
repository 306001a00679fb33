package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Stocks;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScope;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.harness.Percentiles;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred changes a second, each a frame of its own, into an open stock table of ten thousand
/// products with a product open beside it: the JavaFX thread must stay free for scans and keys.
class ManyChangesTest {
  private static final int PRODUCTS = 10_000;
  private static final int A_SECOND = 100;
  private static final int SECONDS = 6;

  /// Longest that the thread may be kept, for a machine that does nothing else.
  private static final double BAR_MILLIS = 100;

  /// A build machine does other things too.
  private static final double BUSY = 3;

  private static final WarehouseCode WEST = new WarehouseCode("WEST");

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @DisplayName("D18 A hundred changes a second do not hold the screen, on a busy machine")
  void aHundredChangesASecondLeaveTheScreenFree() throws IOException {
    watch(99, BAR_MILLIS * BUSY);
  }

  @Test
  @DisplayName("D18 Nor do they among the stock of two warehouses, on a busy machine")
  void aHundredChangesASecondOfAllWarehousesLeaveTheScreenFree() throws IOException {
    watchAll(95, BAR_MILLIS * BUSY, 2);
  }

  @Test
  @Tag("thorough")
  @DisplayName("D18 Nor do they among the stock of two warehouses")
  void aHundredChangesASecondOfAllWarehousesNeverHoldTheScreen() throws IOException {
    watchAll(100, BAR_MILLIS, SECONDS);
  }

  @Test
  @Tag("thorough")
  @DisplayName("D18 A hundred changes a second never hold the screen for 100 ms")
  void aHundredChangesASecondNeverHoldTheScreen() throws IOException {
    watch(100, BAR_MILLIS);
  }

  /// @param percent of all trips and pulses that must take at most `millis`
  private void watch(int percent, double millis) throws IOException {
    BusySite site = new BusySite(PRODUCTS);
    FloorApp app = working(site);
    StockReplica replica = app.client().desk().orElseThrow().stock();
    site.snapshot(replica);
    showStock(app);
    measure(app, percent, millis, SECONDS, changes -> play(site, replica, changes));
  }

  /// Every second change is of the other warehouse.
  private void watchAll(int percent, double millis, int seconds) throws IOException {
    BusySite east = new BusySite(PRODUCTS / 2);
    BusySite west = new BusySite(PRODUCTS / 2, WEST);
    FloorApp app = working(east, west);
    Stocks both = app.client().desk().orElseThrow().stocks(List.of(BusySite.EAST, WEST));
    east.snapshot(both.all().getFirst());
    west.snapshot(both.all().getLast());
    Headless.run(() -> app.stock().look(StockScope.ALL));
    showStock(app);
    assertEquals(BusySite.sku(1), row(app, 3).orElseThrow().sku());
    assertEquals(WEST, row(app, 3).orElseThrow().warehouse());
    measure(
        app,
        percent,
        millis,
        seconds,
        changes ->
            play(
                changes,
                i -> {
                  int product = i == changes - 1 ? 1 : i % 4 < 2 ? i / 4 % 6 : i * 37 % 5_000;
                  int where = i == changes - 1 ? 1 : i % 2;
                  (where == 0 ? east : west).move(both.all().get(where), product, 1_000 + i);
                }));
  }

  private void showStock(FloorApp app) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    Headless.run(() -> app.shell().section().set(Section.STOCK));
    await(() -> app.stock().rows().size() == PRODUCTS && row(app, 3).isPresent());
  }

  private void measure(FloorApp app, int percent, double millis, int lasting, IntConsumer played) {
    Headless.run(() -> app.stock().choose(row(app, 3).orElseThrow()));
    played.accept(A_SECOND); // a second to get warm
    Percentiles trips = new Percentiles();
    Percentiles pulses = new Percentiles();
    AutoCloseable timer = pulses(pulses);
    AtomicBoolean done = new AtomicBoolean();
    Thread asker = roundTrips(trips, done);
    long began = System.nanoTime();
    played.accept(A_SECOND * lasting);
    double seconds = (System.nanoTime() - began) / 1e9;
    await(() -> row(app, 3).filter(r -> r.onHand() == 1_000 + A_SECOND * lasting - 1).isPresent());
    done.set(true);
    join(asker);
    closed(timer);
    System.out.printf(
        "%d changes in %.1f s; runLater round trip: %s; gap between pulses: %s%n",
        A_SECOND * lasting, seconds, trips, pulses);
    assertTrue(trips.millis(percent) <= millis, trips::toString);
    assertTrue(pulses.millis(percent) <= millis, pulses::toString);
    assertEquals(PRODUCTS, Headless.call(() -> app.stock().rows().size()));
  }

  /// Half of the changes are of rows in sight, the last one of the open product.
  private static void play(BusySite site, StockReplica replica, int changes) {
    play(
        changes,
        i -> {
          int product = i == changes - 1 ? 3 : i % 2 == 0 ? i / 2 % 12 : i * 37 % PRODUCTS;
          site.move(replica, product, 1_000 + i);
        });
  }

  private static void play(int changes, IntConsumer change) {
    long began = System.nanoTime();
    for (int i = 0; i < changes; i++) {
      change.accept(i);
      long next = began + TimeUnit.SECONDS.toNanos(i + 1) / A_SECOND;
      while (System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
  }

  private static Thread roundTrips(Percentiles trips, AtomicBoolean done) {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!done.get()) {
                long asked = System.nanoTime();
                AtomicBoolean back = new AtomicBoolean();
                Thread me = Thread.currentThread();
                Platform.runLater(
                    () -> {
                      back.set(true);
                      LockSupport.unpark(me);
                    });
                while (!back.get()) {
                  LockSupport.parkNanos(1_000_000);
                }
                trips.add(System.nanoTime() - asked);
                LockSupport.parkNanos(3_000_000);
              }
            });
  }

  private static AutoCloseable pulses(Percentiles gaps) {
    AnimationTimer timer =
        new AnimationTimer() {
          private long before;

          @Override
          public void handle(long now) {
            long real = System.nanoTime();
            if (before != 0) {
              gaps.add(real - before);
            }
            before = real;
          }
        };
    Headless.run(timer::start);
    return () -> Headless.run(timer::stop);
  }

  private static void closed(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<StockRow> row(FloorApp app, int index) {
    return app.stock().rows().get(index).value().get();
  }

  private FloorApp working(BusySite site, BusySite... others) throws IOException {
    SmallServer server = site.serve();
    open.add(server);
    if (others.length > 0) {
      server.letInto("EAST", "WEST");
      BusySite.serveAll(server, List.of(site, others[0]));
    }
    Headless.run(() -> {});
    FloorApp app =
        FloorApp.open(FloorOptions.of(server.address(), folder), List.of(), FeedbackProbe.NONE);
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get());
    return app;
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
