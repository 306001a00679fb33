package dev.stockwright.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// One point of RFC 6455. It is PASS when Helidon does right by itself, GUARDED when it does not
/// and our session layer does, UPSTREAM when it is wrong and we cannot put it right from where we
/// stand; what is asserted then is that it does no harm.
record Rfc6455Case(Verdict verdict, String name, Consumer<RawWebSocket> script) {
  static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";

  /// What must never be told to the other side.
  static final List<String> INSIDES =
      List.of("exception", "java.", "io.helidon", "dev.stockwright", "\tat ", "null");

  enum Verdict {
    PASS,
    GUARDED,
    UPSTREAM
  }

  static Rfc6455Case pass(String name, Consumer<RawWebSocket> script) {
    return new Rfc6455Case(Verdict.PASS, name, script);
  }

  static Rfc6455Case guarded(String name, Consumer<RawWebSocket> script) {
    return new Rfc6455Case(Verdict.GUARDED, name, script);
  }

  static Rfc6455Case upstream(String name, Consumer<RawWebSocket> script) {
    return new Rfc6455Case(Verdict.UPSTREAM, name, script);
  }

  static Consumer<RawWebSocket> alive(Consumer<RawWebSocket> act) {
    return client -> {
      act.accept(client);
      client.expectAlive();
    };
  }

  static Consumer<RawWebSocket> closed(int code, Consumer<RawWebSocket> act) {
    return client -> {
      try {
        act.accept(client);
      } catch (UncheckedIOException closedWhileSending) {
        // The server may close while an abuse is still being sent; its frame is read all the same.
      }
      assertEquals(code, client.awaitClose());
    };
  }

  static String padded(int length) {
    return HEARTBEAT + " ".repeat(length - HEARTBEAT.length());
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /// Reads what is left as bytes: it may be no frame.
  static void expectEnd(RawWebSocket client) {
    try {
      String rest =
          new String(client.in.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      for (String inside : INSIDES) {
        assertFalse(rest.contains(inside), inside + " in: " + rest);
      }
    } catch (java.net.SocketException reset) {
      assertFalse(client.socket.isClosed());
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
