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

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;

/// What is counted, corrected and moved.
final class StockMeetings {
  private final RaceBed bed;

  StockMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("two counters at one bin", this::counters, oneOf(2, "bin_taken", "1")),
        Meeting.of(
            "close of a bin x line in it", this::closeAndLine, "A A | 2", "A bin_counted | 1"),
        Meeting.of("finish x finish", this::finishTwice, oneOf(2, "wrong_state", "1")),
        Meeting.of("finish x cancel", this::finishAndCancel, "A A | 1", "wrong_state A | 1"),
        Meeting.of("review by two", this::reviewTwice, oneOf(2, "wrong_state", "6")),
        Meeting.of(
            "accept x reject of a variance", this::acceptAndReject, oneOf(2, "wrong_state", "1")),
        Meeting.of(
            "review x recount", this::reviewAndRecount, "A wrong_state | 6", "wrong_state A | 10"),
        Meeting.of("review x pick of the goods", this::reviewAndMove, "A A | 2"),
        Meeting.of(
            "approval of an adjustment by two", this::approveTwice, oneOf(2, "wrong_state", "60")),
        Meeting.of("approval x rejection", this::approveAndReject, oneOf(2, "wrong_state", "1")),
        Meeting.of(
            "two losses of the last units",
            this::twoLosses,
            "A insufficient_stock | 30",
            "insufficient_stock A | 40"),
        Meeting.of(
            "loss x order",
            this::lossAndOrder,
            "A order_short | 0 0",
            "insufficient_stock A | 40 40"),
        Meeting.of(
            "move x move of the last units", this::moves, oneOf(2, "insufficient_stock", "4 4")),
        Meeting.of(
            "move x move into the last room", this::lastRoom, oneOf(2, "location_full", "6")),
        Meeting.of("move x lock of the bin", this::moveAndLock, "A A | 6", "location_locked A | 0"),
        Meeting.of(
            "two products into a bin for one", this::mixing, oneOf(2, "mixing_forbidden", "4")),
        Meeting.of("two at one handling unit", this::units, "A A | 4"),
        Meeting.of("nest x nest into each other", this::nest, oneOf(2, "same_place", "1")));
  }

  private String requested(String bin) {
    return bed.made("count", "request_count", "'bins':['" + bin + "']");
  }

  private static String line(String count, Goods goods, long quantity) {
    return "'count':'%s','bin':'%s',%s".formatted(count, goods.bin(), goods.of(quantity));
  }

  private static String closed(String count, Goods goods) {
    return "'count':'" + count + "','bin':'" + goods.bin() + "'";
  }

  private Scene counters() {
    Goods goods = bed.goods(4);
    String count = requested(goods.bin());
    return scene(
        count(
            "count_entry e JOIN stock_count c ON c.id = e.count_id WHERE c.number = '"
                + count
                + "'"),
        ask(ANA, "count_line", line(count, goods, 4)),
        ask(BEN, "count_line", line(count, goods, 3)));
  }

  private Scene closeAndLine() {
    Goods goods = bed.goods(4);
    String count = requested(goods.bin());
    bed.ok("count_line", line(count, goods, 1));
    return scene(
        "SELECT coalesce(sum(e.quantity), 0)::bigint FROM count_entry e JOIN stock_count c ON c.id = e.count_id"
            + " WHERE c.number = '"
            + count
            + "'",
        ask(ANA, "close_bin", closed(count, goods)),
        ask(ANA, "count_line", line(count, goods, 1)));
  }

  private String counted(Goods goods, long quantity) {
    String count = requested(goods.bin());
    bed.ok("count_line", line(count, goods, quantity));
    bed.ok("close_bin", closed(count, goods));
    return count;
  }

  private Scene finishTwice() {
    String count = counted(bed.goods(4), 4);
    String it = "'count':'" + count + "'";
    return scene(
        count("stock_count WHERE state = 'counted' AND number = '" + count + "'"),
        ask(ANA, "finish_count", it),
        ask(BEN, "finish_count", it));
  }

  private Scene finishAndCancel() {
    String count = counted(bed.goods(4), 4);
    String it = "'count':'" + count + "'";
    return scene(
        count("stock_count WHERE state = 'cancelled' AND number = '" + count + "'"),
        ask(ANA, "finish_count", it),
        ask(BEN, "cancel_count", it + ",'reason':'other'"));
  }

  /// A count whose one line waits for a person: counted 6, there are 10.

  String inReview(Goods goods) {
    String count = counted(goods, 6);
    bed.ok("finish_count", "'count':'" + count + "'");
    bed.change(
        """
        UPDATE stock_count SET state = 'review' WHERE number = '%1$s';
        UPDATE count_line SET state = 'review' WHERE count_id =
          (SELECT id FROM stock_count WHERE number = '%1$s')"""
            .formatted(count));
    return count;
  }

  static String verdict(String count, String decision) {
    return "'count':'%s','verdicts':[{'line':1,'decision':'%s','reason':'miscount'}]"
        .formatted(count, decision);
  }

  private Scene reviewTwice() {
    Goods goods = bed.goods(10);
    String count = inReview(goods);
    return scene(
        onHand(goods.sku()),
        ask(BEN, "review_variance", verdict(count, "accept")),
        ask(CLEO, "review_variance", verdict(count, "accept")));
  }

  private Scene acceptAndReject() {
    Goods goods = bed.goods(10);
    String count = inReview(goods);
    return scene(
        count(
            "count_line l JOIN stock_count c ON c.id = l.count_id WHERE l.state IN"
                + " ('accepted', 'rejected') AND c.number = '"
                + count
                + "'"),
        ask(BEN, "review_variance", verdict(count, "accept")),
        ask(CLEO, "review_variance", verdict(count, "reject")));
  }

  private Scene reviewAndRecount() {
    Goods goods = bed.goods(10);
    String count = inReview(goods);
    return scene(
        onHand(goods.sku()),
        ask(BEN, "review_variance", verdict(count, "accept")),
        ask(CLEO, "request_recount", "'count':'" + count + "','bins':['" + goods.bin() + "']"));
  }

  private Scene reviewAndMove() {
    Goods goods = bed.goods(10);
    String count = inReview(goods);
    String other = bed.bin();
    return scene(
        in(goods.bin()),
        ask(BEN, "review_variance", verdict(count, "accept")),
        ask(
            CLEO,
            "move_goods",
            goods.of(4) + ",'from':'" + goods.bin() + "','to':'" + other + "'"));
  }

  private String proposed(Goods goods, long change) {
    String number = fresh("AJ");
    bed.ok(
        "propose_adjustment",
        "'sku':'%s','change':%d,'location':'%s','reason':'lost','number':'%s'"
            .formatted(goods.sku(), change, goods.bin(), number));
    return "'adjustment':'" + number + "'";
  }

  private Scene approveTwice() {
    Goods goods = bed.goods(100);
    String it = proposed(goods, -40);
    return scene(
        onHand(goods.sku()),
        ask(BEN, "approve_adjustment", it),
        ask(CLEO, "approve_adjustment", it));
  }

  private Scene approveAndReject() {
    Goods goods = bed.goods(100);
    String it = proposed(goods, -40);
    return scene(
        count(
            "adjustment WHERE state <> 'waiting' AND " + it.replace("'adjustment':", "number = ")),
        ask(BEN, "approve_adjustment", it),
        ask(CLEO, "reject_adjustment", it + ",'reason':'other'"));
  }

  private Scene twoLosses() {
    Goods goods = bed.goods(80);
    return scene(
        onHand(goods.sku()),
        ask(BEN, "approve_adjustment", proposed(goods, -50)),
        ask(CLEO, "approve_adjustment", proposed(goods, -40)));
  }

  private Scene lossAndOrder() {
    Goods goods = bed.goods(40);
    return scene(
        all(onHand(goods.sku()), reserved(goods.sku())),
        ask(BEN, "approve_adjustment", proposed(goods, -40)),
        order(CLEO, goods, 40));
  }

  private static Meeting.Ask order(String who, Goods goods, long quantity) {
    return ask(who, "place_order", "'order':'" + fresh("SO") + "'," + goods.lines(quantity));
  }

  private static String move(Goods goods, long quantity, String to) {
    return goods.of(quantity) + ",'from':'" + goods.bin() + "','to':'" + to + "'";
  }

  private Scene moves() {
    Goods goods = bed.goods(6);
    String one = bed.bin();
    String two = bed.bin();
    return scene(
        "SELECT x, x FROM (SELECT (" + in(one) + ") + (" + in(two) + ")) t(x)",
        ask(ANA, "move_goods", move(goods, 4, one)),
        ask(BEN, "move_goods", move(goods, 4, two)));
  }

  private Scene lastRoom() {
    String bin = bed.place("bin", 10);
    return scene(
        in(bin),
        ask(ANA, "move_goods", move(bed.goods(6), 6, bin)),
        ask(BEN, "move_goods", move(bed.goods(6), 6, bin)));
  }

  private Scene moveAndLock() {
    String bin = bed.bin();
    return scene(
        in(bin),
        ask(ANA, "move_goods", move(bed.goods(6), 6, bin)),
        ask(BEN, "lock_location", "'location':'" + bin + "','lock_in':true,'reason':'other'"));
  }

  private Scene mixing() {
    String bin = bed.bin();
    bed.change("UPDATE location SET mixing = 'one_product' WHERE code = '" + bin + "'");
    return scene(
        in(bin),
        ask(ANA, "move_goods", move(bed.goods(4), 4, bin)),
        ask(BEN, "move_goods", move(bed.goods(4), 4, bin)));
  }

  private String unit(String bin) {
    String unit = fresh("U");
    bed.ok(
        "receive_goods",
        "'sku':'%s','quantity':4,'location':'%s','handling_unit':'%s'"
            .formatted(bed.product(), bin, unit));
    return unit;
  }

  private Scene units() {
    String unit = unit(bed.bin());
    String one = bed.bin();
    String two = bed.bin();
    return scene(
        "SELECT (" + in(one) + ") + (" + in(two) + ")",
        ask(ANA, "move_handling_unit", "'unit':'" + unit + "','to':'" + one + "'"),
        ask(BEN, "move_handling_unit", "'unit':'" + unit + "','to':'" + two + "'"));
  }

  private Scene nest() {
    String bin = bed.bin();
    String one = unit(bin);
    String two = unit(bin);
    return scene(
        count("handling_unit_nest WHERE inner_code IN ('" + one + "', '" + two + "')"),
        ask(ANA, "nest_handling_unit", "'unit':'" + one + "','into':'" + two + "'"),
        ask(BEN, "nest_handling_unit", "'unit':'" + two + "','into':'" + one + "'"));
  }
}
