package dev.stockwright.server.counting;

import static dev.stockwright.server.counting.CountSite.A1;
import static dev.stockwright.server.counting.CountSite.ANA;
import static dev.stockwright.server.counting.CountSite.BEN;
import static dev.stockwright.server.counting.CountSite.SUE;
import static dev.stockwright.server.counting.CountSite.close;
import static dev.stockwright.server.counting.CountSite.empty;
import static dev.stockwright.server.counting.CountSite.finish;
import static dev.stockwright.server.counting.CountSite.line;
import static dev.stockwright.server.counting.CountSite.piece;
import static dev.stockwright.server.counting.Shelves.accepted;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Counts on a real desk: what people say is there, and who may say it.
class CountingTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final CountSite AT = new CountSite(SITE);
  private static final Shelves SHELVES = new Shelves(SITE);
  private static final ReasonCode OTHER = new ReasonCode("other");

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

  @Test
  void eachLineIsComparedWithTheBalanceAtItsOwnNumberAndPostedAsADifference() {
    AT.stock(sku, 100, bin);
    Reference count = AT.request(bin);
    long seen = AT.lastNumber();
    // Goods leave and come before the line of the scan arrives.
    AT.accepted(SUE, TestSite.move(sku, 30, bin, A1));
    AT.accepted(ANA, line(count, bin, sku, 98, Optional.of(seen), false, false));
    AT.accepted(SUE, TestSite.move(sku, 5, bin, A1));
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    AT.accepted(SUE, TestSite.move(sku, 5, bin, A1));
    AT.night();
    assertEquals(List.of(bin + " " + sku + " 98/100 adjusted"), AT.lines(count));
    assertEquals(58, AT.inBin(sku, bin));
  }

  @Test
  void aMovementThatIsRecordedLateIsNoVariance() {
    AT.stock(sku, 100, bin);
    Reference count = AT.request(bin);
    long seen = AT.lastNumber();
    Instant pick = Instant.now().minusSeconds(10);
    Instant scan = Instant.now().minusSeconds(5);
    AT.ask(ANA, line(count, bin, sku, 90, Optional.of(seen), false, false), Optional.of(scan));
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    // The picker was out of reach; his device sends what he did before the scan.
    assertInstanceOf(
        Answer.Accepted.class, AT.ask(BEN, TestSite.move(sku, 10, bin, A1), Optional.of(pick)));
    AT.night();
    assertEquals(List.of(bin + " " + sku + " 90/90 matched"), AT.lines(count));
    assertEquals(90, AT.inBin(sku, bin));
  }

  @Test
  void whatNobodyCountedIsNotThereAndAnEmptyBinMustBeConfirmed() {
    AT.stock(sku, 3, bin);
    LocationCode other = SHELVES.newBin();
    Reference count = AT.request(bin, other);
    assertEquals(new CountRefusal.ZeroNotConfirmed(other), AT.refused(ANA, close(count, other)));
    AT.accepted(ANA, empty(count, other));
    AT.accepted(ANA, empty(count, bin));
    assertEquals(List.of(bin + " " + sku + " 0/3 open"), AT.lines(count));
    assertInstanceOf(CountRefusal.BinCounted.class, AT.refused(ANA, line(count, bin, sku, 1)));
  }

  @Test
  void tagsAndBarcodesOfTheSamePieceAreOne() {
    Sku drill = SHELVES.newProduct("false, true");
    SITE.change(
        "INSERT INTO barcode (code, product_id) SELECT '80614141123458', id FROM product"
            + " WHERE sku = '"
            + drill
            + "'");
    Reference count = AT.request(bin);
    AT.accepted(ANA, piece(count, bin, drill, "6789"));
    CountCommand.CountTags sweep =
        new CountCommand.CountTags(
            W1,
            count,
            bin,
            List.of(
                "urn:epc:id:sgtin:0614141.812345.6789",
                "urn:epc:tag:sgtin-96:3.0614141.812345.6789",
                "urn:epc:id:sgtin:0614141.812345.6790",
                "e2000017221101441890abcd"),
            Optional.empty(),
            true);
    AT.accepted(BEN, sweep);
    AT.accepted(BEN, sweep);
    AT.accepted(ANA, piece(count, bin, drill, "6789"));
    AT.accepted(ANA, close(count, bin));
    assertEquals(
        List.of(
            bin + " " + drill + " 6789 1/0 open found",
            bin + " " + drill + " 6790 1/0 open found",
            bin + " e2000017221101441890abcd 1/0 open unknown_code"),
        AT.lines(count).stream().sorted().toList());
  }

  @Test
  void aPieceThatWasTakenBackAndIsHeardIsThere() {
    Sku drill = SHELVES.newProduct("false, true");
    SITE.change(
        "INSERT INTO barcode (code, product_id) SELECT '80614141123465', id FROM product"
            + " WHERE sku = '"
            + drill
            + "'");
    Reference count = AT.request(bin);
    AT.accepted(ANA, piece(count, bin, drill, "77"));
    AT.accepted(ANA, takenBack(count, bin, drill));
    AT.accepted(
        ANA,
        new CountCommand.CountTags(
            W1,
            count,
            bin,
            List.of("urn:epc:id:sgtin:0614141.812346.77"),
            Optional.empty(),
            false));
    AT.accepted(ANA, close(count, bin));
    assertEquals(List.of(bin + " " + drill + " 77 1/0 open found"), AT.lines(count));
  }

  @Test
  void aHandlingUnitThatWasTakenBackIsNotThere() {
    SITE.change(
        "INSERT INTO handling_unit (code, warehouse_id, made_at) SELECT 'LP-BACK', id, now()"
            + " FROM warehouse WHERE code = 'W1'");
    Reference count = AT.request(bin);
    AT.accepted(ANA, unit(count, bin, 1, false));
    assertEquals(new CountRefusal.BinNotEmpty(bin), AT.refused(ANA, empty(count, bin)));
    AT.accepted(ANA, unit(count, bin, 0, true));
    AT.accepted(ANA, empty(count, bin));
    assertEquals(List.of(), AT.lines(count));
  }

  private static CountCommand.CountLine unit(
      Reference count, LocationCode bin, long quantity, boolean replace) {
    return new CountCommand.CountLine(
        W1,
        count,
        bin,
        Optional.empty(),
        Optional.of("LP-BACK"),
        Optional.of(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        replace,
        false);
  }

  private static CountCommand.CountLine takenBack(Reference count, LocationCode bin, Sku sku) {
    return new CountCommand.CountLine(
        W1,
        count,
        bin,
        Optional.of(sku),
        Optional.empty(),
        Optional.of(0L),
        Optional.empty(),
        Optional.of(new SerialNumber("77")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false);
  }

  @Test
  void secondCounterInABinIsToldAndMayHelp() {
    AT.stock(sku, 10, bin);
    Reference count = AT.request(bin);
    AT.accepted(ANA, line(count, bin, sku, 6));
    assertEquals(new CountRefusal.BinTaken(bin, ANA), AT.refused(BEN, line(count, bin, sku, 4)));
    AT.accepted(BEN, line(count, bin, sku, 3, Optional.empty(), false, true));
    AT.accepted(BEN, line(count, bin, sku, 4, Optional.empty(), true, true));
    AT.accepted(BEN, close(count, bin));
    assertEquals(List.of(bin + " " + sku + " 10/10 open"), AT.lines(count));
  }

  @Test
  void twoCountersRaceForABinAndOneHasIt() throws Exception {
    Reference count = AT.request(bin);
    List<Callable<Answer>> both =
        List.of(
            () -> AT.ask(ANA, line(count, bin, sku, 1)),
            () -> AT.ask(BEN, line(count, bin, sku, 1)));
    assertEquals(1, accepted(both));
  }

  @Test
  void aCountHasToBeWhole() {
    LocationCode other = SHELVES.newBin();
    Reference count = AT.request(bin, other);
    AT.accepted(ANA, empty(count, bin));
    assertEquals(
        new CountRefusal.BinsLeft(count, List.of(other), 1), AT.refused(ANA, finish(count)));
    AT.accepted(ANA, new CountCommand.FinishCount(W1, count, true));
    AT.night();
    assertEquals("completed", AT.state(count));
  }

  @Test
  void productsOfACountAreComparedAndNothingElse() {
    Sku other = SHELVES.newProduct("false, false");
    AT.stock(sku, 5, bin);
    AT.stock(other, 7, bin);
    Reference count =
        AT.accepted(
                SUE,
                new CountCommand.RequestCount(
                    W1,
                    Optional.empty(),
                    Optional.of("low_stock"),
                    List.of(),
                    List.of(sku),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ANA),
                    Optional.empty()))
            .documents()
            .getFirst()
            .number();
    assertInstanceOf(DocumentRefusal.Mismatch.class, AT.refused(BEN, line(count, bin, sku, 5)));
    AT.accepted(ANA, line(count, bin, sku, 5));
    AT.accepted(ANA, close(count, bin));
    assertEquals(List.of(bin + " " + sku + " 5/5 open"), AT.lines(count));
  }

  @Test
  void zeroCheckOfAnEmptiedBin() {
    AT.stock(sku, 2, bin);
    AT.accepted(SUE, TestSite.move(sku, 2, bin, A1));
    Reference count =
        AT.accepted(ANA, new CountCommand.CheckZero(W1, bin, Optional.empty(), true))
            .documents()
            .getFirst()
            .number();
    assertEquals("counted", AT.state(count));
    Reference asked =
        AT.accepted(ANA, new CountCommand.CheckZero(W1, bin, Optional.empty(), false))
            .documents()
            .getFirst()
            .number();
    assertEquals("requested", AT.state(asked));
    AT.accepted(SUE, new CountCommand.CancelCount(W1, asked, OTHER));
    assertEquals("cancelled", AT.state(asked));
  }
}
