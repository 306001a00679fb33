package dev.stockwright.simulator.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.ChildJvm;
import dev.stockwright.simulator.stack.HandMain;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// kill -9 of a handheld in the middle of moves, each of three scans, with and without a line;
/// every
/// second time its power is cut besides, so that what it had not brought to the disk is gone. The
/// negative controls are a store that was set back, and a disk that lies.
@Execution(ExecutionMode.CONCURRENT) // most of it waits for the start of devices
class KilledHandTest {
  private static final List<String> MOVE = List.of("A-01", ShiftSite.BOLT_EACH, "A-02");

  /// What the card asks for before each of the three scans.
  private static final List<String> ASKS =
      List.of("Scan the bin it comes from", "Scan what you take", "Scan where it goes");

  private static final int PER_ROUND = 60;

  private final Set<CommandId> recorded = Collections.synchronizedSet(new HashSet<>());
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /// Scans that the device has taken in all its lives.
  private int taken;

  @Test
  @DisplayName("H41 A handheld that was killed goes on at the same step, and nothing is lost")
  void aKilledHandheldGoesOn(@TempDir Path folder) throws SQLException {
    check(folder, 4);
  }

  @Test
  @Tag("thorough")
  void aHandheldThatWasKilledFiftyTimesGoesOn(@TempDir Path folder) throws SQLException {
    check(folder, 50);
  }

  private void check(Path folder, int kills) throws SQLException {
    SplittableRandom random = new SplittableRandom(9);
    try (ShiftBed bed = new ShiftBed(folder);
        ChaosProxy line = bed.line()) {
      bed.office(ShiftBed.receipt(ShiftSite.BOLT, 10_000, ShiftBed.ZONE_A.getFirst()));
      enrol(bed, line);
      PowerCut power = new PowerCut(bed.folder(), bed.store("gun-1"));
      int gone = 0;
      for (int kill = 0; kill < kills; kill++) {
        boolean cut = kill % 2 == 0;
        line.mode(kill / 2 % 2 == 0 ? ChaosProxy.Mode.CUT : ChaosProxy.Mode.PASS);
        killAfter(
            1 + random.nextInt(PER_ROUND - 10),
            start(bed, line, cut ? power.environment(false) : Map.of()));
        gone += cut ? power.strike(random) : 0;
      }
      System.out.printf("killed hand: %d writes were on no disk when the power went%n", gone);
      resumed(drained(bed, line));
      try (Books books = new Books(bed.server().place())) {
        long there = books.number("SELECT count(*) FROM command WHERE device = 'gun-1'");
        System.out.printf(
            "killed hand: %d kills, %d scans, %d recorded, %d on the server%n",
            kills, taken, recorded.size(), there);
        assertTrue(recorded.size() >= kills * 2, () -> "only " + recorded.size());
        assertEquals(recorded.size(), books.movedOnce(recorded), "lost or doubled");
        assertEquals(taken / MOVE.size(), there, "a move for three scans, no more and no less");
        assertEquals(List.of(), books.findings());
      }
    }
  }

  /// The negative control: a store that forgets what it has said is safe.
  @Test
  void aStoreThatWasSetBackIsCaught(@TempDir Path folder) throws SQLException, IOException {
    try (ShiftBed bed = new ShiftBed(folder);
        ChaosProxy line = bed.line()) {
      bed.office(ShiftBed.receipt(ShiftSite.BOLT, 10_000, ShiftBed.ZONE_A.getFirst()));
      enrol(bed, line);
      copy(bed.store("gun-1"), folder.resolve("before.db"));
      line.mode(ChaosProxy.Mode.CUT);
      killAfter(30, start(bed, line, Map.of()));
      copy(folder.resolve("before.db"), bed.store("gun-1"));
      String asks = drained(bed, line);
      assertEquals(ASKS.getFirst(), asks, "set back");
      try (Books books = new Books(bed.server().place())) {
        assertTrue(recorded.size() >= 9, "it was said to be safe");
        assertEquals(0, books.movedOnce(recorded), "and is not there");
      }
    }
  }

  /// The negative control of the power cut: a disk that says yes and keeps nothing.
  @Test
  void aDiskThatLiesIsCaught(@TempDir Path folder) throws SQLException {
    try (ShiftBed bed = new ShiftBed(folder);
        ChaosProxy line = bed.line()) {
      bed.office(ShiftBed.receipt(ShiftSite.BOLT, 10_000, ShiftBed.ZONE_A.getFirst()));
      enrol(bed, line);
      PowerCut power = new PowerCut(bed.folder(), bed.store("gun-1"));
      line.mode(ChaosProxy.Mode.CUT);
      killAfter(30, start(bed, line, power.environment(true)));
      int gone = power.strikeAll();
      assertTrue(gone >= 30, () -> gone + " writes on no disk");
      String asks = drained(bed, line);
      assertEquals(ASKS.getFirst(), asks, "set back");
      try (Books books = new Books(bed.server().place())) {
        assertTrue(recorded.size() >= 9, "it was said to be safe");
        assertEquals(0, books.movedOnce(recorded), "and is not there");
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String end : List.of("", "-wal", "-shm")) {
      Path source = from.resolveSibling(from.getFileName() + end);
      Path target = to.resolveSibling(to.getFileName() + end);
      Files.deleteIfExists(target);
      if (Files.exists(source)) {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// The first time, with the server: afterwards the device knows her.
  private static void enrol(ShiftBed bed, ChaosProxy line) {
    try (ChildJvm device = start(bed, line, Map.of())) {
      assertEquals("Scan anything", device.await(HandMain.READY));
      device.tell(HandMain.POINT + "MOVE");
      device.tell(HandMain.DRAINED);
      device.await(HandMain.DRAINED);
    }
  }

  private static ChildJvm start(ShiftBed bed, ChaosProxy line, Map<String, String> environment) {
    ChildJvm device =
        ChildJvm.start(
            new ChildJvm.Call(
                HandMain.class,
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                List.of(
                    bed.store("gun-1").toString(),
                    "gun-1",
                    "http://127.0.0.1:" + line.port(),
                    ShiftSite.NORTH.code()),
                environment),
            bed.folder().resolve("gun-1.log"));
    device.tell(ShiftSite.ANA.badge() + " " + ShiftSite.ANA.pin());
    return device;
  }

  /// Goes on where the device says that it is, and kills it when it has told of `many` scans.
  private void killAfter(int many, ChildJvm device) {
    resumed(device.await(HandMain.READY));
    seen.clear();
    Thread listener = device.listen(this::heard);
    for (int i = 0; i < PER_ROUND; i++) {
      device.tell(MOVE.get((taken + i) % MOVE.size()));
    }
    Waiting.until(() -> "scan " + many, Duration.ofSeconds(30), () -> seen.size() >= many);
    device.kill();
    try {
      listener.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (int i = 0; i < seen.size(); i++) {
      assertEquals(ASKS.get((taken + i + 1) % MOVE.size()), seen.get(i), "scan " + i);
    }
    taken += seen.size();
  }

  private void heard(String line) {
    if (line.startsWith(HandMain.DID)) {
      String rest = line.substring(HandMain.DID.length());
      int end = rest.indexOf(' ');
      if (!rest.startsWith("-")) {
        recorded.add(CommandId.of(rest.substring(0, end)));
      }
      seen.add(rest.substring(end + 1));
    }
  }

  /// It asks for the scan after the last one that it has told of, or after one more that it had no
  /// time to tell of.
  private void resumed(String asks) {
    if (!asks.equals(ASKS.get(taken % MOVE.size()))) {
      assertEquals(ASKS.get((taken + 1) % MOVE.size()), asks, "the step after " + taken);
      taken++;
    }
  }

  /// Says where it was, and ends when everything is sent.
  private static String drained(ShiftBed bed, ChaosProxy line) {
    line.mode(ChaosProxy.Mode.PASS);
    try (ChildJvm last = start(bed, line, Map.of())) {
      String asks = last.await(HandMain.READY);
      last.tell(HandMain.DRAINED);
      last.await(HandMain.DRAINED);
      return asks;
    }
  }
}
