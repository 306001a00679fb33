package dev.stockwright.server.stream;

import static dev.stockwright.server.stream.RawWebSocket.CLOSE;
import static dev.stockwright.server.stream.RawWebSocket.CONTINUATION;
import static dev.stockwright.server.stream.RawWebSocket.FIN;
import static dev.stockwright.server.stream.RawWebSocket.PING;
import static dev.stockwright.server.stream.RawWebSocket.PONG;
import static dev.stockwright.server.stream.RawWebSocket.TEXT;
import static dev.stockwright.server.stream.Rfc6455Case.alive;
import static dev.stockwright.server.stream.Rfc6455Case.bytes;
import static dev.stockwright.server.stream.Rfc6455Case.closed;
import static dev.stockwright.server.stream.Rfc6455Case.guarded;
import static dev.stockwright.server.stream.Rfc6455Case.pass;
import static dev.stockwright.server.stream.Rfc6455Case.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Pings, UTF-8, closing and endings.
final class ControlCases {
  private ControlCases() {}

  static List<Rfc6455Case> control() {
    return List.of(
        guarded(
            "a ping is answered with its payload",
            c -> {
              c.frame(FIN | PING, "hello");
              assertEquals("hello", c.await(PONG).text());
            }),
        guarded(
            "an empty ping",
            c -> {
              c.frame(FIN | PING, "");
              assertEquals("", c.await(PONG).text());
            }),
        guarded(
            "a ping of 125 bytes",
            c -> {
              c.frame(FIN | PING, "x".repeat(125));
              assertEquals("x".repeat(125), c.await(PONG).text());
            }),
        guarded("a ping of 126 bytes", closed(1002, c -> c.frame(FIN | PING, "x".repeat(126)))),
        guarded("a pong of 126 bytes", closed(1002, c -> c.frame(FIN | PONG, "x".repeat(126)))),
        upstream(
            "a ping without FIN is answered",
            c -> {
              c.frame(PING, "x");
              assertEquals("x", c.await(PONG).text());
            }),
        pass("a pong that nobody asked for", alive(c -> c.frame(FIN | PONG, "x"))),
        guarded(
            "100 pings: the newest is answered",
            c -> {
              for (int i = 0; i < 100; i++) {
                c.frame(FIN | PING, "p" + i);
              }
              c.awaitPong("p99");
            }),
        guarded(
            "10 000 pings",
            closed(
                1008,
                c -> {
                  for (int i = 0; i < 10_000; i++) {
                    c.frame(FIN | PING, "flood");
                  }
                })));
  }

  static Rfc6455Case invalid(String name, int... bytes) {
    return guarded("UTF-8: " + name, closed(1007, c -> c.frame(FIN | TEXT, bytes(bytes))));
  }

  static List<Rfc6455Case> utf8() {
    return List.of(
        guarded(
            "UTF-8: two, three and four bytes are read",
            c -> {
              c.text("{\"type\":\"subscribe\",\"warehouse\":\"\u00e9\u20ac\ud83d\ude00\"}");
              assertTrue(c.await(TEXT).text().contains("invalid_warehouse"));
              c.expectAlive();
            }),
        invalid("FF", '"', 0xFF, '"'),
        invalid("a lone continuation byte", '"', 0x80, '"'),
        invalid("overlong C0 80", '"', 0xC0, 0x80, '"'),
        invalid("overlong E0 80 80", '"', 0xE0, 0x80, 0x80, '"'),
        invalid("a surrogate ED A0 80", '"', 0xED, 0xA0, 0x80, '"'),
        invalid("beyond U+10FFFF", '"', 0xF4, 0x90, 0x80, 0x80, '"'),
        invalid("cut off at the end", '"', 0xE2, 0x82),
        guarded(
            "UTF-8: wrong bytes end it before the message does",
            closed(1007, c -> c.frame(TEXT, bytes('"', 0xFF)))),
        upstream(
            "UTF-8: a character cut by fragments is taken for wrong bytes",
            closed(
                1007,
                c -> {
                  c.frame(TEXT, bytes('"', 0xC3));
                  c.frame(FIN | CONTINUATION, bytes(0xA9, '"'));
                })));
  }

  static Rfc6455Case code(int code, int answer) {
    return (answer == 1000
        ? pass("close " + code, closed(1000, c -> c.close(code, "")))
        : guarded(
            "close " + code + ", which may not be sent", closed(1002, c -> c.close(code, ""))));
  }

  static List<Rfc6455Case> closing() {
    return List.of(
        guarded("close without a code", closed(1000, c -> c.frame(FIN | CLOSE, ""))),
        guarded("close with one byte", closed(1002, c -> c.frame(FIN | CLOSE, "x"))),
        pass("close with a reason", closed(1000, c -> c.close(1000, "done"))),
        code(1001, 1000),
        code(1003, 1000),
        code(1007, 1000),
        code(3000, 1000),
        code(4999, 1000),
        code(0, 1002),
        code(999, 1002),
        code(1004, 1002),
        code(1005, 1002),
        code(1006, 1002),
        code(1015, 1002),
        code(1016, 1002),
        code(2000, 1002),
        code(5000, 1002),
        code(65535, 1002),
        guarded(
            "close with a reason that is not UTF-8",
            closed(1007, c -> c.frame(FIN | CLOSE, bytes(3, 0xE8, 0xFF)))),
        guarded(
            "close with a reason of 124 bytes", closed(1002, c -> c.close(1000, "x".repeat(124)))),
        guarded(
            "a message after the close is not answered",
            c -> {
              ByteArrayOutputStream both = new ByteArrayOutputStream();
              both.writeBytes(RawWebSocket.encoded(FIN | CLOSE, bytes(3, 0xE8), true));
              both.writeBytes(RawWebSocket.encoded(FIN | TEXT, bytes('{', '}'), true));
              c.raw(both.toByteArray());
              assertEquals(1000, c.awaitClose());
              assertTrue(c.read().isEmpty());
            }));
  }

  static List<Rfc6455Case> endings() {
    return List.of(
        guarded("FIN without a close frame", RawWebSocket::close),
        guarded("RST", RawWebSocket::reset),
        guarded(
            "FIN in the middle of a frame",
            c -> {
              c.raw(bytes(0x81, 0xFE, 0x10));
              c.close();
            }),
        guarded(
            "RST in the middle of a payload",
            c -> {
              c.raw(bytes(0x81, 0x90, 1, 2, 3, 4, 5));
              c.reset();
            }),
        guarded(
            "a client that says close and does not wait",
            c -> {
              c.close(1000, "");
              c.close();
            }));
  }
}
