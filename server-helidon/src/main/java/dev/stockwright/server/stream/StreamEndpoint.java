package dev.stockwright.server.stream;

import dev.stockwright.server.feed.Feed;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// The stream of the server: a WebSocket at [#PATH], JSON text frames of the protocol.
///
/// Close codes: 1000 bye, 1001 silent for too long, 1002 protocol error, 1003 not text, 1007 not
/// UTF-8, 1008 signed out or too many messages, 1009 too big, 1012 restart, 1013 full, 4008 too
/// slow (connect again and resume), 4009 the device connected elsewhere.
public final class StreamEndpoint implements AutoCloseable {
  /// Where it is.
  public static final String PATH = "/api/v1/stream";

  /// The socket send buffer, in bytes, that the web server's connection options should have: with
  /// the default of several megabytes a client that stopped reading is noticed late.
  public static final int SEND_BUFFER = 256 * 1024;

  private final Sessions sessions;
  private final StreamSettings settings;

  public StreamEndpoint(Feed feed, StreamGate gate, StreamSettings settings, InstantSource clock) {
    this.settings = settings;
    this.sessions = new Sessions(feed, gate, settings, clock);
  }

  /// To be added to the web server's protocols: the frame limit.
  public WsConfig protocol() {
    return WsConfig.builder().maxFrameLength(StreamSettings.MESSAGE_BYTES).build();
  }

  /// To be added to the web server's routings.
  public WsRouting.Builder routing() {
    return WsRouting.builder().endpoint(PATH, () -> new SessionListener(sessions, settings));
  }

  /// Adds the route that answers when an upgrade is refused: the same path, a problem document.
  public void refusals(HttpRouting.Builder routing) {
    routing.get(PATH, this::refuse);
  }

  /// Connections that are open or closing.
  public int sessions() {
    return sessions.count();
  }

  /// Ends all sessions with 1012 and takes no more.
  @Override
  public void close() {
    sessions.close();
  }

  private void refuse(ServerRequest request, ServerResponse response) {
    switch (sessions.admit(request.headers())) {
      case Admission.Turned(var status, var code, var detail) -> {
        if (status.equals(Status.UNAUTHORIZED_401)) {
          response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (status.equals(Status.SERVICE_UNAVAILABLE_503)) {
          response.header(HeaderNames.RETRY_AFTER, "5");
        }
        problem(response, status, code, detail);
      }
      case Admission.Granted _ -> {
        response.header(HeaderNames.UPGRADE, "websocket");
        problem(
            response,
            Status.create(426, "Upgrade Required"),
            "upgrade_required",
            "This is a WebSocket; connect with an upgrade.");
      }
    }
  }

  private static void problem(ServerResponse response, Status status, String code, String detail) {
    String json =
        "{\"type\":\"about:blank\",\"title\":\""
            + status.reasonPhrase()
            + "\",\"status\":"
            + status.code()
            + ",\"code\":\""
            + code
            + "\",\"detail\":\""
            + detail
            + "\"}";
    response
        .status(status)
        .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/problem+json"))
        .send(json.getBytes(StandardCharsets.UTF_8));
  }
}
