package dev.stockwright.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What goes back.
final class Reply {
  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
  private static final Header PROBLEM =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private final int status;
  private final Header contentType;
  private final byte[] body;
  private final List<Header> headers;
  private final Optional<Consumer<OutputStream>> streamed;

  private Reply(int status, Header contentType, byte[] body, List<Header> headers) {
    this(status, contentType, body, headers, Optional.empty());
  }

  private Reply(
      int status,
      Header contentType,
      byte[] body,
      List<Header> headers,
      Optional<Consumer<OutputStream>> streamed) {
    this.streamed = streamed;
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
  }

  int status() {
    return status;
  }

  /// Writes it; the bytes of the body are never changed.
  void send(ServerResponse response) {
    response.status(Status.create(status));
    for (Header header : headers) {
      response.header(header);
    }
    if (status == 204) {
      response.send();
      return;
    }
    response.header(contentType);
    if (streamed.isPresent()) {
      try (OutputStream out = response.outputStream()) {
        streamed.get().accept(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return;
    }
    response.send(body);
  }

  /// The body as text.
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  static Reply json(byte[] body) {
    return json(200, body);
  }

  static Reply json(int status, byte[] body) {
    return new Reply(status, JSON, body, List.of(NO_STORE));
  }

  static Reply text(String contentType, byte[] body) {
    return new Reply(
        200, HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType), body, List.of());
  }

  /// A body that is written as it is made, whatever its size.
  static Reply streamed(String contentType, Consumer<OutputStream> body) {
    return new Reply(
        200,
        HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType),
        new byte[0],
        List.of(NO_STORE),
        Optional.of(body));
  }

  static Reply empty() {
    return new Reply(204, JSON, new byte[0], List.of(NO_STORE));
  }

  static Reply problem(Problem problem, String instance) {
    List<Header> headers =
        problem
            .retryAfter()
            .map(
                after ->
                    List.of(
                        NO_STORE,
                        HeaderValues.create(
                            HeaderNames.RETRY_AFTER,
                            Long.toString(Math.max(1, (after.toMillis() + 999) / 1000)))))
            .orElse(List.of(NO_STORE));
    return new Reply(problem.status(), PROBLEM, problem.json(instance), headers);
  }

  Reply with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new Reply(status, contentType, body, List.copyOf(more), streamed);
  }
}
