package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.PairedServer;
import dev.stockwright.client.Pairing;
import dev.stockwright.client.sync.PairingLink.Claimed;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first start of a handheld, in a headless window.
class PairingScreenTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final URI SERVER = URI.create("https://stock.example:8443");

  private final List<Signal> heard = new CopyOnWriteArrayList<>();
  private final List<PairedServer> done = new CopyOnWriteArrayList<>();

  private final class Heard implements Sounds {
    @Override
    public void play(Signal signal) {
      heard.add(signal);
    }

    @Override
    public void tick() {
      throw new AssertionError("nothing ticks here");
    }
  }

  private static Scan scan(String text) {
    return Scan.ofText(text, new DeviceId("gun"), CLOCK.instant());
  }

  @Test
  @DisplayName("A refused code is heard; a good one leads on to the work with its server")
  void aGoodCodeLeadsOn(@TempDir Path folder) {
    WarehouseCode north = new WarehouseCode("NORTH");
    String used = "u".repeat(43);
    Pairing pairing =
        new Pairing(
            new Pairing.Parts(
                folder,
                new DeviceId("TC-07"),
                Optional.empty(),
                CLOCK,
                code ->
                    code.token().equals(used)
                        ? new Claimed.Refused("pairing_used")
                        : new Claimed.Paired(north, CLOCK.instant())));
    PairingScreen.Parts parts =
        new PairingScreen.Parts(
            new Wording(Language.ENGLISH, ZoneOffset.UTC, CLOCK),
            CLOCK,
            new HandheldApp.Senses(new Heard(), signal -> {}),
            done::add);
    PairingScreen screen = Headless.call(() -> new PairingScreen(pairing, parts));
    Headless window = Headless.show(screen::scene, 320, 533);
    try {
      screen.scanned(scan(text(used)));
      await(window, () -> heard.equals(List.of(Signal.REJECT)));
      screen.scanned(scan(text("k".repeat(43))));
      await(window, () -> !done.isEmpty());
      assertEquals(List.of(Signal.REJECT, Signal.DONE), heard);
      assertEquals(List.of(new PairedServer(SERVER, north, Optional.empty())), done);
    } finally {
      window.close();
      screen.close();
    }
  }

  private static String text(String token) {
    return new PairingCode(
            SERVER.toString(), token, CLOCK.instant().plusSeconds(600), Optional.empty())
        .text();
  }

  private static void await(Headless window, java.util.function.BooleanSupplier until) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!until.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      window.settle();
    }
  }
}
