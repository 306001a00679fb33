package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lists on which something is done, on the real scene of the desk, by keys and scanner alone.
class FloorMatchingTest {
  private static final Credentials INES = new Credentials.Password("ines", "right");
  private static final String RECEIPTS =
      """
      {"items":[{"number":"R-12","warehouse":"EAST","state":"open","party":"BRANDT",
        "opened_at":"2026-11-20T10:00:00Z","opened_by":"ana","products":2,"units":12,
        "received":14}]}
      """;
  private static final String LOOSE =
      """
      {"items":[{"warehouse":"EAST","receiver":"ben","products":1,"units":6,
        "first":"2026-11-20T10:00:00Z","last":"2026-11-20T10:05:00Z"}]}
      """;
  private static final String PROPOSALS =
      """
      {"items":[
       {"number":"PO-7","supplier":"Brandt","blind":false,"products":2,"units":10,"left_over":2},
       {"number":"PO-1","supplier":"Brandt","blind":true,"products":1}]}
      """;
  private static final String STAGED =
      """
      {"items":[
       {"warehouse":"EAST","place":"DOCK-1","sku":"FR-2","name":"Folding rule 2 m",
        "quantity":48,"condition":"available"},
       {"warehouse":"EAST","place":"DOCK-1","sku":"HB-8","name":"Hex bolt M8","quantity":6,
        "lot":"L42","handling_unit":"HU-1","condition":"quarantine"}]}
      """;
  private static final String STEPS =
      """
      {"items":[
       {"warehouse":"EAST","n":3,"at":"2026-11-20T10:00:00Z","sku":"HB-8","lot":"L42",
        "from":"SUPPLIER","to":"DOCK-1","quantity":6,"condition":"available","reason":"receipt",
        "by":"ana","device":"d1"},
       {"warehouse":"EAST","n":9,"at":"2026-11-20T11:00:00Z","sku":"HB-8","lot":"L42",
        "from":"DOCK-1","to":"A-01","quantity":6,"condition":"available","reason":"put_away",
        "by":"ben","device":"d1"}]}
      """;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @DisplayName("D16 Goods without an order are matched with the best proposal by two keys")
  void unmatchedGoodsAreMatchedByKey() throws IOException {
    SmallServer server = server();
    server.page("/api/v1/receipts/R-12/proposals", _ -> PROPOSALS);
    FloorApp app = working(server);
    Headless window = atLists(app, ListKind.UNMATCHED);
    await(() -> lists(app).rows().size() == 2);
    assertEquals(
        List.of("R-12", "ana", "BRANDT", "2", "12", "14"), cells(app, 0, 0, 2, 3, 4, 5, 6));
    assertEquals(List.of("No receipt yet", "ben", "6"), cells(app, 1, 0, 2, 5));
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    await(() -> lists(app).decision().get().isPresent());
    assertEquals(
        new Decision(
            "R-12: 2 products, 12 units",
            "Which order did these goods come for? What does not fit stays unmatched.",
            List.of(
                new Decision.Option("PO-7", "PO-7 Brandt", "2 products, 10 units fit, 2 left over"),
                new Decision.Option("PO-1", "PO-1 Brandt", "1 product"))),
        Headless.call(() -> lists(app).decision().get().orElseThrow()));
    window.type("1");
    String sent = sent(server, "match_receipt");
    assertTrue(sent.contains("\"receipt\":\"R-12\",\"order\":\"PO-7\""), sent);
    await(() -> lists(app).notice().get().equals("R-12 matched with PO-7"));
  }

  @Test
  void theScannedNumberOfAnOpenOrderMatchesTheChosenReceipt() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    Headless window = atLists(app, ListKind.UNMATCHED);
    await(() -> lists(app).rows().size() == 2);
    window.press(KeyCode.DOWN);
    Headless.run(() -> app.window().scanned(scan("PO-99")));
    await(() -> lists(app).notice().get().equals("PO-99 is no open order here"));
    Headless.run(() -> app.window().scanned(scan("PO-1")));
    String sent = sent(server, "match_receipt");
    assertTrue(sent.contains("\"receipt\":\"R-12\",\"order\":\"PO-1\""), sent);
    await(() -> lists(app).notice().get().equals("R-12 matched with PO-1"));
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    String gathered = sent(server, "gather_receipt");
    assertTrue(gathered.contains("\"receiver\":\"ben\""), gathered);
  }

  @Test
  void noProposalAndNoAnswerAreSaid() throws IOException {
    SmallServer server = server();
    server.page("/api/v1/receipts/R-12/proposals", _ -> "{\"items\":[]}");
    FloorApp app = working(server);
    Headless window = atLists(app, ListKind.UNMATCHED);
    await(() -> lists(app).rows().size() == 2);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    await(() -> lists(app).notice().get().equals("No open order wants the goods of R-12"));
    server.fail("/api/v1/receipts/R-12/proposals");
    window.press(KeyCode.ENTER);
    await(() -> lists(app).notice().get().equals("The server has not answered"));
  }

  @Test
  void goodsAtTheDockAreReleasedOneByOneAndAllAtOnce() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    Headless window = atLists(app, ListKind.STAGED);
    await(() -> lists(app).rows().size() == 2);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    String one = sent(server, "open_put_away");
    assertTrue(one.contains("\"sku\":\"FR-2\",\"at\":\"DOCK-1\",\"quantity\":48"), one);
    await(() -> lists(app).notice().get().equals("Folding rule 2 m released to put away"));
    window.press(KeyCode.F10);
    await(() -> lists(app).decision().get().isPresent());
    window.type("1");
    await(() -> server.commands().stream().anyMatch(body -> body.contains("HU-1")));
    String all = sent(server, "HU-1");
    assertTrue(
        all.contains("\"lot\":\"L42\",\"handling_unit\":\"HU-1\",\"condition\":\"quarantine\""),
        all);
  }

  @Test
  void theJourneyOfALotIsShownNewestFirst() throws IOException {
    SmallServer server = server();
    server.page(
        "/api/v1/trace/steps", query -> "L42".equals(query.get("lot")) ? STEPS : "{\"items\":[]}");
    FloorApp app = working(server);
    Headless window = atLists(app, ListKind.JOURNEY);
    await(() -> told(window).contains("Scan a lot, serial number or pallet"));
    Headless.run(() -> app.window().scanned(scan("]C10104006381333931" + "10L42")));
    await(() -> lists(app).rows().size() == 2);
    assertEquals(List.of("DOCK-1", "A-01", "6", "L42", "ben"), cells(app, 0, 2, 3, 4, 5, 8));
    Headless.run(() -> app.window().scanned(scan("HU-77")));
    await(() -> lists(app).rows().isEmpty());
    await(() -> told(window).contains("Nothing is known of HU-77"));
    assertTrue(
        server.asked("/api/v1/trace/steps").stream()
            .anyMatch(u -> u.contains("handling_unit=HU-77")));
    window.press(KeyCode.F, "ctrl");
    window.type("L42");
    window.press(KeyCode.ENTER);
    await(() -> lists(app).rows().size() == 2);
    server.fail("/api/v1/trace/steps");
    window.press(KeyCode.F5);
    await(() -> lists(app).state().get() instanceof ListsViewModel.State.Unanswered);
  }

  private static String told(Headless window) {
    return Headless.call(
        () ->
            window.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof javafx.scene.control.Label)
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .filter(text -> text != null)
                .collect(java.util.stream.Collectors.joining("|")));
  }

  private static Scan scan(String text) {
    return new Scan(
        new Scan.Raw(text.getBytes(StandardCharsets.ISO_8859_1)),
        new DeviceId("scanner-1"),
        Instant.EPOCH);
  }

  private static String sent(SmallServer server, String what) {
    await(() -> server.commands().stream().anyMatch(body -> body.contains(what)));
    return server.commands().stream().filter(body -> body.contains(what)).findFirst().orElseThrow();
  }

  private static List<String> cells(FloorApp app, int row, int... columns) {
    return Headless.call(
        () ->
            java.util.Arrays.stream(columns)
                .mapToObj(at -> lists(app).rows().get(row).cells().get(at))
                .map(ListRow.Cell::words)
                .toList());
  }

  private static ListsViewModel lists(FloorApp app) {
    return app.sections().lists();
  }

  private Headless atLists(FloorApp app, ListKind kind) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    window.press(KeyCode.DIGIT6, "ctrl");
    await(() -> app.shell().section().get() == Section.LISTS);
    Headless.run(() -> lists(app).kind().set(kind));
    return window;
  }

  private FloorApp working(SmallServer server) {
    Headless.run(() -> {});
    FloorApp app = FloorApp.open(FloorOptions.of(server.address(), folder));
    open.add(app);
    app.signIn(INES);
    await(() -> app.shell().signedIn().get());
    await(() -> app.receiving().queue().size() == 2);
    return app;
  }

  private SmallServer server() throws IOException {
    SmallServer server = new SmallServer();
    server.page("/api/v1/unmatched/receipts", _ -> RECEIPTS);
    server.page("/api/v1/unmatched/goods", _ -> LOOSE);
    server.page("/api/v1/staged", _ -> STAGED);
    open.add(server);
    return server;
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
