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
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;

/// From the bench to the lorry, and the queue of tasks.
final class PackMeetings {
  private final RaceBed bed;

  PackMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("pack x pack", this::packTwice, oneOf(2, "nothing_there", "4 4")),
        Meeting.of("pack x short pick", this::packAndShort, "A A | 2 2"),
        Meeting.of("pack x cancel", this::packAndCancel, "A A | 0 1", "nothing_there A | 0 1"),
        Meeting.of("close x pack into it", this::closeAndPack, "A wrong_state | 2", "A A | 4"),
        Meeting.of("one package on two lorries", this::loadTwice, oneOf(2, "wrong_state", "1")),
        Meeting.of("ship x ship", this::shipTwice, oneOf(2, "wrong_state", "0 0")),
        Meeting.of(
            "ship x unload", this::shipAndUnload, "A wrong_state | 0", "nothing_there A | 4"),
        Meeting.of(
            "ship x cancel of the order",
            this::shipAndCancel,
            "A wrong_state | 0",
            "nothing_there A | 4"),
        Meeting.of("two take one task", this::takeTask, oneOf(2, "task_taken", "1")),
        Meeting.of("lease over: keep x take", this::keepAndTake, oneOf(2, "task_taken", "1")),
        Meeting.of("return x hand over", this::returnAndHandOver, "A A | 1", "task_taken A | 1"),
        Meeting.of(
            "cancel of a task x taking it", this::cancelAndTake, "A A | 0", "A wrong_state | 0"));
  }

  /// An order of four, released.

  private record Work(Goods goods, String order, String wave, String pick, String cart) {
    String take(long quantity) {
      return "'pick':'%s','quantity':%d,'cart':'%s'".formatted(pick, quantity, cart);
    }
  }

  private String ordered(Goods goods, long quantity) {
    String number = fresh("SO");
    bed.ok("place_order", "'order':'" + number + "','committed':true," + goods.lines(quantity));
    return number;
  }

  private Work work(Goods goods) {
    String order = ordered(goods, 4);
    String wave = bed.made("wave", "release_to_pick", "'orders':['" + order + "']");
    return new Work(goods, order, wave, pick(order), bed.place("cart", 0));
  }

  private Work work() {
    return work(bed.goods(4));
  }

  private String pick(String order) {
    return bed.text(
        "SELECT 'P-' || p.id FROM pick p JOIN sales_order o ON o.id = p.order_id"
            + " WHERE p.state IN ('open', 'waiting') AND o.number = '"
            + order
            + "' ORDER BY p.id");
  }

  /// Picked and dropped at a bench of its own, so many of four.
  private record Bench(Work work, String place) {
    String pack(long quantity) {
      return "'order':'%s',%s,'at':'%s'".formatted(work.order(), work.goods().of(quantity), place);
    }

    String all() {
      return "'order':'" + work.order() + "','at':'" + place + "'";
    }
  }

  private Bench bench(long quantity) {
    Work work = work();
    bed.ok("pick_stock", work.take(quantity));
    String bench = bed.place("packing", 0);
    bed.ok("drop_goods", "'cart':'" + work.cart() + "','to':'" + bench + "'");
    return new Bench(work, bench);
  }

  private static String packed(Bench bench) {
    return "SELECT l.packed, l.picked FROM sales_order_line l JOIN sales_order o"
        + " ON o.id = l.order_id WHERE o.number = '"
        + bench.work().order()
        + "'";
  }

  private Scene packTwice() {
    Bench bench = bench(4);
    return scene(
        packed(bench), ask(ANA, "pack_order", bench.all()), ask(BEN, "pack_order", bench.all()));
  }

  private Scene packAndShort() {
    Bench bench = bench(2);
    return scene(
        packed(bench),
        ask(BEN, "pack_goods", bench.pack(2)),
        ask(ANA, "short_pick", "'pick':'" + bench.work().pick() + "','reason':'empty'"));
  }

  private Scene packAndCancel() {
    Bench bench = bench(4);
    return scene(
        all(
            count(
                "package p JOIN sales_order o ON o.id = p.order_id WHERE p.state <> 'put_back'"
                    + " AND o.number = '"
                    + bench.work().order()
                    + "'"),
            count(
                "sales_order WHERE state = 'cancelled' AND number = '"
                    + bench.work().order()
                    + "'")),
        ask(ANA, "pack_order", bench.all()),
        ask(BEN, "cancel_order", "'order':'" + bench.work().order() + "','reason':'other'"));
  }

  private Scene closeAndPack() {
    Bench bench = bench(4);
    String unit = bed.made("handling_unit", "pack_goods", bench.pack(2));
    return scene(
        "SELECT sum(on_hand)::bigint FROM balance WHERE handling_unit = '" + unit + "'",
        ask(ANA, "close_package", "'unit':'" + unit + "','grams':900"),
        ask(BEN, "pack_goods", bench.pack(2) + ",'into':'" + unit + "'"));
  }

  private record Packed(Bench bench, String unit) {}

  private Packed packed() {
    Bench bench = bench(4);
    String unit = bed.made("handling_unit", "pack_order", bench.all());
    bed.ok("close_package", "'unit':'" + unit + "','grams':900");
    return new Packed(bench, unit);
  }

  private String shipment() {
    return bed.made("shipment", "open_shipment", "'dock':'DOCK'");
  }

  private Scene loadTwice() {
    Packed packed = packed();
    String unit = ",'unit':'" + packed.unit() + "'";
    return scene(
        count("package WHERE state = 'loaded' AND code = '" + packed.unit() + "'"),
        ask(ANA, "load_package", "'shipment':'" + shipment() + "'" + unit),
        ask(BEN, "load_package", "'shipment':'" + shipment() + "'" + unit));
  }

  private record Loaded(Packed packed, String shipment) {
    String sku() {
      return packed.bench().work().goods().sku();
    }
  }

  private Loaded loaded() {
    Packed packed = packed();
    String shipment = shipment();
    bed.ok("load_package", "'shipment':'" + shipment + "','unit':'" + packed.unit() + "'");
    return new Loaded(packed, shipment);
  }

  private Scene shipTwice() {
    Loaded loaded = loaded();
    String ship = "'shipment':'" + loaded.shipment() + "'";
    return scene(
        all(onHand(loaded.sku()), reserved(loaded.sku())),
        ask(ANA, "ship_goods", ship),
        ask(BEN, "ship_goods", ship));
  }

  private Scene shipAndUnload() {
    Loaded loaded = loaded();
    return scene(
        onHand(loaded.sku()),
        ask(ANA, "ship_goods", "'shipment':'" + loaded.shipment() + "'"),
        ask(BEN, "unload_package", "'unit':'" + loaded.packed().unit() + "','to':'PACK-1'"));
  }

  private Scene shipAndCancel() {
    Loaded loaded = loaded();
    return scene(
        onHand(loaded.sku()),
        ask(ANA, "ship_goods", "'shipment':'" + loaded.shipment() + "'"),
        ask(
            BEN,
            "cancel_order",
            "'order':'" + loaded.packed().bench().work().order() + "','reason':'other'"));
  }

  private String task(Work work) {
    return bed.text("SELECT task FROM pick WHERE 'P-' || id = '" + work.pick() + "'");
  }

  private static String held(String task) {
    return count("task WHERE state = 'leased' AND number = '" + task + "'");
  }

  private Scene takeTask() {
    String task = task(work());
    return scene(
        held(task),
        ask(ANA, "take_task", "'wanted':'" + task + "'"),
        ask(BEN, "take_task", "'wanted':'" + task + "'"));
  }

  private Scene keepAndTake() {
    String task = task(work());
    bed.ok("take_task", "'wanted':'" + task + "'");
    bed.change("UPDATE task SET lease_until = '2020-01-01' WHERE number = '" + task + "'");
    return scene(
        held(task),
        ask(ANA, "keep_task", "'task':'" + task + "'"),
        ask(BEN, "take_task", "'wanted':'" + task + "'"));
  }

  private Scene returnAndHandOver() {
    String task = task(work());
    bed.ok("take_task", "'wanted':'" + task + "'");
    return scene(
        held(task),
        ask(ANA, "return_task", "'task':'" + task + "'"),
        ask(ANA, "hand_over_task", "'task':'" + task + "','to':'ben'"));
  }

  private Scene cancelAndTake() {
    String task = fresh("T");
    bed.change(
        "INSERT INTO task (warehouse_id, number, kind, made_at) SELECT id, '"
            + task
            + "', 'check', now() FROM warehouse WHERE code = 'W1'");
    return scene(
        held(task),
        ask(ANA, "cancel_task", "'task':'" + task + "','reason':'other'"),
        ask(BEN, "take_task", "'wanted':'" + task + "'"));
  }
}
