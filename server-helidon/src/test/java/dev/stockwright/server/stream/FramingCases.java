package dev.stockwright.server.stream;

import static dev.stockwright.server.stream.RawWebSocket.BINARY;
import static dev.stockwright.server.stream.RawWebSocket.CONTINUATION;
import static dev.stockwright.server.stream.RawWebSocket.FIN;
import static dev.stockwright.server.stream.RawWebSocket.TEXT;
import static dev.stockwright.server.stream.Rfc6455Case.HEARTBEAT;
import static dev.stockwright.server.stream.Rfc6455Case.alive;
import static dev.stockwright.server.stream.Rfc6455Case.bytes;
import static dev.stockwright.server.stream.Rfc6455Case.closed;
import static dev.stockwright.server.stream.Rfc6455Case.expectEnd;
import static dev.stockwright.server.stream.Rfc6455Case.guarded;
import static dev.stockwright.server.stream.Rfc6455Case.padded;
import static dev.stockwright.server.stream.Rfc6455Case.pass;
import static dev.stockwright.server.stream.Rfc6455Case.upstream;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/// Lengths, opcodes and fragments.
final class FramingCases {
  private FramingCases() {}

  static List<Rfc6455Case> lengths() {
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
            alive(c -> c.raw(bytes(0x81, 0xFE, 0, 2, 0, 0, 0, 0, '{', '}')))));
  }

  static List<Rfc6455Case> opcodes() {
    return List.of(
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

  static List<Rfc6455Case> fragments() {
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
                })));
  }

  static List<Rfc6455Case> brokenFragments() {
    return List.of(
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
}
