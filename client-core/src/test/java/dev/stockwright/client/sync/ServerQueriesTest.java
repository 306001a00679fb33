package dev.stockwright.client.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockwright.client.ManualClock;
import dev.stockwright.client.replica.StockQuery;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is asked of the server, letter by letter, and how its answers are read.
@NullUnmarked // fields are set before each test
class ServerQueriesTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final String LIST = "/api/v1/inventory/warehouse/NORTH?limit=100&sort=";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private ServerQueries queries;
  private volatile int status = 200;
  private volatile String says = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    HttpServerLink link =
        new HttpServerLink(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            URI.create("http://localhost:" + server.getAddress().getPort()),
            new ManualClock());
    queries = new ServerQueries(link, Optional.empty());
    says =
        """
        {"token":"t","expires_at":"2026-11-20T18:00:00Z","user":"ana","role":"receiver",
         "warehouses":["NORTH"]}
        """;
    assertInstanceOf(
        Reply.Ok.class,
        link.signIn(new Credentials.Password("ana", "secret"), new DeviceId("DESK-1")));
    asked.clear();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    byte[] bytes = says.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void aPageOfTheStockListIsAskedByItsCursorOrElseByItsNumber() {
    StockQuery first = new StockQuery("", StockQuery.Sort.NAME, false, 0, 100);
    StockQuery far = new StockQuery("hex bolt & co", StockQuery.Sort.LAST_UPDATED, true, 700, 100);
    assertInstanceOf(Reply.Ok.class, queries.stock(NORTH, first, Optional.empty()));
    assertInstanceOf(Reply.Ok.class, queries.stock(NORTH, far, Optional.empty()));
    assertInstanceOf(Reply.Ok.class, queries.stock(NORTH, far, Optional.of("c+1")));
    assertInstanceOf(Reply.Ok.class, queries.stockOfAll(first, Optional.empty()));
    assertEquals(
        List.of(
            LIST + "name",
            LIST + "last_updated&order=desc&filter=hex+bolt+%26+co&offset=700",
            LIST + "last_updated&order=desc&filter=hex+bolt+%26+co&after=c%2B1",
            "/api/v1/inventory?limit=100&sort=name"),
        asked);
  }

  @Test
  void aPageOfTheStockListIsReadWithItsCursorAndTotal() {
    says =
        """
        {"items":[{"sku":"A-1","warehouse":"NORTH","quantity":9,"reserved":2,"blocked":1,
         "available":6,"last_updated":"2026-11-20T10:00:00Z","n":7,"name":"Bolt","minimum":4}],
         "next":"c1","total":1000000}
        """;
    StockQuery query = new StockQuery("", StockQuery.Sort.SKU, false, 0, 100);
    Level level =
        new Level(new Sku("A-1"), NORTH, 9, 2, 1, 6, Instant.parse("2026-11-20T10:00:00Z"), 7);
    assertEquals(
        new Reply.Ok<>(
            new StockLines(List.of(new StockLine(level, "Bolt")), Optional.of("c1"), 1_000_000)),
        queries.stock(NORTH, query, Optional.empty()));
  }

  @Test
  void movementsAreReadAsTheEventsOfTheStreamAre() {
    says =
        """
        {"items":[{"warehouse":"NORTH","kind":"stock_moved","n":7,"at":"2026-11-20T10:00:00Z",
         "command_id":"019a9f00-0000-7000-8000-000000000001","sku":"A-1","from":"SUPPLIER",
         "to":"STG-1","quantity":4,"condition":"available","reason":"receipt","by":"ana",
         "device":"DESK-1","before":5,"after":9,"reverses":0,
         "level":{"sku":"A-1","warehouse":"NORTH","quantity":9,"reserved":0,"blocked":0,
          "available":9,"last_updated":"2026-11-20T10:00:00Z","n":7}}],"next":null}
        """;
    Reply<Page<Event.StockMoved>> reply =
        queries.movements(Optional.of(NORTH), Optional.of(new Sku("A-1")), 30, Optional.of("m7"));
    assertEquals(List.of("/api/v1/movements?warehouse=NORTH&sku=A-1&limit=30&after=m7"), asked);
    Page<Event.StockMoved> page = ((Reply.Ok<Page<Event.StockMoved>>) reply).value();
    assertEquals(Optional.empty(), page.next());
    assertEquals(7, page.items().getFirst().n());
    assertEquals(new LocationCode("STG-1"), page.items().getFirst().to());
    assertEquals(Optional.empty(), page.items().getFirst().lot());
  }

  @Test
  void binsAreReadAlsoWhereLotAndUnitAreLeftOut() {
    says =
        """
        {"items":[{"location":"A-01","condition":"quarantine","quantity":3},
         {"location":"B-02","lot":"L7","handling_unit":"HU-1","condition":"available",
          "quantity":12}]}
        """;
    assertEquals(
        new Reply.Ok<>(
            List.of(
                new Bin(new LocationCode("A-01"), "", "", "quarantine", 3),
                new Bin(new LocationCode("B-02"), "L7", "HU-1", "available", 12))),
        queries.bins(new Sku("A-1"), NORTH));
    assertEquals(List.of("/api/v1/inventory/A-1/NORTH/balances"), asked);
  }

  @Test
  void whatDoesNotComeIsTroubleAndNoException() {
    status = 500;
    StockQuery query = new StockQuery("", StockQuery.Sort.SKU, false, 0, 100);
    assertEquals(
        new Reply.Failed<>(new Reply.Unreachable("status 500")),
        queries.stock(NORTH, query, Optional.empty()));
    status = 200;
    says = "<html>a proxy's page</html>";
    assertInstanceOf(Reply.Failed.class, queries.bins(new Sku("A-1"), NORTH));
  }
}
