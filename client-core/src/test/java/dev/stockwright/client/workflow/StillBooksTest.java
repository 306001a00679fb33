package dev.stockwright.client.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StillBooksTest {
  private static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "each", false, false);
  private static final Place A1 = new Place(new LocationCode("A-01"), "A", "bin");

  @Test
  void whatWasAskedOnceIsNotAskedAgainAndOtherQuestionsAre() {
    WrittenBooks written =
        WrittenBooks.of(
            HAMMER, A1, new Reason(new ReasonCode("full"), "Full", List.of("redirect")));
    AtomicInteger asked = new AtomicInteger();
    Books counted =
        (Books)
            Proxy.newProxyInstance(
                Books.class.getClassLoader(),
                new Class<?>[] {Books.class},
                (proxy, method, arguments) -> {
                  asked.incrementAndGet();
                  return method.invoke(written, arguments);
                });
    Books still = Scenes.online(counted).still().books();
    for (int round = 0; round < 3; round++) {
      assertEquals(Optional.of(HAMMER), still.product(HAMMER.sku()));
      assertEquals(Optional.empty(), still.product(new Sku("NL-1")));
      assertEquals(Optional.of(A1), still.place(A1.code()));
      assertEquals(1, still.reasons("redirect").size());
      assertEquals(0, still.reasons("adjust").size());
      assertEquals(List.of(), still.putAways());
      assertEquals(List.of(), still.tasks());
    }
    assertEquals(7, asked.get());
  }

  @Test
  void whatChangesDuringAStepIsSeenByTheNextStep() {
    AtomicReference<Books> now = new AtomicReference<>(WrittenBooks.of(HAMMER));
    Books changing =
        (Books)
            Proxy.newProxyInstance(
                Books.class.getClassLoader(),
                new Class<?>[] {Books.class},
                (proxy, method, arguments) -> method.invoke(now.get(), arguments));
    Scene scene = Scenes.online(changing);
    Books step = scene.still().books();
    assertEquals(Optional.of(HAMMER), step.product(HAMMER.sku()));
    assertEquals(List.of(), step.reasons("redirect"));
    now.set(WrittenBooks.of(A1, new Reason(new ReasonCode("full"), "Full", List.of("redirect"))));
    assertEquals(Optional.of(HAMMER), step.product(HAMMER.sku()), "as it was at the beginning");
    assertEquals(List.of(), step.reasons("redirect"));
    assertEquals(Optional.of(A1), step.place(A1.code()), "what was not asked before is asked now");
    Books next = scene.still().books();
    assertEquals(Optional.empty(), next.product(HAMMER.sku()));
    assertEquals(1, next.reasons("redirect").size());
  }

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
    EarlierReceipt came = new EarlierReceipt(AT, Optional.empty(), Optional.empty());
    Books still =
        new StillBooks(
            WrittenBooks.of(
                new WrittenBooks.Piece(drill, serial, came), new WrittenBooks.Whole(unit, came)));
    assertEquals(Optional.of(came), still.received(drill, serial));
    assertEquals(Optional.of(came), still.received(unit));
    assertEquals(Optional.empty(), still.received(drill, new SerialNumber("S-2")));
  }
}
