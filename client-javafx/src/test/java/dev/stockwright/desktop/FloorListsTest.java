package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lists on the real scene of the desk, by keys alone, against a small server.
class FloorListsTest {
  private static final Credentials INES = new Credentials.Password("ines", "right");
  private static final String TASKS =
      """
      {"items":[
       {"number":"T-2","warehouse":"EAST","kind":"put_away","state":"open","priority":20,
        "zone":"A","place":"STG-1","to_place":"A-01-02","document":"receipt","reference":"PO-1",
        "line":1,"sku":"FR-2","name":"Folding rule 2 m","quantity":48,
        "made_at":"2026-11-20T10:00:00Z"},
       {"number":"T-1","warehouse":"EAST","kind":"zero_check","state":"leased","priority":40,
        "zone":"A","place":"A-01-01","document":"pick","reference":"P-1","line":1,
        "made_at":"2026-11-20T10:00:00Z","held_by":"ana"}]}
      """;
  private static final String VARIANCES =
      """
      {"items":[
       {"warehouse":"EAST","count":"C-7","line":3,"bin":"A-01-01","sku":"HB-8","round":1,
        "counted":4,"expected":10,"variance":-6,"value":0,"count_class":"A","state":"review",
        "posted":0,"counters":"ana","counted_at":"2026-11-20T10:00:00Z"}]}
      """;
  private static final String REASONS =
      """
      {"items":[{"code":"lost","name":"Lost","used_for":["count"],"active":true}]}
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
  void tasksAreListedInWordsSortedAndFilteredByKeys() throws IOException {
    FloorApp app = working(server());
    Headless window = atLists(app);
    await(() -> lists(app).rows().size() == 2);
    assertEquals(
        List.of("T-2", "Put away", "Open", "20", "STG-1", "A-01-02", "Folding rule 2 m", "48"),
        Headless.call(
            () ->
                lists(app).rows().getFirst().cells().stream()
                    .limit(8)
                    .map(ListRow.Cell::words)
                    .toList()));
    window.press(KeyCode.F3);
    await(() -> lists(app).rows().getFirst().id().equals("T-1"));
    window.press(KeyCode.F4);
    await(() -> lists(app).rows().getFirst().id().equals("T-2"));
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    assertEquals(Optional.of("T-1"), Headless.call(() -> lists(app).selected().get()));
    Headless.run(() -> lists(app).filter().set("ana"));
    await(() -> lists(app).count().get().equals("1 of 2"));
    window.press(KeyCode.ESCAPE);
    await(() -> lists(app).rows().size() == 2);
  }

  @Test
  void aSupervisorApprovesAVarianceByKeys() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    atLists(app);
    Headless.run(() -> lists(app).kind().set(ListKind.VARIANCES));
    await(() -> lists(app).rows().size() == 1);
    assertEquals(
        "Hex bolt M8", Headless.call(() -> lists(app).rows().getFirst().cells().get(2).words()));
    await(() -> app.client().desk().orElseThrow().work().reasons("count").size() == 1);
    Headless.run(() -> lists(app).reload());
    await(() -> approved(app));
    await(() -> server.commands().stream().anyMatch(body -> body.contains("review_variance")));
    String sent =
        server.commands().stream()
            .filter(body -> body.contains("review_variance"))
            .findFirst()
            .orElseThrow();
    assertTrue(sent.contains("\"line\":3") && sent.contains("\"reason\":\"lost\""), sent);
    await(() -> lists(app).notice().get().equals("Variance approved"));
  }

  /// Asks until the reasons have come.
  private static boolean approved(FloorApp app) {
    ListsViewModel lists = lists(app);
    lists.supervisor().set(true);
    lists.moveSelection(1);
    lists.typed('a');
    boolean asked = lists.decision().get().isPresent();
    if (asked) {
      lists.typed('1');
    }
    return asked;
  }

  @Test
  void aListThatTheServerDoesNotGiveSaysSo() throws IOException {
    FloorApp app = working(server());
    Headless window = atLists(app);
    await(() -> lists(app).rows().size() == 2);
    window.type("5");
    await(() -> lists(app).kind().get() == ListKind.ALERTS);
    await(() -> lists(app).state().get() instanceof ListsViewModel.State.Unanswered);
  }

  @Test
  @DisplayName("D11 A movement made elsewhere is there within a second and moves no selection")
  void aMovementMadeElsewhereComesOnTop() throws IOException {
    BusySite site = new BusySite(20);
    SmallServer server = site.serve();
    open.add(server);
    FloorApp app = signedIn(server);
    Headless.run(() -> lists(app).kind().set(ListKind.MOVEMENTS));
    await(() -> lists(app).state().get() instanceof ListsViewModel.State.Shown);
    StockReplica replica = app.client().desk().orElseThrow().stock();
    site.snapshot(replica);
    site.move(replica, 3, 101);
    await(() -> lists(app).rows().size() == 1);
    Headless.run(() -> lists(app).moveSelection(1));
    Optional<String> chosen = Headless.call(() -> lists(app).selected().get());
    long from = System.nanoTime();
    site.move(replica, 4, 99);
    await(() -> lists(app).rows().size() == 2);
    assertTrue(System.nanoTime() - from < TimeUnit.SECONDS.toNanos(1), "later than a second");
    assertEquals(chosen, Headless.call(() -> lists(app).selected().get()));
    assertEquals(chosen, Headless.call(() -> Optional.of(lists(app).rows().getLast().id())));
  }

  @Test
  @DisplayName("D13 The order of a list comes back for the person who chose it")
  void theOrderOfAListIsKeptForThePerson() throws IOException {
    FloorApp app = working(server());
    Headless window = atLists(app);
    await(() -> lists(app).rows().size() == 2);
    Headless.run(() -> lists(app).sort(Optional.of("place"), true));
    Headless.run(() -> app.keeper().keepNow());
    window.close();
    app.close();
    FloorApp again = working(server());
    await(() -> lists(again).layout().get().sort().equals(Optional.of("place")));
    assertTrue(Headless.call(() -> lists(again).layout().get().descending()));
  }

  private static ListsViewModel lists(FloorApp app) {
    return app.sections().lists();
  }

  private Headless atLists(FloorApp app) {
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    window.press(KeyCode.DIGIT6, "ctrl");
    await(() -> app.shell().section().get() == Section.LISTS);
    return window;
  }

  private FloorApp working(SmallServer server) {
    FloorApp app = signedIn(server);
    await(() -> app.receiving().queue().size() == 2);
    return app;
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
    server.page("/api/v1/tasks", _ -> TASKS);
    server.page("/api/v1/count-reviews", _ -> VARIANCES);
    server.page("/api/v1/reasons", _ -> REASONS);
    open.add(server);
    return server;
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
