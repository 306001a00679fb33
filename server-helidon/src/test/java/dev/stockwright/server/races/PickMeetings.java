package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.in;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.ANA;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import dev.stockwright.server.races.ReleasedOrders.Work;
import java.util.List;

/// From the bin to the bench: picking and replenishing.
final class PickMeetings {
  private final RaceBed bed;
  private final ReleasedOrders orders;

  PickMeetings(RaceBed bed) {
    this.bed = bed;
    this.orders = new ReleasedOrders(bed);
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("two pickers at one line", this::pickTwice, oneOf(2, "wrong_state", "4 4")),
        Meeting.of(
            "pick x cancel of the order",
            this::pickAndCancel,
            "A A | 3 3 1",
            "wrong_state A | 0 0 1"),
        Meeting.of("pick x short pick", this::pickAndShort, oneOf(2, "wrong_state", "4")),
        Meeting.of("pick x swap", this::pickAndSwap, "A wrong_state | 4", "mismatch A | 0"),
        Meeting.of("pick x lock of the bin", this::pickAndLock, "A A | 4", "not_pickable A | 0"),
        Meeting.of(
            "pick x loss in the bin",
            this::pickAndLoss,
            "A insufficient_stock | 8",
            "insufficient_stock A | 4"),
        Meeting.of(
            "pick x move of the goods",
            this::pickAndMove,
            "A insufficient_stock | 4 0",
            "insufficient_stock A | 0 4"),
        Meeting.of(
            "pick x move of its handling unit",
            this::pickAndMoveUnit,
            "A unknown_document | 4 0",
            "insufficient_stock A | 0 4"),
        Meeting.of("one order in two waves", this::twoWaves, oneOf(2, "wrong_state", "1")),
        Meeting.of(
            "wave x cancel of the order", this::waveAndCancel, "A A | 0", "wrong_state A | 0"),
        Meeting.of(
            "cancel of the wave x pick",
            this::cancelWaveAndPick,
            "A wrong_state | 0",
            "wrong_state A | 4"),
        Meeting.of("two waves at one bin", this::wavesAtOneBin, "A A | 4"),
        Meeting.of("replenish x replenish", this::replenishTwice, oneOf(2, "wrong_state", "8")),
        Meeting.of(
            "replenish x pick of the reserve",
            this::replenishAndTake,
            "A insufficient_stock | 8 0",
            "insufficient_stock A | 0 8"),
        Meeting.of("drop x drop of one cart", this::dropTwice, oneOf(2, "nothing_there", "4")));
  }

  private static String picked(Work work) {
    return "SELECT sum(p.picked)::bigint FROM pick p JOIN sales_order o ON o.id = p.order_id"
        + " WHERE o.number = '"
        + work.order()
        + "'";
  }

  private Scene pickTwice() {
    Work work = orders.work();
    return scene(
        all(in(work.cart()), picked(work)),
        ask(ANA, "pick_stock", work.take(4)),
        ask(BEN, "pick_stock", work.take(4)));
  }

  private Scene pickAndCancel() {
    Work work = orders.work();
    String own = "JOIN sales_order o ON o.id = g.order_id WHERE o.number = '" + work.order() + "'";
    return scene(
        all(
            in(work.cart()),
            "SELECT coalesce(sum(g.quantity), 0)::bigint FROM picked_goods g "
                + own
                + " AND g.put_back <> ''",
            count("sales_order WHERE state = 'cancelled' AND number = '" + work.order() + "'")),
        ask(ANA, "pick_stock", work.take(3)),
        ask(BEN, "cancel_order", work.cancel()));
  }

  private Scene pickAndShort() {
    Work work = orders.work();
    return scene(
        "SELECT sum(quantity)::bigint FROM pick p JOIN sales_order o ON o.id = p.order_id"
            + " WHERE p.state IN ('done', 'short') AND o.number = '"
            + work.order()
            + "'",
        ask(ANA, "pick_stock", work.take(4)),
        ask(BEN, "short_pick", "'pick':'" + work.pick() + "','reason':'empty'"));
  }

  private Scene pickAndSwap() {
    Goods goods = bed.goods(4);
    Work work = orders.work(goods);
    String other = bed.bin();
    bed.goods(goods.sku(), 4, other);
    return scene(
        in(work.cart()),
        ask(ANA, "pick_stock", work.take(4) + ",'from':'" + goods.bin() + "'"),
        ask(BEN, "swap_pick", "'pick':'" + work.pick() + "','from':'" + other + "'"));
  }

  private Scene pickAndLock() {
    Work work = orders.work();
    return scene(
        in(work.cart()),
        ask(ANA, "pick_stock", work.take(4)),
        ask(
            BEN,
            "lock_location",
            "'location':'" + work.goods().bin() + "','lock_out':true,'reason':'other'"));
  }

  private Scene pickAndLoss() {
    Goods goods = bed.goods(4);
    bed.goods(goods.sku(), 4, bed.bin());
    Work work = orders.work(goods);
    return scene(
        onHand(goods.sku()),
        ask(ANA, "pick_stock", work.take(4)),
        ask(
            BEN,
            "adjust_stock",
            "'sku':'%s','quantity_change':-4,'reason':'lost','location':'%s'"
                .formatted(goods.sku(), goods.bin())));
  }

  private Scene pickAndMove() {
    Work work = orders.work();
    String other = bed.bin();
    return scene(
        all(in(work.cart()), in(other)),
        ask(ANA, "pick_stock", work.take(4)),
        ask(
            BEN,
            "move_goods",
            work.goods().of(4) + ",'from':'" + work.goods().bin() + "','to':'" + other + "'"));
  }

  private Scene pickAndMoveUnit() {
    Goods goods = new Goods(bed.product(), bed.bin());
    String unit = fresh("U");
    bed.ok(
        "receive_goods",
        goods.of(4) + ",'location':'" + goods.bin() + "','handling_unit':'" + unit + "'");
    Work work = orders.work(goods);
    String other = bed.bin();
    return scene(
        all(in(work.cart()), in(other)),
        ask(ANA, "pick_stock", work.take(4)),
        ask(BEN, "move_handling_unit", "'unit':'" + unit + "','to':'" + other + "'"));
  }

  private Scene twoWaves() {
    String order = orders.ordered(bed.goods(4), 4);
    return scene(
        count("pick p JOIN sales_order o ON o.id = p.order_id WHERE o.number = '" + order + "'"),
        ask(ANA, "release_to_pick", "'orders':['" + order + "']"),
        ask(BEN, "release_to_pick", "'orders':['" + order + "']"));
  }

  private Scene waveAndCancel() {
    String order = orders.ordered(bed.goods(4), 4);
    return scene(
        count(
            "pick p JOIN sales_order o ON o.id = p.order_id WHERE p.state IN ('open', 'waiting')"
                + " AND o.number = '"
                + order
                + "'"),
        ask(ANA, "release_to_pick", "'orders':['" + order + "']"),
        ask(BEN, "cancel_order", "'order':'" + order + "','reason':'other'"));
  }

  private Scene cancelWaveAndPick() {
    Work work = orders.work();
    return scene(
        picked(work),
        ask(ANA, "cancel_wave", "'wave':'" + work.wave() + "','reason':'other'"),
        ask(BEN, "pick_stock", work.take(4)));
  }

  private Scene wavesAtOneBin() {
    Goods goods = bed.goods(4);
    bed.goods(goods.sku(), 4, bed.bin());
    String one = orders.ordered(goods, 4);
    String two = orders.ordered(goods, 4);
    return scene(
        "SELECT coalesce(max(q), 0)::bigint FROM (SELECT sum(p.quantity) AS q FROM pick p JOIN product t"
            + " ON t.id = p.product_id WHERE p.state = 'open' AND t.sku = '"
            + goods.sku()
            + "' GROUP BY p.location_id) x",
        ask(ANA, "release_to_pick", "'orders':['" + one + "']"),
        ask(BEN, "release_to_pick", "'orders':['" + two + "']"));
  }

  private record Refill(Goods reserve, String face, String task) {}

  private Refill refill() {
    Goods goods = bed.goods(8);
    String face = bed.bin();
    bed.ok(
        "set_pick_face",
        "'location':'%s','sku':'%s','minimum':2,'maximum':8".formatted(face, goods.sku()));
    bed.ok("review_replenishment", "");
    return new Refill(
        goods,
        face,
        bed.text("SELECT number FROM task WHERE kind = 'replenish' AND to_place = '" + face + "'"));
  }

  private Scene replenishTwice() {
    Refill refill = refill();
    String bring = "'task':'" + refill.task() + "','quantity':8";
    return scene(in(refill.face()), ask(ANA, "replenish", bring), ask(BEN, "replenish", bring));
  }

  private Scene replenishAndTake() {
    Refill refill = refill();
    String other = bed.bin();
    return scene(
        all(in(refill.face()), in(other)),
        ask(ANA, "replenish", "'task':'" + refill.task() + "','quantity':8"),
        ask(
            BEN,
            "move_goods",
            refill.reserve().of(8)
                + ",'from':'"
                + refill.reserve().bin()
                + "','to':'"
                + other
                + "'"));
  }

  private Scene dropTwice() {
    Work work = orders.work();
    bed.ok("pick_stock", work.take(4));
    String bench = bed.place("packing", 0);
    String drop = "'cart':'" + work.cart() + "','to':'" + bench + "'";
    return scene(in(bench), ask(ANA, "drop_goods", drop), ask(BEN, "drop_goods", drop));
  }
}
