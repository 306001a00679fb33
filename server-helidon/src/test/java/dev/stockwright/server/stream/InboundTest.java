package dev.stockwright.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.server.stream.Inbound.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
  private final Inbound inbound = new Inbound(50, 200, 0);

  @Test
  void aFrameInPiecesIsOneFrame() {
    assertInstanceOf(Heard.Nothing.class, inbound.text("{\"type\":\"heart", false));
    assertInstanceOf(Heard.Nothing.class, inbound.text("", false));
    assertEquals(new Heard.Frame(new ClientFrame.Heartbeat()), inbound.text("beat\"}", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "7",
        "nonsense",
        "{\"type\":\"dance\"}",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"warehouse\":7}",
        "{\"type\":\"subscribe\",\"warehouse\":\"W\",\"after\":\"x\"}",
        "{\"type\":\"heartbeat\"",
        "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[",
      })
  void whatIsNoFrameIsAPuzzleThatNamesNoInsides(String text) {
    Heard.Puzzle puzzle = assertInstanceOf(Heard.Puzzle.class, inbound.text(text, true));
    assertFalse(puzzle.message().contains("dev.stockwright"), puzzle.message());
    assertFalse(puzzle.message().contains("Exception"), puzzle.message());
  }

  @Test
  void aBadCodeKeepsItsOwnCode() {
    assertEquals(
        "invalid_warehouse",
        assertInstanceOf(
                Heard.Puzzle.class,
                inbound.text("{\"type\":\"subscribe\",\"warehouse\":\"a b\"}", true))
            .code());
  }

  @Test
  void deepNestingNeverReachesTheReader() {
    assertInstanceOf(Heard.Puzzle.class, inbound.text("{\"type\":" + "[".repeat(60_000), true));
  }

  @Test
  void sizeAndFragmentsAreBounded() {
    Inbound many = new Inbound(50, 200, 0);
    for (int i = 0; i < 64; i++) {
      assertInstanceOf(Heard.Nothing.class, many.text("x", false));
    }
    assertEquals(new Heard.Offence(Goodbye.TOO_BIG), many.text("x", false));
    assertInstanceOf(Heard.Nothing.class, inbound.text("x".repeat(60_000), false));
    assertEquals(new Heard.Offence(Goodbye.TOO_BIG), inbound.text("\u00e9".repeat(3_000), false));
  }

  @Test
  void aReplacementCharacterMeansBadUtf8() {
    assertEquals(new Heard.Offence(Goodbye.NOT_UTF8), inbound.text("a\uFFFDb", false));
  }

  @Test
  void theRateIsFiftyASecondAfterABurst() {
    for (int i = 0; i < 200; i++) {
      assertTrue(inbound.counted(0));
    }
    assertFalse(inbound.counted(0));
    Inbound steady = new Inbound(50, 200, 0);
    for (int i = 0; i < 5_000; i++) {
      assertTrue(steady.counted(i * 20_000_001L), "message " + i);
    }
  }
}
