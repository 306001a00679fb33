package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.outbox.JournalOutbox;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.putaway.PutAwayState;
import dev.stockwright.client.workflow.putaway.PutAwayWorkflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.PutAwayCommand.PutUnitAway;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A refusal that is remembered, on a real store.
@NullUnmarked // fields are set before each test
class WarnedStepTest {
  private static final HandlingUnit LP1 = new HandlingUnit("LP-1");
  private static final LocationCode DOCK = new LocationCode("DOCK");
  private static final KnownUnit KNOWN = new KnownUnit(LP1, Optional.of(DOCK), List.of());
  private static final Command WRONG_BIN =
      new ReferralCommand.NoteMismatch(
          Scenes.NORTH, "put_away", Optional.of("T-1"), "location", "A-01", "A-03");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private DeviceStore store;
  private JournalOutbox outbox;
  private WorkSession<PutAwayState> session;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, new Random(1));
    session =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new PutAwayWorkflow(),
                PutAwayState.start(),
                scan -> new Identified.PlainCode(scan.raw().text()),
                WarnedStepTest::sighting,
                outbox,
                new WorkPlace<>(store, "work/NORTH/put_away", PutAwayState.class),
                new Circumstances(),
                () -> new Wording(Language.ENGLISH, ZoneOffset.UTC, clock)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private final class Circumstances implements WorkSession.Circumstances {
    @Override
    public Scene scene() {
      return Scenes.later(Scenes.online(books()), clock.instant());
    }

    @Override
    public Origin origin(List<Command> commands, Optional<String> scan, boolean insisted) {
      return new Origin(Optional.empty(), scan, insisted);
    }
  }

  private static Books books() {
    return WrittenBooks.of(
        KNOWN,
        new Reason(new ReasonCode("full"), "Bin is full", List.of("redirect")),
        new PutAwayTask(
            new Reference("T-1"),
            50,
            DOCK,
            Optional.of(new LocationCode("A-01")),
            List.of(),
            Optional.empty(),
            24,
            0,
            Optional.empty(),
            Optional.of(LP1),
            Condition.AVAILABLE,
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static Sighting sighting(Identified read) {
    String text = read instanceof Identified.PlainCode(String code) ? code : "";
    return text.equals("LP-1")
        ? new Sighting.Unit(LP1, Optional.of(KNOWN))
        : new Sighting.AtPlace(new Place(new LocationCode(text), "A", "bin"));
  }

  private Signal scan(String text) {
    return session.onScan(Samples.scan(text)).signal();
  }

  private List<Command> commands() {
    return outbox.pending(10).stream().map(Envelope::command).toList();
  }

  @Test
  @DisplayName("H14: a second scan at once is refused, at 2 s it is recorded with its reason")
  void theSameScanAMomentLaterIsMeantEvenAfterARestart() {
    assertEquals(Signal.ACCEPT, scan("LP-1"));
    assertEquals(Signal.REJECT, scan("A-03"));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Signal.REJECT, scan("A-03"));
    assertEquals(List.of(WRONG_BIN, WRONG_BIN), commands(), "noted, and nothing else");
    close();
    open();
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Signal.DONE, scan("A-03"));
    assertEquals(3, outbox.pending(10).size(), "what was meant is no mismatch");
    Envelope sent = outbox.pending(10).getLast();
    assertEquals(
        new PutUnitAway(
            Scenes.NORTH, LP1, new LocationCode("A-03"), Optional.of(new ReasonCode("full"))),
        sent.command());
  }
}
