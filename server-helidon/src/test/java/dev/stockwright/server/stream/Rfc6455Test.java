package dev.stockwright.server.stream;

import static dev.stockwright.server.stream.RawWebSocket.BINARY;
import static dev.stockwright.server.stream.RawWebSocket.CLOSE;
import static dev.stockwright.server.stream.RawWebSocket.CONTINUATION;
import static dev.stockwright.server.stream.RawWebSocket.FIN;
import static dev.stockwright.server.stream.RawWebSocket.PING;
import static dev.stockwright.server.stream.RawWebSocket.PONG;
import static dev.stockwright.server.stream.RawWebSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.feed.FeedSettings;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// How the stream behaves on each point of RFC 6455. A case is PASS when Helidon does right by
/// itself, GUARDED when it does not and our session layer does, UPSTREAM when it is wrong and we
/// cannot put it right from where we stand; what is asserted then is that it does no harm.
class Rfc6455Test {
  private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";
  private static final List<String> INSIDES =
      List.of("exception", "java.", "io.helidon", "dev.stockwright", "\tat ", "null");

  private enum Verdict {
    PASS,
    GUARDED,
    UPSTREAM
  }

  private record Case(Verdict verdict, String name, Consumer<RawWebSocket> script) {}

  @TempDir static Path folder;
  private static StreamBed bed;

  @BeforeAll
  static void start() {
    bed = new StreamBed(folder, FeedSettings.usual(), StreamBed.QUICK);
  }

  @AfterAll
  static void stop() {
    bed.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    AtomicInteger number = new AtomicInteger();
    return Stream.of(framing(), fragments(), control(), utf8(), closing(), endings())
        .flatMap(List::stream)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.verdict + " " + one.name, () -> run(one, number.incrementAndGet())));
  }

  private static void run(Case one, int number) {
    assertEquals(0, bed.sessions());
    try (RawWebSocket client = RawWebSocket.open(bed.port(), "case-" + number)) {
      StreamBed.await("the session is there", () -> bed.sessions() == 1);
      one.script.accept(client);
      String heard = client.heard.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      for (String inside : INSIDES) {
        assertFalse(heard.contains(inside), inside + " in: " + heard);
      }
    }
    StreamBed.await("no session is left", () -> bed.sessions() == 0);
    try (RawWebSocket next = RawWebSocket.open(bed.port(), "after-" + number)) {
      next.expectAlive();
    }
    StreamBed.await("no session is left", () -> bed.sessions() == 0);
  }

  private static Case pass(String name, Consumer<RawWebSocket> script) {
    return new Case(Verdict.PASS, name, script);
  }

  private static Case guarded(String name, Consumer<RawWebSocket> script) {
    return new Case(Verdict.GUARDED, name, script);
  }

  private static Case upstream(String name, Consumer<RawWebSocket> script) {
    return new Case(Verdict.UPSTREAM, name, script);
  }

  private static Consumer<RawWebSocket> alive(Consumer<RawWebSocket> act) {
    return client -> {
      act.accept(client);
      client.expectAlive();
    };
  }

  private static Consumer<RawWebSocket> closed(int code, Consumer<RawWebSocket> act) {
    return client -> {
      try {
        act.accept(client);
      } catch (UncheckedIOException closedWhileSending) {
        // The server may close while an abuse is still being sent; its frame is read all the same.
      }
      assertEquals(code, client.awaitClose());
    };
  }

  private static String padded(int length) {
    return HEARTBEAT + " ".repeat(length - HEARTBEAT.length());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static List<Case> framing() {
    return List.of(
        guarded(
            "empty text is answered with a problem",
            c -> {
              c.text("");
              assertTrue(c.await(TEXT).text().contains("invalid_json"));
            }),
        pass("length 125", alive(c -> c.text(padded(125)))),
        pass("length 126", alive(c -> c.text(padded(126)))),
        pass("length 127", alive(c -> c.text(padded(127)))),
        pass("length 65535", alive(c -> c.text(padded(65_535)))),
        pass("length 65536, the largest", alive(c -> c.text(padded(65_536)))),
        pass("length 65537", closed(1009, c -> c.text(padded(65_537)))),
        pass(
            "length 2^31 announced",
            closed(1009, c -> c.raw(bytes(0x81, 0xFF, 0, 0, 0, 0, 0x80, 0, 0, 0, 1, 2, 3, 4)))),
        pass(
            "length 2^63 announced",
            closed(1002, c -> c.raw(bytes(0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4)))),
        upstream(
            "a length that could be shorter is accepted",
            alive(c -> c.raw(bytes(0x81, 0xFE, 0, 2, 0, 0, 0, 0, '{', '}')))),
        pass("RSV1", closed(1002, c -> c.frame(FIN | 0x40 | TEXT, HEARTBEAT))),
        pass("RSV2", closed(1002, c -> c.frame(FIN | 0x20 | TEXT, HEARTBEAT))),
        pass("RSV3", closed(1002, c -> c.frame(FIN | 0x10 | TEXT, HEARTBEAT))),
        upstream(
            "reserved opcode 3 ends the connection without a close frame",
            c -> {
              c.frame(FIN | 0x3, "x");
              expectEnd(c);
            }),
        upstream(
            "reserved opcode 11 ends the connection without a close frame",
            c -> {
              c.frame(FIN | 0xB, "x");
              expectEnd(c);
            }),
        pass(
            "unmasked",
            closed(1002, c -> c.raw(RawWebSocket.encoded(FIN | TEXT, bytes('{', '}'), false)))),
        guarded("binary", closed(1003, c -> c.frame(FIN | BINARY, "x"))),
        guarded(
            "an unknown frame type is answered with a problem",
            c -> {
              c.text("{\"type\":\"dance\"}");
              assertTrue(c.await(TEXT).text().contains("\"code\":\"invalid_json\""));
              c.expectAlive();
            }),
        guarded(
            "60 000 brackets are answered with a problem",
            c -> {
              c.text("[".repeat(60_000));
              assertTrue(c.await(TEXT).text().contains("nested"));
              c.expectAlive();
            }),
        guarded(
            "garbage text is answered with a problem",
            c -> {
              c.text("\u0001\u0002%&$");
              assertTrue(c.await(TEXT).text().contains("invalid_json"));
              c.expectAlive();
            }));
  }

  /// Reads what is left as bytes: it may be no frame.
  private static void expectEnd(RawWebSocket client) {
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

  private static List<Case> fragments() {
    return List.of(
        guarded(
            "a message in two fragments",
            c -> {
              c.frame(TEXT, "{\"type\":\"da");
              c.frame(FIN | CONTINUATION, "nce\"}");
              assertTrue(c.await(TEXT).text().contains("invalid_json"));
              c.expectAlive();
            }),
        guarded(
            "a ping between two fragments",
            c -> {
              c.frame(TEXT, "{\"type\":\"da");
              c.expectAlive();
              c.frame(FIN | CONTINUATION, "nce\"}");
              assertTrue(c.await(TEXT).text().contains("invalid_json"));
            }),
        guarded(
            "64 fragments",
            alive(
                c -> {
                  c.frame(TEXT, HEARTBEAT);
                  for (int i = 0; i < 62; i++) {
                    c.frame(CONTINUATION, " ");
                  }
                  c.frame(FIN | CONTINUATION, "");
                })),
        guarded(
            "65 fragments",
            closed(
                1009,
                c -> {
                  c.frame(TEXT, HEARTBEAT);
                  for (int i = 0; i < 64; i++) {
                    c.frame(CONTINUATION, " ");
                  }
                })),
        guarded(
            "100 000 fragments",
            closed(
                1009,
                c -> {
                  c.frame(TEXT, HEARTBEAT);
                  for (int i = 0; i < 100_000; i++) {
                    c.frame(CONTINUATION, "");
                  }
                })),
        guarded(
            "fragments that are too large together",
            closed(
                1009,
                c -> {
                  c.frame(TEXT, padded(40_000));
                  c.frame(CONTINUATION, " ".repeat(40_000));
                })),
        pass("a continuation of nothing", closed(1002, c -> c.frame(FIN | CONTINUATION, "x"))),
        pass(
            "a continuation after the last one",
            closed(
                1002,
                c -> {
                  c.frame(TEXT, HEARTBEAT);
                  c.frame(FIN | CONTINUATION, "");
                  c.frame(FIN | CONTINUATION, "");
                })),
        upstream(
            "a new text inside a fragmented one looks like its continuation",
            c -> {
              c.frame(TEXT, "{\"type\":");
              c.text("\"dance\"}");
              assertTrue(c.await(TEXT).text().contains("invalid_json"));
              c.expectAlive();
            }),
        guarded(
            "binary inside a fragmented text",
            closed(
                1003,
                c -> {
                  c.frame(TEXT, "{\"type\":");
                  c.frame(FIN | BINARY, "x");
                })),
        guarded(
            "500 messages at once",
            closed(
                1008,
                c -> {
                  for (int i = 0; i < 500; i++) {
                    c.text(HEARTBEAT);
                  }
                })));
  }

  private static List<Case> control() {
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

  private static Case invalid(String name, int... bytes) {
    return guarded("UTF-8: " + name, closed(1007, c -> c.frame(FIN | TEXT, bytes(bytes))));
  }

  private static List<Case> utf8() {
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

  private static Case code(int code, int answer) {
    return (answer == 1000
        ? pass("close " + code, closed(1000, c -> c.close(code, "")))
        : guarded(
            "close " + code + ", which may not be sent", closed(1002, c -> c.close(code, ""))));
  }

  private static List<Case> closing() {
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

  private static List<Case> endings() {
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
