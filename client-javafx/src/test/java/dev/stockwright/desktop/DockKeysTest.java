package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What F10 and F12 do with a receipt at the desk.
class DockKeysTest {
  private static final String STAGED =
      """
      {"items":[
       {"place":"STG-1","sku":"FR-2","name":"Folding rule 2 m","quantity":24,"lot":"",
        "handling_unit":"","condition":"available"},
       {"place":"STG-1","sku":"HB-8","name":"Hex bolt M8","quantity":5,"lot":"",
        "handling_unit":"","condition":"available"}],"next":null}
      """;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final SimulatedScanner scanner =
      new SimulatedScanner(new DeviceId("scanner-1"), InstantSource.system());

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @DisplayName("D1 F12 gathers what came without an order; F10 releases what came with one")
  void aReceiptIsReleasedAndEndedByKeys() throws IOException {
    SmallServer server = new SmallServer();
    open.add(server);
    server.page("/api/v1/staged", _ -> STAGED);
    FloorApp app = working(server);
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    window.press(KeyCode.F12);
    await(() -> said(app).equals("Nothing was received without an order."));
    scanner.scan("]C10114006381333938");
    await(() -> server.commands().size() == 1);
    window.press(KeyCode.F12);
    await(() -> server.commands().size() == 2);
    assertTrue(server.commands().get(1).contains("gather_receipt"), server.commands()::toString);
    scanner.scan("PO-1");
    await(() -> app.receiving().openId().get().equals(Optional.of("PO-1")));
    window.press(KeyCode.F10);
    await(() -> server.commands().size() == 3);
    String released = server.commands().get(2);
    assertTrue(released.contains("open_put_away") && released.contains("FR-2"), released);
    assertTrue(!released.contains("HB-8"), "that is no goods of this order: " + released);
    await(() -> said(app).equals("1 row released to put away"));
    closes(app, window);
  }

  /// What does not come any more is for a supervisor to say.
  private void closes(FloorApp app, Headless window) {
    scanner.scan("]C10104006381333931");
    await(() -> said(app).equals("Folding rule 2 m"));
    window.press(KeyCode.F12);
    await(() -> app.receiving().decision().get().isPresent());
    List<String> ways =
        Headless.call(
            () ->
                app.receiving().decision().get().orElseThrow().options().stream()
                    .map(Decision.Option::verb)
                    .toList());
    assertEquals(List.of("Close PO-1", "Folding rule 2 m -47", "Go on receiving"), ways);
    Headless.run(() -> app.receiving().choose(2));
    await(() -> phase(app).equals(Optional.of(List.of("FR-2"))));
    await(() -> app.receiving().decision().get().isPresent());
    Headless.run(() -> app.receiving().choose(1));
    await(
        () ->
            app.receiving()
                .lanes()
                .approval()
                .picture()
                .get()
                .map(ApprovalPicture::stage)
                .equals(Optional.of(Stage.BADGE)));
  }

  private static Optional<List<String>> phase(FloorApp app) {
    return app.client().desk().orElseThrow().receiving().state().phase()
            instanceof ReceivingState.Closing closing
        ? Optional.of(closing.cancelled().stream().map(sku -> sku.code()).toList())
        : Optional.empty();
  }

  private static String said(FloorApp app) {
    return app.receiving().feedback().get().map(Feedback::headline).orElse("");
  }

  private FloorApp working(SmallServer server) {
    Headless.run(() -> {});
    FloorApp app =
        FloorApp.open(
            FloorOptions.of(server.address(), folder), List.of(scanner), FeedbackProbe.NONE);
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
    return app;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!Headless.call(condition::getAsBoolean)) {
      assertTrue(System.nanoTime() < end, "it did not come to that");
      LockSupport.parkNanos(1_000_000); // the machine has other things to do
    }
  }
}
