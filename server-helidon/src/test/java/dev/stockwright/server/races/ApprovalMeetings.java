package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Figures.reserved;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.ANA;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.CLEO;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;

/// What needs a second person, at two desks: who asked never decides, however many decide at once.
/// ana asks.
final class ApprovalMeetings {
  private static final String OWN = "other_person_needed";
  private static final String LATE = "wrong_state";

  private final RaceBed bed;

  ApprovalMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("own transfer approved x two others", this::ownTransfer, ownNever("4 1")),
        Meeting.of(
            "transfer approved in part x in full",
            this::partAndFull,
            "A wrong_state | 2 1",
            "wrong_state A | 4 1"),
        Meeting.of(
            "transfer approved x withdrawn by who asked",
            this::approveAndCancel,
            "A A | 0 1",
            "wrong_state A | 0 1"),
        Meeting.of(
            "two transfers approved of the last units",
            this::lastUnits,
            "A insufficient_stock | 4 1",
            "insufficient_stock A | 4 1"),
        Meeting.of("own adjustment approved x two others", this::ownAdjustment, ownNever("60 1")),
        Meeting.of(
            "own adjustment rejected x approved by two", this::ownRejected, ownNever("60 1")),
        Meeting.of(
            "two adjustments approved of the last units",
            this::lastCorrected,
            "A insufficient_stock | 20 1",
            "insufficient_stock A | 20 1"),
        Meeting.of(
            "a correction alone x the other half of it",
            this::halves,
            "A approval_needed | 85 1",
            "approval_needed A | 85 1"));
  }

  /// The first asked for it and is refused whenever they come; one of the others is accepted.
  private static String[] ownNever(String figures) {
    return new String[] {
      OWN + " A " + LATE + " | " + figures,
      OWN + " " + LATE + " A | " + figures,
      LATE + " A " + LATE + " | " + figures,
      LATE + " " + LATE + " A | " + figures
    };
  }

  private record Asked(Goods goods, String number) {
    String step() {
      return "'warehouse':'W1','transfer':'" + number + "'";
    }

    /// How much is promised to it, and whether it was decided.
    String figures() {
      return all(
          reserved(goods.sku()),
          count("transfer WHERE state <> 'requested' AND number = '" + number + "'"));
    }
  }

  private Asked transfer(Goods goods) {
    String number = fresh("TR");
    bed.as(
        ANA,
        "request_transfer",
        "'from_warehouse':'W1','to_warehouse':'W2','number':'%s',%s"
            .formatted(number, goods.lines(4)));
    return new Asked(goods, number);
  }

  private Scene ownTransfer() {
    Asked asked = transfer(bed.goods(10));
    return scene(
        asked.figures(),
        ask(ANA, "approve_transfer", asked.step()),
        ask(BEN, "approve_transfer", asked.step()),
        ask(CLEO, "approve_transfer", asked.step()));
  }

  private Scene partAndFull() {
    Asked asked = transfer(bed.goods(10));
    String part = ",'granted':[{'sku':'" + asked.goods().sku() + "','units':2}]";
    return scene(
        asked.figures(),
        ask(BEN, "approve_transfer", asked.step() + part),
        ask(CLEO, "approve_transfer", asked.step()));
  }

  private Scene approveAndCancel() {
    Asked asked = transfer(bed.goods(10));
    return scene(
        asked.figures(),
        ask(BEN, "approve_transfer", asked.step()),
        ask(ANA, "cancel_transfer", asked.step() + ",'reason':'other'"));
  }

  private Scene lastUnits() {
    Goods goods = bed.goods(4);
    Asked one = transfer(goods);
    Asked two = transfer(goods);
    return scene(
        all(
            reserved(goods.sku()),
            count(
                "transfer WHERE state = 'approved' AND number IN ('%s', '%s')"
                    .formatted(one.number(), two.number()))),
        ask(BEN, "approve_transfer", one.step()),
        ask(CLEO, "approve_transfer", two.step()));
  }

  private String adjustment(Goods goods, long change) {
    String number = fresh("AJ");
    bed.as(
        ANA,
        "propose_adjustment",
        "'sku':'%s','change':%d,'location':'%s','reason':'lost','number':'%s'"
            .formatted(goods.sku(), change, goods.bin(), number));
    return "'adjustment':'" + number + "'";
  }

  /// On hand, and how many adjustments of the product were decided.
  private static String corrected(Goods goods) {
    return all(
        onHand(goods.sku()),
        count(
            "adjustment a JOIN product p ON p.id = a.product_id WHERE a.state <> 'waiting'"
                + " AND p.sku = '"
                + goods.sku()
                + "'"));
  }

  private Scene ownAdjustment() {
    Goods goods = bed.goods(100);
    String it = adjustment(goods, -40);
    return scene(
        corrected(goods),
        ask(ANA, "approve_adjustment", it),
        ask(BEN, "approve_adjustment", it),
        ask(CLEO, "approve_adjustment", it));
  }

  private Scene ownRejected() {
    Goods goods = bed.goods(100);
    String it = adjustment(goods, -40);
    return scene(
        corrected(goods),
        ask(ANA, "reject_adjustment", it + ",'reason':'other'"),
        ask(BEN, "approve_adjustment", it),
        ask(CLEO, "approve_adjustment", it));
  }

  private Scene lastCorrected() {
    Goods goods = bed.goods(60);
    String one = adjustment(goods, -40);
    String two = adjustment(goods, -40);
    return scene(
        corrected(goods),
        ask(BEN, "approve_adjustment", one),
        ask(CLEO, "approve_adjustment", two));
  }

  /// Each is within what a person may correct alone; together they are not.
  private Scene halves() {
    Goods goods = bed.goods(100);
    String half =
        "'sku':'%s','quantity_change':-15,'reason':'lost','location':'%s'"
            .formatted(goods.sku(), goods.bin());
    return scene(
        all(
            onHand(goods.sku()),
            count(
                "movement m JOIN product p ON p.id = m.product_id WHERE m.reason = 'lost'"
                    + " AND p.sku = '"
                    + goods.sku()
                    + "'")),
        ask(BEN, "adjust_stock", half),
        ask(BEN, "adjust_stock", half));
  }
}
