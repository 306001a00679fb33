package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Operator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a device asks and tells of its own accord waits until a person is free for it.
@NullUnmarked // fields are set before each test
class ShiftPauseTest {
  private static final Duration IDLE = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private SmallSite site;
  private ClientCore client;
  private Shift shift;
  private Shift.View seen;

  @BeforeEach
  void open() throws IOException {
    site = new SmallSite();
    client =
        ClientCore.open(
            new ClientSettings(
                folder.resolve("device.db"), Samples.DESK, site.address(), ZoneOffset.UTC, clock),
            scan -> new Identified.PlainCode(scan.raw().text()));
    shift = client.shift(Optional.of(Samples.NORTH), IDLE, view -> seen = view);
    scan("SW-ANA");
    shift.give(new Input.Typed("123456"));
    shift.give(new Input.Press(Key.OK));
    assertEquals(Optional.of("Ana"), seen.person());
  }

  @AfterEach
  void close() {
    client.close();
    site.close();
  }

  private void scan(String text) {
    shift.scan(Samples.scan(text));
  }

  private Card.Means means() {
    return seen.card().prompt().means();
  }

  private void ticks(Duration later) {
    clock.advance(later);
    shift.tick();
  }

  private void endSession() {
    site.token = "t-2";
    client.tryNow();
    Await.until(
        "the session has ended",
        () -> client.syncStatus().state() instanceof SyncState.SignInNeeded);
  }

  private void settled(String person, String by) {
    Envelope work =
        new Envelope(
            CommandId.timeOrdered(1, 2, 3),
            Samples.DESK,
            1,
            Optional.of(new Operator(person)),
            Optional.empty(),
            Optional.empty(),
            false,
            Samples.receive("HM-1", 1));
    shift.news(new Settlement(work, true, by, ""));
  }

  private String said() {
    return seen.said().map(turn -> client.wording().say(turn.said().headline())).orElse("");
  }

  private String instruction() {
    return client.wording().say(seen.card().prompt().instruction());
  }

  @Test
  @DisplayName("3.1 The PIN is asked again when nobody has scanned for 3 s, and not before")
  void thePinIsAskedAgainInAPause() {
    endSession();
    scan("STG-2");
    Card work = seen.card();
    ticks(Duration.ofMillis(2_999));
    assertEquals(work, seen.card(), "in the middle of scans");
    ticks(Duration.ofMillis(1));
    assertEquals(Card.Means.PIN, means());
  }

  @Test
  @DisplayName("3.1 The PIN is not asked again over a question that somebody is answering")
  void thePinIsNotAskedAgainOverAQuestion() {
    endSession();
    scan("SW-ANA");
    Card question = seen.card();
    assertTrue(question.question().isPresent());
    ticks(Duration.ofSeconds(30));
    assertEquals(question, seen.card());
    shift.give(new Input.Press(Key.DISCARD));
    ticks(Duration.ofSeconds(3));
    assertEquals(Card.Means.PIN, means());
  }

  @Test
  @DisplayName("H47 An untouched screen is covered also when the PIN was asked again")
  void whereThePinIsAskedAgainTheScreenIsCoveredToo() {
    endSession();
    ticks(Duration.ofSeconds(3));
    assertEquals(Card.Means.PIN, means());
    ticks(IDLE);
    assertEquals("Ana: scan your badge", instruction());
    scan("STG-2");
    assertEquals(Card.Means.PIN, means(), "it may be a badge, and is no work");
    shift.give(new Input.Press(Key.BACK));
    assertEquals("Ana: scan your badge", instruction());
  }

  @Test
  @DisplayName("H44 What became of refused work is told when nothing is asked, and to who did it")
  void newsWaitForAnOpenQuestionAndForTheirPerson() {
    scan("SW-ANA");
    String asked = said();
    Card question = seen.card();
    settled("ben", "Sue");
    settled("ana", "Tom");
    shift.tick();
    assertEquals(asked, said());
    assertEquals(question, seen.card());
    shift.give(new Input.Press(Key.DISCARD));
    shift.tick();
    assertEquals("Tom recorded your refused step.", said());
    long told = seen.turns();
    shift.tick();
    assertEquals(told, seen.turns(), "what ben did is not told to Ana");
  }
}
