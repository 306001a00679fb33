package dev.stockwright.server;

import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A client that says what it heard.
public final class Caller {
  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Caller(String url) {
    this.url = url;
  }

  /// An answer.
  public record Heard(int status, Map<String, List<String>> headers, String body) {
    /// The whole body as maps and lists.
    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
      return (Map<String, Object>) Wire.jsonb().type(Object.class).fromJson(body);
    }

    public String text(String field) {
      return String.valueOf(json().get(field));
    }

    public String code() {
      return text("code");
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String field) {
      return (List<Map<String, Object>>) (List<?>) json().getOrDefault(field, List.of());
    }

    public List<Map<String, Object>> items() {
      return list("items");
    }

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  public Heard get(String path, String token) {
    return send(request(path, token).GET());
  }

  public Heard delete(String path, String token) {
    return send(request(path, token).DELETE());
  }

  public Heard post(String path, String token, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// A single write with its key.
  public Heard write(String path, String token, String key, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  public Heard send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Heard(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
