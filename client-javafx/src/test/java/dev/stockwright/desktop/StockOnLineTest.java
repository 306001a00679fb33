package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.replica.Numbered;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.desktop.stock.History;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockQuery;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stock screen of the whole app: pages and histories of the server, the stream on top, the
/// device's own copy when the server does not answer.
class StockOnLineTest {
  private static final WarehouseCode EAST = new WarehouseCode("EAST");
  private static final Instant AT = Instant.parse("2026-11-20T10:42:00Z");
  private static final String LIST = "/api/v1/inventory/warehouse/EAST";
  private static final String MOVEMENTS = "/api/v1/movements";

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void onLineAMillionRowsComeFromTheServerPageByPage() throws IOException {
    SmallServer server = server(1_000_000);
    FloorApp app = working(server);
    await(() -> app.stock().total().get().equals(OptionalLong.of(1_000_000)));
    assertTrue(server.asked(LIST).getFirst().contains("limit=100&sort=name"));
    assertEquals("P-0500020", await(app, 500_020).sku().code());
    assertTrue(server.asked(LIST).getLast().contains("offset=500000"), "far away is skipped to");
    assertEquals("P-0500100", await(app, 500_100).sku().code());
    assertTrue(server.asked(LIST).getLast().contains("after=c500100"), "the next goes on by key");
    Headless.run(() -> app.stock().sort(StockQuery.Column.AVAILABLE, true));
    await(() -> server.asked(LIST).getLast().contains("sort=available&order=desc"));
    Headless.run(() -> app.stock().filter().set("0999"));
    await(() -> server.asked(LIST).getLast().contains("filter=0999"));
  }

  @Test
  void theStreamsChangesLieOnTopOfThePageAndAnOlderPageNeverOverwritesThem() throws IOException {
    SmallServer server = server(300);
    FloorApp app = working(server);
    StockReplica stock = streamed(app, 7, level(3, 3, 7));
    await(() -> app.stock().total().get().equals(OptionalLong.of(300)));
    stock.events(List.of(moved(8, 3, 3, 40)));
    await(() -> row(app, 3).filter(r -> r.onHand() == 40).isPresent());
    serve(server, 300, "Renamed");
    Headless.run(() -> app.stock().reload());
    await(() -> row(app, 3).filter(r -> r.product().equals("Renamed 3")).isPresent());
    assertEquals(40, await(app, 3).onHand(), "the new page says 3, as of an event before");
  }

  @Test
  void aPageThatFailsComesFromThisDesksCopyAndItsAgeIsSaid() throws IOException {
    SmallServer server = server(300);
    FloorApp app = working(server);
    streamed(app, 7, level(3, 33, 7), level(4, 44, 7));
    await(() -> app.stock().total().get().equals(OptionalLong.of(300)));
    server.fail(LIST);
    Headless.run(() -> app.stock().sort(StockQuery.Column.SKU, false));
    await(() -> app.stock().rows().size() == 2);
    assertEquals(33, await(app, 0).onHand());
    await(() -> app.stock().freshness().get() instanceof Freshness.Copy);
    serve(server, 300);
    Headless.run(() -> app.stock().reload());
    await(() -> !(app.stock().freshness().get() instanceof Freshness.Copy));
  }

  @Test
  void offLineThePagesComeFromThisDesksCopyAndItsAgeIsSaid() throws Exception {
    SmallServer server = server(300);
    FloorApp app = working(server);
    StockReplica stock = streamed(app, 7, level(3, 33, 7), level(4, 44, 7));
    server.close();
    stock.cut();
    await(() -> !app.client().syncStatus().online());
    Headless.run(() -> app.stock().sort(StockQuery.Column.ON_HAND, true));
    await(() -> app.stock().rows().size() == 2 && row(app, 0).isPresent());
    await(() -> row(app, 0).orElseThrow().onHand() == 44);
    await(() -> app.stock().freshness().get() instanceof Freshness.Stale);
  }

  @Test
  void withoutAServersPageAndWithoutACopyNothingIsClaimed() throws IOException {
    SmallServer server = server(300);
    server.fail(LIST);
    FloorApp app = working(server);
    await(() -> app.stock().freshness().get() instanceof Freshness.Failed);
    assertEquals(OptionalLong.empty(), app.stock().total().get(), "not: no stock here");
  }

  @Test
  void theLastMovementsAreReadAtTheStartAndTheStreamAddsWhatIsNew() throws IOException {
    SmallServer server = server(300);
    FloorApp app = working(server);
    await(() -> numbers(app.stock().history()).equals(range(70, 41)));
    await(() -> app.stock().history().before().get() == History.Before.MORE);
    StockReplica stock = streamed(app, 69);
    stock.events(List.of(moved(70, 3, 1, 2), moved(71, 3, 2, 9)));
    await(() -> numbers(app.stock().history()).equals(range(71, 41)));
    Headless.run(() -> app.stock().showOlder());
    await(() -> numbers(app.stock().history()).equals(range(71, 11)));
    assertTrue(server.asked(MOVEMENTS).getLast().contains("after=m41"));
  }

  @Test
  void theDrawerSaysWhereAProductLiesAndWhatHappenedToIt() throws IOException {
    SmallServer server = server(300);
    server.page(
        "/api/v1/inventory/P-0000003/EAST/balances",
        _ ->
            """
            {"items":[{"location":"A-01","lot":"L7","condition":"available","quantity":2},
             {"location":"STG-1","condition":"quarantine","quantity":1}]}
            """);
    FloorApp app = working(server);
    StockRow row = await(app, 3);
    Headless.run(() -> app.stock().choose(row));
    await(
        () ->
            app.stock()
                .detail()
                .get()
                .map(ProductDetail::where)
                .equals(
                    Optional.of(
                        new ProductDetail.Where.Known(
                            List.of(
                                new ProductDetail.Place("A-01", "lot L7", 2),
                                new ProductDetail.Place("STG-1", "quarantine", 1))))));
    await(() -> numbers(app.stock().productHistory()).equals(range(70, 41)));
    assertTrue(server.asked(MOVEMENTS).stream().anyMatch(q -> q.contains("sku=P-0000003")));
    streamed(app, 70).events(List.of(moved(71, 4, 1, 2), moved(72, 3, 2, 9)));
    await(() -> app.stock().productHistory().lines().getFirst().n() == 72);
    assertFalse(numbers(app.stock().productHistory()).contains(71L), "another product");
  }

  /// The stream as the link would bring it: a snapshot as of `n`.
  private static StockReplica streamed(FloorApp app, long n, Level... levels) {
    StockReplica stock = app.client().desk().orElseThrow().stock();
    stock.subscribed(new ServerFrame.Subscribed(EAST, 1, n));
    stock.snapshot(new ServerFrame.Snapshot(EAST, 1, n, 1, true, List.of(levels)));
    return stock;
  }

  private static Level level(int product, long onHand, long n) {
    return new Level(sku(product), EAST, onHand, 0, 0, onHand, AT, n);
  }

  private static Numbered moved(long n, int product, long before, long after) {
    return Numbered.of(Wire.EVENT.read(movement(n, product, before, after)));
  }

  private static String movement(long n, int product, long before, long after) {
    return """
    {"kind":"stock_moved","n":%d,"at":"%s","command_id":"019a9f00-0000-7000-8000-%012d",
     "sku":"%s","from":"SUPPLIER","to":"STG-1","quantity":%d,"condition":"available",
     "reason":"receipt","by":"ines","device":"DESK-1","before":%d,"after":%d,"reverses":0,
     "level":%s}
    """
        .formatted(
            n,
            AT,
            n,
            sku(product),
            after - before,
            before,
            after,
            Wire.LEVEL.text(level(product, after, n)));
  }

  private static Sku sku(long product) {
    return new Sku("P-%07d".formatted(product));
  }

  private SmallServer server(long total) throws IOException {
    SmallServer server = new SmallServer();
    open.add(server);
    serve(server, total);
    server.page(MOVEMENTS, StockOnLineTest::movements);
    return server;
  }

  /// The server's stock list; `after` is written as the number of the row that follows.
  private static void serve(SmallServer server, long total) {
    serve(server, total, "Product");
  }

  private static void serve(SmallServer server, long total, String name) {
    server.page(
        LIST,
        query -> {
          long from =
              query.containsKey("after")
                  ? Long.parseLong(query.get("after").substring(1))
                  : Long.parseLong(query.getOrDefault("offset", "0"));
          long end = Math.min(total, from + Long.parseLong(query.get("limit")));
          List<String> rows =
              LongStream.range(from, end)
                  .mapToObj(
                      i -> {
                        String level = Wire.LEVEL.text(level((int) i, i, 7));
                        return "{\"name\":\"" + name + " " + i + "\"," + level.substring(1);
                      })
                  .toList();
          String next = end < total ? "\"c" + end + "\"" : "null";
          return "{\"items\":%s,\"next\":%s,\"total\":%d}".formatted(rows, next, total);
        });
  }

  /// Movements 70 to 1, of product 3; `after` is the number of the last one before.
  private static String movements(Map<String, String> query) {
    long from =
        query.containsKey("after") ? Long.parseLong(query.get("after").substring(1)) - 1 : 70;
    long end = Math.max(1, from - Long.parseLong(query.get("limit")) + 1);
    List<String> items = range(from, end).stream().map(n -> movement(n, 3, n - 1, n)).toList();
    return "{\"items\":%s,\"next\":%s}".formatted(items, end > 1 ? "\"m" + end + "\"" : "null");
  }

  private static List<Long> range(long from, long down) {
    return LongStream.iterate(from, n -> n >= down, n -> n - 1).boxed().toList();
  }

  private static List<Long> numbers(History history) {
    return history.lines().stream().map(MovementLine::n).toList();
  }

  private static Optional<StockRow> row(FloorApp app, int index) {
    return app.stock().rows().get(index).value().get();
  }

  private static StockRow await(FloorApp app, int index) {
    await(() -> app.stock().rows().size() > index && row(app, index).isPresent());
    return Headless.call(() -> row(app, index).orElseThrow());
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
