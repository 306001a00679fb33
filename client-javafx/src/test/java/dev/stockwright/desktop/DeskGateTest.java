package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.look.Outcome;
import dev.stockwright.desktop.receiving.GatePicture;
import dev.stockwright.devices.command.NamedAddress;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.epc.EpcTag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The RFID gate of the receiving desk, from the reader's reports to the commands.
class DeskGateTest {
  private static final int EXPECTED = 48;
  private static final int HEARD = 46;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @DisplayName("D8, D9, D10: 46 of 48 heard, the reader is lost, barcodes do the rest, posted once")
  void aPassIsReceivedOnce() throws Exception {
    SimulatedReader reader = new SimulatedReader(ReaderModel.impinj(), 0);
    open.add(reader);
    SimulatedScanner scanner =
        new SimulatedScanner(new DeviceId("scanner-1"), InstantSource.system());
    FloorApp app = working(reader, scanner);
    assertTrue(reader.awaitReading(Duration.ofSeconds(20)));
    scanner.scan("]C0PO-1");
    await(() -> app.receiving().openId().get().equals(Optional.of("PO-1")));
    Headless.run(() -> app.receiving().readTags());
    await(() -> app.receiving().gate().get().isPresent());
    for (int read = 0; read < 4; read++) {
      for (int tag = 0; tag < HEARD; tag++) {
        assertTrue(reader.hear(1, epc(tag), -48));
      }
      Soon.pass(150); // goods pass slowly
    }
    reader.hear(2, epc(999), -71);
    await(() -> gate(app).read() == HEARD && rows(app, GatePicture.Kind.IGNORED) == 1);
    await(() -> app.receiving().decision().get().isPresent());
    assertEquals("2 missing.", on(() -> app.receiving().decision().get().get().scanned()));
    assertEquals(
        List.of("Folding rule 2 m", "2"),
        on(() -> List.of(gate(app).rows().getFirst().what(), gate(app).rows().getFirst().value())));
    reader.switchOff();
    await(() -> said(app, Outcome.SYSTEM).equals("Reader 1 does not work"));
    scanner.scan("]E04006381333931");
    await(() -> gate(app).read() == HEARD + 1);
    assertEquals(0, received(app).size(), "nothing is posted yet");
    Soon.pass(300); // or it is a bounce of the trigger
    scanner.scan("]E04006381333931");
    await(() -> said(app, Outcome.DONE).equals("48 received."));
    await(() -> app.receiving().gate().get().isEmpty());
    assertEquals(List.of((long) EXPECTED), received(app));
    Headless.run(() -> app.receiving().readTags());
    await(() -> !said(app, Outcome.REJECT).isEmpty());
    assertEquals(List.of((long) EXPECTED), received(app), "once");
  }

  @Test
  @DisplayName("D9: 2 reads, a weak signal or a moment do not make a pass")
  void aStrayTagStaysWeak() {
    assertEquals(List.of(true), weak(2, -48, 1_000));
    assertEquals(List.of(true), weak(40, -71, 1_000));
    assertEquals(List.of(true), weak(40, -48, 200));
    assertEquals(List.of(false), weak(3, -48, 300));
    GateReads reads = new GateReads();
    reads.heard(List.of(sighting(1, -48, 0)));
    assertEquals(1, reads.news(Instant.EPOCH).size());
    assertEquals(0, reads.news(Instant.EPOCH).size(), "each once");
    reads.heard(List.of(sighting(5, -48, 500)));
    assertEquals(List.of(false), reads.news(Instant.EPOCH).stream().map(t -> t.weak()).toList());
  }

  private static List<Boolean> weak(int count, double dbm, long millis) {
    GateReads reads = new GateReads();
    reads.heard(List.of(sighting(count, dbm, millis)));
    return reads.news(Instant.EPOCH).stream().map(tag -> tag.weak()).toList();
  }

  private static TagSighting sighting(int count, double dbm, long millis) {
    Instant first = Instant.EPOCH;
    return new TagSighting(
        new DeviceId("reader-1"), 1, "3034", dbm, count, first, first.plusMillis(millis));
  }

  private static String epc(int serial) {
    return ((EpcTag) EpcTag.ofUri("urn:epc:tag:sgtin-96:1.4006381.033393." + serial)).hex();
  }

  private static List<Long> received(FloorApp app) {
    return app.client().history(100).stream()
        .map(Entry::envelope)
        .map(envelope -> envelope.command())
        .filter(ReceiveGoods.class::isInstance)
        .map(command -> ((ReceiveGoods) command).quantity().units())
        .toList();
  }

  private static GatePicture gate(FloorApp app) {
    return app.receiving()
        .gate()
        .get()
        .orElseGet(() -> new GatePicture("", "", 0, 0, List.of(), List.of()));
  }

  private static long rows(FloorApp app, GatePicture.Kind kind) {
    return gate(app).rows().stream().filter(row -> row.kind() == kind).count();
  }

  private static String said(FloorApp app, Outcome outcome) {
    return app.receiving()
        .feedback()
        .get()
        .filter(feedback -> feedback.outcome() == outcome)
        .map(feedback -> feedback.headline())
        .orElse("");
  }

  private FloorApp working(SimulatedReader reader, SimulatedScanner scanner) throws Exception {
    SmallServer server = new SmallServer();
    open.add(server);
    Headless.run(() -> {});
    FloorOptions plain = FloorOptions.of(server.address(), folder);
    NamedAddress at = new NamedAddress(new DeviceId("reader-1"), "127.0.0.1", reader.port());
    FloorApp app =
        FloorApp.open(
            new FloorOptions(
                plain.server(),
                plain.folder(),
                plain.device(),
                plain.scanners(),
                plain.baud(),
                false,
                plain.signInFile(),
                plain.warehouse(),
                plain.profiles(),
                List.of(at),
                plain.printers()),
            List.of(scanner),
            FeedbackProbe.NONE);
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
    return app;
  }

  private static <T> T on(Supplier<T> ask) {
    return Headless.call(ask::get);
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
