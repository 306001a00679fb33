package dev.stockwright.simulator.stack;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Plain calls of the HTTP interface, as an integration makes them. Thread-safe.
public final class Asking implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private volatile String token = "";

  public Asking(URI server) {
    this.server = server;
  }

  /// Signs in without a device and keeps the token, which is also returned.
  public String signIn(Credentials.Password who) {
    HttpResponse<String> answer =
        post(
            "/api/v1/sessions",
            "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(who.user(), who.password()));
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("not signed in: " + answer.body());
    }
    token = Wire.jsonb().type(SignedSession.class).fromJson(answer.body()).token();
    return token;
  }

  public String token() {
    return token;
  }

  public HttpResponse<String> get(String path) {
    return call(request(path).GET().build());
  }

  public HttpResponse<String> post(String path, String json) {
    return call(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /// One write with its key.
  public HttpResponse<String> write(String path, String key, String json) {
    return call(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /// One of the server's own figures; -1 when it has none of that name.
  ///
  /// @param name with its labels, as `/metrics` writes it
  public double figure(String name) {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(path)).timeout(DEADLINE);
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> call(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("asking " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
