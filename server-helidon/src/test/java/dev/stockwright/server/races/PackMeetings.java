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
import dev.stockwright.server.races.ReleasedOrders.Bench;
import dev.stockwright.server.races.ReleasedOrders.Packed;
import dev.stockwright.server.races.ReleasedOrders.Work;
import java.util.List;

/// From the bench to the lorry, and the queue of tasks.
final class PackMeetings {
  private final RaceBed bed;
  private final ReleasedOrders orders;

  PackMeetings(RaceBed bed) {
    this.bed = bed;
    this.orders = new ReleasedOrders(bed);
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

  private static String packed(Bench bench) {
    return "SELECT l.packed, l.picked FROM sales_order_line l JOIN sales_order o"
        + " ON o.id = l.order_id WHERE o.number = '"
        + bench.work().order()
        + "'";
  }

  private Scene packTwice() {
    Bench bench = orders.bench(4);
    return scene(
        packed(bench), ask(ANA, "pack_order", bench.all()), ask(BEN, "pack_order", bench.all()));
  }

  private Scene packAndShort() {
    Bench bench = orders.bench(2);
    return scene(
        packed(bench),
        ask(BEN, "pack_goods", bench.pack(2)),
        ask(ANA, "short_pick", "'pick':'" + bench.work().pick() + "','reason':'empty'"));
  }

  private Scene packAndCancel() {
    Bench bench = orders.bench(4);
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
        ask(BEN, "cancel_order", bench.work().cancel()));
  }

  private Scene closeAndPack() {
    Bench bench = orders.bench(4);
    String unit = bed.made("handling_unit", "pack_goods", bench.pack(2));
    return scene(
        "SELECT sum(on_hand)::bigint FROM balance WHERE handling_unit = '" + unit + "'",
        ask(ANA, "close_package", "'unit':'" + unit + "','grams':900"),
        ask(BEN, "pack_goods", bench.pack(2) + ",'into':'" + unit + "'"));
  }

  private Scene loadTwice() {
    Packed packed = orders.packed();
    String unit = ",'unit':'" + packed.unit() + "'";
    return scene(
        count("package WHERE state = 'loaded' AND code = '" + packed.unit() + "'"),
        ask(ANA, "load_package", "'shipment':'" + orders.shipment() + "'" + unit),
        ask(BEN, "load_package", "'shipment':'" + orders.shipment() + "'" + unit));
  }

  private record Loaded(Packed packed, String shipment) {
    String sku() {
      return packed.bench().work().goods().sku();
    }
  }

  private Loaded loaded() {
    Packed packed = orders.packed();
    String shipment = orders.shipment();
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
        ask(BEN, "cancel_order", loaded.packed().bench().work().cancel()));
  }

  private String task(Work work) {
    return bed.text("SELECT task FROM pick WHERE 'P-' || id = '" + work.pick() + "'");
  }

  private static String held(String task) {
    return count("task WHERE state = 'leased' AND number = '" + task + "'");
  }

  private Scene takeTask() {
    String task = task(orders.work());
    return scene(
        held(task),
        ask(ANA, "take_task", "'wanted':'" + task + "'"),
        ask(BEN, "take_task", "'wanted':'" + task + "'"));
  }

  private Scene keepAndTake() {
    String task = task(orders.work());
    bed.ok("take_task", "'wanted':'" + task + "'");
    bed.change("UPDATE task SET lease_until = '2020-01-01' WHERE number = '" + task + "'");
    return scene(
        held(task),
        ask(ANA, "keep_task", "'task':'" + task + "'"),
        ask(BEN, "take_task", "'wanted':'" + task + "'"));
  }

  private Scene returnAndHandOver() {
    String task = task(orders.work());
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
