package dev.stockwright.server.purchasing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.stock.Usable;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseRulesTest {
  private static final Sku SKU = new Sku("S-1");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exactly what is ordered                 | 10 |  0 | 10 |  0 | false | false | 10 | fine
          up to the tolerance                     | 10 |  9 | 10 |  0 | false | false |  2 | fine
          not above it                            | 10 |  9 | 10 |  0 | false | false |  3 | OverReceipt
          without a tolerance not one more        | 10 | 10 |  0 |  0 | false | false |  1 | OverReceipt
          a tolerance below one piece is none     |  9 |  9 | 10 |  0 | false | false |  1 | OverReceipt
          what a supervisor has allowed           | 10 | 10 |  0 |  5 | false | false |  5 | fine
          not more than that                      | 10 | 10 |  0 |  5 | false | false |  6 | OverReceipt
          the larger of the two, not both         | 10 | 10 | 50 |  3 | false | false |  6 | OverReceipt
          nothing for a line that is closed short | 10 |  6 | 10 |  0 | true  | false |  1 | OverReceipt
          unless somebody allows it               | 10 |  6 | 10 |  2 | true  | false |  2 | fine
          who receives blind is not told figures  | 10 |  9 | 10 |  0 | false | true  |  3 | OverExpected
          """)
  void soManyMayCome(
      String rule,
      long ordered,
      long received,
      int percent,
      long allowed,
      boolean closed,
      boolean blind,
      long units,
      String expected) {
    var line = new PurchaseOrder.Line(1, SKU, ordered, received, percent, allowed, closed);
    PurchaseOrder order =
        new PurchaseOrder(
            1, new Reference("PO-1"), "ACME", PurchaseOrder.State.OPEN, blind, 1, List.of(line));
    assertEquals(expected, name(PurchaseRules.receive(order, SKU, units, blind)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing asked, nothing needed            |        | 3 |    |            |            | 0 | fine
          a lot must be named                      | lot    | 3 |    |            |            | 0 | TrackingMissing
          and is                                   | lot    | 3 | L1 |            |            | 0 | fine
          an expiry must be named                  | expiry | 3 | L1 |            |            | 0 | TrackingMissing
          unless the lot is known                  | expiry | 3 | L1 |            | 2027-01-31 | 0 | fine
          it cannot be another than before         | expiry | 3 | L1 | 2027-02-28 | 2027-01-31 | 0 | Mismatch
          a piece needs its number                 | serial | 1 |    |            |            | 0 | TrackingMissing
          each piece does                          | serial | 3 |    |            |            | 2 | Mismatch
          three pieces, three numbers              | serial | 3 |    |            |            | 3 | fine
          """)
  void whatMustBeKnown(
      String rule,
      @Nullable String tracking,
      long units,
      @Nullable String lot,
      @Nullable LocalDate expiry,
      @Nullable LocalDate known,
      int serials,
      String expected) {
    TrackingRules.Told told =
        new TrackingRules.Told(
            units,
            Optional.ofNullable(lot).map(LotCode::new),
            Optional.ofNullable(expiry),
            Optional.ofNullable(known),
            IntStream.range(0, serials).mapToObj(i -> new SerialNumber("SN-" + i)).toList());
    assertEquals(
        expected, name(TrackingRules.missing(card(tracking == null ? "" : tracking, 0), told)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the day of expiry is still good      | 2026-11-20 | 0 | available  | fine
          the day after is not                 | 2026-11-19 | 0 | available  | LotTooOld
          as many days left as are wanted      | 2026-11-27 | 7 | available  | fine
          one day fewer                        | 2026-11-26 | 7 | available  | LotTooOld
          for a decision it may be older       | 2026-11-19 | 0 | quarantine | fine
          as waste it may be older             | 2026-11-19 | 0 | damaged    | fine
          """)
  void howOldGoodsMayBe(
      String rule, LocalDate expiry, int daysLeft, String condition, String expected) {
    assertEquals(
        expected,
        name(
            TrackingRules.tooOld(
                card("expiry", daysLeft), Optional.of(expiry), TODAY, Condition.of(condition))));
  }

  @Test
  void aReceiptAsksOfADateWhatAPickAsks() {
    for (int left = 0; left < 5; left++) {
      for (int days = -9; days <= 9; days++) {
        Optional<LocalDate> expiry = Optional.of(TODAY.plusDays(days));
        assertEquals(
            Usable.usable(expiry, TODAY, left),
            TrackingRules.tooOld(card("expiry", left), expiry, TODAY, Condition.AVAILABLE)
                .isEmpty(),
            days + " days, " + left + " wanted");
      }
    }
  }

  private static ProductCard card(String tracking, int daysLeft) {
    return new ProductCard(
        1,
        SKU,
        new ProductCard.Tracking(
            tracking.equals("lot"), tracking.equals("expiry"), tracking.equals("serial")),
        daysLeft,
        0,
        0,
        "",
        List.of(),
        "",
        List.of());
  }

  private static String name(Optional<Refusal> refusal) {
    return refusal.map(why -> why.getClass().getSimpleName()).orElse("fine");
  }
}
