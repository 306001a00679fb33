package dev.stockwright.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stockwright.server.feed.FeedSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays each case on a connection of its own, and looks that nothing of it is left.
class Rfc6455Test {
  private static StreamBed bed;

  @BeforeAll
  static void start() {
    bed = new StreamBed(FeedSettings.usual(), StreamBed.QUICK);
  }

  @AfterAll
  static void stop() {
    bed.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    AtomicInteger number = new AtomicInteger();
    return Stream.of(
            FramingCases.lengths(),
            FramingCases.opcodes(),
            FramingCases.fragments(),
            FramingCases.brokenFragments(),
            ControlCases.control(),
            ControlCases.utf8(),
            ControlCases.closing(),
            ControlCases.endings())
        .flatMap(List::stream)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.verdict() + " " + one.name(), () -> run(one, number.incrementAndGet())));
  }

  private static void run(Rfc6455Case one, int number) {
    assertEquals(0, bed.sessions());
    try (RawWebSocket client = RawWebSocket.open(bed.port(), "case-" + number)) {
      StreamBed.await("the session is there", () -> bed.sessions() == 1);
      one.script().accept(client);
      String heard = client.heard.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      for (String inside : Rfc6455Case.INSIDES) {
        assertFalse(heard.contains(inside), inside + " in: " + heard);
      }
    }
    StreamBed.await("no session is left", () -> bed.sessions() == 0);
    try (RawWebSocket next = RawWebSocket.open(bed.port(), "after-" + number)) {
      next.expectAlive();
    }
    StreamBed.await("no session is left", () -> bed.sessions() == 0);
  }
}
