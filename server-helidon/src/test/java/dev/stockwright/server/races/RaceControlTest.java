package dev.stockwright.server.races;

import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/// Shows that the meetings and the books notice what is wrong.
class RaceControlTest {
  private final RaceBed bed = RaceBed.shared();

  /// Two receivers, written as people write it who trust what they have read.
  @Test
  void whoReadsAndThenWritesReceivesTooMuch() {
    Meeting naive =
        Meeting.of(
            "receive x receive, read first and written afterwards",
            this::naive,
            oneOf(2, "over_receipt", "6"));
    AssertionError seen = assertThrows(AssertionError.class, () -> naive.meet(bed, 1));
    assertTrue(String.valueOf(seen.getMessage()).contains("ended as A A | 12"), seen::getMessage);
  }

  private Scene naive() {
    Goods goods = new Goods(bed.product(), bed.bin());
    String order = fresh("PO-N");
    bed.ok(
        "open_purchase_order",
        "'order':'" + order + "','supplier':'ACME','over_percent':10," + goods.lines(10));
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    String line =
        "purchase_order_line SET received = received + 6 WHERE purchase_order_id ="
            + " (SELECT id FROM purchase_order WHERE number = '"
            + order
            + "')";
    String received =
        "SELECT received FROM purchase_order_line l JOIN purchase_order o"
            + " ON o.id = l.purchase_order_id WHERE o.number = '"
            + order
            + "'";
    Meeting.Ask receiver =
        (any, desk) -> {
          boolean fits = bed.figures(received).getFirst() + 6 <= 11;
          await(bothHaveRead);
          if (fits) {
            bed.change("UPDATE " + line);
          }
          return fits ? "A" : "over_receipt";
        };
    return scene(received, receiver, receiver);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A meeting in which everybody may do what they want whatever the others do shows nothing, and
  /// is refused for that.
  @Test
  void aMeetingThatCannotFailIsNone() {
    Meeting idle =
        Meeting.of(
            "two look at the same thing",
            () -> scene("SELECT 1", (any, desk) -> "A", (any, desk) -> "A"),
            "A A | 1");
    AssertionError seen = assertThrows(AssertionError.class, () -> idle.run(bed, 1));
    assertTrue(String.valueOf(seen.getMessage()).contains("could not fail"), seen::getMessage);
  }

  /// What would be wrong, and who must notice.
  private static final Map<String, String> BROKEN =
      Map.of(
          "what lies in bins is on hand",
          "UPDATE stock_level SET on_hand = on_hand + 1, supplier = supplier - 1",
          "what is reserved is promised to somebody",
          "UPDATE reservation_line SET quantity = quantity + 1 WHERE open",
          "a purchase order has received what its receipts say",
          "UPDATE purchase_order_line SET received = received + 1",
          "an order line has been picked as its picks say",
          "UPDATE pick SET picked = picked - 1 WHERE picked > 0",
          "what was picked lies where it is said to lie",
          "UPDATE picked_goods SET quantity = quantity + 1000",
          "a promise holds what its order still wants",
          "UPDATE sales_order_line SET ordered = ordered + 1",
          "what is in transit is on a transfer",
          "UPDATE stock_level SET in_transit = in_transit + 1, supplier = supplier - 1",
          "a batch of a till counts its entries",
          "UPDATE till_batch SET applied = applied + 1",
          "a handling unit is in one place",
          "UPDATE balance b SET handling_unit = 'U-BOTH' WHERE on_hand > 0 AND handling_unit = ''"
              + " AND lot = '' AND condition = 'available'");

  @Test
  void theBooksNoticeWhatIsWrong() throws Exception {
    somethingOfEverything();
    bed.booksAgree();
    BROKEN.forEach(
        (promise, sql) -> {
          List<String> found = found(promise, sql);
          assertFalse(found.isEmpty(), promise + " is not noticed");
        });
  }

  private void somethingOfEverything() throws Exception {
    for (String name : List.of("two pickers at one line", "pick x move of the goods")) {
      meet(new PickMeetings(bed).meetings(), name);
    }
    meet(new PackMeetings(bed).meetings(), "pack x pack");
    meet(new PackMeetings(bed).meetings(), "ship x ship");
    meet(new InboundMeetings(bed).meetings(), "receive x receive beyond the tolerance");
    meet(new OrderMeetings(bed).meetings(), "three at the last two units");
    meet(new TransferMeetings(bed).meetings(), "transfer shipped x cancelled");
    meet(new OfficeMeetings(bed).meetings(), "one batch of a till sent twice");
  }

  private void meet(List<Meeting> meetings, String name) throws Exception {
    Meeting meeting =
        meetings.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    assertEquals(1, meeting.meet(bed, 1).values().stream().mapToInt(Integer::intValue).sum(), name);
  }

  /// What the question finds after the change, which is taken back.
  private List<String> found(String promise, String sql) {
    String question = Books.QUESTIONS.getOrDefault(promise, "");
    try {
      return bed.database()
          .changing()
          .transactionResult(
              tx -> {
                tx.dsl().execute(sql);
                throw new Found(Books.wrong(tx.dsl(), question));
              });
    } catch (Found e) {
      return e.rows;
    } catch (DataAccessException e) {
      throw new AssertionError(promise + ": " + e.getMessage(), e);
    }
  }

  /// Takes the change back.
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> rows;

    private Found(List<String> rows) {
      this.rows = rows;
    }
  }
}
