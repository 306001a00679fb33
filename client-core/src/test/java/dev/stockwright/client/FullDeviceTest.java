package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A handheld whose storage is full in the middle of a shift.
class FullDeviceTest {
  private static final List<String> MOVE = List.of("A-01", "5901", "B-02");
  private static final int SCANS_MAX = 3_000;

  private final ManualClock clock = new ManualClock();
  private final AtomicReference<Shift.View> seen = new AtomicReference<>(Shift.View.NONE);

  @Test
  void aFullDiskIsSaidBeforeTheBeepAndTheStepStays(@TempDir Path folder) {
    try (ClientCore core =
        ClientCore.open(
            new ClientSettings(
                folder.resolve("device.db"),
                new DeviceId("TC-07"),
                URI.create("http://127.0.0.1:1"),
                ZoneOffset.UTC,
                clock),
            scan -> new Identified.PlainCode(scan.raw().text()))) {
      Shift shift = signedIn(core);
      shift.give(new Input.Point("MOVE"));
      pragma(core, "max_page_count = 1"); // SQLite takes the present size: not a page more
      int scans = 0;
      Turn last = scan(shift, scans);
      while (last.signal() != Signal.SYSTEM && scans < SCANS_MAX) {
        last = scan(shift, ++scans);
      }
      assertEquals("Nothing was recorded.", said(core, last));
      int moves = scans / MOVE.size();
      assertEquals(moves, core.syncStatus().unsent(), "what has beeped and no more");
      assertEquals(Signal.SYSTEM, scan(shift, scans).signal(), "it stays so");
      assertEquals(moves, core.syncStatus().unsent());

      pragma(core, "max_page_count = 100000");
      assertTrue(scan(shift, scans).signal() != Signal.SYSTEM, "the same scan, at the same step");
      while (++scans % MOVE.size() != 0) {
        assertTrue(scan(shift, scans).signal() != Signal.REJECT);
      }
      assertEquals(moves + 1, core.syncStatus().unsent());
    }
  }

  private Turn scan(Shift shift, int number) {
    return shift.scan(Samples.scan(MOVE.get(number % MOVE.size())));
  }

  private static String said(ClientCore core, Turn turn) {
    return core.wording().say(turn.said().headline());
  }

  private static void pragma(ClientCore core, String pragma) {
    boolean done =
        core.store()
            .write(
                connection -> {
                  try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA " + pragma);
                    return true;
                  }
                });
    assertTrue(done);
  }

  private Shift signedIn(ClientCore core) {
    SignedIn ana =
        new SignedIn(
            new Operator("ana"),
            "Ana",
            "worker",
            List.of(Samples.NORTH),
            clock.instant().plus(Duration.ofHours(8)));
    core.people().remember("SW-ANA", "123456", ana);
    Product hammer = new Product(new Sku("HM-1"), "Hammer", "each", false, false);
    core.catalogue()
        .putProducts(
            1,
            List.of(
                new CodedProduct(
                    hammer, List.of(new CodedProduct.Barcode("5901", PackLevel.EACH)))));
    core.catalogue().putPlaces(1, Samples.NORTH, List.of(place("A-01"), place("B-02")));
    Shift shift = core.shift(Optional.of(Samples.NORTH), Duration.ofHours(1), seen::set);
    Turn badge = shift.scan(Samples.scan("SW-ANA"));
    assertEquals(Signal.ACCEPT, badge.signal());
    for (String digit : List.of("1", "2", "3", "4", "5", "6")) {
      shift.give(new Input.Typed(digit));
    }
    assertEquals(Optional.of("Ana"), Objects.requireNonNull(seen.get()).person());
    return shift;
  }

  private static Place place(String code) {
    return new Place(new LocationCode(code), "A", "bin");
  }
}
