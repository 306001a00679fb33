package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.in;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Figures.reserved;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.ANA;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.CLEO;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import dev.stockwright.server.races.ReleasedOrders.Bench;
import dev.stockwright.server.races.ReleasedOrders.Packed;
import dev.stockwright.server.races.ReleasedOrders.Work;
import java.util.List;

/// Commands of different activities at one document or the same goods.
final class CrossMeetings {
  private final RaceBed bed;
  private final ReleasedOrders orders;

  CrossMeetings(RaceBed bed) {
    this.bed = bed;
    this.orders = new ReleasedOrders(bed);
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of(
            "undo of the receipt x late confirm",
            this::undoAndConfirm,
            "A insufficient_stock | 0 0",
            "insufficient_stock A | 4 4"),
        Meeting.of(
            "verdict of a count x packing for a transfer", this::verdictAndPack, "A A | 6 4"),
        Meeting.of(
            "unpack x load of one package",
            this::unpackAndLoad,
            "A wrong_state | 1",
            "wrong_state A | 1"),
        Meeting.of("put back x put back", this::putBackTwice, oneOf(2, "wrong_state", "4")),
        Meeting.of("surplus accepted twice", this::acceptTwice, oneOf(2, "out_of_range", "13 3")),
        Meeting.of(
            "packing for a transfer x its withdrawal",
            this::packAndWithdraw,
            "A A | 0 4",
            "wrong_state A | 0 4"),
        Meeting.of(
            "packing for a transfer x bare move of the goods",
            this::packAndMove,
            "A insufficient_stock | 4 0",
            "insufficient_stock A | 0 4"),
        Meeting.of(
            "delivered unit x close of its notice",
            this::unitAndClose,
            "A A | 4",
            "unit_not_announced A | 0"),
        Meeting.of(
            "bare release x release to pick",
            this::bareAndRelease,
            "A reservation_ended | 0 0",
            "promise_of_document A | 4 1"),
        Meeting.of("sale at a till x packing of the same goods", this::tillAndPack, "A A | 4 4 4"));
  }

  private Scene undoAndConfirm() {
    Goods goods = new Goods(bed.product(), bed.bin());
    var undo =
        new UndoCommand(
            bed.ok("receive_goods", goods.of(4) + ",'location':'" + goods.bin() + "'").id());
    String order = fresh("R");
    bed.ok(
        "place_reservation",
        "'warehouse':'','order':'%s','lines':[{%s,'warehouse':'W1'}],'ttl_seconds':60"
            .formatted(order, goods.of(4)));
    bed.change(
        """
        UPDATE reservation SET expires_at = '2020-01-01' WHERE order_code = '%1$s'"""
            .formatted(order));
    return scene(
        all(onHand(goods.sku()), reserved(goods.sku())),
        ask(ANA, undo),
        ask(BEN, "confirm_reservation", "'warehouse':'','order':'" + order + "'"));
  }

  private record Sent(Goods goods, String number) {
    String at(String warehouse) {
      return "'warehouse':'" + warehouse + "','transfer':'" + number + "'";
    }

    String packing() {
      return at("W1") + "," + goods.of(4) + ",'from':'" + goods.bin() + "'";
    }
  }

  private Sent approved(Goods goods) {
    String number = fresh("TR");
    bed.ok(
        "request_transfer",
        "'from_warehouse':'W1','to_warehouse':'W2','number':'%s',%s"
            .formatted(number, goods.lines(4)));
    Sent sent = new Sent(goods, number);
    bed.as(BEN, "approve_transfer", sent.at("W1"));
    return sent;
  }

  private static String packed(Sent sent) {
    return "SELECT sum(packed)::bigint FROM transfer_line l JOIN transfer t"
        + " ON t.id = l.transfer_id WHERE t.number = '"
        + sent.number()
        + "'";
  }

  /// Counted 6 of 10: four were lost, and four others go.
  private Scene verdictAndPack() {
    Goods goods = bed.goods(10);
    Sent sent = approved(goods);
    String count = new StockMeetings(bed).inReview(goods);
    return scene(
        all(onHand(goods.sku()), packed(sent)),
        ask(BEN, "review_variance", StockMeetings.verdict(count, "accept")),
        ask(CLEO, "pack_transfer", sent.packing()));
  }

  private Scene unpackAndLoad() {
    Packed packed = orders.packed();
    String unit = "'unit':'" + packed.unit() + "'";
    return scene(
        count("package WHERE state IN ('put_back', 'loaded') AND code = '" + packed.unit() + "'"),
        ask(ANA, "unpack_package", unit),
        ask(BEN, "load_package", "'shipment':'" + orders.shipment() + "'," + unit));
  }

  private Scene putBackTwice() {
    Bench bench = orders.bench(4);
    bed.ok("cancel_order", bench.work().cancel());
    String task =
        bed.text(
            "SELECT g.put_back FROM picked_goods g JOIN sales_order o ON o.id = g.order_id"
                + " WHERE o.number = '"
                + bench.work().order()
                + "'");
    String bin = bed.bin();
    String it = "'task':'" + task + "','to':'" + bin + "'";
    return scene(in(bin), ask(ANA, "put_back_goods", it), ask(BEN, "put_back_goods", it));
  }

  /// Seven came where four were sent.
  private Scene acceptTwice() {
    Goods goods = bed.goods(20);
    Sent sent = approved(goods);
    bed.ok("pack_transfer", sent.packing());
    bed.ok("ship_transfer", sent.at("W1"));
    bed.ok(
        "receive_transfer",
        sent.at("W2")
            + ",'to':'DOCK','arrived':[{'sku':'%s','good':4,'over':3}]".formatted(goods.sku()));
    String it =
        "'from_warehouse':'W1','to_warehouse':'W2','transfer':'%s',%s,'from':'%s','held_in':'DOCK'"
            .formatted(sent.number(), goods.of(3), goods.bin());
    return scene(
        all(
            "SELECT l.on_hand FROM stock_level l JOIN product p ON p.id = l.product_id"
                + " JOIN warehouse w ON w.id = l.warehouse_id WHERE w.code = 'W1' AND p.sku = '"
                + goods.sku()
                + "'",
            "SELECT sum(kept)::bigint FROM transfer_line l JOIN transfer t"
                + " ON t.id = l.transfer_id WHERE t.number = '"
                + sent.number()
                + "'"),
        ask(BEN, "accept_over", it),
        ask(CLEO, "accept_over", it));
  }

  private Scene packAndWithdraw() {
    Goods goods = bed.goods(4);
    Sent sent = approved(goods);
    return scene(
        all(reserved(goods.sku()), onHand(goods.sku())),
        ask(BEN, "pack_transfer", sent.packing()),
        ask(CLEO, "cancel_transfer", sent.at("W1") + ",'reason':'other'"));
  }

  private Scene packAndMove() {
    Goods goods = bed.goods(4);
    Sent sent = approved(goods);
    String other = bed.bin();
    return scene(
        all(packed(sent), in(other)),
        ask(BEN, "pack_transfer", sent.packing()),
        ask(
            CLEO,
            "move_stock",
            goods.of(4) + ",'from':'" + goods.bin() + "','to':'" + other + "'"));
  }

  private Scene unitAndClose() {
    Goods goods = new Goods(bed.product(), bed.bin());
    String asn = fresh("ASN");
    String unit = fresh("U");
    bed.ok(
        "announce_delivery",
        "'asn':'%s','supplier':'ACME','contents':[{'handling_unit':'%s',%s}]"
            .formatted(asn, unit, goods.of(4)));
    return scene(
        onHand(goods.sku()),
        ask(ANA, "receive_unit", "'unit':'" + unit + "','location':'DOCK'"),
        ask(BEN, "close_asn", "'asn':'" + asn + "','reason':'not_delivered'"));
  }

  private Scene bareAndRelease() {
    Goods goods = bed.goods(4);
    String order = orders.ordered(goods, 4);
    return scene(
        all(
            reserved(goods.sku()),
            count(
                "pick p JOIN sales_order o ON o.id = p.order_id WHERE o.number = '%s'"
                    .formatted(order))),
        ask(ANA, "release_reservation", "'warehouse':'','order':'" + order + "'"),
        ask(BEN, "release_to_pick", "'orders':['" + order + "']"));
  }

  /// Four are picked for an order and four lie in the bin: a customer takes those in the bin.
  private Scene tillAndPack() {
    Goods goods = bed.goods(8);
    Work work = orders.work(goods);
    bed.ok("pick_stock", work.take(4));
    return scene(
        all(
            onHand(goods.sku()),
            reserved(goods.sku()),
            "SELECT l.packed + l.picked - 4 FROM sales_order_line l JOIN sales_order o"
                + " ON o.id = l.order_id WHERE o.number = '"
                + work.order()
                + "'"),
        ask(ANA, "post_till_batch", OfficeMeetings.batch(fresh("B"), fresh("N"), goods.sku(), 4)),
        ask(BEN, "pack_order", "'order':'" + work.order() + "','at':'" + work.cart() + "'"));
  }
}
