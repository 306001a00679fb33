package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReferralCommand.NoteMismatch;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole client against a small site over real HTTP, without a stream (the server refuses the
/// upgrade), with the line cut at will.
@NullUnmarked // fields are set before each test
class ClientCoreTest {
  private static final String CASE = "09501101530003";

  @TempDir private Path folder;
  private final InstantSource clock = InstantSource.system();
  private SmallSite site;
  private ClientCore core;
  private WarehouseDesk desk;

  @BeforeEach
  void start() throws IOException {
    site = new SmallSite();
    open();
  }

  @AfterEach
  void stop() {
    core.close();
    site.close();
  }

  private void open() {
    core =
        ClientCore.open(
            new ClientSettings(
                folder.resolve("device.db"), Samples.DESK, site.address(), ZoneOffset.UTC, clock),
            ClientCoreTest::read);
    desk = core.enter(Samples.NORTH);
  }

  /// Reads GTINs and plain text; the real reader has tests of its own.
  private static Identified read(Scan scan) {
    return scan.text().matches("\\d{14}")
        ? new Identified.TradeItem(
            new Gtin(scan.text()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty())
        : new Identified.PlainCode(scan.text());
  }

  private Outcome scan(String text) {
    return desk.receiving()
        .onScan(
            Scan.ofText(text, new DeviceId("scanner-1"), Instant.parse("2026-11-20T10:00:00Z")));
  }

  private void signIn() {
    assertInstanceOf(Reply.Ok.class, core.signIn(new Credentials.Password("ana", "secret")));
    Await.until("the catalogue is here", () -> !core.catalogue().byBarcode(CASE).isEmpty());
    Await.until("the orders are here", () -> !core.openOrders(Samples.NORTH).isEmpty());
    Await.until(
        "the places are here",
        () ->
            core.catalogue()
                .place(Samples.NORTH, new dev.stockwright.vocabulary.LocationCode("STG-2"))
                .isPresent());
  }

  private void drained() {
    Await.until("everything is answered", () -> core.syncStatus().unsent() == 0);
  }

  private List<Envelope> applied() {
    return List.copyOf(site.applied);
  }

  @Test
  void aScannedCaseIsSafeHereThenOnTheServerOnce() {
    signIn();
    Outcome outcome = scan(CASE);
    assertEquals(Signal.ACCEPT, outcome.signal());
    assertEquals("Hammer +24 (1 case x 24)", outcome.headline());
    assertEquals("+24", outcome.value());
    drained();
    Envelope envelope = applied().getFirst();
    assertEquals(outcome.command(), Optional.of(envelope.id()));
    assertEquals(Samples.receive("HM-1", 24), envelope.command());
    assertEquals(Optional.of(new Operator("ana")), envelope.author());
    assertEquals(Optional.of(CASE), envelope.scan());
    assertEquals(Entry.Fate.ACCEPTED, core.history(1).getFirst().fate());
  }

  @Test
  void workGoesOnInADeadSpotAndIsReportedLateOnceAndInOrder() {
    signIn();
    site.down = true;
    assertEquals(Signal.ACCEPT, scan("PO-1").signal());
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    Await.until("off line is seen", () -> core.syncStatus().state() instanceof SyncState.Offline);
    for (int i = 0; i < 3; i++) {
      assertEquals(Signal.ACCEPT, scan(CASE).signal());
    }
    assertEquals(96, core.openOrders(Samples.NORTH).getFirst().lines().getFirst().received());
    assertEquals(4, core.syncStatus().unsent());
    site.down = false;
    core.tryNow();
    drained();
    assertEquals(List.of(1L, 2L, 3L, 4L), applied().stream().map(Envelope::sequence).toList());
    assertTrue(applied().getLast().insisted(), "captured off line: a fact");
    ReceiveGoods last = (ReceiveGoods) applied().getLast().command();
    assertEquals(Optional.of(new Reference("PO-1")), last.purchaseOrder());
  }

  @Test
  void anAnswerThatIsLostIsAskedForAgainAndNothingIsDoubled() {
    signIn();
    site.loseAnswers.set(3);
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    for (int i = 0; i < 3; i++) {
      int left = 3 - i;
      Await.until("an answer is lost", () -> site.loseAnswers.get() < left);
      core.tryNow();
    }
    core.tryNow();
    drained();
    assertEquals(1, applied().size());
  }

  @Test
  void theAppIsStartedAgainAndGoesOnWhereItWas() {
    signIn();
    site.down = true;
    assertEquals(Signal.ACCEPT, scan("PO-1").signal());
    assertEquals(Signal.ACCEPT, scan("STG-2").signal());
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    core.close();
    open();
    assertEquals(Optional.of(new Reference("PO-1")), desk.receiving().state().order());
    assertEquals(1, core.syncStatus().unsent());
    site.down = false;
    signIn();
    core.tryNow();
    drained();
    assertEquals(1, applied().size());
  }

  @Test
  void theLastStepIsUndoneByAReversingCommand() {
    signIn();
    Outcome received = scan(CASE);
    Outcome undone = desk.receiving().undoLast();
    assertEquals(Signal.ACCEPT, undone.signal());
    assertEquals("-24", undone.value());
    assertEquals(Signal.REJECT, desk.receiving().undoLast().signal());
    drained();
    assertEquals(new UndoCommand(received.command().orElseThrow()), applied().getLast().command());
  }

  @Test
  void theStepsThatCanBeUndoneAreKnownAfterARestart() {
    signIn();
    site.down = true;
    Outcome first = scan(CASE);
    Outcome second = scan(CASE);
    assertEquals("-24", desk.receiving().undoLast().value());
    core.close();
    open();
    assertEquals(1, desk.receiving().undoable(), "the second one is undone already");
    Outcome undone = desk.receiving().undoLast();
    assertEquals("Undone: Hammer +24 (1 case x 24)", undone.headline());
    assertEquals(0, desk.receiving().undoable());
    List<UndoCommand> kept =
        core.history(10).stream()
            .map(entry -> entry.envelope().command())
            .filter(UndoCommand.class::isInstance)
            .map(UndoCommand.class::cast)
            .toList();
    assertEquals(
        List.of(
            new UndoCommand(first.command().orElseThrow()),
            new UndoCommand(second.command().orElseThrow())),
        kept);
  }

  @Test
  void refusedWorkWaitsForAPersonWhoGivesItAgainOrUp() {
    signIn();
    site.refused = new Sku("HM-1");
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    Await.until("both are refused", () -> core.attention().size() == 2);
    Await.until(
        "somebody is wanted", () -> core.syncStatus().state().equals(new SyncState.NeedsYou(2)));
    Entry first = core.attention().getFirst();
    assertFalse(first.refusalSentence().isEmpty());
    assertEquals(Optional.of(CASE), first.envelope().scan());
    site.refused = new Sku("NOTHING");
    assertInstanceOf(Added.Saved.class, core.resend(first.envelope().id(), true));
    assertTrue(core.discard(core.attention().getFirst().envelope().id(), "counted twice"));
    drained();
    assertEquals(1, applied().size());
    assertEquals(List.of(), core.attention());
  }

  /// A question that was asked in one language is answered in another: the state has no words.
  @Test
  void itSpeaksTheLanguageThatIsChosenFromThenOn() {
    signIn();
    assertEquals("Hammer +24 (1 case x 24)", scan(CASE).headline());
    assertEquals("NEVER-SEEN is not known here.", scan("NEVER-SEEN").headline());
    core.speak(Language.GERMAN);
    Card.Question asked = desk.receiving().card().question().orElseThrow();
    assertEquals("NEVER-SEEN ist hier unbekannt.", core.wording().say(asked.subject()));
    Outcome help = scan("SW-CMD-HELP");
    assertEquals(
        List.of("Beiseitelegen", "Liegen lassen"),
        help.answers().stream().map(Outcome.Answer::label).toList());
    assertEquals("Ware beiseitegelegt.", scan("SW-CMD-OK").headline());
    assertEquals("Rückgängig: Hammer +24 (1 Karton x 24)", scan("SW-CMD-UNDO").headline());
    site.refused = new Sku("HM-1");
    core.speak(Language.POLISH);
    assertEquals("Hammer +24 (1 karton x 24)", scan(CASE).headline());
    Await.until("it is refused", () -> !core.attention().isEmpty());
    Entry refused = core.attention().getFirst();
    String polish = core.refusal(refused);
    assertEquals("Produkt HM-1 nie jest znany. Sprawdź kod lub dodaj produkt.", polish);
    core.speak(Language.ENGLISH);
    assertEquals(refused.refusalSentence(), core.refusal(refused));
  }

  @Test
  void anEndedSessionLosesNothing() {
    signIn();
    site.token = "another";
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    Await.until(
        "sign-in is wanted", () -> core.syncStatus().state() instanceof SyncState.SignInNeeded);
    assertEquals(Signal.ACCEPT, scan(CASE).signal());
    assertInstanceOf(Reply.Ok.class, core.signIn(new Credentials.Password("ana", "secret")));
    drained();
    assertEquals(2, applied().size());
  }

  @Test
  void anUnknownCodeIsAQuestionAndItsAnswerIsTaken() {
    signIn();
    Outcome asked = scan("05901234123457");
    assertEquals(Signal.ATTENTION, asked.signal());
    assertEquals(2, asked.answers().size());
    assertEquals(Signal.ACCEPT, desk.receiving().choose(Key.SET_ASIDE).signal());
    assertEquals(List.of(), core.history(10));
  }

  @Test
  void twentyScansASecondAreAllTakenWhileTheServerIsSlow() {
    signIn();
    site.slowMillis = 300;
    List<Signal> signals = Collections.synchronizedList(new ArrayList<>());
    try (ScanQueue queue =
        new ScanQueue(desk.receiving()::onScan, (scan, outcome) -> signals.add(outcome.signal()))) {
      Instant start = Instant.parse("2026-11-20T10:00:00Z");
      for (int i = 0; i < 40; i++) {
        Scan scan = Scan.ofText(CASE, new DeviceId("scanner-1"), start.plusSeconds(i));
        assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan));
      }
      Await.until("all have beeped", () -> signals.size() == 40);
    }
    assertEquals(Collections.nCopies(40, Signal.ACCEPT), List.copyOf(signals));
    drained();
    assertEquals(40, applied().size());
    assertEquals(40, applied().stream().map(Envelope::id).distinct().count());
  }

  @Test
  void theCommandCardActsAndIsNeverGoods() {
    signIn();
    scan(CASE);
    assertEquals("-24", scan("SW-CMD-UNDO").value());
    assertEquals("Nothing to undo.", scan("SW-CMD-UNDO").headline());
    assertEquals("There is nothing to confirm.", scan("SW-CMD-OK").headline());
    assertEquals(Signal.ATTENTION, scan("NEVER-SEEN").signal());
    assertEquals(Signal.ACCEPT, scan("SW-CMD-OK").signal(), "the first answer: set aside");
    assertEquals(Signal.ATTENTION, scan("NEVER-SEEN").signal());
    assertEquals("Nothing was recorded.", scan("SW-CMD-BACK").headline());
    assertEquals(Signal.REJECT, scan("SW-CMD-DONE").signal());
    scan("PO-1");
    scan("SW-CMD-DONE");
    assertEquals(Optional.empty(), desk.receiving().state().order());
    for (CommandBarcode command : CommandBarcode.values()) {
      assertFalse(scan(command.code()).detail().isEmpty(), command.code());
    }
    drained();
    assertEquals(
        List.of(2L, 2L),
        List.of(
            applied().stream().filter(told -> told.command() instanceof NoteMismatch).count(),
            applied().stream().filter(told -> !(told.command() instanceof NoteMismatch)).count()),
        "the strange code noted twice; received and undone");
  }
}
