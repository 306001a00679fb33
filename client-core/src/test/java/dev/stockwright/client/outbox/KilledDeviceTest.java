package dev.stockwright.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.Samples;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Envelope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The app is killed (SIGKILL) at random points while it scans. Whatever was beeped must be in the
/// file afterwards.
class KilledDeviceTest {
  private static final int ROUNDS = 20;

  @TempDir private Path folder;

  /// One life of the app: returns what it beeped.
  private List<Long> live(Path file, String mode, Random random)
      throws IOException, InterruptedException {
    Process app =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AddingChild.class.getName(),
                file.toString(),
                mode)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Long> beeps = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(app.getInputStream(), StandardCharsets.US_ASCII))) {
      int last = 1 + random.nextInt(150); // killed while the next ones are under way
      String line = out.readLine();
      while (line != null) {
        beeps.add(Long.parseLong(line));
        if (beeps.size() == last) {
          TimeUnit.NANOSECONDS.sleep(random.nextInt(2_000_000)); // anywhere inside an add
          assertTrue(app.toHandle().destroyForcibly()); // SIGKILL; its last words can still be read
        }
        line = out.readLine();
      }
    } finally {
      app.destroyForcibly(); // a red round leaves no app that writes for ever
    }
    assertTrue(app.waitFor(20, TimeUnit.SECONDS));
    assertFalse(beeps.isEmpty(), "the app did not start");
    return beeps;
  }

  private static Set<Long> kept(Path file) {
    DeviceStore.Opened opened = DeviceStore.open(file, InstantSource.system());
    try (DeviceStore store = opened.store()) {
      assertTrue(opened.quarantined().isEmpty(), "the file was damaged");
      Outbox outbox = new JournalOutbox(store, Samples.DESK, InstantSource.system(), new Random());
      return outbox.pending(Integer.MAX_VALUE).stream()
          .map(Envelope::sequence)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void nothingThatWasBeepedIsLostWhenTheAppIsKilled() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path file = folder.resolve("device.db");
    Set<Long> beeped = new TreeSet<>();
    for (int round = 1; round <= ROUNDS; round++) {
      beeped.addAll(live(file, "late", random));
      Set<Long> kept = kept(file);
      Set<Long> lost = new TreeSet<>(beeped);
      lost.removeAll(kept);
      assertEquals(Set.of(), lost, "lost in round " + round + ", seed " + seed);
      Set<Long> all = LongStream.rangeClosed(1, kept.size()).boxed().collect(Collectors.toSet());
      assertEquals(all, kept, "numbers without a gap, seed " + seed);
    }
    System.out.printf(
        "outbox: killed %d times, %d beeped, %d kept, 0 lost%n",
        ROUNDS, beeped.size(), kept(file).size());
  }

  @Test
  void aBeepBeforeTheCommitIsCaughtByThisTest() throws Exception {
    Random random = new Random(7);
    Path file = folder.resolve("device.db");
    int caught = 0;
    int round = 0;
    while (caught == 0 && round < ROUNDS) {
      round++;
      Set<Long> lost = new TreeSet<>(live(file, "early", random));
      lost.removeAll(kept(file));
      caught += lost.size();
    }
    assertTrue(caught > 0, "the control was not caught in " + round + " rounds");
  }
}
