package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.CLEO;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import java.util.List;

/// Alerts, proposals and tills.
final class OfficeMeetings {
  private final RaceBed bed;

  OfficeMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("two approve one proposal", this::approveTwice, oneOf(2, "wrong_state", "40 1")),
        Meeting.of(
            "approve x reject of a proposal", this::approveAndReject, oneOf(2, "wrong_state", "1")),
        Meeting.of(
            "approve x change of a proposal",
            this::approveAndChange,
            "A A | 30",
            "A wrong_state | 40"),
        Meeting.of("review x review of what to buy", this::reviewTwice, "A A | 1"),
        Meeting.of("acknowledge x acknowledge", this::acknowledgeTwice, "A A | 1"),
        Meeting.of(
            "acknowledge x resolve", this::acknowledgeAndResolve, "A A | 1", "wrong_state A | 1"),
        Meeting.of("resolve x resolve", this::resolveTwice, oneOf(2, "wrong_state", "1 1")),
        Meeting.of("snooze x resolve", this::snoozeAndResolve, "A A | 1", "wrong_state A | 1"),
        Meeting.of(
            "acknowledge x goods come", this::acknowledgeAndGoods, "A A | 1", "wrong_state A | 1"),
        Meeting.of("two last sales below the bound", this::twoSales, "A A | 1"),
        Meeting.of("one batch of a till sent twice", this::batchTwice, "A A | 8"),
        Meeting.of("one number of a till over two connections", this::numberTwice, "A A | 8"),
        Meeting.of(
            "one number of a till with two contents", this::twoContents, "A A | 8 1", "A A | 7 1"),
        Meeting.of("cover x cover", this::coverTwice, oneOf(2, "wrong_state", "4")),
        Meeting.of("cover x dismiss", this::coverAndDismiss, oneOf(2, "wrong_state", "1")),
        Meeting.of("correct x correct", this::correctTwice, oneOf(2, "wrong_state", "8")),
        Meeting.of("one alert rule set twice", this::ruleTwice, "A A | 1"));
  }

  private String proposal() {
    String sku = bed.product();
    bed.ok("set_reorder_rule", "'sku':'" + sku + "','supplier':'ACME','point':20,'fixed':40");
    bed.ok("review_reorder", "'skus':['" + sku + "']");
    return bed.text(
        "SELECT r.number FROM proposal r JOIN product p ON p.id = r.product_id WHERE p.sku = '"
            + sku
            + "'");
  }

  private static String bought(String proposal) {
    return "SELECT coalesce(sum(l.ordered), 0)::bigint FROM proposal r JOIN purchase_order o"
        + " ON o.number = r.purchase_order JOIN purchase_order_line l ON l.purchase_order_id = o.id"
        + " WHERE r.number = '"
        + proposal
        + "'";
  }

  private Scene approveTwice() {
    String proposal = proposal();
    String it = "'proposals':['" + proposal + "']";
    return scene(
        all(
            bought(proposal),
            count("proposal WHERE state = 'approved' AND number = '" + proposal + "'")),
        ask(BEN, "approve_proposals", it),
        ask(CLEO, "approve_proposals", it));
  }

  private Scene approveAndReject() {
    String proposal = proposal();
    return scene(
        count("proposal WHERE state IN ('approved', 'rejected') AND number = '" + proposal + "'"),
        ask(BEN, "approve_proposals", "'proposals':['" + proposal + "']"),
        ask(CLEO, "reject_proposal", "'proposal':'" + proposal + "','reason':'other'"));
  }

  private Scene approveAndChange() {
    String proposal = proposal();
    return scene(
        bought(proposal),
        ask(BEN, "approve_proposals", "'proposals':['" + proposal + "']"),
        ask(CLEO, "change_proposal", "'proposal':'" + proposal + "','quantity':30"));
  }

  private Scene reviewTwice() {
    String sku = bed.product();
    bed.ok("set_reorder_rule", "'sku':'" + sku + "','supplier':'ACME','point':20,'fixed':40");
    String it = "'skus':['" + sku + "']";
    return scene(
        count("proposal r JOIN product p ON p.id = r.product_id WHERE p.sku = '" + sku + "'"),
        ask(BEN, "review_reorder", it),
        ask(CLEO, "review_reorder", it));
  }

  private record Watched(Goods goods, String alert) {
    String it() {
      return "'alert':'" + alert + "'";
    }
  }

  private Goods watched(long quantity) {
    Goods goods = bed.goods(quantity);
    bed.ok(
        "set_alert_rule",
        "'covers':{'only_in':'W1','sku':'%s'},'watch':{'low':20,'low_clear':30}"
            .formatted(goods.sku()));
    return goods;
  }

  private Watched alert() {
    Goods goods = watched(10);
    bed.ok("review_alerts", "'warehouse':'W1'");
    return new Watched(
        goods,
        bed.text(
            "SELECT a.number FROM alert a JOIN product p ON p.id = a.product_id WHERE p.sku = '"
                + goods.sku()
                + "'"));
  }

  private static String alerts(Watched watched, String condition) {
    return count("alert WHERE number = '" + watched.alert() + "' AND " + condition);
  }

  private Scene acknowledgeTwice() {
    Watched watched = alert();
    return scene(
        alerts(watched, "state = 'acknowledged'"),
        ask(BEN, "acknowledge_alert", watched.it()),
        ask(CLEO, "acknowledge_alert", watched.it()));
  }

  private Scene acknowledgeAndResolve() {
    Watched watched = alert();
    return scene(
        alerts(watched, "state = 'resolved'"),
        ask(BEN, "acknowledge_alert", watched.it()),
        ask(CLEO, "resolve_alert", watched.it() + ",'reason':'other'"));
  }

  private Scene resolveTwice() {
    Watched watched = alert();
    String it = watched.it() + ",'reason':'other'";
    return scene(
        all(
            alerts(watched, "state = 'resolved'"),
            count(
                "alert_event e JOIN alert a ON a.id = e.alert_id WHERE e.what = 'resolved' AND"
                    + " a.number = '"
                    + watched.alert()
                    + "'")),
        ask(BEN, "resolve_alert", it),
        ask(CLEO, "resolve_alert", it));
  }

  private Scene snoozeAndResolve() {
    Watched watched = alert();
    return scene(
        alerts(watched, "state = 'resolved'"),
        ask(
            BEN,
            "snooze_alert",
            watched.it() + ",'until':'" + java.time.Instant.now().plusSeconds(3600) + "'"),
        ask(CLEO, "resolve_alert", watched.it() + ",'reason':'other'"));
  }

  private Scene acknowledgeAndGoods() {
    Watched watched = alert();
    return scene(
        alerts(watched, "state = 'resolved'"),
        ask(BEN, "acknowledge_alert", watched.it()),
        ask(CLEO, "receive_goods", watched.goods().of(50)));
  }

  private Scene twoSales() {
    Goods goods = watched(31);
    String take = "'sku':'%s','quantity_change':-12,'reason':'lost'".formatted(goods.sku());
    return scene(
        count(
            "alert a JOIN product p ON p.id = a.product_id WHERE a.kind = 'low' AND p.sku = '"
                + goods.sku()
                + "'"),
        ask(BEN, "adjust_stock", take),
        ask(CLEO, "adjust_stock", take));
  }

  static String batch(String batch, String number, String code, long quantity) {
    return "'batch':'%s','entries':[{'till':'T1','number':'%s','type':'sale','code':'%s','quantity':%d,'at':'2026-11-20T10:00:00Z'}]"
        .formatted(batch, number, code, quantity);
  }

  private Scene batchTwice() {
    Goods goods = bed.goods(10);
    String batch = batch(fresh("B"), fresh("N"), goods.sku(), 2);
    return scene(
        onHand(goods.sku()),
        ask(BEN, "post_till_batch", batch),
        ask(CLEO, "post_till_batch", batch));
  }

  private Scene numberTwice() {
    Goods goods = bed.goods(10);
    String number = fresh("N");
    return scene(
        onHand(goods.sku()),
        ask(BEN, "post_till_batch", batch(fresh("B"), number, goods.sku(), 2)),
        ask(CLEO, "post_till_batch", batch(fresh("B"), number, goods.sku(), 2)));
  }

  private Scene twoContents() {
    Goods goods = bed.goods(10);
    String number = fresh("N");
    return scene(
        all(
            onHand(goods.sku()),
            count("till_entry WHERE state = 'kept' AND number = '" + number + "'")),
        ask(BEN, "post_till_batch", batch(fresh("B"), number, goods.sku(), 2)),
        ask(CLEO, "post_till_batch", batch(fresh("B"), number, goods.sku(), 3)));
  }

  /// An entry that waits.

  private String waiting(String number) {
    return "'entry':'"
        + bed.text("SELECT e.id FROM till_entry e WHERE e.number = '" + number + "'")
        + "'";
  }

  private record Sold(Goods goods, String number) {}

  private Sold sold() {
    Goods goods = bed.goods(2);
    String number = fresh("N");
    bed.ok("post_till_batch", batch(fresh("B"), number, goods.sku(), 4));
    bed.goods(goods.sku(), 6, goods.bin());
    return new Sold(goods, number);
  }

  private Scene coverTwice() {
    Sold sold = sold();
    String it = waiting(sold.number());
    return scene(
        onHand(sold.goods().sku()),
        ask(BEN, "cover_till_entry", it),
        ask(CLEO, "cover_till_entry", it));
  }

  private Scene coverAndDismiss() {
    Sold sold = sold();
    String it = waiting(sold.number());
    return scene(
        count(
            "till_entry WHERE state IN ('settled', 'dismissed') AND number = '"
                + sold.number()
                + "'"),
        ask(BEN, "cover_till_entry", it),
        ask(CLEO, "dismiss_till_entry", it + ",'reason':'other'"));
  }

  private Scene correctTwice() {
    Goods goods = bed.goods(10);
    String number = fresh("N");
    bed.ok("post_till_batch", batch(fresh("B"), number, "nobody-knows", 2));
    String it = waiting(number) + "," + goods.of(2);
    return scene(
        onHand(goods.sku()),
        ask(BEN, "correct_till_entry", it),
        ask(CLEO, "correct_till_entry", it));
  }

  /// A file that was looked at before anybody changed the product.

  private Scene ruleTwice() {
    Goods goods = bed.goods(10);
    String rule =
        "'covers':{'only_in':'W1','sku':'%s'},'watch':{'low':%d}".formatted(goods.sku(), 5);
    return scene(
        count(
            "alert_rule r JOIN product p ON p.id = r.product_id WHERE p.sku = '"
                + goods.sku()
                + "'"),
        ask(BEN, "set_alert_rule", rule),
        ask(CLEO, "set_alert_rule", rule));
  }
}
