package dev.stockwright.mobile.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.rfid.Pass;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The handheld's reader against an LLRP reader that is simulated on the wire.
class LlrpTagsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);
  private final LlrpTags tags =
      new LlrpTags(
          ReaderSettings.of(new DeviceId("reader-1"), "127.0.0.1", simulated.port()),
          InstantSource.system());

  @AfterEach
  void switchOff() {
    tags.close();
    simulated.close();
  }

  private static String epc(int serial) {
    return String.format(Locale.ROOT, "3074257bf7194e40%08x", serial);
  }

  private void begin() throws InterruptedException {
    tags.begin();
    // The connection of the pass before may still be there: this pass must have its own first.
    await(() -> tags.pass().state() == Pass.State.READING);
    assertTrue(simulated.awaitReading(PATIENCE), "the reader was never asked to read");
  }

  private static void await(BooleanSupplier until) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!until.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      TimeUnit.MILLISECONDS.sleep(10); // another process' socket
    }
  }

  @Test
  @DisplayName("H34 500 tags read 20 times each are 500, each told once")
  void aTagIsToldOnce() throws InterruptedException {
    begin();
    List<HeardTag> told = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 500; i++) {
        assertTrue(simulated.hear(1, epc(i), -60));
      }
      told.addAll(tags.news());
    }
    await(
        () -> {
          told.addAll(tags.news());
          return told.size() >= 500 && tags.pass().tags() == 500;
        });
    Set<String> different = new HashSet<>();
    told.forEach(tag -> different.add(tag.epc()));
    assertEquals(500, told.size());
    assertEquals(500, different.size());
    assertEquals(List.of(), tags.news());
  }

  @Test
  void aFaintTagIsWeakUntilItIsHeardBetter() throws InterruptedException {
    begin();
    for (int i = 0; i < 9; i++) {
      simulated.hear(1, epc(i), -55);
    }
    simulated.hear(1, epc(9), -75);
    await(() -> tags.pass().tags() == 10);
    List<HeardTag> told = tags.news();
    assertEquals(List.of(epc(9)), told.stream().filter(HeardTag::weak).map(HeardTag::epc).toList());
    simulated.hear(1, epc(9), -57);
    List<HeardTag> better = new ArrayList<>();
    await(() -> better.addAll(tags.news()));
    assertEquals(List.of(new HeardTag(epc(9), -57, false)), better);
  }

  @Test
  void aPassForgetsTheOneBefore() throws InterruptedException {
    begin();
    simulated.hear(1, epc(1), -55);
    await(() -> tags.pass().tags() == 1);
    tags.end();
    assertEquals(List.of(), tags.news());
    begin();
    assertEquals(0, tags.pass().tags());
    simulated.hear(1, epc(1), -55);
    await(() -> tags.pass().tags() == 1);
    assertEquals(1, tags.news().size());
    assertEquals(List.of(epc(1)), tags.now().stream().map(HeardTag::epc).toList());
  }

  @Test
  void aLostReaderIsSaidAndComesBack() throws InterruptedException {
    begin();
    simulated.hear(1, epc(1), -55);
    await(() -> tags.news().size() == 1);
    simulated.switchOff();
    await(() -> tags.pass().state() == Pass.State.LOST);
    simulated.switchOn();
    await(() -> tags.pass().state() == Pass.State.READING);
    assertTrue(simulated.awaitReading(PATIENCE));
    simulated.hear(1, epc(1), -55);
    simulated.hear(1, epc(2), -55);
    await(() -> tags.pass().tags() == 2);
    assertEquals(List.of(epc(2)), tags.news().stream().map(HeardTag::epc).toList());
  }
}
