package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Figures.reserved;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.ANA;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.CLEO;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;

/// What is sent to another warehouse, and what is undone.
final class TransferMeetings {
  private final RaceBed bed;

  TransferMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("transfer approved by two", this::approveTransfer, oneOf(2, "wrong_state", "4")),
        Meeting.of(
            "transfer approved x refused", this::refuseTransfer, oneOf(2, "wrong_state", "1")),
        Meeting.of(
            "transfer x order for the last units",
            this::transferAndOrder,
            "A order_short | 4",
            "insufficient_stock A | 4"),
        Meeting.of("transfer packed by two", this::packTwice, oneOf(2, "wrong_state", "4")),
        Meeting.of(
            "transfer shipped x cancelled", this::shipAndCancel, oneOf(2, "wrong_state", "1")),
        Meeting.of("transfer received by two", this::receiveTwice, oneOf(2, "wrong_state", "4 4")),
        Meeting.of(
            "transfer received x closed as lost",
            this::receiveAndClose,
            oneOf(2, "wrong_state", "4")),
        Meeting.of("receipt of a transfer x correction", this::receiptAndCorrection, "A A | 7"),
        Meeting.of(
            "transfer at once x order",
            this::atOnce,
            "A order_short | 0",
            "insufficient_stock A | 4"),
        Meeting.of("undo x undo", this::undoTwice, oneOf(2, "already_undone", "4")),
        Meeting.of(
            "undo x order", this::undoAndOrder, "A order_short | 0", "insufficient_stock A | 4"));
  }

  /// A count whose one line waits for a person: counted 6, there are 10.

  private static Meeting.Ask order(String who, Goods goods, long quantity) {
    return ask(who, "place_order", "'order':'" + fresh("SO") + "'," + goods.lines(quantity));
  }

  private record Sent(Goods goods, String number) {
    String step(String where) {
      return "'warehouse':'" + where + "','transfer':'" + number + "'";
    }
  }

  private Sent requested(Goods goods) {
    String number = fresh("TR");
    bed.ok(
        "request_transfer",
        "'from_warehouse':'W1','to_warehouse':'W2','number':'%s',%s"
            .formatted(number, goods.lines(4)));
    return new Sent(goods, number);
  }

  private Sent approved() {
    Sent sent = requested(bed.goods(4));
    bed.as(BEN, "approve_transfer", sent.step("W1"));
    return sent;
  }

  private static String packing(Sent sent) {
    return sent.step("W1") + "," + sent.goods().of(4) + ",'from':'" + sent.goods().bin() + "'";
  }

  private Sent packed() {
    Sent sent = approved();
    bed.ok("pack_transfer", packing(sent));
    return sent;
  }

  private Sent shipped() {
    Sent sent = packed();
    bed.ok("ship_transfer", sent.step("W1"));
    return sent;
  }

  private static String inState(Sent sent, String states) {
    return count("transfer WHERE state IN (" + states + ") AND number = '" + sent.number() + "'");
  }

  private Scene approveTransfer() {
    Sent sent = requested(bed.goods(4));
    return scene(
        reserved(sent.goods().sku()),
        ask(BEN, "approve_transfer", sent.step("W1")),
        ask(CLEO, "approve_transfer", sent.step("W1")));
  }

  private Scene refuseTransfer() {
    Sent sent = requested(bed.goods(4));
    return scene(
        inState(sent, "'approved', 'refused'"),
        ask(BEN, "approve_transfer", sent.step("W1")),
        ask(CLEO, "reject_transfer", sent.step("W1") + ",'reason':'other'"));
  }

  private Scene transferAndOrder() {
    Sent sent = requested(bed.goods(4));
    return scene(
        reserved(sent.goods().sku()),
        ask(BEN, "approve_transfer", sent.step("W1")),
        order(CLEO, sent.goods(), 4));
  }

  private Scene packTwice() {
    Goods goods = bed.goods(4);
    Sent sent = requested(goods);
    bed.goods(goods.sku(), 4, goods.bin());
    bed.as(BEN, "approve_transfer", sent.step("W1"));
    return scene(
        "SELECT sum(packed)::bigint FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id"
            + " WHERE t.number = '"
            + sent.number()
            + "'",
        ask(BEN, "pack_transfer", packing(sent)),
        ask(CLEO, "pack_transfer", packing(sent)));
  }

  private Scene shipAndCancel() {
    Sent sent = packed();
    return scene(
        inState(sent, "'shipped', 'cancelled'"),
        ask(BEN, "ship_transfer", sent.step("W1")),
        ask(CLEO, "cancel_transfer", sent.step("W2") + ",'reason':'other'"));
  }

  private static String arrived(Sent sent, long units) {
    return sent.step("W2")
        + ",'arrived':[{'sku':'"
        + sent.goods().sku()
        + "','good':"
        + units
        + "}]";
  }

  private Scene receiveTwice() {
    Sent sent = shipped();
    return scene(
        all(
            onHand(sent.goods().sku()),
            "SELECT sum(good)::bigint FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id"
                + " WHERE t.number = '"
                + sent.number()
                + "'"),
        ask(BEN, "receive_transfer", arrived(sent, 4)),
        ask(CLEO, "receive_transfer", arrived(sent, 4)));
  }

  private Scene receiveAndClose() {
    Sent sent = shipped();
    return scene(
        "SELECT sum(good + explained)::bigint FROM transfer_line l JOIN transfer t"
            + " ON t.id = l.transfer_id WHERE t.number = '"
            + sent.number()
            + "'",
        ask(BEN, "receive_transfer", arrived(sent, 4)),
        ask(CLEO, "close_transfer", sent.step("W1") + ",'reason':'lost'"));
  }

  private Scene receiptAndCorrection() {
    Sent sent = shipped();
    bed.ok("receive_goods", "'warehouse':'W2'," + sent.goods().of(5));
    return scene(
        onHand(sent.goods().sku()),
        ask(BEN, "receive_transfer", arrived(sent, 4)),
        ask(
            CLEO,
            "adjust_stock",
            "'warehouse':'W2','sku':'%s','quantity_change':-2,'reason':'lost'"
                .formatted(sent.goods().sku())));
  }

  private Scene atOnce() {
    Goods goods = bed.goods(4);
    return scene(
        reserved(goods.sku()),
        ask(BEN, "transfer_at_once", "'from_warehouse':'W1','to_warehouse':'W2'," + goods.lines(4)),
        order(CLEO, goods, 4));
  }

  private Scene undoTwice() {
    Goods goods = bed.goods(4);
    var undo =
        new dev.stockwright.protocol.UndoCommand(
            bed.ok("receive_goods", goods.of(6) + ",'location':'" + goods.bin() + "'").id());
    return scene(onHand(goods.sku()), ask(ANA, undo), ask(BEN, undo));
  }

  private Scene undoAndOrder() {
    Goods goods = new Goods(bed.product(), bed.bin());
    var undo =
        new dev.stockwright.protocol.UndoCommand(
            bed.ok("receive_goods", goods.of(4) + ",'location':'" + goods.bin() + "'").id());
    return scene(onHand(goods.sku()), ask(ANA, undo), order(BEN, goods, 4));
  }
}
