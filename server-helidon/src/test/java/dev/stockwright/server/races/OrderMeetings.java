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

/// Promises: who has the last units, and what becomes of an order.
final class OrderMeetings {
  private final RaceBed bed;

  OrderMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("three at the last two units", this::lastUnits, oneOf(3, "order_short", "2")),
        Meeting.of(
            "one number for two orders", this::oneNumber, oneOf(2, "document_exists", "1 1")),
        Meeting.of(
            "release x cancel x cancel", this::releaseAndCancel, oneOf(3, "wrong_state", "0")),
        Meeting.of("confirm x release", this::confirmAndRelease, "A A | 0", "wrong_state A | 0"),
        Meeting.of("release x release", this::releaseTwice, oneOf(2, "wrong_state", "0")),
        Meeting.of(
            "late confirm x somebody else's order",
            () -> late("confirm_order", ""),
            oneOf(2, "order_short", "2")),
        Meeting.of(
            "late renewal x somebody else's order",
            () -> late("renew_order", ",'ttl_seconds':900"),
            oneOf(2, "order_short", "2")),
        Meeting.of("renew x expiry", this::renewAndTidy, "A A | 1 0"),
        Meeting.of("change x change of one version", this::change, oneOf(2, "order_changed", "3")),
        Meeting.of("fill x new order", this::fill, "A order_short | 4", "order_short A | 4"),
        Meeting.of(
            "bare reservation x order of one number",
            this::bare,
            "A order_already_reserved | 1",
            "order_already_reserved A | 1"),
        Meeting.of("sale at a till x order", this::till, "A A | 2 2", "A order_short | 0 0"));
  }

  private static String order(String number, Goods goods, long quantity) {
    return "'order':'" + number + "'," + goods.lines(quantity);
  }

  private static Meeting.Ask placed(String who, Goods goods, long quantity) {
    return ask(who, "place_order", order(fresh("SO"), goods, quantity));
  }

  private String placed(Goods goods, long quantity) {
    String number = fresh("SO");
    bed.ok("place_order", order(number, goods, quantity));
    return number;
  }

  private Scene lastUnits() {
    Goods goods = bed.goods(2);
    return scene(
        reserved(goods.sku()),
        placed(ANA, goods, 2),
        placed(BEN, goods, 2),
        placed(CLEO, goods, 2));
  }

  private Scene oneNumber() {
    Goods goods = bed.goods(9);
    String number = fresh("SO");
    return scene(
        all(reserved(goods.sku()), count("sales_order WHERE number = '" + number + "'")),
        ask(ANA, "place_order", order(number, goods, 1)),
        ask(BEN, "place_order", order(number, goods, 1)));
  }

  private Scene releaseAndCancel() {
    Goods goods = bed.goods(2);
    String it = "'order':'" + placed(goods, 2) + "'";
    return scene(
        reserved(goods.sku()),
        ask(ANA, "release_order", it),
        ask(BEN, "cancel_order", it + ",'reason':'other'"),
        ask(CLEO, "cancel_order", it + ",'reason':'other'"));
  }

  private Scene confirmAndRelease() {
    Goods goods = bed.goods(2);
    String it = "'order':'" + placed(goods, 2) + "'";
    return scene(
        reserved(goods.sku()), ask(ANA, "confirm_order", it), ask(BEN, "release_order", it));
  }

  private Scene releaseTwice() {
    Goods goods = bed.goods(2);
    String it = "'order':'" + placed(goods, 2) + "'";
    return scene(
        reserved(goods.sku()), ask(ANA, "release_order", it), ask(BEN, "release_order", it));
  }

  private void lapse(String order) {
    bed.change(
        """
        UPDATE sales_order SET expires_at = '2020-01-01' WHERE number = '%1$s';
        UPDATE reservation SET expires_at = '2020-01-01' WHERE order_code = '%1$s'"""
            .formatted(order));
  }

  private Scene late(String kind, String more) {
    Goods goods = bed.goods(2);
    String number = placed(goods, 2);
    lapse(number);
    return scene(
        reserved(goods.sku()),
        ask(ANA, kind, "'order':'" + number + "'" + more),
        placed(BEN, goods, 2));
  }

  private static String inState(String order, String state) {
    return count("sales_order WHERE number = '" + order + "' AND state = '" + state + "'");
  }

  private Scene renewAndTidy() {
    Goods goods = bed.goods(2);
    String number = placed(goods, 2);
    lapse(number);
    return scene(
        all(inState(number, "placed"), inState(number, "expired")),
        ask(ANA, "renew_order", "'order':'" + number + "','ttl_seconds':900"),
        ask(BEN, RaceBed.command("tidy_orders", "")));
  }

  private Scene change() {
    Goods goods = bed.goods(9);
    String number = placed(goods, 1);
    String to3 = "'version':1," + order(number, goods, 3);
    return scene(
        reserved(goods.sku()), ask(ANA, "change_order", to3), ask(BEN, "change_order", to3));
  }

  private Scene fill() {
    Goods goods = bed.goods(1);
    String number = fresh("SO");
    bed.ok("place_order", order(number, goods, 4) + ",'back_order':true");
    bed.goods(goods.sku(), 3, goods.bin());
    return scene(
        reserved(goods.sku()),
        ask(ANA, "fill_order", "'order':'" + number + "'"),
        placed(BEN, goods, 3));
  }

  private Scene bare() {
    Goods goods = bed.goods(9);
    String number = fresh("SO");
    return scene(
        reserved(goods.sku()),
        ask(ANA, "place_order", order(number, goods, 1)),
        ask(
            BEN,
            RaceBed.command(
                "place_reservation",
                "'order':'%s','ttl_seconds':900,'lines':[{%s,'warehouse':'W1'}]"
                    .formatted(number, goods.of(1)))));
  }

  private Scene till() {
    Goods goods = bed.goods(2);
    return scene(
        all(onHand(goods.sku()), reserved(goods.sku())),
        ask(
            ANA,
            "post_till_batch",
            "'batch':'%s','entries':[{'till':'T1','number':'%s','type':'sale','code':'%s','quantity':2,'at':'2026-11-20T10:00:00Z'}]"
                .formatted(fresh("B"), fresh("N"), goods.sku())),
        placed(BEN, goods, 2));
  }
}
