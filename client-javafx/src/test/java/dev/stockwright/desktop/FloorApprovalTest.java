package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.approval.ApprovalViewModel;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.receiving.ReceiptHeader;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A supervisor allows more than was ordered at the desk of a receiver, who stays signed in.
class FloorApprovalTest {
  private static final String CASE = "]C10114006381333938";
  private static final String ORDERS =
      """
      {"items":[
       {"number":"PO-1","supplier":"Brandt","lines":[
        {"sku":"FR-2","name":"Folding rule 2 m","ordered":20,"received":0}]},
       {"number":"PO-2","supplier":"Lumen","lines":[
        {"sku":"FR-2","name":"Folding rule 2 m","ordered":1000,"received":0}]}]}
      """;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final SimulatedScanner first = scanner("scanner-1");
  private final SimulatedScanner second = scanner("scanner-2");
  private SmallServer server = none();
  private FloorApp app = none();
  private Headless window = none();

  /// Set before each test.
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T none() {
    return null;
  }

  @BeforeEach
  void work() throws IOException {
    server = new SmallServer();
    open.add(server);
    server.page("/api/v1/purchase-orders", _ -> ORDERS);
    Headless.run(() -> {});
    app =
        FloorApp.open(
            FloorOptions.of(server.address(), folder), List.of(first, second), FeedbackProbe.NONE);
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 3);
    await(() -> app.receiving().lanes().cards().size() == 2 && app.client().syncStatus().online());
    window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    first.scan("PO-1");
    second.scan("PO-2");
    await(() -> documents().equals(List.of("PO-1", "PO-2")));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @DisplayName("H24 At the desk a supervisor's badge and PIN allow more; the other lane goes on")
  void badgeAndPinAllowMore() {
    overTheLimit();
    second.scan(CASE);
    await(() -> received("PO-2") == 24);
    first.scan("SW-SUE");
    await(() -> stage().equals(Optional.of(Stage.PIN)));
    assertEquals(0, received("PO-1"), "a badge is no goods");
    pin("111111");
    await(() -> said().contains("do not fit") && stage().equals(Optional.of(Stage.PIN)));
    CountDownLatch answer = server.holdApprovals();
    pin("777888");
    await(() -> stage().equals(Optional.of(Stage.ASKING)));
    second.scan(CASE);
    await(() -> received("PO-2") == 48);
    answer.countDown();
    await(() -> received("PO-1") == 24);
    await(() -> stage().isEmpty());
    assertEquals(2, server.approvals().size());
    String allowed = server.approvals().getLast();
    assertTrue(allowed.contains("\"badge\":\"SW-SUE\",\"pin\":\"777888\""), allowed);
    assertTrue(allowed.contains("allow_over_receipt"), allowed);
    assertEquals("Ines Ferrer", Headless.call(() -> app.shell().user().get()));
    assertTrue(Headless.call(() -> app.shell().signedIn().get()));
  }

  @Test
  @DisplayName("H24 By keyboard: user name and PIN; Esc leads back to the question")
  void userNameAndPinByKeyboard() {
    overTheLimit();
    name("sue");
    window.press(KeyCode.ESCAPE);
    await(() -> stage().equals(Optional.of(Stage.BADGE)));
    window.press(KeyCode.ESCAPE);
    await(() -> stage().isEmpty() && app.receiving().decision().get().isPresent());
    assertEquals(0, received("PO-1"));
    window.type("1");
    await(() -> stage().equals(Optional.of(Stage.BADGE)));
    name("sue");
    Headless.run(() -> "777888".chars().forEach(c -> approval().typed((char) c)));
    window.type("\n");
    await(() -> received("PO-1") == 24);
    String allowed = server.approvals().getLast();
    assertTrue(allowed.contains("\"user\":\"sue\",\"pin\":\"777888\""), allowed);
  }

  @Test
  @DisplayName("H24 Without the server nobody can allow it at the desk, and that is said")
  void offLineItNeedsTheServer() throws IOException {
    first.scan(CASE);
    await(() -> app.receiving().decision().get().isPresent());
    server.close();
    app.client().tryNow();
    second.scan(CASE);
    await(() -> !app.client().syncStatus().online());
    window.type("1");
    await(() -> said().contains("nobody can allow this now"));
    assertEquals(Optional.empty(), stage());
    assertEquals(0, received("PO-1"));
    assertTrue(Headless.call(() -> app.receiving().decision().get().isPresent()));
  }

  /// The case is too much; the first answer is for a supervisor.
  private void overTheLimit() {
    first.scan(CASE);
    await(() -> app.receiving().decision().get().isPresent());
    window.type("1");
    await(() -> stage().equals(Optional.of(Stage.BADGE)));
  }

  /// As fast as a scanner that types, which makes it no badge.
  private void pin(String digits) {
    window.type(digits + "\n");
  }

  /// Letters by hand, then Enter.
  private void name(String user) {
    window.type(user);
    await(() -> approval().name().get().equals(user));
    window.type("\n");
    await(() -> stage().equals(Optional.of(Stage.PIN)));
  }

  private Optional<Stage> stage() {
    return Headless.call(() -> approval().picture().get().map(ApprovalPicture::stage));
  }

  private ApprovalViewModel approval() {
    return app.receiving().lanes().approval();
  }

  private String said() {
    return app.receiving().feedback().get().map(Feedback::headline).orElse("");
  }

  private List<String> documents() {
    return app.receiving().lanes().cards().stream()
        .map(card -> card.receipt().map(ReceiptHeader::document).orElse(""))
        .toList();
  }

  private long received(String order) {
    long units = 0;
    for (Entry entry : app.client().history(1_000)) {
      if (entry.envelope().command() instanceof ReceiveGoods goods
          && goods.purchaseOrder().filter(of -> of.code().equals(order)).isPresent()) {
        units += goods.quantity().units();
      }
    }
    return units;
  }

  /// Nobody reads the same code again as quickly as a trigger bounces, however quick this machine.
  private static SimulatedScanner scanner(String name) {
    AtomicLong seconds = new AtomicLong(InstantSource.system().instant().getEpochSecond());
    return new SimulatedScanner(
        new DeviceId(name), () -> Instant.ofEpochSecond(seconds.getAndIncrement()));
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
