package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CountSheet;
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
import dev.stockwright.client.workflow.counting.CountingState;
import dev.stockwright.client.workflow.counting.CountingWorkflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session of a count on a real store, which is closed and opened again in the middle.
@NullUnmarked // fields are set before each test
class CountingSessionTest {
  private static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "each", false, false);
  private static final CountSheet SHEET =
      new CountSheet(
          new Reference("C-7"),
          "requested",
          false,
          1,
          Optional.empty(),
          Optional.empty(),
          5,
          List.of(bin("A-01", 1), bin("A-02", 2)));

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random(1);
  private DeviceStore store;
  private JournalOutbox outbox;
  private WorkSession<CountingState> session;

  private static CountSheet.CountBin bin(String code, int sequence) {
    return new CountSheet.CountBin(
        new LocationCode(code), "A", sequence, "open", Optional.empty(), false, Optional.empty());
  }

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, random);
    session =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new CountingWorkflow(),
                CountingState.start(),
                scan -> new Identified.PlainCode(scan.raw().text()),
                CountingSessionTest::sighting,
                outbox,
                new WorkPlace<>(store, "work/NORTH/counting", CountingState.class),
                new Circumstances(),
                () -> new Wording(Language.ENGLISH, ZoneOffset.UTC, clock)));
  }

  private final class Circumstances implements WorkSession.Circumstances {
    @Override
    public Scene scene() {
      return Scenes.later(Scenes.online(WrittenBooks.of(SHEET, HAMMER)), clock.instant());
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
  void undoTellsTheFigureBeforeBecauseTheServerTakesNoCountBack() {
    scan("A-01");
    scan("HM-1");
    scan("HM-1");
    assertEquals(1, session.undoable());
    Outcome outcome = session.press(Key.UNDO);
    assertEquals(Signal.ACCEPT, outcome.signal());
    assertEquals("Hammer: back to 1.", outcome.headline());
    CountCommand.CountLine line = (CountCommand.CountLine) commands().getLast();
    assertEquals(Optional.of(1L), line.quantity());
    assertTrue(line.replace());
    session.press(Key.UNDO);
    assertEquals(0, session.undoable());
    assertEquals(Signal.REJECT, session.press(Key.UNDO).signal());
    assertEquals(5, commands().size());
  }

  @Test
  void aKilledDeviceKnowsItsFiguresAndCanStillTakeTheLastScanBack() {
    scan("A-01");
    scan("HM-1");
    scan("HM-1");
    CountingState before = session.state();
    close();
    open();
    assertEquals(before, session.state());
    assertEquals("Hammer: back to 1.", session.press(Key.UNDO).headline());
  }

  @Test
  void anOpenBinIsKnownWhenThePersonComesBack() {
    scan("A-01");
    scan("HM-1");
    session.press(Key.BACK);
    assertEquals("A-01 stays open: 1 item.", session.press(Key.BACK).headline());
    assertEquals("Still counting A-01: 1 item.", scan("A-01").headline());
    assertEquals("A-01 is counted: 1 item.", scan("A-02").headline());
  }
}
