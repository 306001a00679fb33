package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Stocks;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScope;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stock of all warehouses of a person in one table, from the sign-in on.
class StockOfAllTest {
  private static final WarehouseCode EAST = BusySite.EAST;
  private static final WarehouseCode WEST = new WarehouseCode("WEST");

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final BusySite east = new BusySite(150);
  private final BusySite west = new BusySite(150, WEST);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void rowsOfAllWarehousesAreLiveAndEachSaysWhereItIs() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
    open.add(window::close);
    Headless.run(() -> app.shell().section().set(Section.STOCK));
    await(() -> app.stock().rows().size() == 150);
    assertEquals("EAST", Headless.call(() -> app.stock().warehouse().get()));
    assertTrue(!Headless.call(() -> column(window, "Warehouse").isVisible()));
    window.press(KeyCode.TAB, "ctrl");
    await(() -> app.stock().rows().size() == 150 && place(app, 1).equals("WEST P-00001"));
    window.press(KeyCode.TAB, "ctrl");
    await(() -> app.stock().rows().size() == 300 && row(app, 3).isPresent());
    assertEquals("All warehouses", Headless.call(() -> app.stock().warehouse().get()));
    assertTrue(Headless.call(() -> column(window, "Warehouse").isVisible()));
    assertEquals("EAST P-00001", place(app, 2));
    assertEquals("WEST P-00001", place(app, 3));
    Stocks both = app.client().desk().orElseThrow().stocks(List.of(EAST, WEST));
    east.snapshot(both.all().getFirst());
    StockReplica there = both.all().getLast();
    west.snapshot(there);
    west.move(there, 1, 777);
    await(() -> row(app, 3).filter(row -> row.onHand() == 777).isPresent());
    assertEquals(100, row(app, 2).orElseThrow().onHand(), "the same product in the other one");
    await(() -> app.stock().history().lines().size() == 1);
    assertEquals("WEST", app.stock().history().lines().getFirst().warehouse());
    Headless.run(() -> app.stock().choose(row(app, 3).orElseThrow()));
    await(() -> !server.asked("/api/v1/inventory/P-00001/WEST/balances").isEmpty());
    await(() -> app.stock().freshness().get() instanceof Freshness.Live);
    there.cut();
    await(() -> stale(app).equals(List.of(WEST)));
  }

  @Test
  void whatSomebodyLookedAtComesBackWithThem() throws IOException {
    SmallServer server = server();
    FloorApp app = working(server);
    await(() -> app.stock().scopes().size() == 3);
    Headless.run(() -> app.stock().look(StockScope.ALL));
    await(() -> app.stock().rows().size() == 300);
    Headless.run(() -> app.keeper().keepNow());
    app.close();
    FloorApp again = working(server);
    await(() -> again.stock().rows().size() == 300);
    assertTrue(Headless.call(() -> again.stock().several()));
    Headless.run(again.shell()::lock);
    server.letInto("EAST");
    again.signIn(new Credentials.Password("ines", "right"));
    await(() -> again.stock().scope().get().equals(Optional.of(StockScope.of(EAST))));
    await(() -> again.stock().rows().size() == 150);
    assertEquals(1, Headless.call(() -> again.stock().scopes().size()), "no right, no choice");
  }

  private static List<WarehouseCode> stale(FloorApp app) {
    return app.stock().freshness().get() instanceof Freshness.Stale stale
        ? stale.where()
        : List.of();
  }

  private static TableColumn<?, ?> column(Headless window, String head) {
    Node table = window.all(node -> "stock-table".equals(node.getId())).getFirst();
    return ((TableView<?>) table)
        .getColumns().stream().filter(c -> c.getText().equals(head)).findFirst().orElseThrow();
  }

  private static String place(FloorApp app, int index) {
    return Headless.call(
        () ->
            app.stock().rows().size() <= index
                ? "nothing"
                : row(app, index).map(r -> r.warehouse() + " " + r.sku()).orElse("nothing"));
  }

  private static Optional<StockRow> row(FloorApp app, int index) {
    return app.stock().rows().get(index).value().get();
  }

  private SmallServer server() throws IOException {
    SmallServer server = east.serve();
    open.add(server);
    server.letInto("EAST", "WEST");
    server.page("/api/v1/inventory/warehouse/WEST", west::stock);
    BusySite.serveAll(server, List.of(east, west));
    return server;
  }

  private FloorApp working(SmallServer server) {
    Headless.run(() -> {});
    FloorApp app =
        FloorApp.open(FloorOptions.of(server.address(), folder), List.of(), FeedbackProbe.NONE);
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get());
    return app;
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
