package dev.stockwright.simulator.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Answers like the server: signs in who is known, accepts every envelope, puts the first call off.
final class ScriptedServer implements DemoServer {
  /// What came in, by its id.
  final Map<String, Envelope> accepted = new ConcurrentHashMap<>();

  final List<Person> people = new ArrayList<>();
  private final HttpServer http;
  private int calls;

  ScriptedServer(int port) {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/api/v1/sessions", this::signIn);
    http.createContext("/api/v1/commands", this::take);
    http.start();
  }

  private void signIn(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Credentials given = Wire.jsonb().type(Credentials.class).fromJson(body);
    boolean known =
        people.stream()
            .map(Person::signIn)
            .anyMatch(p -> new Credentials(p.user(), p.password()).equals(given));
    reply(exchange, known ? 201 : 401, "{\"token\":\"t\",\"role\":\"receiver\"}");
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean late = calls++ == 0;
    List<Answer> answers = new ArrayList<>();
    String list = body.substring("{\"envelopes\":".length(), body.length() - 1);
    for (Envelope envelope : Wire.jsonb().type(Envelope.class).list().fromJson(list)) {
      if (late) {
        answers.add(new Answer.Deferred(envelope.id(), "busy", "send it again", 10, 0));
      } else {
        accepted.put(envelope.id().toString(), envelope);
        answers.add(new Answer.Accepted(envelope.id(), List.of()));
      }
    }
    reply(exchange, 200, Wire.jsonb().type(Answers.class).toJson(new Answers(answers)));
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
