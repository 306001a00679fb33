package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Outcome;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.desktop.receiving.Lane;
import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole app against a small server, from a scan to the band and the command.
class FloorAppTest {
  private static final Credentials INES = new Credentials.Password("ines", "right");
  private static final String CASE = "]C10114006381333938";

  @TempDir private Path folder;
  private final List<Long> measured = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private SimulatedScanner scanner = scanner();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void aScanIsFeedbackAndACommandAtTheServer() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    scanner.scan("]C0PO-1");
    await(() -> app.receiving().openId().get().filter("PO-1"::equals).isPresent());
    scanner.scan(CASE);
    await(() -> said(app, Outcome.ACCEPT).value().equals("+24"));
    assertEquals("Folding rule 2 m", on(() -> said(app, Outcome.ACCEPT).headline()));
    await(() -> line(app).received() == 24);
    await(() -> sent(app) == FeedEntry.Sent.SENT);
    assertEquals(1, server.commands().size(), "sent once");
    assertTrue(server.commands().getFirst().contains("\"purchase_order\":\"PO-1\""));
    assertEquals(2, measured.size(), "each scan was measured");
  }

  @Test
  void aBounceOfTheTriggerIsHeardAndSaidAndNotBooked() throws IOException {
    SmallServer server = server();
    // Both are read in one moment, however late this machine comes to the second.
    scanner =
        new SimulatedScanner(
            new DeviceId("scanner-1"), InstantSource.fixed(InstantSource.system().instant()));
    FloorApp app = working(server);
    scanner.scan(CASE);
    scanner.scan(CASE);
    await(() -> app.receiving().readTwice().get());
    await(() -> said(app, Outcome.ACCEPT).value().equals("+24"));
    await(() -> sent(app) == FeedEntry.Sent.SENT);
    assertEquals(1, server.commands().size());
    assertEquals(1, on(() -> app.receiving().feed().size()));
  }

  @Test
  void theFeedSaysFromWhichLaneAScanCame() throws IOException {
    FloorApp app = working(server());
    scanner.scan(CASE);
    scanner.scan("]E05901234123457");
    await(() -> app.receiving().feed().size() == 2);
    assertEquals(
        List.of(Optional.of("1"), Optional.of("1")),
        on(
            () ->
                app.receiving().feed().stream()
                    .map(entry -> entry.lane().map(Lane::sign))
                    .toList()));
  }

  @Test
  void theLastStepsCanBeUndoneAfterARestart() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    scanner.scan(CASE);
    await(() -> app.receiving().undoable().get());
    app.close();
    scanner = scanner();
    FloorApp again = working(server);
    await(() -> again.receiving().undoable().get());
    Headless.run(() -> again.receiving().undo());
    await(() -> said(again, Outcome.ACCEPT).value().equals("-24"));
    assertEquals("Undone: Folding rule 2 m", on(() -> said(again, Outcome.ACCEPT).headline()));
    await(() -> !again.receiving().undoable().get());
    again.close();
    scanner = scanner();
    FloorApp third = working(server);
    await(() -> third.receiving().feed().size() == 2);
    assertFalse(on(() -> third.receiving().undoable().get()), "undone is undone");
  }

  @Test
  void workGoesOnWithoutTheServerAndIsSentByTheNextStart() throws Exception {
    SmallServer server = server();
    FloorApp app = working(server);
    server.close();
    scanner.scan("]C0PO-1");
    scanner.scan(CASE);
    await(() -> !app.receiving().feed().isEmpty() && sent(app) == FeedEntry.Sent.SAVED);
    await(() -> app.shell().status().stream().anyMatch(c -> c.words().equals("1 unsent")));
    app.close();

    SmallServer later = server();
    scanner = scanner();
    FloorApp again = working(later);
    await(() -> !again.receiving().feed().isEmpty() && sent(again) == FeedEntry.Sent.SENT);
    assertEquals(1, later.commands().size());
    await(() -> again.receiving().openId().get().equals(Optional.of("PO-1")));
    await(() -> line(again).received() == 24);
  }

  @Test
  void whatTheServerRefusesNeedsSomebody() throws IOException {
    SmallServer server = server();
    server.refuse();
    FloorApp app = working(server);
    scanner.scan(CASE);
    await(() -> app.attention().items().size() == 1);
    assertEquals(
        "Received 24 Folding rule 2 m", on(() -> app.attention().items().getFirst().done()));
    Headless.run(
        () -> {
          app.attention().askDiscard();
          app.attention().answer(3);
        });
    await(() -> app.attention().items().isEmpty());
  }

  @Test
  void undoTakesBackTheLastStep() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    scanner.scan(CASE);
    await(() -> app.receiving().undoable().get());
    Headless.run(() -> app.receiving().undo());
    await(() -> said(app, Outcome.ACCEPT).value().equals("-24"));
    await(() -> !app.receiving().undoable().get());
    await(() -> app.receiving().lines().isEmpty());
  }

  @Test
  void anUnknownCodeAsksAndTheAnswerIsTaken() throws IOException {
    FloorApp app = working(server());
    scanner.scan("]E05901234123457");
    await(() -> app.receiving().decision().get().isPresent());
    Headless.run(() -> app.receiving().typed('2'));
    await(() -> said(app, Outcome.ACCEPT).headline().equals("Nothing was recorded."));
    await(() -> app.receiving().decision().get().isEmpty());
  }

  @Test
  void aWrongPasswordIsSaidAsTheServerSaysIt() throws IOException {
    FloorApp app = app(server().address());
    app.signIn(new Credentials.Password("ines", "wrong"));
    await(() -> !message(app).isEmpty());
    assertEquals("User or password is wrong.", message(app));
  }

  @Test
  void withoutAServerSigningInSaysWhatItNeeds() {
    FloorApp app = app(URI.create("http://localhost:1"));
    app.signIn(INES);
    await(() -> !message(app).isEmpty());
    assertEquals(
        "The server http://localhost:1 is not reached, and signing in needs it. Check the network,"
            + " then try again.",
        message(app));
  }

  @Test
  void whoLocksTheDeskGoesAndTheWorkStays() throws IOException {
    FloorApp app = working(server());
    scanner.scan("]C0PO-1");
    await(() -> app.receiving().openId().get().filter("PO-1"::equals).isPresent());
    Headless.run(() -> app.shell().lock());
    assertFalse(on(() -> app.shell().signedIn().get()));
    app.signIn(INES);
    await(() -> app.shell().signedIn().get());
    await(() -> app.receiving().openId().get().equals(Optional.of("PO-1")));
  }

  @Test
  @DisplayName("X3, D13 Language and zoom are each person's own; the desk has its own beside them")
  void whoChoseALanguageIsSpokenToInIt() throws IOException {
    SmallServer server = server();
    FloorApp app = app(server.address());
    press(app, KeyCode.F2, false);
    await(() -> app.shell().speech().language() == Language.GERMAN);
    app.signIn(INES);
    await(() -> app.shell().signedIn().get());
    press(app, KeyCode.PLUS, true);
    press(app, KeyCode.PLUS, true);
    Headless.run(() -> app.shell().lock());
    await(() -> app.shell().zoom().get() == 100);
    press(app, KeyCode.F2, false);
    await(() -> app.shell().speech().language() == Language.POLISH);
    Headless.run(() -> app.keeper().keepNow());
    app.close();
    scanner = scanner();
    FloorApp again = app(server.address());
    await(() -> again.shell().speech().language() == Language.POLISH);
    again.signIn(INES);
    await(() -> again.shell().signedIn().get() && again.shell().zoom().get() == 120);
    await(() -> again.shell().speech().language() == Language.GERMAN);
    await(() -> again.shell().status().getLast().words().equals("Alles gesendet"));
  }

  private static void press(FloorApp app, KeyCode code, boolean control) {
    Headless.run(
        () ->
            Event.fireEvent(
                app.window().scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
  }

  private static String message(FloorApp app) {
    return app.signInMessage();
  }

  private static Feedback said(FloorApp app, Outcome outcome) {
    return app.receiving()
        .feedback()
        .get()
        .filter(feedback -> feedback.outcome() == outcome)
        .orElse(Feedback.attention("", ""));
  }

  private static ReceiptLine line(FloorApp app) {
    return app.receiving().lines().getFirst().value().get().orElseThrow();
  }

  private static FeedEntry.Sent sent(FloorApp app) {
    // The band speaks first; the line of the feed follows.
    return app.receiving().feed().stream()
        .findFirst()
        .map(FeedEntry::sent)
        .orElse(FeedEntry.Sent.SAVED);
  }

  /// Signed in, with the order of the server in the queue.
  private FloorApp working(SmallServer server) {
    FloorApp app = app(server.address());
    app.signIn(INES);
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
    return app;
  }

  private FloorApp app(URI server) {
    Headless.run(() -> {});
    FloorApp app =
        FloorApp.open(
            FloorOptions.of(server, folder), List.of(scanner), (_, nanos) -> measured.add(nanos));
    open.add(app);
    return app;
  }

  private SmallServer server() throws IOException {
    SmallServer server = new SmallServer();
    open.add(server);
    return server;
  }

  private static SimulatedScanner scanner() {
    return new SimulatedScanner(new DeviceId("scanner-1"), InstantSource.system());
  }

  private static <T> T on(Supplier<T> question) {
    return Headless.call(question::get);
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
