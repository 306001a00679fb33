package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.WaitingTask;
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
import dev.stockwright.client.workflow.picking.PickingState;
import dev.stockwright.client.workflow.picking.PickingWorkflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand.CheckZero;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.PickingCommand.DropGoods;
import dev.stockwright.protocol.PickingCommand.PickStock;
import dev.stockwright.protocol.PickingCommand.ShortPick;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pick of 6 hammers on a real store, done with nothing but a scanner.
@NullUnmarked // fields are set before each test
class PickingSessionTest {
  private static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "each", false, false);
  private static final Reference PICK = new Reference("P-1");
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final LocationCode CART = new LocationCode("CART-1");
  private static final LocationCode PACK = new LocationCode("PACK-1");
  private static final Map<String, String> PLACES =
      Map.of("A-01-02", "bin", "B-01-01", "bin", "CART-1", "cart", "PACK-1", "packing");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random(1);
  private DeviceStore store;
  private JournalOutbox outbox;
  private WorkSession<PickingState> session;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, random);
    session =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new PickingWorkflow(),
                PickingState.start(),
                scan -> new Identified.PlainCode(scan.raw().text()),
                PickingSessionTest::sighting,
                outbox,
                new WorkPlace<>(store, "work/NORTH/picking", PickingState.class),
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

  /// What the server said, with what waits in the outbox laid over it.
  private WrittenBooks books() {
    List<Object> known =
        new ArrayList<>(
            List.of(
                HAMMER,
                new Place(CART, "", "cart"),
                new Place(PACK, "", "packing"),
                new Reason(new ReasonCode("empty"), "Nothing there", List.of("short_pick"))));
    long picked =
        commands().stream()
            .filter(PickStock.class::isInstance)
            .mapToLong(command -> ((PickStock) command).quantity().units())
            .sum();
    boolean ended = picked == 6 || commands().stream().anyMatch(ShortPick.class::isInstance);
    if (!ended) {
      known.add(task());
      known.add(line().plus(picked));
    }
    return WrittenBooks.of(known.toArray());
  }

  private static WaitingTask task() {
    return new WaitingTask(
        new Reference("PICK-1"),
        "pick",
        "leased",
        50,
        "A",
        Optional.of(BIN),
        Optional.empty(),
        "wave",
        "WAVE-1",
        Optional.empty(),
        Optional.empty(),
        Optional.of(6L),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Scenes.ANA),
        Optional.empty());
  }

  private static PickLine line() {
    return new PickLine(
        PICK,
        Optional.of(new Reference("PICK-1")),
        "WAVE-1",
        "SO-1",
        HAMMER.sku(),
        "Hammer",
        Optional.of(BIN),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        6,
        0,
        "open",
        1,
        false,
        Optional.empty());
  }

  private static Sighting sighting(Identified read) {
    String text = read instanceof Identified.PlainCode(String code) ? code : "";
    return text.equals("HM-1")
        ? new Sighting.Goods(HAMMER, PackLevel.EACH, Label.NONE, List.of(), Optional.empty())
        : new Sighting.AtPlace(
            new Place(new LocationCode(text), "A", PLACES.getOrDefault(text, "bin")));
  }

  private Outcome scan(String text) {
    return session.onScan(Samples.scan(text));
  }

  private List<Command> commands() {
    return outbox.pending(1_000).stream()
        .map(Envelope::command)
        .filter(command -> !(command instanceof ReferralCommand)) // work, not what is told of it
        .toList();
  }

  @Test
  @DisplayName("H15 a wrong place and wrong goods are noted, change nothing and are no unsent work")
  void wrongScansAreNoted() {
    scan("SW-CMD-OK");
    scan("B-01-01");
    scan("A-01-02");
    PickingState before = session.state();
    scan("B-01-01");
    assertEquals(before, session.state());
    assertEquals(List.of(), commands());
    assertEquals(0, outbox.pendingCount());
    assertEquals(
        List.of("pick location A-01-02 B-01-01", "pick location A-01-02 B-01-01"),
        outbox.pending(9).stream()
            .map(Envelope::command)
            .map(ReferralCommand.NoteMismatch.class::cast)
            .map(
                noted ->
                    noted.activity()
                        + " "
                        + noted.mistaken()
                        + " "
                        + noted.expected()
                        + " "
                        + noted.scanned())
            .toList());
  }

  @Test
  @DisplayName("H52 command barcodes complete a short pick without any touch")
  void aShortPickIsDoneWithTheScannerAlone() {
    scan("SW-CMD-OK");
    scan("A-01-02");
    scan("HM-1");
    assertEquals(Signal.ATTENTION, scan("SW-CMD-SHORT").signal());
    Outcome empty = scan("SW-CMD-OK");
    assertEquals("Is A-01-02 empty now?", empty.headline());
    assertEquals(Signal.DONE, scan("SW-CMD-OK").signal());
    assertEquals("Brought to PACK-1.", scan("PACK-1").headline());
    assertEquals(
        List.of(
            new PickStock(
                Scenes.NORTH,
                PICK,
                new Quantity(1),
                CART,
                Optional.of(BIN),
                Optional.empty(),
                Optional.of(HAMMER.sku()),
                Optional.empty()),
            new ShortPick(Scenes.NORTH, PICK, new ReasonCode("empty")),
            new CheckZero(Scenes.NORTH, BIN, Optional.empty(), true),
            new DropGoods(Scenes.NORTH, CART, Optional.empty(), PACK)),
        commands());
  }

  @Test
  @DisplayName("H40 H41 neither going back nor a restart loses an accepted scan")
  void nothingThatWasAcceptedIsLost() {
    SplittableRandom luck = new SplittableRandom(7);
    List<String> codes =
        List.of(
            "SW-CMD-OK",
            "SW-CMD-BACK",
            "SW-CMD-SHORT",
            "SW-CMD-SKIP",
            "SW-CMD-QTY",
            "SW-CMD-DONE",
            "A-01-02",
            "A-01-02",
            "B-01-01",
            "HM-1",
            "PACK-1");
    int kept = 0;
    for (int i = 0; i < 600; i++) {
      Outcome outcome = scan(codes.get(luck.nextInt(codes.size())));
      int now = commands().size();
      assertTrue(outcome.command().isPresent() ? now > kept : now == kept, outcome.headline());
      kept = now;
      if (luck.nextInt(4) == 0) {
        PickingState before = session.state();
        store.close();
        open();
        assertEquals(before, session.state());
        assertEquals(kept, commands().size());
      }
    }
    assertTrue(kept > 2, "most scans meant nothing");
  }
}
