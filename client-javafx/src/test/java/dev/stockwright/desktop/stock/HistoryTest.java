package dev.stockwright.desktop.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @Test
  void whatTheStreamBroughtFirstIsNotDoubledByTheServersPage() {
    history.happened(lines(12, 11));
    history.newest(lines(12, 11, 10, 9), true);
    assertEquals(List.of(12L, 11L, 10L, 9L), shown());
    assertEquals(History.Before.MORE, history.before().get());
  }

  @Test
  void whatThePageBroughtFirstIsNotDoubledByTheStream() {
    history.newest(lines(11, 10), false);
    history.happened(lines(10, 11, 12, 13));
    assertEquals(List.of(13L, 12L, 11L, 10L), shown());
    assertEquals(History.Before.NOTHING, history.before().get());
  }

  @Test
  void aPageReadBeforeTheLastMovementsKeepsThemOnTop() {
    history.happened(lines(14, 13));
    history.newest(lines(12, 11), true);
    assertEquals(List.of(14L, 13L, 12L, 11L), shown());
  }

  @Test
  void afterAnOutageNothingOldIsShownBelowAGap() {
    history.newest(lines(5, 4, 3), true);
    history.newest(lines(90, 89, 88), true);
    assertEquals(List.of(90L, 89L, 88L), shown());
  }

  @Test
  void olderPagesGoOnBelowUntilThereIsNothing() {
    history.newest(lines(9, 8), true);
    history.older(lines(8, 7, 6), true);
    history.older(lines(5), false);
    assertEquals(List.of(9L, 8L, 7L, 6L, 5L), shown());
    assertEquals(History.Before.NOTHING, history.before().get());
  }

  @Test
  void onlySoManyAreKeptAndThatIsSaid() {
    history.newest(lines(2, 1), false);
    history.happened(lines(LongStream.rangeClosed(3, 400).toArray()));
    assertEquals(History.KEPT_MAX, shown().size());
    assertEquals(400L, shown().getFirst());
    assertEquals(History.Before.CUT, history.before().get());
    history.older(lines(2, 1), false);
    assertEquals(History.KEPT_MAX, shown().size(), "what would leave a gap is not taken");
  }

  private List<Long> shown() {
    return history.lines().stream().map(MovementLine::n).toList();
  }

  private static List<MovementLine> lines(long... numbers) {
    return LongStream.of(numbers)
        .mapToObj(n -> new MovementLine(n, Instant.EPOCH, "moved", "somebody", "+1"))
        .toList();
  }
}
