package dev.stockwright.server.stream;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Helidon's callbacks of one connection, all on its reader thread. They hand over and return, and
/// let no exception of ours out, because Helidon would send its message to the other side.
final class SessionListener implements WsListener {
  private final Sessions sessions;
  private final Inbound inbound;

  // Null until the upgrade has been let in.
  private @Nullable Caller caller;
  // Null until the connection is open.
  private @Nullable Session session;
  private boolean binary;

  SessionListener(Sessions sessions, StreamSettings settings) {
    this.sessions = sessions;
    this.inbound = new Inbound(settings.messagesPerSecond(), settings.burst(), System.nanoTime());
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
      throws WsUpgradeException {
    if (!prologue.method().equals(Method.GET)) {
      throw new WsUpgradeException("only GET may be upgraded");
    }
    caller =
        switch (sessions.admit(headers)) {
          case Admission.Granted(var known) -> known;
          // Helidon goes on with the ordinary route of the path, which answers with the problem.
          case Admission.Turned turned -> throw new WsUpgradeException(turned.code());
        };
    return Optional.empty();
  }

  @Override
  public void onOpen(WsSession socket) {
    if (caller != null) {
      session = sessions.open(caller, socket);
    }
  }

  @Override
  public void onMessage(WsSession socket, String text, boolean last) {
    Session open = heard();
    if (open != null) {
      if (binary) {
        open.end(Goodbye.PROTOCOL);
        return;
      }
      switch (inbound.text(text, last)) {
        case Inbound.Heard.Nothing _ -> {}
        case Inbound.Heard.Frame(var frame) -> open.received(frame);
        case Inbound.Heard.Puzzle(var code, var message) -> open.puzzled(code, message);
        case Inbound.Heard.Offence(var goodbye) -> open.end(goodbye);
      }
    }
  }

  @Override
  public void onMessage(WsSession socket, BufferData bytes, boolean last) {
    Session open = heard();
    if (open != null) {
      binary = true;
      open.end(Goodbye.NO_BINARY);
    }
  }

  @Override
  public void onPing(WsSession socket, BufferData payload) {
    Session open = heard();
    if (open != null) {
      if (payload.available() > 125) {
        open.end(Goodbye.PROTOCOL);
      } else {
        open.pinged(payload);
      }
    }
  }

  @Override
  public void onPong(WsSession socket, BufferData payload) {
    Session open = heard();
    if (open != null && payload.available() > 125) {
      open.end(Goodbye.PROTOCOL);
    }
  }

  @Override
  public void onClose(WsSession socket, int status, String reason) {
    if (session != null) {
      // Our writer answers, so that Helidon does not send beside it.
      session.endAndWait(answerTo(status, reason));
    }
  }

  @Override
  public void onError(WsSession socket, Throwable failure) {
    if (session != null) {
      session.endAndWait(Goodbye.PROTOCOL);
    }
    // Helidon's own exception for "end it now"; without it the failure's text would be sent.
    throw new CloseConnectionException("WebSocket protocol error", failure);
  }

  /// The session when it still listens.
  private @Nullable Session heard() {
    Session open = session;
    if (open == null || open.isEnding()) {
      return null;
    }
    open.heard();
    if (!inbound.counted(System.nanoTime())) {
      open.end(Goodbye.TOO_MANY_MESSAGES);
      return null;
    }
    return open;
  }

  /// RFC 6455 section 7.4: 1000 to 1003, 1007 to 1014 and 3000 to 4999 may be said.
  private static Goodbye answerTo(int status, String reason) {
    if (reason.indexOf('\uFFFD') >= 0) {
      return Goodbye.NOT_UTF8;
    }
    boolean fits = reason.getBytes(StandardCharsets.UTF_8).length <= 123;
    boolean legal =
        status >= 1000 && status <= 1003
            || status >= 1007 && status <= 1014
            || status >= 3000 && status <= 4999;
    return legal && fits ? Goodbye.BYE : Goodbye.PROTOCOL;
  }
}
