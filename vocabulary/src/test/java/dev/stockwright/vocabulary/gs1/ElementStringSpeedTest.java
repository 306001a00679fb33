package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Machines differ, so the floor is a ratio: reading with all checks is not slower than a regular
/// expression that checks nothing. [ElementStringTiming] prints figures.
class ElementStringSpeedTest {
  private static final double FLOOR = 0.8;

  private static double ratio(java.util.function.ToIntFunction<String> reader, List<String> data) {
    double best = 0;
    for (int round = 0; round < 4 && best < FLOOR; round++) {
      double yardstick = ElementStringTiming.perSecond(ElementStringTiming::yardstick, data, 150);
      best = Math.max(best, ElementStringTiming.perSecond(reader, data, 150) / yardstick);
    }
    return best;
  }

  @Test
  void readingIsNotSlowerThanTheYardstick() {
    List<String> data = ElementStringTiming.typical(1_000);
    data.forEach(
        text ->
            assertEquals(
                ElementStringTiming.elements(text), ElementStringTiming.yardstick(text), text));
    double ratio = ratio(ElementStringTiming::elements, data);
    assertTrue(ratio >= FLOOR, () -> "only " + ratio + " of the yardstick");
  }

  @Test
  void aReaderThatIsSlowIsFound() {
    List<String> data = ElementStringTiming.typical(1_000);
    double ratio =
        ratio(
            text -> {
              int found = 0;
              for (int again = 0; again < 20; again++) {
                found = ElementStringTiming.elements(text);
              }
              return found;
            },
            data);
    assertTrue(ratio < FLOOR, () -> ratio + " of the yardstick although it reads twenty times");
  }
}
