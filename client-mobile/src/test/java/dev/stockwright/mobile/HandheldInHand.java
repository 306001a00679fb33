package dev.stockwright.mobile;

import com.sun.net.httpserver.HttpServer;
import dev.stockwright.client.ClientSettings;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The whole handheld in a headless window, in a dead spot: somebody signed in at a door server
/// that
/// knows anybody, which is gone since. The simulator's tests show it beside the real server.
public final class HandheldInHand implements AutoCloseable {
  public static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final DeviceId GUN = new DeviceId("gun");
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  public final HandheldApp app;
  public final Headless window;
  public final List<Signal> heard = new CopyOnWriteArrayList<>();
  public final List<Long> heardAt = new CopyOnWriteArrayList<>();
  public final List<String> ticks = new CopyOnWriteArrayList<>();
  private final LateClock clock;
  private Instant read = Instant.EPOCH;

  private HandheldInHand(HandheldApp app, Headless window, LateClock clock) {
    this.app = app;
    this.window = window;
    this.clock = clock;
  }

  /// The time of day, and what was added to it.
  private static final class LateClock implements InstantSource {
    private volatile Duration late = Duration.ZERO;

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(late);
    }
  }

  private static final class Heard implements Sounds {
    private @Nullable HandheldInHand hand; // Absent while the app is made.

    @Override
    public void play(Signal signal) {
      if (hand != null) {
        hand.heardAt.add(System.nanoTime());
        hand.heard.add(signal);
      }
    }

    @Override
    public void tick() {
      if (hand != null) {
        hand.ticks.add("tick");
      }
    }
  }

  /// @param products how many there are: `HM-0`, `HM-1` and so on, with their SKU as barcode
  public static HandheldInHand open(Path folder, int products, double width, double height) {
    return open(folder, products, "worker", width, height);
  }

  /// @param role of who signed in
  /// @param size width and height
  static HandheldInHand open(Path folder, int products, String role, double... size) {
    HttpServer door = door(role);
    URI address = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    Heard heard = new Heard();
    LateClock clock = new LateClock();
    HandheldApp app =
        Headless.call(
            () ->
                new HandheldApp(
                    new ClientSettings(
                        folder.resolve("device.db"),
                        new DeviceId("TC-07"),
                        address,
                        ZoneOffset.UTC,
                        clock,
                        Language.ENGLISH),
                    Optional.empty(),
                    Duration.ofMinutes(5),
                    new HandheldApp.Senses(heard, signal -> {})));
    Headless window = Headless.show(app::scene, size[0], size[1]);
    HandheldInHand hand = new HandheldInHand(app, window, clock);
    heard.hand = hand;
    hand.fill(products);
    hand.scan("SW-ANA");
    hand.await("the PIN", () -> hand.instruction().equals("Type your PIN"));
    Headless.run(() -> hand.app.view().digit('1'));
    Headless.run(
        () -> {
          for (char digit : "23456".toCharArray()) {
            hand.app.view().digit(digit);
          }
        });
    hand.await("all digits", () -> hand.digits() == 6);
    Headless.run(hand.app.view()::primary);
    hand.await("home", () -> hand.instruction().equals("Scan anything"));
    door.stop(0);
    return hand;
  }

  private static HttpServer door(String role) {
    try {
      HttpServer door =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] session =
          """
          {"token":"t","user":"ana","name":"Ana","role":"%s","warehouses":["NORTH"],
           "expires_at":"2099-01-01T00:00:00Z"}\
          """
              .formatted(role)
              .getBytes(StandardCharsets.UTF_8);
      door.createContext(
          "/api/v1/sessions",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, session.length);
            exchange.getResponseBody().write(session);
            exchange.close();
          });
      door.start();
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(int products) {
    var catalogue = app.client().catalogue();
    for (int from = 0; from < products; from += 5_000) {
      catalogue.putProducts(
          1,
          IntStream.range(from, Math.min(products, from + 5_000))
              .mapToObj(HandheldInHand::product)
              .toList());
    }
    catalogue.putPlaces(1, NORTH, List.of(place("A-01", "bin"), place("B-02", "bin")));
  }

  private static CodedProduct product(int i) {
    Product product = new Product(new Sku("HM-" + i), "Hammer " + i, "each", false, false);
    return new CodedProduct(
        product, List.of(new CodedProduct.Barcode("59" + (100_000 + i), PackLevel.EACH)));
  }

  private static Place place(String code, String kind) {
    return new Place(new LocationCode(code), "A", kind);
  }

  /// A scanner of its own line reads a code; nobody scans again quicker than a trigger bounces.
  public void scan(String code) {
    later(ScanQueue.BOUNCE);
    read = clock.instant();
    bounce(code);
  }

  /// The trigger bounces: the code is read once more in the moment of the last scan.
  void bounce(String code) {
    app.scanned(Scan.ofText(code, GUN, read));
  }

  /// So much time passes at once.
  public void later(Duration duration) {
    clock.late = clock.late.plus(duration);
  }

  /// What the screen asks for now.
  public String instruction() {
    return Headless.call(
        () -> app.client().wording().say(app.seen().card().prompt().instruction()));
  }

  private long digits() {
    return Headless.call(
        () -> app.seen().card().progress().map(progress -> progress.done()).orElse(0L));
  }

  public void await(String what, BooleanSupplier true_) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!true_.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not come; the screen says: " + instruction());
      }
      window.settle();
    }
  }

  @Override
  public void close() {
    window.close();
    app.close();
  }
}
