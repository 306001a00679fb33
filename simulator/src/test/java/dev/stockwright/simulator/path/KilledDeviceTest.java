package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.ChildJvm;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.ScanClientMain;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// kill -9 of a device right after it has told the worker that a scan is safe.
@Execution(ExecutionMode.CONCURRENT) // most of it waits for the start of devices
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

  /// The negative control: a device whose store is lost must be caught.
  @Test
  void aDeviceThatForgetsIsCaught(@TempDir Path folder) throws SQLException, IOException {
    Set<CommandId> accepted = Collections.synchronizedSet(new HashSet<>());
    try (ServerHere server = ServerHere.start(folder, CodedSite.of(PRODUCTS));
        ChaosProxy line = proxy(server)) {
      killAfter(10, true, folder, new Reached(server, line), accepted);
      for (String end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("device.db" + end));
      }
      drain(folder, new Reached(server, line));
      try (Books books = new Books(server.place())) {
        assertEquals(0, books.movedOnce(accepted), "nothing had been sent");
        assertTrue(accepted.size() >= 10, "and yet it was accepted");
      }
    }
  }

  private void check(Path folder, int rounds) throws SQLException {
    SplittableRandom random = new SplittableRandom(5);
    Set<CommandId> accepted = Collections.synchronizedSet(new HashSet<>());
    try (ServerHere server = ServerHere.start(folder, CodedSite.of(PRODUCTS));
        ChaosProxy line = proxy(server)) {
      Reached reached = new Reached(server, line);
      for (int round = 0; round < rounds; round++) {
        killAfter(1 + random.nextInt(PER_ROUND - 5), round % 2 == 1, folder, reached, accepted);
      }
      drain(folder, reached);
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

  /// A server and the line to it.
  private record Reached(ServerHere server, ChaosProxy line) {}

  private static ChaosProxy proxy(ServerHere server) {
    return new ChaosProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
  }

  private static void drain(Path folder, Reached reached) {
    reached.line().mode(ChaosProxy.Mode.PASS);
    try (ChildJvm last = start(folder, reached)) {
      last.tell(ScanClientMain.DRAINED);
      last.await(ScanClientMain.DRAINED);
    }
  }

  /// Gives scans and kills when `many` were accepted; what is printed until then counts.
  ///
  /// @param cut the line is cut while it scans, so that nothing is sent before the kill
  private void killAfter(
      int many, boolean cut, Path folder, Reached reached, Set<CommandId> accepted) {
    reached.line().mode(ChaosProxy.Mode.PASS);
    ChildJvm device = start(folder, reached);
    if (cut) {
      reached.line().mode(ChaosProxy.Mode.CUT);
    }
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

  private static ChildJvm start(Path folder, Reached reached) {
    ChildJvm device =
        ChildJvm.start(
            new ChildJvm.Call(
                ScanClientMain.class,
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                List.of(
                    folder.resolve("device.db").toString(),
                    "floor-1",
                    "http://127.0.0.1:" + reached.line().port(),
                    "NORTH")),
            folder.resolve("device.log"));
    device.tell(reached.server().who().user() + " " + reached.server().who().password());
    device.await(ScanClientMain.READY);
    return device;
  }
}
