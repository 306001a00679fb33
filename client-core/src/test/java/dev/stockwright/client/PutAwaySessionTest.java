package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.PutAwayTask;
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
import dev.stockwright.client.workflow.putaway.PutAwayState;
import dev.stockwright.client.workflow.putaway.PutAwayWorkflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.PutAwayCommand.PutAway;
import dev.stockwright.protocol.PutAwayCommand.PutUnitAway;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
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

/// Put-aways that are taken back one after the other, on a real store.
@NullUnmarked // fields are set before each test
class PutAwaySessionTest {
  private static final HandlingUnit LP1 = new HandlingUnit("LP-1");
  private static final LocationCode DOCK = new LocationCode("DOCK");
  private static final Product NAIL = new Product(new Sku("NL-1"), "Nail", "each", false, false);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random(1);
  private DeviceStore store;
  private JournalOutbox outbox;
  private WorkSession<PutAwayState> session;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, random);
    session =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new PutAwayWorkflow(),
                PutAwayState.start(),
                scan -> new Identified.PlainCode(scan.raw().text()),
                PutAwaySessionTest::sighting,
                outbox,
                new WorkPlace<>(store, "work/NORTH/put_away", PutAwayState.class),
                new Circumstances(),
                () -> new Wording(Language.ENGLISH, ZoneOffset.UTC, clock)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static final class Circumstances implements WorkSession.Circumstances {
    @Override
    public Scene scene() {
      return Scenes.online(
          WrittenBooks.of(
              NAIL,
              unit(),
              task("T-1", "A-02", Optional.empty(), 24, Optional.of(LP1)),
              task("T-5", "B-03", Optional.of(NAIL.sku()), 50, Optional.empty())));
    }

    @Override
    public Origin origin(List<Command> commands, Optional<String> scan, boolean insisted) {
      return new Origin(Optional.empty(), scan, insisted);
    }
  }

  private static KnownUnit unit() {
    return new KnownUnit(LP1, Optional.of(DOCK), List.of());
  }

  private static PutAwayTask task(
      String number, String to, Optional<Sku> sku, long units, Optional<HandlingUnit> unit) {
    return new PutAwayTask(
        new Reference(number),
        50,
        DOCK,
        Optional.of(new LocationCode(to)),
        List.of(),
        sku,
        units,
        0,
        Optional.empty(),
        unit,
        Condition.AVAILABLE,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Sighting sighting(Identified read) {
    String text = read instanceof Identified.PlainCode(String code) ? code : "";
    return switch (text) {
      case "LP-1" -> new Sighting.Unit(LP1, Optional.of(unit()));
      case "NL-1" ->
          new Sighting.Goods(NAIL, PackLevel.EACH, Label.NONE, List.of(), Optional.empty());
      default -> new Sighting.AtPlace(new Place(new LocationCode(text), "A", "bin"));
    };
  }

  private Signal scan(String text) {
    return session.onScan(Samples.scan(text)).signal();
  }

  @Test
  @DisplayName("H39: the last put-away is taken back first, whole or in part, also after a restart")
  void oneAfterTheOtherIsTakenBackTheLastFirst() {
    assertEquals(Signal.ACCEPT, scan("LP-1"));
    PutAwayState unitInHand = session.state();
    assertEquals(Signal.DONE, scan("A-02"));
    assertEquals(Signal.ACCEPT, scan("NL-1"));
    session.give(new Input.Keyed(20));
    PutAwayState nailsInHand = session.state();
    assertEquals(Signal.ACCEPT, scan("B-03"), "30 of them are left");
    List<Envelope> put = outbox.pending(9);
    assertEquals(
        List.of(
            new PutUnitAway(Scenes.NORTH, LP1, new LocationCode("A-02"), Optional.empty()),
            new PutAway(
                Scenes.NORTH,
                new Reference("T-5"),
                new LocationCode("B-03"),
                Optional.of(new Quantity(20)))),
        put.stream().map(Envelope::command).toList());
    assertEquals(2, session.undoable());
    assertEquals("Nail comes back from B-03. It belongs at DOCK until it is put away.", undone());
    assertEquals(nailsInHand, session.state());
    close();
    open();
    assertEquals(1, session.undoable());
    assertEquals("LP-1 comes back from A-02. It belongs at DOCK until it is put away.", undone());
    assertEquals(unitInHand, session.state());
    assertEquals(
        List.of(new UndoCommand(put.getLast().id()), new UndoCommand(put.getFirst().id())),
        outbox.pending(9).stream().skip(2).map(Envelope::command).toList());
    assertEquals(0, session.undoable());
    assertEquals(Signal.REJECT, session.press(Key.UNDO).signal());
    assertEquals(4, outbox.pending(9).size());
  }

  private String undone() {
    Outcome outcome = session.press(Key.UNDO);
    assertEquals(Signal.ACCEPT, outcome.signal());
    return outcome.headline() + " " + outcome.detail();
  }
}
