package dev.stockwright.server.races;

import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.RaceBed.Goods;

/// Orders that somebody begins with, for all meetings from the bin to the lorry.
final class ReleasedOrders {
  private final RaceBed bed;

  ReleasedOrders(RaceBed bed) {
    this.bed = bed;
  }

  /// An order of four, released to be picked.
  record Work(Goods goods, String order, String wave, String pick, String cart) {
    String take(long quantity) {
      return "'pick':'%s','quantity':%d,'cart':'%s'".formatted(pick, quantity, cart);
    }

    String cancel() {
      return "'order':'" + order + "','reason':'other'";
    }
  }

  /// Picked and dropped at a bench of its own, so many of four.
  record Bench(Work work, String place) {
    String pack(long quantity) {
      return "'order':'%s',%s,'at':'%s'".formatted(work.order(), work.goods().of(quantity), place);
    }

    String all() {
      return "'order':'" + work.order() + "','at':'" + place + "'";
    }
  }

  /// All of it in one closed package.
  record Packed(Bench bench, String unit) {}

  /// The number of an order whose goods are promised for good.
  String ordered(Goods goods, long quantity) {
    String number = fresh("SO");
    bed.ok("place_order", "'order':'" + number + "','committed':true," + goods.lines(quantity));
    return number;
  }

  Work work(Goods goods) {
    String order = ordered(goods, 4);
    String wave = bed.made("wave", "release_to_pick", "'orders':['" + order + "']");
    return new Work(goods, order, wave, pick(order), bed.place("cart", 0));
  }

  Work work() {
    return work(bed.goods(4));
  }

  private String pick(String order) {
    return bed.text(
        "SELECT 'P-' || p.id FROM pick p JOIN sales_order o ON o.id = p.order_id"
            + " WHERE p.state IN ('open', 'waiting') AND o.number = '"
            + order
            + "' ORDER BY p.id");
  }

  Bench bench(long quantity) {
    Work work = work();
    bed.ok("pick_stock", work.take(quantity));
    String bench = bed.place("packing", 0);
    bed.ok("drop_goods", "'cart':'" + work.cart() + "','to':'" + bench + "'");
    return new Bench(work, bench);
  }

  Packed packed() {
    Bench bench = bench(4);
    String unit = bed.made("handling_unit", "pack_order", bench.all());
    bed.ok("close_package", "'unit':'" + unit + "','grams':900");
    return new Packed(bench, unit);
  }

  String shipment() {
    return bed.made("shipment", "open_shipment", "'dock':'DOCK'");
  }
}
