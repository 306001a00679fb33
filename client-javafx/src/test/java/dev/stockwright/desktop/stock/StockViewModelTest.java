package dev.stockwright.desktop.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.harness.MillionRows;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.fx.harness.ManualDelay;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StockViewModelTest {
  private final Asked asked = new Asked();
  private final ManualDelay delay = new ManualDelay();
  private final MillionRows source = new MillionRows(1_000_000);
  private final StockViewModel model = new StockViewModel(asked, source, delay, Spoken.english());

  @Test
  void theFirstPageTellsHowLongTheListIs() {
    model.start();
    assertEquals(OptionalLong.of(1_000_000), model.total().get());
    assertEquals(1_000_000, model.rows().size());
    assertEquals(1, source.asked().size());
  }

  @Test
  void lookingAtARowLoadsItsPageOnceWithTheRowBeforeItWhereThatIsKnown() {
    model.start();
    source.hold();
    LiveRow<StockRow> row = model.rows().get(150);
    assertEquals(Optional.empty(), row.value().get());
    model.rows().get(199);
    assertEquals(2, source.asked().size());
    PageSource.Request<StockRow> request = source.asked().getLast();
    assertEquals(100, request.offset());
    assertEquals(Optional.of(MillionRows.row(99)), request.after());
    source.release();
    assertEquals(Optional.of(MillionRows.row(150)), row.value().get());
  }

  @Test
  void onlyTheLastPagesAreKept() {
    model.start();
    for (int page = 0; page < 50; page++) {
      model.rows().get(page * 100);
    }
    assertEquals(PagedRows.PAGES_MAX, ((PagedRows<?>) model.rows()).pagesHeld());
    int before = source.asked().size();
    model.rows().get(4_900);
    assertEquals(before, source.asked().size(), "the newest page is here");
    model.rows().get(0);
    assertEquals(before + 1, source.asked().size(), "the oldest was forgotten");
  }

  @Test
  void askingWhereARowIsLoadsNothing() {
    model.start();
    LiveRow<StockRow> row = model.rows().get(7);
    assertEquals(7, model.rows().indexOf(row));
    assertEquals(-1, model.rows().indexOf(new LiveRow<>(MillionRows.row(7))));
    assertEquals(1, source.asked().size());
  }

  @Test
  void theFilterAsksOnceWhenTypingPauses() {
    model.start();
    model.filter().set("h");
    delay.pass(Duration.ofMillis(100));
    model.filter().set("hex");
    delay.pass(Duration.ofMillis(100));
    assertEquals(1, source.asked().size());
    delay.pass(Duration.ofMillis(60));
    assertEquals(2, source.asked().size());
    assertEquals("hex", source.asked().getLast().query().filter());
  }

  @Test
  void aLateAnswerToAnOlderQuestionIsIgnored() {
    model.start();
    source.hold();
    model.sort(StockQuery.Column.AVAILABLE, true);
    model.sort(StockQuery.Column.SKU, false);
    int[] changes = {0};
    model.rows().addListener((javafx.collections.ListChangeListener<Object>) _ -> changes[0]++);
    source.release();
    assertEquals(1, changes[0]);
  }

  @Test
  void aNewerLevelShowsAndAnOlderOneDoesNot() {
    model.start();
    model.level(changed(3, 40, 9));
    model.level(changed(3, 11, 8));
    assertEquals(40, model.rows().get(3).value().get().orElseThrow().onHand());
    assertEquals(3, model.rows().get(3).before().get().orElseThrow().onHand());
    delay.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), model.rows().get(3).before().get());
  }

  @Test
  void theChosenProductFollowsItsLevel() {
    model.start();
    model.choose(MillionRows.row(3));
    model.level(changed(3, 40, 9));
    assertEquals(40, model.chosen().get().orElseThrow().onHand());
    assertEquals(List.of("open product P-3"), asked.lines());
  }

  @Test
  void theDetailOfAnotherProductIsIgnored() {
    model.start();
    model.choose(MillionRows.row(3));
    model.showDetail(Goods.detail(new Sku("P-4")));
    assertEquals(Optional.empty(), model.detail().get());
    model.showDetail(Goods.detail(new Sku("P-3")));
    assertTrue(model.detail().get().isPresent());
  }

  @Test
  void aFailedPageIsSaidAndRetryClearsIt() {
    boolean[] fails = {true};
    StockViewModel failing =
        new StockViewModel(
            asked,
            (request, loaded, failed) -> {
              if (fails[0]) {
                failed.accept("No answer from the server.");
              } else {
                source.load(request, loaded, failed);
              }
            },
            delay,
            Spoken.english());
    failing.start();
    assertEquals(new Freshness.Failed("No answer from the server."), failing.freshness().get());
    failing.follow(new Freshness.Live());
    assertEquals(new Freshness.Failed("No answer from the server."), failing.freshness().get());
    fails[0] = false;
    failing.retry();
    assertEquals(new Freshness.Live(), failing.freshness().get());
  }

  @Test
  void anUncountedListGrowsUntilAPageComesShort() {
    StockViewModel uncounted =
        new StockViewModel(
            asked,
            (request, loaded, _) -> {
              List<StockRow> rows = new java.util.ArrayList<>();
              for (long i = request.offset(); i < Math.min(230, request.offset() + 100); i++) {
                rows.add(MillionRows.row(i));
              }
              loaded.accept(new PageSource.Page<>(rows, OptionalLong.empty()));
            },
            delay,
            Spoken.english());
    uncounted.start();
    assertEquals(200, uncounted.rows().size());
    uncounted.rows().get(100);
    assertEquals(300, uncounted.rows().size());
    uncounted.rows().get(200);
    assertEquals(230, uncounted.rows().size());
    assertEquals(OptionalLong.of(230), uncounted.total().get());
  }

  private static StockRow changed(long i, long onHand, long n) {
    StockRow row = MillionRows.row(i);
    return new StockRow(
        row.warehouse(), row.sku(), row.product(), onHand, 0, 0, onHand, Instant.EPOCH, "", n);
  }
}
