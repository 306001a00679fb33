package dev.stockwright.simulator.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What else goes wrong in a dead spot: clocks, people who change, sessions that end, a server that
/// takes calls and never answers. Each test has a device of its own at one server.
@NullUnmarked // the bed is made before the tests
@Execution(ExecutionMode.SAME_THREAD)
class DeadSpotTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration DAYS = Duration.ofDays(2);
  private static ShiftBed bed;

  @BeforeAll
  static void start(@TempDir Path folder) {
    bed = new ShiftBed(folder);
    bed.office(ShiftBed.receipt(ShiftSite.BOLT, 1_000, ShiftBed.ZONE_A.getFirst()));
  }

  @AfterAll
  static void stop() {
    bed.close();
  }

  /// Three scans each; every one of them must beep well.
  private static void move(Hand hand, int moves) {
    for (int i = 0; i < moves; i++) {
      assertEquals(Signal.ACCEPT, hand.scan("A-01").signal(), hand::said);
      assertEquals(Signal.ACCEPT, hand.scan(ShiftSite.BOLT_EACH).signal(), hand::said);
      assertEquals(Signal.DONE, hand.scan("A-02").signal(), hand::said);
    }
  }

  private static void cut(ChaosProxy line, Hand hand) {
    line.mode(ChaosProxy.Mode.CUT);
    Waiting.until(() -> "off line", PATIENCE, () -> !hand.core().syncStatus().online());
  }

  /// How many moves of a device the ledger has under the name of somebody, told in the last minutes
  /// by the server's clock.
  private static long moved(String device, ShiftSite.Worker author) throws SQLException {
    try (Books books = new Books(bed.server().place())) {
      return books.number(
          "SELECT count(*) FROM movement WHERE device = ? AND author = ?"
              + " AND abs(extract(epoch FROM now() - recorded_at)) < 600",
          device,
          author.user());
    }
  }

  private static void assertAllApplied(Hand hand, Told told, String device) throws SQLException {
    try (Books books = new Books(bed.server().place())) {
      assertEquals(List.of(), told.complaints(books, hand.core(), new DeviceId(device)));
    }
  }

  @Test
  void aClockThatIsDaysOffAndInTheWrongZoneHoldsNothingUp() throws SQLException {
    SetClock clock = new SetClock(DAYS);
    Told told = new Told();
    try (ChaosProxy line = bed.line();
        Hand hand = bed.hand("gun-clock", line, clock, ZoneId.of("Asia/Tokyo"))) {
      hand.core().onOutbox(told);
      hand.signIn(ShiftSite.ANA);
      hand.awaitQuiet();
      hand.point("MOVE");
      move(hand, 2);
      cut(line, hand);
      move(hand, 3);
      clock.wrongBy(DAYS.negated());
      move(hand, 3);
      line.mode(ChaosProxy.Mode.PASS);
      hand.awaitQuiet();
      move(hand, 2);
      clock.wrongBy(Duration.ZERO);
      hand.awaitQuiet();
      assertAllApplied(hand, told, "gun-clock");
      assertEquals(10, moved("gun-clock", ShiftSite.ANA));
    }
  }

  @Test
  void whatTheFirstPersonDidStaysTheirsWhenTheSecondSendsIt() throws SQLException {
    SetClock clock = new SetClock(Duration.ZERO);
    Told told = new Told();
    try (ChaosProxy line = bed.line();
        Hand hand = bed.hand("gun-two", line, clock)) {
      hand.core().onOutbox(told);
      hand.signIn(ShiftSite.BEN);
      out(hand, ShiftSite.BEN);
      hand.signIn(ShiftSite.ANA);
      hand.awaitQuiet();
      hand.point("MOVE");
      cut(line, hand);
      move(hand, 4);
      out(hand, ShiftSite.ANA);
      hand.signIn(ShiftSite.BEN);
      hand.point("MOVE");
      move(hand, 3);
      assertEquals(7, hand.core().syncStatus().unsent());
      assertInstanceOf(SyncState.Offline.class, hand.core().syncStatus().state());
      line.mode(ChaosProxy.Mode.PASS);
      clock.wrongBy(Duration.ofSeconds(11));
      hand.shift().tick();
      hand.awaitQuiet();
      assertAllApplied(hand, told, "gun-two");
      assertEquals(4, moved("gun-two", ShiftSite.ANA));
      assertEquals(3, moved("gun-two", ShiftSite.BEN));
    }
  }

  /// Shows the own badge and says yes.
  private static void out(Hand hand, ShiftSite.Worker who) {
    assertEquals(Signal.ATTENTION, hand.scan(who.badge()).signal());
    assertEquals(Signal.ACCEPT, hand.press(Key.CHANGE_OVER).signal());
  }

  @Test
  void aSessionThatEndsInTheDeadSpotStopsSendingNotWorking() throws SQLException {
    Told told = new Told();
    SetClock clock = new SetClock(Duration.ZERO);
    try (ChaosProxy line = bed.line();
        Hand hand = bed.hand("gun-session", line, clock)) {
      hand.core().onOutbox(told);
      hand.signIn(ShiftSite.SUE);
      hand.awaitQuiet();
      hand.point("MOVE");
      cut(line, hand);
      move(hand, 3);
      endSessions("gun-session");
      line.mode(ChaosProxy.Mode.PASS);
      Waiting.until(
          () -> hand.core().syncStatus().toString(),
          PATIENCE,
          () -> hand.core().syncStatus().state() instanceof SyncState.SignInNeeded);
      hand.shift().tick();
      assertEquals(Card.Means.PIN, hand.card().prompt().means());
      move(hand, 3);
      assertEquals(6, hand.core().syncStatus().unsent());
      assertEquals(Signal.ACCEPT, hand.scan("A-01").signal(), hand::said);
      Card before = hand.card();
      hand.shift().openSync();
      assertEquals(Card.Means.PIN, hand.card().prompt().means());
      ShiftSite.SUE.pin().chars().forEach(digit -> hand.shift().give(typed(digit)));
      assertEquals(before, hand.card(), "one step, and the work is where it was");
      hand.awaitQuiet();
      assertAllApplied(hand, told, "gun-session");
      assertEquals(6, moved("gun-session", ShiftSite.SUE));
    }
  }

  private static Input typed(int digit) {
    return new Input.Typed(String.valueOf((char) digit));
  }

  private static void endSessions(String device) throws SQLException {
    try (Books books = new Books(bed.server().place());
        Statement statement = books.connection().createStatement()) {
      int ended = statement.executeUpdate("DELETE FROM session WHERE device = '" + device + "'");
      assertEquals(1, ended);
    }
    Waiting.pass(Duration.ofSeconds(6)); // the server looks after five
  }

  @Test
  @DisplayName("H43 A server that takes calls and never answers is off line, not a sign-in")
  void aServerThatNeverAnswersIsOffLine() throws SQLException {
    SetClock clock = new SetClock(Duration.ZERO);
    try (ChaosProxy line = bed.line()) {
      try (Hand hand = bed.hand("gun-silent", line, clock)) {
        hand.signIn(ShiftSite.ANA);
        hand.awaitQuiet();
        assertInstanceOf(SyncState.Live.class, hand.core().syncStatus().state(), "the control");
      }
      line.mode(ChaosProxy.Mode.SILENT);
      Told told = new Told();
      try (Hand hand = bed.hand("gun-silent", line, clock, ZoneOffset.UTC)) {
        hand.core().onOutbox(told);
        long began = System.nanoTime();
        hand.signIn(ShiftSite.ANA);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, () -> "let in after " + took);
        assertInstanceOf(SyncState.Offline.class, hand.core().syncStatus().state());
        hand.point("MOVE");
        move(hand, 3);
        assertEquals(new SyncState.Offline(3, since(hand)), hand.core().syncStatus().state());
        System.out.printf("silent server: off line and let in after %d ms%n", took.toMillis());
        line.mode(ChaosProxy.Mode.PASS);
        clock.wrongBy(Duration.ofSeconds(11));
        hand.shift().tick();
        hand.awaitQuiet();
        assertAllApplied(hand, told, "gun-silent");
        assertEquals(3, moved("gun-silent", ShiftSite.ANA));
      }
    }
  }

  @Test
  @DisplayName("H43 A line that is open and silent is off line within 10 s; a pause of 3 s is not")
  void anOpenLineThatFallsSilentIsOffLineSoonAndAPauseIsNot() throws SQLException {
    Told told = new Told();
    AtomicInteger offline = new AtomicInteger();
    try (ChaosProxy line = bed.line();
        Hand hand = bed.hand("gun-open", line, new SetClock(Duration.ZERO))) {
      hand.core().onOutbox(told);
      hand.signIn(ShiftSite.ANA);
      hand.awaitQuiet();
      hand.core().onSync(status -> offline.addAndGet(status.online() ? 0 : 1));
      line.mode(ChaosProxy.Mode.HOLD);
      Waiting.pass(Duration.ofSeconds(3));
      line.mode(ChaosProxy.Mode.PASS);
      hand.point("MOVE");
      move(hand, 1);
      hand.awaitQuiet();
      assertEquals(0, offline.get(), "a pause was taken for the end");

      line.mode(ChaosProxy.Mode.SILENT);
      long silent = System.nanoTime();
      Waiting.until(
          () -> "off line, not " + hand.core().syncStatus(),
          Duration.ofSeconds(10),
          () -> hand.core().syncStatus().state() instanceof SyncState.Offline);
      Duration noticed = Duration.ofNanos(System.nanoTime() - silent);
      System.out.printf("silent line: off line after %d ms%n", noticed.toMillis());
      assertTrue(noticed.compareTo(Duration.ofSeconds(3)) > 0, () -> "it was told: " + noticed);
      move(hand, 2);
      line.mode(ChaosProxy.Mode.PASS);
      hand.awaitQuiet();
      assertAllApplied(hand, told, "gun-open");
      assertEquals(3, moved("gun-open", ShiftSite.ANA));
    }
  }

  private static Instant since(Hand hand) {
    return ((SyncState.Offline) hand.core().syncStatus().state()).since();
  }
}
