package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.look.Outcome;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.work.WorkViewModel;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The activities of the handheld on the real scene of the desk, by scanner and keys alone.
class FloorWorkTest {
  private static final Credentials INES = new Credentials.Password("ines", "right");
  private static final String LOCATIONS =
      """
      {"items":[
       {"code":"A-01-01","zone":"A","kind":"pick","pick_sequence":1,"x_mm":0,"y_mm":0,"z_mm":0,
        "locked_in":false,"locked_out":false},
       {"code":"A-01-02","zone":"A","kind":"pick","pick_sequence":2,"x_mm":0,"y_mm":0,"z_mm":0,
        "locked_in":false,"locked_out":false}]}
      """;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private SimulatedScanner scanner = scanner();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void aMoveIsMadeByScannerAndKeysAndUndone() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    Headless window = atWork(app);
    chooseMove(app, window);
    scanner.scan("A-01-01");
    await(() -> last(app) == Outcome.ACCEPT && sign(app).equals("A-01-01"));
    scanner.scan("]C10114006381333938");
    await(() -> work(app).picture().get().takesQuantity());
    Headless.run(() -> work(app).typed('6'));
    scanner.scan("A-01-02");
    await(() -> server.commands().size() == 1);
    String moved = server.commands().getFirst();
    assertTrue(moved.contains("\"quantity\":6"), moved);
    await(() -> work(app).picture().get().undoable());
    window.press(KeyCode.F8);
    await(() -> server.commands().size() == 2);
    assertTrue(server.commands().get(1).contains("undo"), server.commands().get(1));
  }

  @Test
  void whoSignsInAgainGoesOnAtTheSameStep() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    Headless window = atWork(app);
    chooseMove(app, window);
    scanner.scan("A-01-01");
    await(() -> sign(app).equals("A-01-01"));
    window.close();
    app.close();
    scanner = scanner();
    FloorApp again = working(server);
    await(() -> sign(again).equals("A-01-01"));
  }

  @Test
  void whatIsReceivedOpensOnTheReceivingScreen() throws IOException {
    FloorApp app = working(server());
    atWork(app);
    scanner.scan("PO-1");
    await(() -> app.shell().section().get() == Section.RECEIVE);
    await(() -> app.receiving().openId().get().equals(Optional.of("PO-1")));
  }

  @Test
  void aCodeCanBeTypedInsteadOfScanned() throws IOException {
    FloorApp app = working(server());
    Headless window = atWork(app);
    chooseMove(app, window);
    window.press(KeyCode.F, "ctrl");
    Headless.run(() -> work(app).code(" A-01-02 "));
    await(() -> sign(app).equals("A-01-02"));
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.ESCAPE);
    await(() -> sign(app).isEmpty());
    assertEquals(0, Headless.call(() -> work(app).number().get()));
  }

  private static void chooseMove(FloorApp app, Headless window) {
    await(() -> !work(app).picture().get().lines().isEmpty());
    Input move = new Input.Point("MOVE");
    for (int i = 0; i < 10 && !Headless.call(() -> chosen(app, move)); i++) {
      window.press(KeyCode.DOWN);
    }
    window.press(KeyCode.ENTER);
    await(() -> work(app).picture().get().back());
  }

  private static boolean chosen(FloorApp app, Input wanted) {
    return work(app).selected().get().equals(Optional.of(wanted));
  }

  private static String sign(FloorApp app) {
    return work(app).picture().get().sign().map(sign -> sign.code()).orElse("");
  }

  private static Outcome last(FloorApp app) {
    return work(app).feedback().get().map(said -> said.outcome()).orElse(Outcome.SYSTEM);
  }

  private static WorkViewModel work(FloorApp app) {
    return app.sections().work();
  }

  private Headless atWork(FloorApp app) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    window.press(KeyCode.DIGIT5, "ctrl");
    await(() -> app.shell().section().get() == Section.WORK);
    return window;
  }

  private FloorApp working(SmallServer server) {
    Headless.run(() -> {});
    FloorApp app =
        FloorApp.open(
            FloorOptions.of(server.address(), folder), List.of(scanner), FeedbackProbe.NONE);
    open.add(app);
    app.signIn(INES);
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
    return app;
  }

  private SmallServer server() throws IOException {
    SmallServer server = new SmallServer();
    server.page("/api/v1/locations", _ -> LOCATIONS);
    open.add(server);
    return server;
  }

  private static SimulatedScanner scanner() {
    return new SimulatedScanner(new DeviceId("scanner-1"), InstantSource.system());
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
