package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockwright.simulator.stack.BeepPath;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.SerialLine;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// From the bytes at a serial port to another device's screen, on line and after an outage.
@Isolated // it measures
class BeepToScreenTest {
  /// The bars of the project are for a machine that does nothing else; a build machine does.
  private static final double BUSY = 5;

  private static final int SCANS = 100;

  @BeforeAll
  static void socatIsHere() {
    assumeTrue(
        SerialLine.possible(),
        "socat is not installed, and without it there is no serial line to test with");
  }

  @Test
  void aBeepIsStockInTheDatabaseAndOnTheOtherScreen(@TempDir Path folder) throws SQLException {
    try (ServerHere server = ServerHere.start(folder, CodedSite.of(SCANS));
        BeepPath path = new BeepPath(folder, server.url(), server.url(), server.who())) {
      path.time(server.place(), 0, 20);
      BeepPath.Times times = path.time(server.place(), 20, SCANS - 20);
      assertTrue(times.feedback().getValueAtPercentile(95) < 100_000 * BUSY, () -> times.at(95));
      assertTrue(times.stored().getValueAtPercentile(95) < 200_000 * BUSY, () -> times.at(95));
    }
  }

  @Test
  void scansOfAnOutageAreAppliedExactlyOnceAfterIt(@TempDir Path folder) throws SQLException {
    try (ServerHere server = ServerHere.start(folder, CodedSite.of(SCANS));
        ChaosProxy line =
            new ChaosProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        BeepPath path =
            new BeepPath(
                folder, URI.create("http://127.0.0.1:" + line.port()), server.url(), server.who());
        Books books = new Books(server.place())) {
      line.mode(ChaosProxy.Mode.LOSE_REPLIES);
      List<CommandId> scanned = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        scanned.add(path.scan(i));
      }
      Waiting.until(
          () -> "a command whose reply was lost",
          Duration.ofSeconds(30),
          () -> line.swallowed() > 0 && books.onHand("NORTH") > 0);
      assertEquals(20, path.near().core().syncStatus().unsent(), "nothing was answered");
      line.mode(ChaosProxy.Mode.CUT);
      long cut = System.nanoTime();
      for (int i = 20; i < SCANS; i++) {
        scanned.add(path.scan(i));
      }
      Waiting.pass(Duration.ofSeconds(4).minusNanos(System.nanoTime() - cut));
      assertEquals(SCANS, path.near().core().syncStatus().unsent(), "the line is cut");
      line.mode(ChaosProxy.Mode.PASS);
      path.near().awaitSent(Duration.ofSeconds(60));
      assertEquals(SCANS, books.movedOnce(scanned));
      assertEquals(SCANS, books.onHand("NORTH"));
      assertEquals(SCANS, books.lastNumber("NORTH"));
      assertEquals(List.of(), path.near().core().attention());
      assertEquals(List.of(), books.findings());
      for (int i = 0; i < SCANS; i++) {
        var sku = CodedSite.sku(i);
        Waiting.until(
            () -> sku + " at the other device",
            Duration.ofSeconds(20),
            () -> path.far().desk().stock().level(sku).onHand() == 1);
      }
    }
  }
}
