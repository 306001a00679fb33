package dev.stockwright.client.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
}
