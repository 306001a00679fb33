package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.devices.DriverWords;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.labels.queue.PrintJob;
import dev.stockwright.devices.labels.queue.PrintListener;
import dev.stockwright.devices.labels.queue.PrintQueue;
import dev.stockwright.devices.labels.queue.QueueSettings;
import dev.stockwright.devices.labels.simulated.Fault;
import dev.stockwright.devices.labels.simulated.PrintedLabel;
import dev.stockwright.devices.labels.simulated.SimulatedPrinter;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk with an RFID reader and a label printer, from the network to the screen.
class ReadersAndPrintersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CASE = "]C10114006381333938";
  private static final String PIECE = "]E04006381333931";
  private static final String EPC = "3074257bf7194e4000001a85";

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private static final PrintListener DEAF =
      new PrintListener() {
        @Override
        public void job(PrintJob job) {}

        @Override
        public void printer(DeviceHealth health) {}
      };

  private final SimulatedScanner scanner =
      new SimulatedScanner(new DeviceId("scanner-1"), InstantSource.system());

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void aTagIsALineOfItsReader() throws Exception {
    SimulatedReader reader = reader();
    FloorApp app = desk("--reader", "127.0.0.1:" + reader.port());
    assertTrue(reader.awaitReading(PATIENCE));
    await(() -> state(app, "reader-1") == DeviceState.READY);
    assertTrue(reader.hear(2, EPC, -48));
    await(() -> !app.devices().frames("reader-1").isEmpty());
    FrameLine line = on(() -> app.devices().frames("reader-1").getFirst());
    assertEquals(FrameLine.Kind.TAG, line.kind());
    assertEquals(EPC, line.hex());
    assertEquals("urn:epc:id:sgtin:0614141.812345.6789", line.text());
    assertEquals("Arrived at reader-1-2, -48 dBm", line.meaning());
    await(() -> row(app, "reader-1").health().reads() == 1);
    DeviceRow row = on(() -> row(app, "reader-1"));
    assertEquals("Reader 1", row.name());
    assertEquals("R", row.lane());
    assertTrue(row.health().simulated(), "it says that it is simulated");
    assertTrue(row.profile().isEmpty(), "there is no wizard for it");
    await(() -> cell(app, "reader-1").equals("Simulated reader 1 ready"));
    assertEquals(0, on(() -> app.receiving().feed().size()), "a tag is no receipt");
  }

  @Test
  void ofManyTagsTheLastTwentyAreShown() throws Exception {
    SimulatedReader reader = reader();
    FloorApp app = desk("--reader", "dock=127.0.0.1:" + reader.port());
    assertTrue(reader.awaitReading(PATIENCE));
    for (int i = 0; i < 300; i++) {
      assertTrue(reader.hear(1, "3074257bf7194e400000%04x".formatted(i), -50));
    }
    await(() -> row(app, "dock").health().reads() == 300);
    await(() -> app.devices().frames("dock").getFirst().hex().endsWith("012b"));
    assertEquals(20, on(() -> app.devices().frames("dock").size()));
  }

  @Test
  @DisplayName("D10 A reader that is gone is shown and said within 3 s, and comes back")
  void aReaderThatIsGoneIsShownAndSaidWithinThreeSecondsAndComesBack() throws Exception {
    SimulatedReader reader = reader();
    FloorApp app = desk("--reader", "127.0.0.1:" + reader.port());
    await(() -> state(app, "reader-1") == DeviceState.READY);
    Headless.run(() -> app.shell().signedIn().set(true));
    long off = System.nanoTime();
    reader.switchOff();
    await(
        () ->
            state(app, "reader-1") == DeviceState.LOST
                && cell(app, "reader-1").endsWith("eader 1 not found")
                && said(app).equals("Reader 1 does not work"));
    Duration shown = Duration.ofNanos(System.nanoTime() - off);
    System.out.println("reader off to shown and said: " + shown.toMillis() + " ms");
    assertTrue(shown.compareTo(Duration.ofSeconds(3)) < 0, shown::toString);
    assertFalse(on(() -> row(app, "reader-1").health().reason()).isBlank());
    reader.switchOn();
    await(() -> state(app, "reader-1") == DeviceState.READY);
    await(() -> row(app, "reader-1").health().reconnects() == 1);
    await(() -> cell(app, "reader-1").endsWith("ready"));
  }

  @Test
  @DisplayName("D10 While the reader is away scans by hand go on, and what was received stays")
  void withoutItsReaderScansByHandGoOn() throws Exception {
    SimulatedReader reader = reader();
    FloorApp app = working("--reader", "127.0.0.1:" + reader.port());
    await(() -> state(app, "reader-1") == DeviceState.READY);
    receive(app);
    reader.switchOff();
    await(() -> state(app, "reader-1") == DeviceState.LOST);
    // Not the case again: so soon after the first it would be the same read twice.
    scanner.scan(PIECE);
    await(() -> received(app).equals(List.of("+1", "+24")));
  }

  private static List<String> received(FloorApp app) {
    return app.receiving().feed().stream().map(FeedEntry::value).filter(v -> !v.isEmpty()).toList();
  }

  @Test
  void f7PrintsALabelOfWhatWasReceivedLast() throws Exception {
    SimulatedPrinter printer = printer(0);
    FloorApp app = working("--printer", "127.0.0.1:" + printer.port());
    Headless window = window(app);
    window.press(KeyCode.F7);
    await(() -> said(app).equals("Nothing to print"));
    receive(app);
    window.press(KeyCode.F7);
    await(() -> said(app).equals("Label queued at printer-1"));
    assertTrue(printer.awaitPrinted(1, PATIENCE));
    PrintedLabel label = printer.printed().getFirst();
    assertTrue(label.zpl().contains("Folding rule 2 m"), label::zpl);
    assertTrue(label.zpl().contains("400638133393"), label::zpl);
    assertTrue(label.picture().png().length > 1_000, "a picture of it");
    await(() -> lines(app).getFirst().equals("Printed at printer-1."));
    await(() -> state(app, "printer-1") == DeviceState.READY);
    await(() -> cell(app, "printer-1").equals("Printer 1 ready"));
    assertEquals("P", on(() -> row(app, "printer-1").lane()));
  }

  @Test
  @DisplayName("D7: the same label once more is a reprint, kept and listed with who asked for it")
  void aReprintIsKeptWithThePerson() throws Exception {
    SimulatedPrinter printer = printer(0);
    FloorApp app = working("--printer", "127.0.0.1:" + printer.port());
    Headless window = window(app);
    receive(app);
    window.press(KeyCode.F7);
    assertTrue(printer.awaitPrinted(1, PATIENCE));
    await(() -> asked(app).stream().anyMatch(line -> line.startsWith("asked by Ines Ferrer, ")));
    window.press(KeyCode.F7);
    await(() -> said(app).equals("Label printed again at printer-1"));
    assertTrue(printer.awaitPrinted(2, PATIENCE));
    await(
        () ->
            asked(app).stream().anyMatch(line -> line.startsWith("again, asked by Ines Ferrer, ")));
    app.close();
    PrintQueue kept =
        PrintQueue.open(
                folder.resolve("labels"),
                List.of(),
                QueueSettings.standard(),
                InstantSource.system(),
                DEAF)
            .orElseThrow();
    open.add(kept);
    PrintJob repeated = kept.jobs().getLast();
    assertEquals("Ines Ferrer", repeated.by());
    assertEquals(kept.jobs().getFirst().number(), repeated.reprintOf().orElseThrow());
  }

  private static List<String> asked(FloorApp app) {
    return app.devices().frames("printer-1").stream().map(FrameLine::hex).toList();
  }

  @Test
  @DisplayName("D6 Without its printer a label waits, and work goes on")
  void withoutItsPrinterALabelWaitsAndWorkGoesOn() throws Exception {
    SimulatedPrinter gone = printer(0);
    int port = gone.port();
    gone.close();
    FloorApp app = working("--printer", "127.0.0.1:" + port);
    Headless window = window(app);
    receive(app);
    window.press(KeyCode.F7);
    await(() -> told(app, "printer-1").endsWith("1 label waits."));
    await(() -> state(app, "printer-1") == DeviceState.LOST);
    await(() -> cell(app, "printer-1").equals("Printer 1 not found"));
    scanner.scan("]C0PO-1");
    await(() -> app.receiving().openId().get().filter("PO-1"::equals).isPresent());
    SimulatedPrinter back = printer(port);
    assertTrue(back.awaitPrinted(1, PATIENCE));
    await(() -> state(app, "printer-1") == DeviceState.READY);
    await(() -> !told(app, "printer-1").contains("wait"));
  }

  @Test
  void aPrinterWithoutPaperIsSaidInASentence() throws Exception {
    SimulatedPrinter printer = printer(0);
    FloorApp app = working("--printer", "127.0.0.1:" + printer.port());
    Headless window = window(app);
    receive(app);
    await(() -> state(app, "printer-1") == DeviceState.READY);
    printer.suffer(Fault.PAPER_OUT);
    window.press(KeyCode.F7);
    await(() -> said(app).equals("Printer 1 does not print"));
    await(() -> cell(app, "printer-1").equals("Printer 1 stopped"));
    printer.suffer(Fault.OK);
    assertTrue(printer.awaitPrinted(1, PATIENCE));
    await(() -> cell(app, "printer-1").equals("Printer 1 ready"));
  }

  @Test
  void withoutAPrinterF7SaysHowToSetOneUp() throws Exception {
    FloorApp app = working();
    Headless window = window(app);
    receive(app);
    window.press(KeyCode.F7);
    await(() -> said(app).equals("No label printer is set up"));
    assertEquals(
        "Start this desk with --printer HOST, its address.",
        on(() -> app.receiving().feedback().get().orElseThrow().detail()));
  }

  @Test
  void whileAnotherProgramPrintsFromTheFolderTheDeskSaysSo() {
    Path labels = folder.resolve("labels");
    open.add(
        PrintQueue.open(labels, List.of(), QueueSettings.standard(), InstantSource.system(), DEAF)
            .orElseThrow());
    FloorUnfit unfit = assertThrows(FloorUnfit.class, () -> desk("--printer", "127.0.0.1:1"));
    assertEquals(
        "Another program prints labels from "
            + labels
            + ". Close it, or start this desk with another --data.",
        unfit.getMessage());
  }

  private void receive(FloorApp app) {
    scanner.scan(CASE);
    await(() -> app.receiving().feed().stream().anyMatch(entry -> entry.value().equals("+24")));
  }

  private SimulatedReader reader() {
    SimulatedReader reader = new SimulatedReader(ReaderModel.impinj(), 0);
    open.add(reader);
    return reader;
  }

  private SimulatedPrinter printer(int port) throws IOException {
    SimulatedPrinter printer =
        SimulatedPrinter.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            Optional.empty(),
            Duration.ofMillis(20),
            _ -> {});
    open.add(printer);
    return printer;
  }

  /// Signed in at a small server.
  private FloorApp working(String... words) throws IOException {
    SmallServer server = new SmallServer();
    open.add(server);
    FloorApp app = desk(server.address(), words);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
    return app;
  }

  private FloorApp desk(String... words) {
    return desk(URI.create("http://localhost:1"), words);
  }

  private FloorApp desk(URI server, String... words) {
    Headless.run(() -> {});
    List<String> arguments = new CopyOnWriteArrayList<>(words);
    arguments.addAll(List.of("--server", server.toString(), "--data", folder.toString()));
    FloorOptions.Read read =
        FloorOptions.read(arguments.toArray(String[]::new), java.util.Map.of(), folder);
    FloorOptions options = ((FloorOptions.Read.Start) read).options();
    FloorApp app = FloorApp.open(options, List.of(scanner), FeedbackProbe.NONE);
    open.add(app);
    return app;
  }

  private Headless window(FloorApp app) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    return window;
  }

  private static String said(FloorApp app) {
    return app.receiving().feedback().get().map(Feedback::headline).orElse("");
  }

  private static List<String> lines(FloorApp app) {
    return app.devices().frames("printer-1").stream().map(FrameLine::meaning).toList();
  }

  private static String cell(FloorApp app, String id) {
    return app.shell().status().stream()
        .filter(cell -> cell.id().equals("cell-" + id))
        .map(cell -> cell.words())
        .findFirst()
        .orElse("");
  }

  private static DeviceRow row(FloorApp app, String id) {
    return app.devices().rows().stream()
        .filter(row -> row.health().source().code().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// As the person at the desk reads it.
  private static String told(FloorApp app, String id) {
    return DriverWords.say(row(app, id).health().told(), app.client().wording());
  }

  private static DeviceState state(FloorApp app, String id) {
    return row(app, id).health().state();
  }

  private static <T> T on(Supplier<T> ask) {
    return Headless.call(ask::get);
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
