package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
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
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.client.workflow.receiving.ReceivingWorkflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Receiving on a real store, which is closed and opened again in the middle.
@NullUnmarked // fields are set before each test
class ReceivingSessionTest {
  private static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "each", false, false);
  private static final Product MILK = new Product(new Sku("MK-1"), "Milk", "each", true, false);
  private static final HandlingUnit PALLET = new HandlingUnit("U-1");
  private static final WrittenBooks BOOKS =
      WrittenBooks.of(HAMMER, MILK, order("PO-1"), order("PO-2"), notice());

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random(1);
  private DeviceStore store;
  private JournalOutbox outbox;
  private ReceivingSession first;
  private ReceivingSession second;

  private static OpenOrder order(String number) {
    return new OpenOrder(
        new Reference(number),
        "Acme",
        Optional.empty(),
        List.of(new OrderLine(HAMMER.sku(), "Hammer", 100, 0, 110)),
        Scenes.NOW);
  }

  private static Notice notice() {
    return new Notice(
        new Reference("ASN-1"),
        "Acme",
        Optional.empty(),
        "announced",
        Optional.empty(),
        false,
        List.of(
            new Notice.Line(
                1,
                Optional.of(PALLET),
                HAMMER.sku(),
                "Hammer",
                Optional.empty(),
                Optional.empty(),
                Optional.of(24L),
                Optional.of(0L))));
  }

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, random);
    first = session("1");
    second = session("2");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ReceivingSession session(String lane) {
    Function<Scan, Identified> reader = scan -> new Identified.PlainCode(scan.raw().text());
    WorkSession<ReceivingState> session =
        new WorkSession<>(
            new WorkSession.Parts<>(
                new ReceivingWorkflow(),
                ReceivingState.start(Samples.NORTH),
                reader,
                ReceivingSessionTest::sighting,
                outbox,
                new WorkPlace<>(store, "work/NORTH/receiving/" + lane, ReceivingState.class),
                new Circumstances(),
                () -> new Wording(Language.ENGLISH, ZoneOffset.UTC, clock)));
    return new ReceivingSession(
        session,
        sku -> Optional.of(goods(HAMMER)),
        new DeskApproval(
            new DeskApproval.Means(
                (wanted, waiting, allowed) -> Optional.empty(),
                badge -> Optional.empty(),
                Optional::empty),
            DeskApproval.Over.of(session, reader, ReceivingSessionTest::sighting)));
  }

  private final class Circumstances implements WorkSession.Circumstances {
    @Override
    public Scene scene() {
      return Scenes.later(Scenes.online(BOOKS), clock.instant());
    }

    @Override
    public Origin origin(List<Command> commands, Optional<String> scan, boolean insisted) {
      return new Origin(Optional.empty(), scan, insisted);
    }
  }

  private static Sighting sighting(Identified read) {
    String text = read instanceof Identified.PlainCode(String code) ? code : "";
    return switch (text) {
      case "HM-1" -> goods(HAMMER);
      case "MK-1" -> goods(MILK);
      case "PO-1", "PO-2" -> new Sighting.Document(order(text));
      case "U-1" -> new Sighting.Unit(PALLET, Optional.empty());
      default -> new Sighting.Unknown(text, true);
    };
  }

  private static Sighting goods(Product product) {
    return new Sighting.Goods(
        product, new PackLevel("case", 24), Label.NONE, List.of(), Optional.empty());
  }

  private void killed() {
    store.close();
    open();
  }

  private static Outcome scan(ReceivingSession session, String text) {
    return session.onScan(Samples.scan(text));
  }

  private List<Command> commands() {
    return outbox.pending(1_000).stream().map(Envelope::command).toList();
  }

  private ReceiveGoods received(int index) {
    return (ReceiveGoods) commands().get(index);
  }

  @Test
  @DisplayName("H28: goods without their lot stop the line; the half line survives a restart")
  void aHalfLineSurvivesARestart() {
    scan(first, "PO-1");
    first.times(2);
    Outcome asked = scan(first, "MK-1");
    assertEquals(Signal.ATTENTION, asked.signal());
    assertEquals("Milk: which lot?", asked.headline());
    assertEquals(List.of(), commands());
    killed();
    assertInstanceOf(ReceivingState.LotWanted.class, first.state().phase());
    assertEquals(Signal.REJECT, scan(first, "HM-1").signal(), "lot first");
    scan(first, "WITHOUT-ORDER-77");
    assertTrue(commands().isEmpty(), "milk is on no line of PO-1");
    first.leaveOrder();
    first.times(2);
    scan(first, "MK-1");
    killed();
    assertEquals(Signal.ACCEPT, scan(first, "L-77").signal());
    assertEquals(Optional.of(new LotCode("L-77")), received(0).lot());
    assertEquals(48, received(0).quantity().units());
  }

  @Test
  @DisplayName("D17: the document, the question and what was keyed in are there after a crash")
  void everythingIsThereAfterACrash() {
    scan(first, "PO-1");
    first.times(12);
    killed();
    assertEquals(Optional.of(new Reference("PO-1")), first.state().order());
    assertEquals(12, first.state().times());
    scan(first, "NEVER-SEEN");
    killed();
    assertTrue(first.card().question().isPresent());
    assertEquals("Goods set aside.", first.choose(Key.SET_ASIDE).headline());
  }

  @Test
  @DisplayName("D3: two lanes with two orders never mix")
  void twoLanesNeverMix() {
    scan(first, "PO-1");
    scan(second, "PO-2");
    for (int i = 0; i < 3; i++) {
      scan(first, "HM-1");
      scan(second, "HM-1");
      killed();
    }
    assertEquals(
        List.of("PO-1", "PO-2", "PO-1", "PO-2", "PO-1", "PO-2"),
        commands().stream()
            .map(command -> ((ReceiveGoods) command).purchaseOrder().orElseThrow().code())
            .toList());
    second.undoLast();
    assertEquals(
        new UndoCommand(outbox.pending(10).get(5).id()), commands().getLast(), "of its own lane");
    assertEquals(3, first.undoable());
    assertEquals(2, second.undoable());
  }

  @Test
  @DisplayName("D5: a multiplier counts for the next goods and is cleared by them or by BACK")
  void aMultiplierIsForTheNextGoodsOnly() {
    first.times(12);
    scan(first, "HM-1");
    scan(first, "HM-1");
    first.times(5);
    first.back();
    scan(first, "HM-1");
    assertEquals(288, received(0).quantity().units());
    assertEquals(24, received(1).quantity().units());
    assertEquals(24, received(2).quantity().units());
  }

  @Test
  void whatWasChosenFromAListIsTheWholeCount() {
    first.times(12);
    assertEquals(Signal.ACCEPT, first.receive(HAMMER.sku(), 3).signal());
    assertEquals(72, received(0).quantity().units());
    scan(first, "NEVER-SEEN");
    assertEquals(Signal.ACCEPT, first.receive(HAMMER.sku(), 1).signal(), "the question is left");
    assertEquals("PO-2 of Acme is open.", first.open(new Reference("PO-2")).headline());
  }

  @Test
  void undoSaysWhatGoesBackAndADeliveryIsNotUndoneHere() {
    scan(first, "HM-1");
    Outcome undone = first.undoLast();
    assertEquals("Undone: Hammer +24 (1 case x 24)", undone.headline());
    assertEquals("-24", undone.value());
    assertEquals("U-1 received, 1 line.", scan(first, "U-1").headline());
    assertInstanceOf(ReceiveUnit.class, commands().getLast());
    assertEquals(0, first.undoable());
    assertEquals(Signal.REJECT, first.undoLast().signal());
  }
}
