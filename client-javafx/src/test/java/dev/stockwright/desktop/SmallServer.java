package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server as a desk sees it, over HTTP alone (no stream): one warehouse, two products, one order.
/// It lets `ines` in and accepts or refuses every command as told.
final class SmallServer implements AutoCloseable {
  static final String PRODUCTS =
      """
      {"items":[
       {"sku":"FR-2","name":"Folding rule 2 m","unit":"each","lot_tracked":false,
        "serial_tracked":false,"barcodes":[
         {"code":"04006381333931","pack":"each","units":1},
         {"code":"14006381333938","pack":"case","units":24}]},
       {"sku":"HB-8","name":"Hex bolt M8","unit":"each","lot_tracked":false,
        "serial_tracked":false,"barcodes":[]}]}
      """;
  static final String ORDERS =
      """
      {"items":[{"number":"PO-1","supplier":"Brandt","expected_on":"2026-11-20","lines":[
       {"sku":"FR-2","name":"Folding rule 2 m","ordered":48,"received":%d}]}]}
      """;

  private final HttpServer server;
  private final Map<String, Function<Map<String, String>, String>> pages =
      new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Long> received = new ConcurrentHashMap<>();
  private final List<String> approvals = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean refusing;
  private volatile String role = "receiver";
  private volatile String warehouses = "\"EAST\"";

  SmallServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page("/api/v1/products", _ -> PRODUCTS);
    page("/api/v1/locations", _ -> "{\"items\":[]}");
    page("/api/v1/purchase-orders", _ -> ORDERS.formatted(received()));
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /// Who signs in from now on is that.
  void role(String now) {
    role = now;
  }

  /// From now on every command is refused.
  void refuse() {
    refusing = true;
  }

  /// Whoever signs in from now on may work in these.
  void letInto(String... codes) {
    warehouses = Stream.of(codes).map(code -> '"' + code + '"').collect(Collectors.joining(","));
  }

  /// From now on `path` is answered so; a page without an answer is not found.
  void page(String path, Function<Map<String, String>, String> answer) {
    pages.put(path, answer);
  }

  /// From now on `path` fails.
  void fail(String path) {
    pages.remove(path);
  }

  /// The bodies of `/api/v1/approvals`.
  List<String> approvals() {
    return List.copyOf(approvals);
  }

  /// The next approvals are not answered before this is counted down.
  CountDownLatch holdApprovals() {
    held = new CountDownLatch(1);
    return held;
  }

  /// The PIN of every supervisor is 777888.
  private void approve(HttpExchange exchange, String body) throws IOException {
    approvals.add(body);
    try {
      assertTrue(held.await(30, TimeUnit.SECONDS), "nobody lets the server answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!body.contains("777888")) {
      send(exchange, 403, "{\"code\":\"approval_refused\",\"detail\":\"Do not fit.\"}");
    } else if (Wire.jsonb().type(Object.class).fromJson(body) instanceof Map<?, ?> fields
        && fields.get("envelope") instanceof Map<?, ?> envelope) {
      CommandId id = CommandId.of(String.valueOf(envelope.get("id")));
      send(exchange, 200, Wire.ANSWER.text(new Answer.Accepted(id, List.of())));
    }
  }

  /// What was asked for since, as path and query.
  List<String> asked(String path) {
    return asked.stream().filter(uri -> uri.startsWith(path)).toList();
  }

  /// The bodies of `/api/v1/commands`.
  List<String> commands() {
    return List.copyOf(commands);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (path) {
      case "/api/v1/sessions" -> {
        if (body.contains("right")) {
          send(
              exchange,
              201,
              """
              {"token":"t","expires_at":"2099-01-01T00:00:00Z","user":"ines",
               "name":"Ines Ferrer","role":"%s","warehouses":[%s]}
              """
                  .formatted(role, warehouses));
        } else {
          send(
              exchange,
              401,
              "{\"code\":\"sign_in_refused\",\"detail\":\"User or password is wrong.\"}");
        }
      }
      case "/api/v1/approvals" -> approve(exchange, body);
      case "/api/v1/commands" -> {
        commands.add(body);
        send(exchange, 200, answers(body));
      }
      default -> {
        asked.add(exchange.getRequestURI().toString());
        var page = Optional.ofNullable(pages.get(path));
        Map<String, String> query = query(exchange.getRequestURI());
        send(exchange, page.isPresent() ? 200 : 404, page.map(p -> p.apply(query)).orElse("{}"));
      }
    }
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> fields = new HashMap<>();
    for (String part : String.valueOf(uri.getQuery()).split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        fields.put(part.substring(0, at), part.substring(at + 1));
      }
    }
    return fields;
  }

  private String answers(String body) {
    StringJoiner answers = new StringJoiner(",", "{\"answers\":[", "]}");
    if (Wire.jsonb().type(Object.class).fromJson(body) instanceof Map<?, ?> fields
        && fields.get("envelopes") instanceof List<?> envelopes) {
      for (Object envelope : envelopes) {
        if (envelope instanceof Map<?, ?> each) {
          if (!refusing) {
            count(each);
          }
          answers.add(Wire.ANSWER.text(answer(CommandId.of(String.valueOf(each.get("id"))))));
        }
      }
    }
    return answers.toString();
  }

  /// Goods that came for PO-1 count in the order, as a device asks for it again after the answer.
  private void count(Map<?, ?> envelope) {
    if (envelope.get("command") instanceof Map<?, ?> command
        && "PO-1".equals(command.get("purchase_order"))
        && command.get("quantity") instanceof Number units) {
      received.put(String.valueOf(envelope.get("id")), units.longValue());
    }
  }

  private long received() {
    return received.values().stream().mapToLong(Long::longValue).sum();
  }

  private Answer answer(CommandId id) {
    Refusal unknown = new Refusal.UnknownProduct(new Sku("FR-2"));
    return refusing
        ? new Answer.Refused(id, unknown, Sentences.of(unknown))
        : new Answer.Accepted(id, List.of());
  }

  private static void send(HttpExchange exchange, int status, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
