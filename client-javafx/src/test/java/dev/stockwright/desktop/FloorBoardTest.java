package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.picking.BoardState;
import dev.stockwright.desktop.picking.BoardViewModel;
import dev.stockwright.desktop.picking.Opened;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The picking board on the real scene of the desk, by keys alone, against a small server.
class FloorBoardTest {
  private static final Credentials INES = new Credentials.Password("ines", "right");
  private static final String BOARD =
      """
      {"items":[
       {"number":"SO-1","warehouse":"EAST","state":"committed","priority":50,"name":"Brandt",
        "ship_by":"2020-01-01T00:00:00Z","placed_at":"2019-12-30T00:00:00Z","version":1,
        "lines":2,"lines_picked":0,"ordered":8,"picked":0,"packed":0,"back_ordered":0,"open":0,
        "waiting":0,"shorted":0,"asks":false,"wave_orders":0,"tasks":[],"pickers":[]},
       {"number":"SO-2","warehouse":"EAST","state":"picking","priority":20,"customer":"C-9",
        "placed_at":"2019-12-30T00:00:00Z","version":2,"lines":1,"lines_picked":0,"ordered":40,
        "picked":12,"packed":0,"back_ordered":0,"open":28,"waiting":0,"shorted":0,"asks":false,
        "wave":"WV-1","wave_orders":1,"pickers":["ana"],
        "tasks":[{"number":"T-1","held_by":"ana","priority":20,"orders":1}]}]}
      """;
  private static final String ORDER =
      """
      {"order":{"number":"SO-2"},"lines":[{"line":1,"sku":"FR-2","product":"Folding rule 2 m",
       "ordered":40,"promised":40,"back_ordered":0,"picked":12,"packed":0,"shipped":0}]}
      """;
  private static final String PICKS =
      """
      {"items":[{"number":"P-1","wave":"WV-1","task":"T-1","order":"SO-2","line":1,"sku":"FR-2",
       "name":"Folding rule 2 m","location":"A-01-01","quantity":40,"picked":12,"state":"open",
       "stop":1,"skipped":false,"there":5,"trouble":"only 5 is there","changed_by":"ana",
       "changed_at":"2020-01-01T00:00:00Z"}]}
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
  void theBoardSaysWhatIsLateInWordsShowsLinesAndStaysWhenTheServerIsSilent() throws IOException {
    SmallServer server = server();
    FloorApp app = signedIn(server);
    Headless window = atBoard(app);
    await(() -> board(app).rows().size() == 2);
    await(() -> shown(window).contains("12 of 40"));
    List<String> shown = shown(window);
    assertTrue(shown.stream().anyMatch(words -> words.startsWith("Overdue, 1 Jan")), "" + shown);
    assertTrue(shown.contains("To release: 1") && shown.contains("Overdue: 1"), "" + shown);
    linesByKeys(app, window);
    server.fail("/api/v1/picking-board");
    Headless.run(() -> board(app).reload());
    await(() -> board(app).old().get().isPresent());
    assertEquals(2, (int) Headless.call(() -> board(app).rows().size()));
    assertTrue(Headless.call(() -> board(app).state().get()) instanceof BoardState.Shown);
  }

  private static List<String> shown(Headless window) {
    return Headless.call(
        () ->
            window.all(node -> node instanceof Labeled).stream()
                .map(node -> Objects.requireNonNullElse(((Labeled) node).getText(), ""))
                .toList());
  }

  private static void linesByKeys(FloorApp app, Headless window) {
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    await(() -> progress(app).equals(Optional.of(Opened.Progress.SHOWN)));
    var line = Headless.call(() -> board(app).opened().get().orElseThrow().lines().getFirst());
    assertEquals("A-01-01 ana Only 5 there", line.place() + " " + line.who() + " " + line.why());
    window.press(KeyCode.ESCAPE);
    assertEquals(Optional.empty(), progress(app));
    assertEquals(Optional.of("SO-2"), Headless.call(() -> board(app).selected().get()));
  }

  @Test
  void anOrderIsReleasedByKeysAndARefusalSaidInItsSentence() throws IOException {
    SmallServer server = server();
    FloorApp app = signedIn(server);
    Headless window = atBoard(app);
    await(() -> board(app).rows().size() == 2 && canRelease(app));
    window.press(KeyCode.DOWN);
    window.type("r");
    window.type("3");
    await(() -> board(app).notice().get().words().equals("1 order released to pick"));
    String sent =
        server.commands().stream()
            .filter(body -> body.contains("release_to_pick"))
            .findFirst()
            .orElse("");
    assertTrue(sent.contains("[\"SO-1\"]") && sent.contains("\"method\":\"batch\""), sent);
    server.refuse();
    int read = server.asked("/api/v1/picking-board").size();
    window.type("r");
    window.type("1");
    await(() -> board(app).notice().get().refused());
    String said = Headless.call(() -> board(app).notice().get().words());
    assertTrue(said.startsWith("SO-1: ") && said.contains("FR-2"), said);
    await(() -> server.asked("/api/v1/picking-board").size() > read);
    assertEquals(2, (int) Headless.call(() -> board(app).rows().size()));
    assertEquals(Optional.of("SO-1"), Headless.call(() -> board(app).selected().get()));
  }

  private static boolean canRelease(FloorApp app) {
    return board(app).online() && board(app).person().get().supervisor();
  }

  private static Optional<Opened.Progress> progress(FloorApp app) {
    return Headless.call(() -> board(app).opened().get().map(Opened::progress));
  }

  private static BoardViewModel board(FloorApp app) {
    return app.sections().board();
  }

  private Headless atBoard(FloorApp app) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    window.press(KeyCode.DIGIT7, "ctrl");
    await(() -> app.shell().section().get() == Section.PICKING);
    return window;
  }

  private FloorApp signedIn(SmallServer server) {
    Headless.run(() -> {});
    FloorApp app = FloorApp.open(FloorOptions.of(server.address(), folder));
    open.add(app);
    app.signIn(INES);
    await(() -> app.shell().signedIn().get());
    return app;
  }

  private SmallServer server() throws IOException {
    SmallServer server = new SmallServer();
    server.role("supervisor");
    server.page("/api/v1/picking-board", _ -> BOARD);
    server.page("/api/v1/orders/SO-2", _ -> ORDER);
    server.page("/api/v1/picks", _ -> PICKS);
    open.add(server);
    return server;
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
