package dev.stockwright.client.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StillBooksTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void everyQuestionIsPassedOn() {
    List<String> missed =
        Arrays.stream(Books.class.getMethods())
            .filter(question -> !declares(question))
            .map(Method::toString)
            .toList();
    assertEquals(List.of(), missed, "answered by a default instead of the books");
  }

  private static boolean declares(Method question) {
    return Arrays.stream(StillBooks.class.getDeclaredMethods())
        .anyMatch(
            own ->
                own.getName().equals(question.getName())
                    && Arrays.equals(own.getParameterTypes(), question.getParameterTypes()));
  }

  @Test
  void whatThisDeviceHasReceivedIsKnownDuringAStep() {
    Sku drill = new Sku("D-1");
    SerialNumber serial = new SerialNumber("S-1");
    HandlingUnit unit = new HandlingUnit("LP-1");
    Books still =
        new StillBooks(
            WrittenBooks.of(
                new WrittenBooks.Piece(drill, serial, AT), new WrittenBooks.Whole(unit, AT)));
    assertEquals(Optional.of(AT), still.received(drill, serial));
    assertEquals(Optional.of(AT), still.received(unit));
    assertEquals(Optional.empty(), still.received(drill, new SerialNumber("S-2")));
  }
}
