package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.in;
import static dev.stockwright.server.races.Figures.level;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.ANA;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;

/// At the dock: receiving, putting away, quality.
final class InboundMeetings {
  private final RaceBed bed;

  InboundMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of(
            "receive x receive beyond the tolerance",
            this::receivers,
            oneOf(2, "over_receipt", "6 6")),
        Meeting.of("two receipts of one order", this::receipts, oneOf(2, "over_receipt", "6 6")),
        Meeting.of("short close x receive", this::shortClose, "A A | 6 0", "A wrong_state | 0 0"),
        Meeting.of("cancel x receive", this::cancelOrder, oneOf(2, "wrong_state", "0")),
        Meeting.of("take back x take back", this::takeBackTwice, oneOf(2, "out_of_range", "0 0")),
        Meeting.of(
            "take back x put away",
            this::takeBackAndPutAway,
            "A wrong_state | 0 0",
            "insufficient_stock A | 6 6"),
        Meeting.of("close x receive", this::closeAndReceive, "A A | 6 6", "A wrong_state | 0 0"),
        Meeting.of("a bin's last room", this::lastRoom, oneOf(2, "bin_refuses", "6")),
        Meeting.of("two at one put-away", this::putAwayTwice, oneOf(2, "wrong_state", "6")),
        Meeting.of("redirect x put away", this::redirect, "A wrong_state | 6", "mismatch A | 0"),
        Meeting.of("lock x put away", this::lock, "A A | 6 1", "A bin_refuses | 0 1"),
        Meeting.of("two at one delivered unit", this::unit, oneOf(2, "unit_not_announced", "5")),
        Meeting.of("release x reject", this::quality, oneOf(2, "insufficient_stock", "6")),
        Meeting.of("hold x order", this::hold, "A order_short | 6", "insufficient_stock A | 6"));
  }

  private record Bought(String order, String receipt, Goods goods) {
    String line(long quantity) {
      return "'receipt':'" + receipt + "'," + goods.of(quantity);
    }
  }

  private Bought bought(long quantity) {
    Goods goods = new Goods(bed.product(), bed.bin());
    String order = fresh("PO-R");
    bed.ok(
        "open_purchase_order",
        "'order':'%s','supplier':'ACME','over_percent':10,%s"
            .formatted(order, goods.lines(quantity)));
    return new Bought(order, started(order), goods);
  }

  private String started(String order) {
    return bed.made("receipt", "start_receipt", "'purchase_order':'" + order + "'");
  }

  /// Units that came of an order, and on hand.

  private static String received(Bought bought) {
    return """
        SELECT l.received, (SELECT sum(on_hand) FROM stock_level s WHERE s.product_id = l.product_id)
          FROM purchase_order_line l JOIN purchase_order o ON o.id = l.purchase_order_id
         WHERE o.number = '%s'"""
        .formatted(bought.order());
  }

  private Scene receivers() {
    Bought bought = bought(10);
    return scene(
        received(bought),
        ask(ANA, "receive_line", bought.line(6)),
        ask(BEN, "receive_line", bought.line(6)));
  }

  private Scene receipts() {
    Bought bought = bought(10);
    Bought other = new Bought(bought.order(), started(bought.order()), bought.goods());
    return scene(
        received(bought),
        ask(ANA, "receive_line", bought.line(6)),
        ask(BEN, "receive_line", other.line(6)));
  }

  private Scene shortClose() {
    Bought bought = bought(10);
    return scene(
        "SELECT l.received, l.outstanding FROM purchase_order_line l JOIN purchase_order o"
            + " ON o.id = l.purchase_order_id WHERE o.number = '"
            + bought.order()
            + "'",
        ask(ANA, "close_purchase_order", "'order':'" + bought.order() + "','reason':'other'"),
        ask(BEN, "receive_line", bought.line(6)));
  }

  private Scene cancelOrder() {
    Bought bought = bought(10);
    return scene(
        count(
            "purchase_order o JOIN receipt r ON r.purchase_order = o.number JOIN receipt_line l"
                + " ON l.receipt_id = r.id WHERE o.state = 'cancelled' AND o.number = '"
                + bought.order()
                + "'"),
        ask(ANA, "cancel_purchase_order", "'order':'" + bought.order() + "','reason':'other'"),
        ask(BEN, "receive_line", bought.line(6)));
  }

  private Scene takeBackTwice() {
    Bought bought = bought(10);
    bed.ok("receive_line", bought.line(6));
    String back = "'receipt':'" + bought.receipt() + "','line':1";
    return scene(
        received(bought), ask(ANA, "take_back_line", back), ask(BEN, "take_back_line", back));
  }

  private Scene takeBackAndPutAway() {
    Bought bought = bought(10);
    String task = bed.made("task", "receive_line", bought.line(6));
    return scene(
        all(onHand(bought.goods().sku()), in(target(task))),
        ask(ANA, "take_back_line", "'receipt':'" + bought.receipt() + "','line':1"),
        ask(BEN, "put_away", put(task, target(task))));
  }

  /// Where a task wants its goods.

  private String target(String task) {
    return bed.text("SELECT to_place FROM task WHERE number = '" + task + "'");
  }

  private static String put(String task, String bin) {
    return "'task':'" + task + "','to':'" + bin + "'";
  }

  private Scene closeAndReceive() {
    Bought bought = bought(10);
    return scene(
        received(bought),
        ask(ANA, "close_receipt", "'receipt':'" + bought.receipt() + "'"),
        ask(BEN, "receive_line", bought.line(6)));
  }

  private String task(long quantity) {
    Bought bought = bought(quantity);
    return bed.made("task", "receive_line", bought.line(quantity));
  }

  private Scene lastRoom() {
    String bin = bed.place("bin", 10);
    return scene(
        "SELECT coalesce(sum(quantity), 0)::bigint FROM task WHERE state = 'open' AND to_place = '"
            + bin
            + "'",
        redirected(ANA, task(6), bin),
        redirected(BEN, task(6), bin));
  }

  private static Meeting.Ask redirected(String who, String task, String bin) {
    return ask(who, "redirect_put_away", put(task, bin) + ",'why':'full'");
  }

  private Scene putAwayTwice() {
    String task = task(6);
    String put = put(task, target(task));
    return scene(in(target(task)), ask(ANA, "put_away", put), ask(BEN, "put_away", put));
  }

  private Scene redirect() {
    String task = task(6);
    String other = bed.bin();
    return scene(
        "SELECT sum(x) FROM (" + in(target(task)) + " UNION ALL " + in(other) + ") t(x)",
        ask(ANA, "put_away", put(task, target(task))),
        redirected(BEN, task, other));
  }

  private Scene lock() {
    String task = task(6);
    String bin = target(task);
    return scene(
        all(in(bin), count("location WHERE locked_in AND code = '" + bin + "'")),
        ask(ANA, "lock_location", "'location':'" + bin + "','lock_in':true,'reason':'other'"),
        ask(BEN, "put_away", put(task, bin)));
  }

  private Scene unit() {
    Goods goods = new Goods(bed.product(), bed.bin());
    String unit = fresh("U");
    bed.ok(
        "announce_delivery",
        "'asn':'%s','supplier':'ACME','contents':[{'handling_unit':'%s',%s}]"
            .formatted(fresh("ASN"), unit, goods.of(5)));
    String take = "'unit':'" + unit + "'";
    return scene(
        onHand(goods.sku()), ask(ANA, "receive_unit", take), ask(BEN, "receive_unit", take));
  }

  private Scene quality() {
    Goods goods = bed.goods(6);
    String all = goods.of(6) + ",'at':'" + goods.bin() + "','why':'other'";
    bed.ok("hold_goods", all);
    String held = all + ",'condition':'hold'";
    return scene(
        onHand(goods.sku()), ask(ANA, "release_goods", held), ask(BEN, "reject_goods", held));
  }

  private Scene hold() {
    Goods goods = bed.goods(6);
    return scene(
        level("l.reserved + l.blocked", goods.sku()),
        ask(ANA, "hold_goods", goods.of(6) + ",'at':'" + goods.bin() + "','why':'other'"),
        ask(BEN, "place_order", "'order':'" + fresh("SO") + "'," + goods.lines(6)));
  }
}
