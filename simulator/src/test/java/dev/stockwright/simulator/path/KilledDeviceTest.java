package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChildJvm;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.ScanClientMain;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 of a device right after it has told the worker that a scan is safe.
class KilledDeviceTest {
  private static final int PRODUCTS = 40;
  private static final int PER_ROUND = 30;

  private int scans;

  @Test
  void everyAcceptedScanReachesTheServerOnce(@TempDir Path folder) throws SQLException {
    check(folder, 10);
  }

  @Test
  @Tag("thorough")
  void everyAcceptedScanOfAHundredRoundsReachesTheServerOnce(@TempDir Path folder)
      throws SQLException {
    check(folder, 100);
  }

  private void check(Path folder, int rounds) throws SQLException {
    SplittableRandom random = new SplittableRandom(5);
    Set<CommandId> accepted = Collections.synchronizedSet(new HashSet<>());
    try (ServerHere server = ServerHere.start(folder, CodedSite.of(PRODUCTS))) {
      for (int round = 0; round < rounds; round++) {
        killAfter(1 + random.nextInt(PER_ROUND - 5), folder, server, accepted);
      }
      try (ChildJvm last = start(folder, server)) {
        last.tell(ScanClientMain.DRAINED);
        last.await(ScanClientMain.DRAINED);
      }
      try (Books books = new Books(server.place())) {
        assertTrue(accepted.size() > rounds * 3, () -> "only " + accepted.size() + " scans");
        assertEquals(accepted.size(), books.movedOnce(accepted), "lost or doubled");
        long all = books.onHand("NORTH");
        assertTrue(all <= scans, all + " pieces of " + scans + " scans");
        assertEquals(
            all, books.number("SELECT count(DISTINCT command_id) FROM movement"), "doubled");
        assertEquals(List.of(), books.findings());
      }
    }
  }

  /// Gives scans and kills when `many` were accepted; what is printed until then counts.
  private void killAfter(int many, Path folder, ServerHere server, Set<CommandId> accepted) {
    ChildJvm device = start(folder, server);
    int before = accepted.size();
    Thread listener =
        device.listen(
            line -> {
              if (line.startsWith(ScanClientMain.ACCEPTED)) {
                accepted.add(CommandId.of(line.substring(ScanClientMain.ACCEPTED.length())));
              }
            });
    for (int i = 0; i < PER_ROUND; i++) {
      device.tell("]E0" + CodedSite.ean(scans++ % PRODUCTS));
    }
    Waiting.until(
        () -> "scan " + many + " of a round",
        Duration.ofSeconds(30),
        () -> accepted.size() >= before + many);
    device.kill();
    try {
      listener.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ChildJvm start(Path folder, ServerHere server) {
    ChildJvm device =
        ChildJvm.start(
            new ChildJvm.Call(
                ScanClientMain.class,
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                List.of(
                    folder.resolve("device.db").toString(),
                    "floor-1",
                    server.url().toString(),
                    "NORTH")),
            folder.resolve("device.log"));
    device.tell(server.who().user() + " " + server.who().password());
    device.await(ScanClientMain.READY);
    return device;
  }
}
