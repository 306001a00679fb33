package dev.stockwright.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A site with one product, one order and one place, over HTTP; it remembers ids as the real server
/// does, and its line can be cut, slowed and robbed of answers.
final class SmallSite implements AutoCloseable {
  private static final Jsonb JSON = Wire.jsonb();
  private static final String PRODUCTS =
      """
      {"items":[{"sku":"HM-1","name":"Hammer","unit":"each","lot_tracked":false,
       "serial_tracked":false,"barcodes":[{"code":"09501101530003","pack":"case","units":24}]}],
       "next":null}\
      """;
  private static final String ORDERS =
      """
      {"items":[{"number":"PO-1","supplier":"Acme","warehouse":"NORTH","state":"open",
       "expected_on":"2026-11-21","lines":[{"line":1,"sku":"HM-1","name":"Hammer",
       "ordered":100,"received":0,"over_percent":5}]}],"next":null}\
      """;
  private static final String LOCATIONS =
      """
      {"items":[{"code":"STG-2","warehouse":"NORTH","zone":"D","kind":"staging"},
       {"code":"A-01","warehouse":"NORTH","zone":"A","kind":"bin"},
       {"code":"B-02","warehouse":"NORTH","zone":"B","kind":"bin"}],"next":null}\
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<CommandId, Answer> answers = new HashMap<>();
  final List<Envelope> applied = Collections.synchronizedList(new ArrayList<>());
  volatile boolean down;
  final AtomicInteger loseAnswers = new AtomicInteger();
  volatile long slowMillis;
  volatile String token = "t-1";
  volatile Sku refused = new Sku("NOTHING");

  SmallSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (down) {
      exchange.close();
    } else if (path.equals("/api/v1/sessions")) {
      say(
          exchange,
          201,
          "{\"token\":\""
              + token
              + "\",\"expires_at\":\"2026-11-20T18:00:00Z\",\"user\":\"ana\",\"name\":\"Ana\","
              + "\"role\":\"receiver\",\"warehouses\":[\"NORTH\"]}");
    } else if (!shown.equals("Bearer " + token)) {
      say(exchange, 401, "{\"code\":\"token_ended\"}");
    } else {
      switch (path) {
        case "/api/v1/products" -> say(exchange, 200, PRODUCTS);
        case "/api/v1/purchase-orders" -> say(exchange, 200, ORDERS);
        case "/api/v1/locations" -> say(exchange, 200, LOCATIONS);
        case "/api/v1/commands" -> commands(exchange, body);
        case "/api/v1/approvals" -> approval(exchange, body);
        default -> say(exchange, 404, "{}"); // the stream is tested elsewhere
      }
    }
  }

  private void commands(HttpExchange exchange, byte[] body) throws IOException {
    pause();
    List<String> said = new ArrayList<>();
    synchronized (answers) {
      Map<String, Object> sent = JSON.type(Object.class).map().fromJson(body);
      for (Object each : (List<?>) sent.getOrDefault("envelopes", List.of())) {
        Envelope envelope = Wire.ENVELOPE.read(JSON.type(Object.class).toJson(each));
        said.add(Wire.ANSWER.text(answers.computeIfAbsent(envelope.id(), id -> judge(envelope))));
      }
    }
    if (loseAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.close();
    } else {
      say(exchange, 200, "{\"answers\":[" + String.join(",", said) + "]}");
    }
  }

  /// Whoever it is, is a supervisor.
  private static void approval(HttpExchange exchange, byte[] body) throws IOException {
    Map<String, Object> shown = JSON.type(Object.class).map().fromJson(body);
    Object asked = Objects.requireNonNull(shown.get("envelope"));
    Envelope envelope = Wire.ENVELOPE.read(JSON.type(Object.class).toJson(asked));
    say(exchange, 200, Wire.ANSWER.text(new Answer.Accepted(envelope.id(), List.of())));
  }

  private Answer judge(Envelope envelope) {
    if (envelope.command() instanceof ReceiveGoods receive && receive.sku().equals(refused)) {
      return new Answer.Refused(
          envelope.id(), new Refusal.UnknownProduct(refused), "HM-1 is not known. Add it.");
    }
    applied.add(envelope);
    return new Answer.Accepted(envelope.id(), List.of());
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(slowMillis); // the slowness of the server under test
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
