package dev.stockwright.server.counting;

import static dev.stockwright.server.counting.CountSite.A2;
import static dev.stockwright.server.counting.CountSite.ANA;
import static dev.stockwright.server.counting.CountSite.BEN;
import static dev.stockwright.server.counting.CountSite.SUE;
import static dev.stockwright.server.counting.CountSite.close;
import static dev.stockwright.server.counting.CountSite.empty;
import static dev.stockwright.server.counting.CountSite.finish;
import static dev.stockwright.server.counting.CountSite.line;
import static dev.stockwright.server.counting.CountSite.piece;
import static dev.stockwright.server.counting.CountSite.review;
import static dev.stockwright.server.counting.Shelves.accepted;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.queries.CountResults;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Counts on a real desk: what the books make of what people said, by night and by review.
class VarianceTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final CountSite AT = new CountSite(SITE);
  private static final Shelves SHELVES = new Shelves(SITE);

  private Sku sku;
  private LocationCode bin;

  @AfterAll
  static void end() {
    SITE.close();
  }

  /// Each test has a product and a bin of its own.
  @BeforeEach
  void aProductAndABin() {
    sku = SHELVES.newProduct("false, false");
    bin = SHELVES.newBin();
  }

  /// Counted by Ana, closed and finished.
  private Reference counted(long quantity) {
    Reference count = AT.request(bin);
    AT.accepted(ANA, line(count, bin, sku, quantity));
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    return count;
  }

  @Test
  void whatFitsIsMatchedAndTheCountIsOver() {
    AT.stock(sku, 100, bin);
    Reference count = counted(100);
    assertEquals("counted", AT.state(count));
    AT.night();
    assertEquals(List.of(bin + " " + sku + " 100/100 matched"), AT.lines(count));
    assertEquals("completed", AT.state(count));
  }

  @Test
  void upToFivePercentIsAdjustedAtNightWithItsReason() {
    AT.stock(sku, 100, bin);
    Reference count = counted(95);
    AT.night();
    assertEquals(List.of(bin + " " + sku + " 95/100 adjusted"), AT.lines(count));
    assertEquals(95, AT.inBin(sku, bin));
    assertEquals(
        "count " + count,
        AT.text(
            "SELECT reason || ' ' || reference FROM movement WHERE reference = '" + count + "'"));
  }

  @Test
  void moreThanThatWaitsForAReviewByAnotherPerson() {
    AT.stock(sku, 100, bin);
    Reference count = counted(94);
    AT.night();
    assertEquals("review", AT.state(count));
    assertEquals(100, AT.inBin(sku, bin));
    assertInstanceOf(
        DocumentRefusal.OtherPersonNeeded.class, AT.refused(ANA, review(count, 1, "accept")));
    AT.accepted(SUE, review(count, 1, "accept"));
    assertEquals(94, AT.inBin(sku, bin));
    assertEquals("completed", AT.state(count));
    assertInstanceOf(DocumentRefusal.WrongState.class, AT.refused(SUE, review(count, 1, "accept")));
  }

  @Test
  void aRejectedVarianceLeavesTheBooks() {
    AT.stock(sku, 100, bin);
    Reference count = counted(50);
    AT.night();
    AT.accepted(SUE, review(count, 1, "reject"));
    assertEquals(100, AT.inBin(sku, bin));
    assertEquals(List.of(bin + " " + sku + " 50/100 rejected over_limit"), AT.lines(count));
  }

  @Test
  void foundGoodsAndUnknownCodesAreKeptForAPerson() {
    Reference count = AT.request(bin);
    AT.accepted(ANA, line(count, bin, sku, 2));
    AT.accepted(ANA, unknown(count, "4006381333931", 3));
    assertInstanceOf(CountRefusal.BinNotEmpty.class, AT.refused(ANA, empty(count, bin)));
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    AT.night();
    assertEquals(
        List.of(
            bin + " " + sku + " 2/0 review found", bin + " 4006381333931 3/0 review unknown_code"),
        AT.lines(count));
    assertInstanceOf(DocumentRefusal.OutOfRange.class, AT.refused(SUE, review(count, 2, "accept")));
    AT.accepted(
        SUE,
        new CountCommand.ReviewVariance(
            W1,
            count,
            List.of(
                new CountCommand.ReviewVariance.Verdict(
                    2, "accept", Optional.of(new ReasonCode("found")), Optional.of(sku)))));
    AT.accepted(SUE, review(count, 1, "accept"));
    assertEquals(5, AT.inBin(sku, bin));
    assertEquals(
        List.of(
            bin + " " + sku + " 2/0 accepted found",
            bin + " " + sku + " 3/0 accepted unknown_code"),
        AT.lines(count),
        "the line says what was named");
    assertEquals(
        List.of("500"),
        AT.site
            .database
            .reading()
            .fetch(
                "SELECT sum(l.posted * l.unit_cost) FROM count_line l"
                    + " JOIN product p ON p.id = l.product_id WHERE p.sku = ?",
                sku.code())
            .getValues(0, String.class),
        "at its cost");
  }

  private void learn(String code, long units) {
    SITE.change(
        "INSERT INTO barcode (code, product_id, units)"
            .concat(" SELECT '%s', id, %d FROM product WHERE sku = '%s'")
            .formatted(code, units, sku));
  }

  @Test
  void anUnknownCodeIsResolvedByTheBarcodeThatIsLearnedLater() {
    Reference count = AT.request(bin);
    AT.accepted(ANA, unknown(count, "4006381333948", 3));
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    learn("4006381333948", 6);
    CountResults.LineItem open =
        new CountResults(SITE.database)
            .lines(
                new Scope(List.of("W1")),
                Optional.of(count.code()),
                Optional.empty(),
                10,
                Optional.empty())
            .items()
            .getFirst();
    assertEquals(Optional.of(sku.code()), open.sku());
    assertEquals(List.of(18L, 18L, 1800L), List.of(open.counted(), open.variance(), open.value()));
    AT.night();
    assertEquals(
        List.of(bin + " " + sku + " 18/0 review unknown_code"),
        AT.lines(count),
        "a person looks at it all the same");
    AT.accepted(SUE, review(count, 1, "accept"));
    assertEquals(18, AT.inBin(sku, bin));
  }

  @Test
  void aCodeThatIsLearnedBeforeTheBinIsClosedIsCountedAsItsProduct() {
    AT.stock(sku, 20, bin);
    Reference count = AT.request(bin);
    AT.accepted(ANA, unknown(count, "4006381333955", 3));
    AT.accepted(ANA, line(count, bin, sku, 2));
    learn("4006381333955", 6);
    AT.accepted(ANA, close(count, bin));
    assertEquals(List.of(bin + " " + sku + " 20/20 open"), AT.lines(count));
  }

  private CountCommand.CountLine unknown(Reference count, String code, long quantity) {
    return new CountCommand.CountLine(
        W1,
        count,
        bin,
        Optional.empty(),
        Optional.of(code),
        Optional.of(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  @Test
  void aRecountIsDoneBySomebodyElse() {
    AT.stock(sku, 10, bin);
    Reference count = counted(4);
    AT.night();
    AT.accepted(SUE, new CountCommand.RequestRecount(W1, count, List.of(), Optional.empty()));
    assertEquals("recount", AT.state(count));
    assertInstanceOf(
        DocumentRefusal.OtherPersonNeeded.class, AT.refused(ANA, line(count, bin, sku, 4)));
    AT.accepted(BEN, line(count, bin, sku, 10));
    AT.accepted(BEN, close(count, bin));
    AT.accepted(BEN, finish(count));
    AT.night();
    assertEquals(
        List.of(
            bin + " " + sku + " 4/10 superseded over_limit", bin + " " + sku + " 10/10 matched"),
        AT.lines(count));
    assertEquals("completed", AT.state(count));
  }

  @Test
  void aRecountIsNotAssignedToWhoCountedFirst() {
    AT.stock(sku, 10, bin);
    Reference count = counted(4);
    AT.night();
    assertInstanceOf(
        DocumentRefusal.OtherPersonNeeded.class,
        AT.refused(SUE, new CountCommand.RequestRecount(W1, count, List.of(), Optional.of(ANA))));
  }

  @Test
  void aReviewInTwoBrowsersPostsOnce() throws Exception {
    AT.stock(sku, 10, bin);
    Reference count = counted(4);
    AT.night();
    List<Callable<Answer>> browsers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      browsers.add(() -> AT.ask(SUE, review(count, 1, "accept")));
    }
    assertEquals(1, accepted(browsers));
    assertEquals(4, AT.inBin(sku, bin));
  }

  @Test
  void promisedGoodsAreNotTakenAway() {
    AT.stock(sku, 100, bin);
    Reference count = counted(96);
    AT.accepted(
        SUE,
        new PlaceReservation(
            new Reference("SO-" + sku),
            List.of(new PlaceReservation.Line(sku, W1, new Quantity(99))),
            600));
    AT.night();
    assertEquals(List.of(bin + " " + sku + " 96/100 review promised"), AT.lines(count));
    assertInstanceOf(Refusal.InsufficientStock.class, AT.refused(SUE, review(count, 1, "accept")));
  }

  @Test
  void aPieceThatTheBooksHaveElsewhereIsBroughtHereByTheReview() {
    Sku drill = SHELVES.newProduct("false, true");
    AT.accepted(
        SUE,
        new ReceiveGoods(
            W1,
            drill,
            new Quantity(1),
            Optional.of(A2),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new SerialNumber("SN-1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    Reference count = AT.request(bin);
    AT.accepted(ANA, piece(count, bin, drill, "SN-1"));
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    AT.night();
    AT.accepted(SUE, review(count, 1, "accept"));
    assertEquals("0 1", AT.inBin(drill, A2) + " " + AT.inBin(drill, bin));
  }
}
