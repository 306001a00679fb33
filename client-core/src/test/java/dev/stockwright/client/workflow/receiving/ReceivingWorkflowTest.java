package dev.stockwright.client.workflow.receiving;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.Samples;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.receiving.ReceivingTable.Row;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PurchaseCommand.AllowOverReceipt;
import dev.stockwright.protocol.PurchaseCommand.CloseAsn;
import dev.stockwright.protocol.PurchaseCommand.ClosePurchaseOrder;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReceivingWorkflowTest {
  private static final ReceivingWorkflow WORKFLOW = new ReceivingWorkflow();
  private static final Wording ENGLISH = wording(Language.ENGLISH);
  private static final WorkflowTable<ReceivingState> TABLE = ReceivingTable.table(ENGLISH::say);

  private static Wording wording(Language language) {
    Instant then = ReceivingSite.TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC);
    return new Wording(language, ZoneOffset.UTC, InstantSource.fixed(then));
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return TABLE.tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    TABLE.isThePage(
        "receiving-steps",
        """
        # Receiving, on a device

        Goods are taken in the moment they are scanned: without a document, against a purchase
        order, or with a shipping notice. Only what is missing or doubtful is asked. What the server
        makes of it stands in [deliveries, returns and orders](receiving-documents.md).
        """);
  }

  @TestFactory
  Stream<DynamicTest> everyStepFitsInEveryLanguage() {
    return Stream.of(Language.values())
        .map(language -> wording(language))
        .flatMap(
            words ->
                ReceivingTable.rows().stream()
                    .map(
                        row ->
                            DynamicTest.dynamicTest(
                                words.language() + ": " + row.input(), () -> fits(row, words))));
  }

  /// In 80 characters, and no gap is left open in what stands on the band and on the screen.
  private static void fits(Row row, Wording words) {
    Step<ReceivingState> step = TABLE.step(row.events());
    Text headline = step.said().headline();
    assertEquals(words.say(headline), words.headline(headline), "short names are not cut");
    Card card = WORKFLOW.card(step.state(), ReceivingSite.scene());
    Stream.of(
            Stream.of(headline, card.title(), card.prompt().instruction()),
            step.said().detail().stream(),
            step.said().value().stream(),
            card.context().stream(),
            card.hint().stream(),
            card.progress().map(Card.Progress::what).stream(),
            card.primary().map(Card.Action::label).stream(),
            card.more().stream().map(Card.Action::label),
            card.rows().stream().map(Card.Row::head),
            card.prompt().detail().stream(),
            card.question().stream().flatMap(q -> Stream.of(q.subject(), q.reason(), q.after())),
            card.question().stream()
                .flatMap(q -> q.answers().stream())
                .flatMap(
                    answer -> Stream.concat(Stream.of(answer.label()), answer.detail().stream())))
        .flatMap(texts -> texts)
        .map(words::say)
        .forEach(
            said ->
                assertTrue(!said.contains("…") && !said.isBlank() && !said.contains("{"), said));
  }

  /// A device that was killed goes on at the same step.
  @Test
  @DisplayName("H28: a half-entered line, and every other state, survives a restart")
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(ReceivingState.class);
    Set<ReceivingState> states = TABLE.states();
    states.forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
    assertEquals(
        Set.of(
            "Ready",
            "LotWanted",
            "ExpiryWanted",
            "SerialWanted",
            "FaultWanted",
            "Linking",
            "Closing",
            "Deciding"),
        states.stream()
            .map(state -> state.phase().getClass().getSimpleName())
            .collect(Collectors.toSet()));
  }

  private static List<Command> commands(Event... events) {
    Step<ReceivingState> step = TABLE.step(List.of(events));
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<ReceivingState> recorded ? recorded.commands() : List.of();
  }

  private static ReceiveGoods goods(Event... events) {
    return (ReceiveGoods) commands(events).getFirst();
  }

  private static ReceiveGoods receive(String sku, long units) {
    return Samples.receive(sku, units);
  }

  @Test
  @DisplayName("H21: a case of 24 is its pieces, and says so")
  void aBlindCaseIsItsPiecesAtTheWarehousesOwnPlace() {
    assertEquals(receive("HM-1", 24), goods(ReceivingSite.HAMMER_CASE));
  }

  @Test
  void theCommandSaysWhatTheLabelTheOrderAndThePlaceSay() {
    assertEquals(
        new ReceiveGoods(
            Scenes.NORTH,
            ReceivingSite.MILK.sku(),
            new Quantity(24),
            Optional.of(new LocationCode("STG-2")),
            Optional.of(new LotCode("L2")),
            Optional.of(ReceivingSite.TODAY.plusDays(9)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Reference("PO-1")),
            Optional.empty()),
        goods(ReceivingSite.PO, ReceivingSite.STAGING, ReceivingSite.MILK_LOT));
  }

  @Test
  void aTypedLotADateAndAScannedSerialNumberEndUpInTheCommand() {
    assertEquals(
        Optional.of(new LotCode("L-77")), goods(ReceivingSite.MILK_CASE, ReceivingSite.TEXT).lot());
    assertEquals(
        Optional.of(new SerialNumber("L-77")),
        goods(ReceivingSite.DRILL_PIECE, ReceivingSite.TEXT).serial());
    ReceiveGoods cream = goods(ReceivingSite.CREAM_LOT, ReceivingSite.keyed(10_127));
    assertEquals(Optional.of(LocalDate.of(2027, 1, 1)), cream.expiry());
    assertEquals(Optional.of(new LotCode("L3")), cream.lot());
  }

  @Test
  void quarantinePalletAndDamageEndUpInTheCommand() {
    assertEquals(
        Optional.of(Condition.QUARANTINE),
        goods(ReceivingSite.MILK_OLD, press(Key.QUARANTINE)).condition());
    Event pallet =
        ReceivingSite.goods(ReceivingSite.HAMMER, ReceivingSite.CASE, ReceivingSite.pallet(60));
    assertEquals(
        "006141411234567890", goods(pallet).handlingUnit().map(Object::toString).orElse(""));
    ReceiveGoods damaged =
        goods(press(Key.DAMAGED), give(new Input.Because("damage")), ReceivingSite.HAMMER_EACH);
    assertEquals(Optional.of(Condition.DAMAGED), damaged.condition());
    assertEquals(Optional.of(new ReasonCode("damage")), damaged.reason());
  }

  @Test
  void goodsGoOntoTheNewUnitUntilItIsFinished() {
    Event unit = ReceivingSite.unit(ReceivingSite.NEW_UNIT, false);
    assertEquals(
        Optional.of(ReceivingSite.NEW_UNIT),
        goods(unit, ReceivingSite.HAMMER_EACH, ReceivingSite.HAMMER_EACH).handlingUnit());
    assertEquals(
        Optional.empty(), goods(unit, press(Key.DONE), ReceivingSite.HAMMER_EACH).handlingUnit());
  }

  @Test
  @DisplayName("H25: exactly three choices, and nothing is posted before one is taken")
  void aQuestionOffersTheThreeWays() {
    Step<ReceivingState> step = TABLE.step(List.of(ReceivingSite.PO, ReceivingSite.ROPE_EACH));
    assertInstanceOf(Step.Undecided.class, step);
    Card card = WORKFLOW.card(step.state(), ReceivingSite.scene());
    assertEquals(
        List.of("Use PO-7", "Extra line", "Leave it"),
        card.question().orElseThrow().answers().stream()
            .map(answer -> ENGLISH.say(answer.label()))
            .toList());
    ReceiveGoods rope = goods(ReceivingSite.PO, ReceivingSite.ROPE_EACH, press(Key.USE_OTHER));
    assertEquals(Optional.of(new Reference("PO-7")), rope.purchaseOrder());
  }

  @Test
  @DisplayName("H24: beyond the tolerance a supervisor's decision comes first, and is judged")
  void moreThanMayComeIsASupervisorsToAllow() {
    ReceivingState over = TABLE.after(List.of(ReceivingSite.PO, ReceivingSite.NAIL_CASE));
    Step.Recorded<ReceivingState> step =
        (Step.Recorded<ReceivingState>)
            WORKFLOW.given(
                over, new Input.Press(Key.INSIST), Scenes.supervisor(ReceivingSite.BOOKS));
    AllowOverReceipt allowed = (AllowOverReceipt) step.commands().getFirst();
    assertEquals(new Reference("PO-1"), allowed.order());
    assertEquals(new Quantity(14), allowed.quantity(), "114 of 100");
    ReceiveGoods goods = (ReceiveGoods) step.commands().getLast();
    assertEquals(new Quantity(24), goods.quantity());
    assertFalse(step.insisted(), "the server judges whether it was allowed");
  }

  @Test
  @DisplayName("H24: within the tolerance goods are taken at once, with a flag")
  void aLittleMoreIsTakenWithAFlag() {
    List<Event> within = List.of(ReceivingSite.PO, ReceivingSite.SCREW_EACH);
    assertEquals(
        "+1 over (limit 10).", TABLE.step(within).said().detail().map(ENGLISH::say).orElseThrow());
    assertEquals(1, commands(within.toArray(Event[]::new)).size());
  }

  @Test
  @DisplayName("H27: a supervisor links an unknown barcode to a product")
  void anUnknownCodeIsLearnt() {
    Event link = ReceivingSite.supervised(press(Key.LINK));
    assertEquals(
        List.of(
            new LearnBarcode(
                new Reference("05901234123457"),
                ReceivingSite.HAMMER.sku(),
                Optional.of("case"),
                Optional.of(24L),
                Optional.empty())),
        commands(ReceivingSite.STRANGE, link, ReceivingSite.HAMMER_CASE));
  }

  @Test
  void theFirstGoodsOfADeliveryStartItsReceiptAndTheNextGoIntoIt() {
    List<Command> first = commands(ReceivingSite.ASN, ReceivingSite.UNIT);
    StartReceipt start = (StartReceipt) first.getFirst();
    assertEquals(Optional.of(new Reference("ASN-1")), start.asn());
    ReceiveUnit unit = (ReceiveUnit) first.getLast();
    assertEquals(start.number(), unit.into());
    assertEquals(ReceivingSite.U1, unit.unit());
    List<Command> next = commands(ReceivingSite.ASN, ReceivingSite.UNIT, ReceivingSite.NAIL_EACH);
    assertEquals(1, next.size());
    ReceiveLine line = (ReceiveLine) next.getFirst();
    assertEquals(start.number(), Optional.of(line.receipt()));
    assertEquals(ReceivingSite.NAIL.sku(), line.sku());
  }

  @Test
  @DisplayName("H48: one scan receives goods, and one a whole pallet")
  void aLineIsOneScan() {
    assertEquals(1, commands(ReceivingSite.PO, ReceivingSite.HAMMER_EACH).size());
    assertEquals(2, commands(ReceivingSite.UNIT).size(), "its receipt is started with it");
  }

  @Test
  @DisplayName("D1: what does not come any more is closed, what comes later is left")
  void differencesAreClosedOrExpected() {
    Event done = press(Key.DONE);
    Event cancel = ReceivingSite.supervised(ReceivingSite.point("HM-1"));
    assertEquals(
        List.of(
            new ClosePurchaseOrder(
                Scenes.NORTH,
                new Reference("PO-1"),
                new ReasonCode("not_delivered"),
                List.of(ReceivingSite.HAMMER.sku()))),
        commands(ReceivingSite.PO, ReceivingSite.HAMMER_CASE, done, cancel, done));
    List<Command> delivery = commands(ReceivingSite.ASN, ReceivingSite.UNIT, done, cancel, done);
    assertInstanceOf(CloseReceipt.class, delivery.getFirst());
    assertEquals(
        new CloseAsn(Scenes.NORTH, new Reference("ASN-1"), new ReasonCode("not_delivered")),
        delivery.getLast());
    List<Command> clean = commands(ReceivingSite.DONE_PO, ReceivingSite.SAW_EACH, done);
    StartReceipt start = (StartReceipt) clean.getFirst();
    assertEquals(Optional.of(new Reference("PO-9")), start.purchaseOrder());
    assertEquals(new CloseReceipt(Scenes.NORTH, start.number().orElseThrow()), clean.getLast());
  }

  @Test
  void offLineClosingIsAskedFor() {
    ReceivingState begun = TABLE.after(List.of(ReceivingSite.DONE_PO, ReceivingSite.SAW_EACH));
    Step<ReceivingState> step =
        WORKFLOW.given(begun, new Input.Press(Key.DONE), Scenes.offline(ReceivingSite.BOOKS));
    assertEquals(
        "PO-9: closing is asked for, and done on line.", ENGLISH.say(step.said().headline()));
  }

  @Test
  void theCardShowsWhatIsOpenFirstAndWhatCameLast() {
    ReceivingState state = TABLE.after(List.of(ReceivingSite.PO, ReceivingSite.HAMMER_CASE));
    Card card = WORKFLOW.card(state, ReceivingSite.scene());
    assertEquals(
        new Card.Progress(1, 7, card.progress().orElseThrow().what()), card.progress().get());
    assertEquals("1 of 7 lines", ENGLISH.say(card.progress().get().what()));
    List<String> rows = card.rows().stream().map(row -> ENGLISH.say(row.head())).toList();
    assertEquals(List.of("Hammer", "Nail", "Bolt", "Milk", "Cream", "Drill", "Screw"), rows);
    assertEquals("90/100", ENGLISH.say(card.rows().get(1).value().orElseThrow()));
    assertEquals("Last: +24 (1 case x 24)", ENGLISH.say(card.goods().orElseThrow().source()));
    assertEquals("Close PO-1", ENGLISH.say(card.primary().orElseThrow().label()));
  }

  @Test
  @DisplayName("H29: of a blind notice no figure is shown")
  void aBlindNoticeShowsNoFigures() {
    ReceivingState state = TABLE.after(List.of(ReceivingSite.BLIND_ASN, ReceivingSite.HAMMER_EACH));
    Card card = WORKFLOW.card(state, ReceivingSite.scene());
    assertEquals(Optional.empty(), card.progress());
    assertEquals(2, card.rows().size());
    assertTrue(card.rows().stream().allMatch(row -> row.value().isEmpty()));
  }

  @Test
  void whatIsExpectedCanBeChosen() {
    Card card = WORKFLOW.card(ReceivingState.start(Scenes.NORTH), ReceivingSite.scene());
    assertEquals(
        List.of("PO-1", "PO-7", "PO-8", "PO-9", "ASN-1", "ASN-2", "ASN-4"),
        card.rows().stream().map(row -> ENGLISH.say(row.head())).toList());
    assertEquals(Optional.of(new Input.Point("PO-1")), card.rows().getFirst().input());
    ReceivingState rope = TABLE.after(List.of(ReceivingSite.ROPE_EACH));
    Card wanting = WORKFLOW.card(rope, ReceivingSite.scene());
    assertEquals("PO-7", ENGLISH.say(wanting.rows().getFirst().head()), "it wants what came last");
  }

  @Test
  void aRefusedReceiptIsOpenedAgain() {
    ReceivingState state = TABLE.after(List.of(ReceivingSite.UNIT));
    Command start = commands(ReceivingSite.UNIT).getFirst();
    assertEquals(new ReceivingState.Nothing(), WORKFLOW.refused(state, start).against());
    assertEquals(state, WORKFLOW.refused(state, receive("HM-1", 1)));
  }
}
