package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.JournalOutbox;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.moving.MovingState;
import dev.stockwright.client.workflow.moving.MovingWorkflow;
import dev.stockwright.client.workflow.shipping.ShippingState;
import dev.stockwright.client.workflow.shipping.ShippingWorkflow;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session of moves on a real store, which is closed and opened again in the middle.
@NullUnmarked // fields are set before each test
class WorkSessionTest {
  private static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "each", false, false);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random(1);
  private DeviceStore store;
  private JournalOutbox outbox;
  private WorkSession<MovingState> session;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, random);
    session =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new MovingWorkflow(),
                MovingState.start(),
                scan -> new Identified.PlainCode(scan.raw().text()),
                WorkSessionTest::sighting,
                outbox,
                new WorkPlace<>(store, "work/NORTH/moving", MovingState.class),
                new Circumstances(),
                () -> new Wording(Language.ENGLISH, ZoneOffset.UTC, clock)));
  }

  private final class Circumstances implements WorkSession.Circumstances {
    @Override
    public Scene scene() {
      return Scenes.later(Scenes.online(WrittenBooks.of()), clock.instant());
    }

    @Override
    public Origin origin(List<Command> commands, Optional<String> scan, boolean insisted) {
      return new Origin(Optional.empty(), scan, insisted);
    }
  }

  private static Sighting sighting(Identified read) {
    String text = read instanceof Identified.PlainCode(String code) ? code : "";
    return text.equals("HM-1")
        ? new Sighting.Goods(HAMMER, PackLevel.EACH, Label.NONE, List.of(), Optional.empty())
        : new Sighting.AtPlace(new Place(new LocationCode(text), "A", "bin"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Outcome scan(String text) {
    return session.onScan(Samples.scan(text));
  }

  private List<Command> commands() {
    return outbox.pending(1_000).stream().map(Envelope::command).toList();
  }

  @Test
  void threeScansAreOneCommandAndItIsSaidInWords() {
    assertEquals("You are at A-01.", scan("A-01").headline());
    assertEquals(Signal.ACCEPT, scan("HM-1").signal());
    Outcome done = scan("B-02");
    assertEquals(Signal.DONE, done.signal());
    assertEquals("Hammer to B-02.", done.headline());
    assertEquals(outbox.pending(10).getFirst().id(), done.command().orElseThrow());
    assertEquals(Optional.of("B-02"), outbox.pending(10).getFirst().scan());
  }

  @Test
  void aDeviceThatIsOpenedAgainGoesOnAtTheSameStep() {
    SplittableRandom luck = new SplittableRandom(5);
    List<String> codes = List.of("A-01", "B-02", "C-03", "HM-1", "SW-CMD-BACK", "SW-CMD-UNDO");
    int moved = 0;
    for (int i = 0; i < 400; i++) {
      Outcome outcome = scan(codes.get(luck.nextInt(codes.size())));
      moved += outcome.command().isPresent() ? 1 : 0;
      MovingState before = session.state();
      int undoable = session.undoable();
      if (luck.nextInt(4) == 0) {
        store.close();
        open();
        assertEquals(before, session.state());
        assertEquals(undoable, session.undoable());
      }
    }
    assertTrue(moved > 50, "moves " + moved);
    assertEquals(moved, commands().size());
  }

  @Test
  void undoReversesTheLastStepAndGoesBackToWhereItWas() {
    scan("A-01");
    scan("HM-1");
    MovingState before = session.state();
    scan("B-02");
    store.close();
    open();
    assertEquals(Signal.ACCEPT, scan("SW-CMD-UNDO").signal());
    assertEquals(before, session.state());
    assertEquals(new UndoCommand(outbox.pending(10).getFirst().id()), commands().getLast());
    Outcome nothing = session.press(Key.UNDO);
    assertEquals(Signal.REJECT, nothing.signal());
    assertEquals("Nothing to undo.", nothing.headline());
  }

  @Test
  void whatTheServerRefusedIsNotUndone() {
    scan("A-01");
    scan("HM-1");
    scan("B-02");
    Envelope sent = outbox.pending(10).getFirst();
    Refusal refusal = new Refusal.UnknownProduct(HAMMER.sku());
    assertEquals(1, outbox.settle(List.of(new Answer.Refused(sent.id(), refusal, "No."))));
    assertEquals("The last step was refused.", session.undo().headline());
    assertEquals(List.of(), commands());
    assertEquals(0, session.undoable());
  }

  @Test
  void aFullDiskIsSaidBeforeTheBeepAndThePersonStaysWhereTheyAre() {
    scan("A-01");
    scan("HM-1");
    MovingState before = session.state();
    fill();
    Outcome outcome = scan("B-02");
    assertEquals(Signal.SYSTEM, outcome.signal());
    assertEquals("Nothing was recorded.", outcome.headline());
    assertEquals(before, session.state());
    assertEquals(List.of(), commands());
  }

  private void fill() {
    Boolean done =
        store.write(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("COMMIT"); // it counts outside a transaction only
                statement.execute("PRAGMA query_only = true");
                statement.execute("BEGIN");
              }
              return true;
            });
    assertTrue(done);
  }

  @Test
  void whatCannotBeReadAnyMoreIsBegunAnew() {
    scan("A-01");
    Boolean spoilt =
        store.write(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute(
                    "UPDATE note SET value = '{\"phase\":{\"phase\":\"later\"}}'"
                        + " WHERE name = 'work/NORTH/moving/state'");
              }
              return true;
            });
    assertTrue(spoilt);
    store.close();
    open();
    assertEquals(MovingState.start(), session.state());
  }

  @Test
  void theCardAgreesToTheOpenQuestion() {
    scan("A-01");
    scan("HM-1");
    List<Outcome.Answer> answers = new ArrayList<>(session.give(new Input.Keyed(20_000)).answers());
    assertEquals(List.of("Yes, 20,000", "No"), answers.stream().map(a -> a.label()).toList());
    scan("SW-CMD-OK");
    scan("B-02");
    MoveCommand.MoveGoods moved = (MoveCommand.MoveGoods) commands().getFirst();
    assertEquals(20_000, moved.quantity().units());
  }

  @Test
  void whatStaysOpenIsKnownWhenTheDocksAreEnteredAgain() {
    WorkSession<ShippingState> docks =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new ShippingWorkflow(),
                ShippingState.start(),
                scan -> new Identified.PlainCode(scan.raw().text()),
                read -> new Sighting.AtPlace(DOCK),
                outbox,
                new WorkPlace<>(store, "work/NORTH/shipping", ShippingState.class),
                new Circumstances(),
                () -> new Wording(Language.ENGLISH, ZoneOffset.UTC, clock)));
    docks.onScan(Samples.scan("D-1"));
    docks.press(Key.CONFIRM);
    docks.press(Key.BACK);
    assertEquals("Shipments that stay open: 1.", docks.press(Key.BACK).headline());
    assertEquals(1, docks.state().open().size());
    assertEquals(1, docks.card().rows().size());
  }

  private static final Place DOCK = new Place(new LocationCode("D-1"), "A", "dock");
}
