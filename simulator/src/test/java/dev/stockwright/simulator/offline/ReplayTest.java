package dev.stockwright.simulator.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Eight hours in a dead spot are told when the line is back, over a line that is cut in the middle
/// and loses what the server says.
@Isolated // it measures
class ReplayTest {
  private static final DeviceId DEVICE = new DeviceId("gun-1");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration FEEDBACK = Duration.ofMillis(100);

  @Test
  @DisplayName(
      "H42 All of a shift off line is applied once, and what is refused waits for somebody")
  void aShiftOffLineIsToldOnce(@TempDir Path folder) throws SQLException {
    replay(folder, 600, 1);
  }

  @Test
  @Tag("thorough")
  void fiveThousandCommandsAreToldOnce(@TempDir Path folder) throws SQLException {
    replay(folder, 5_000, 2);
  }

  private static void replay(Path folder, int commands, long seed) throws SQLException {
    SetClock clock = new SetClock(LongShift.LENGTH.negated());
    Told told = new Told();
    try (ShiftBed bed = new ShiftBed(folder);
        ChaosProxy line = bed.line();
        Hand hand = bed.hand(DEVICE.code(), line, clock);
        Books books = new Books(bed.server().place())) {
      Shelves shelves = Shelves.prepared(bed, commands / 12);
      hand.core().onOutbox(told);
      hand.signIn(ShiftSite.ANA);
      hand.awaitQuiet();
      hand.point("MOVE");
      line.mode(ChaosProxy.Mode.CUT);
      Waiting.until(() -> "off line", LIMIT, () -> !hand.core().syncStatus().online());
      LongShift shift = new LongShift(hand, clock, shelves, seed);
      shift.work(commands);
      assertEquals(commands, hand.core().syncStatus().unsent());

      line.mode(ChaosProxy.Mode.PASS);
      long back = System.nanoTime();
      List<Duration> feedback = new ArrayList<>();
      Thread trouble = Thread.ofVirtual().name("bad-line").start(() -> cutAndLose(line, seed));
      scanWhile(hand, feedback, () -> hand.core().syncStatus().unsent() > 0);
      Duration took = Duration.ofNanos(System.nanoTime() - back);
      join(trouble);

      assertEquals(List.of(), told.complaints(books, hand.core(), DEVICE));
      assertEquals(shift.toBeRefused(), told.refused(), () -> refusals(hand));
      assertEquals(List.of(), books.findings());
      assertTrue(took.compareTo(LIMIT) < 0, () -> "took " + took);
      feedback.sort(Duration::compareTo);
      Duration p95 = feedback.get(feedback.size() * 95 / 100);
      System.out.printf(
          "replay: %d commands, %d refused, in %d ms, %d bytes of answers lost;"
              + " %d scans meanwhile, p95 %d ms, longest %d ms%n",
          told.recorded(),
          told.refused().size(),
          took.toMillis(),
          line.swallowed(),
          feedback.size(),
          p95.toMillis(),
          feedback.getLast().toMillis());
      assertTrue(line.swallowed() > 0, "no answer was lost, so nothing was tried");
      assertTrue(p95.compareTo(FEEDBACK) <= 0, () -> "p95 " + p95);
      assertTheCheckCanFail(bed, told, hand, books);
    }
  }

  /// The negative control: one more command under the device's name, as a device sends that forgets
  /// what it has sent, and one that was recorded and never came.
  private static void assertTheCheckCanFail(ShiftBed bed, Told told, Hand hand, Books books) {
    Envelope last = told.envelopes().getLast();
    Envelope again = bed.envelope(DEVICE, last.sequence() + 1, last.command());
    try (Asking gun = new Asking(bed.server().url())) {
      String token = gun.signIn(bed.server().who());
      assertFalse(token.isEmpty());
      assertEquals(200, gun.post("/api/v1/commands", Receipts.body(List.of(again))).statusCode());
    }
    assertEquals(1, told.complaints(books, hand.core(), DEVICE).size(), "a doubled command");
    told.added(again);
    assertEquals(1, told.complaints(books, hand.core(), DEVICE).size(), "an unanswered command");
  }

  private static String refusals(Hand hand) {
    List<String> all = new ArrayList<>();
    for (Entry entry : hand.core().attention()) {
      all.add(entry.envelope().command() + ": " + entry.refusalSentence());
    }
    return String.join("\n", all);
  }

  /// Lets a batch through, loses an answer, cuts, again; at the end the line is good.
  private static void cutAndLose(ChaosProxy line, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 4; round++) {
      loseAnAnswer(line);
      Waiting.pass(Duration.ofMillis(random.nextInt(300)));
      line.mode(ChaosProxy.Mode.CUT);
      Waiting.pass(Duration.ofMillis(50 + random.nextInt(100)));
      line.mode(ChaosProxy.Mode.PASS);
      Waiting.pass(Duration.ofMillis(100 + random.nextInt(400)));
    }
    loseAnAnswer(line);
    line.mode(ChaosProxy.Mode.CUT);
    line.mode(ChaosProxy.Mode.PASS);
  }

  /// A device that waits before it tries again says nothing for a while.
  private static void loseAnAnswer(ChaosProxy line) {
    long before = line.swallowed();
    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    line.mode(ChaosProxy.Mode.LOSE_REPLIES);
    while (line.swallowed() == before && System.nanoTime() < end) {
      Waiting.pass(Duration.ofMillis(20));
    }
  }

  /// Moves goods by scans, ten scans a second, and times each.
  private static void scanWhile(Hand hand, List<Duration> feedback, BooleanSupplier so) {
    List<String> scans = List.of("A-01", ShiftSite.BOLT_EACH, "A-02");
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    for (int i = 0; (so.getAsBoolean() || i % scans.size() != 0); i++) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("not sent: " + hand.core().syncStatus());
      }
      long before = System.nanoTime();
      Signal signal = hand.scan(scans.get(i % scans.size())).signal();
      feedback.add(Duration.ofNanos(System.nanoTime() - before));
      assertTrue(signal == Signal.ACCEPT || signal == Signal.DONE, () -> signal + hand.said());
      Waiting.pass(Duration.ofMillis(i < 30 ? 50 : 200));
    }
    Waiting.until(
        () -> hand.core().syncStatus().toString(),
        LIMIT,
        () -> hand.core().syncStatus().unsent() == 0);
  }

  private static void join(Thread thread) {
    try {
      assertTrue(thread.join(LIMIT), "the line is still bad");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
