package dev.stockwright.desktop;

import dev.stockwright.client.replica.Numbered;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A warehouse of some size behind a [SmallServer]: products with EANs, open orders, a stock list,
/// and a stream that the test plays.
final class BusySite {
  static final WarehouseCode EAST = new WarehouseCode("EAST");
  private static final Instant AT = Instant.parse("2026-11-20T10:42:00Z");

  private final int products;
  private final WarehouseCode where;
  private long n;

  BusySite(int products) {
    this(products, EAST);
  }

  BusySite(int products, WarehouseCode where) {
    this.products = products;
    this.where = where;
  }

  /// Serves the stock of several such sites as one list, product by product.
  static void serveAll(SmallServer server, List<BusySite> sites) {
    int total = sites.getFirst().products * sites.size();
    server.page(
        "/api/v1/inventory",
        query -> page(query, total, i -> sites.get(i % sites.size()).stockLine(i / sites.size())));
  }

  SmallServer serve() throws IOException {
    SmallServer server = new SmallServer();
    server.page("/api/v1/products", this::products);
    server.page("/api/v1/purchase-orders", _ -> orders());
    server.page("/api/v1/inventory/warehouse/" + EAST, this::stock);
    server.page("/api/v1/movements", _ -> "{\"items\":[],\"next\":null}");
    return server;
  }

  static Sku sku(int product) {
    return new Sku(String.format(Locale.ROOT, "P-%05d", product));
  }

  static String name(int product) {
    return String.format(Locale.ROOT, "Product %05d", product);
  }

  static String ean(int product) {
    String digits = String.format(Locale.ROOT, "4012345%05d", product);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  private String products(Map<String, String> query) {
    int from = Integer.parseInt(query.getOrDefault("after", "0"));
    int end = Math.min(products, from + 500);
    List<String> items =
        IntStream.range(from, end)
            .mapToObj(
                i ->
                    """
                    {"sku":"%s","name":"%s","unit":"each","lot_tracked":false,
                     "serial_tracked":false,
                     "barcodes":[{"code":"0%s","pack":"each","units":1}]}
                    """
                        .formatted(sku(i), name(i), ean(i)))
            .toList();
    return "{\"items\":%s,\"next\":%s}"
        .formatted(items, end < products ? "\"" + end + "\"" : "null");
  }

  /// Ten orders of ten products.
  private static String orders() {
    List<String> items =
        IntStream.range(0, 10)
            .mapToObj(
                o ->
                    """
                    {"number":"PO-%d","supplier":"Brandt","expected_on":"2026-11-20","lines":%s}
                    """
                        .formatted(
                            o, IntStream.range(0, 10).mapToObj(i -> line(o * 10 + i)).toList()))
            .toList();
    return "{\"items\":%s,\"next\":null}".formatted(items);
  }

  private static String line(int product) {
    return """
        {"sku":"%s","name":"%s","ordered":100000,"received":0}
        """
        .formatted(sku(product), name(product));
  }

  String stock(Map<String, String> query) {
    return page(query, products, this::stockLine);
  }

  private static String page(Map<String, String> query, int total, IntFunction<String> line) {
    int from = Integer.parseInt(query.getOrDefault("after", query.getOrDefault("offset", "0")));
    int end = Math.min(total, from + Integer.parseInt(query.get("limit")));
    List<String> items = IntStream.range(from, end).mapToObj(line).toList();
    return "{\"items\":%s,\"next\":%s,\"total\":%d}"
        .formatted(items, end < total ? "\"" + end + "\"" : "null", total);
  }

  private String stockLine(int product) {
    return "{\"name\":\""
        + name(product)
        + "\","
        + Wire.LEVEL.text(level(product, 100, 1)).substring(1);
  }

  private Level level(int product, long onHand, long n) {
    return new Level(sku(product), where, onHand, 0, 0, onHand, AT, n);
  }

  /// The whole stock as the stream's snapshot.
  void snapshot(StockReplica replica) {
    n = 1;
    replica.subscribed(new ServerFrame.Subscribed(where, 1, n));
    List<Level> levels = IntStream.range(0, products).mapToObj(i -> level(i, 100, 1)).toList();
    replica.snapshot(new ServerFrame.Snapshot(where, 1, n, 1, true, levels));
  }

  /// One movement of a product, in a frame of its own.
  void move(StockReplica replica, int product, long onHand) {
    n++;
    Event event =
        new Event.StockMoved(
            n,
            AT,
            CommandId.timeOrdered(AT.toEpochMilli() + n, n, n),
            sku(product),
            new LocationCode("SUPPLIER"),
            new LocationCode("STG-1"),
            1,
            Optional.empty(),
            Optional.empty(),
            Condition.AVAILABLE,
            new ReasonCode("receipt"),
            Optional.empty(),
            new Operator("ben"),
            new DeviceId("TC-07"),
            Optional.empty(),
            Optional.empty(),
            onHand - 1,
            onHand,
            0,
            level(product, onHand, n));
    replica.events(List.of(Numbered.of(event)));
  }
}
