package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
import static dev.stockwright.server.races.Figures.onHand;
import static dev.stockwright.server.races.Meeting.ask;
import static dev.stockwright.server.races.Meeting.oneOf;
import static dev.stockwright.server.races.Meeting.scene;
import static dev.stockwright.server.races.RaceBed.ANA;
import static dev.stockwright.server.races.RaceBed.BEN;
import static dev.stockwright.server.races.RaceBed.CLEO;
import static dev.stockwright.server.races.RaceBed.fresh;

import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.masterdata.csv.ImportRefused;
import dev.stockwright.server.masterdata.csv.Imports;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.races.Meeting.Scene;
import dev.stockwright.server.races.RaceBed.Goods;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Alerts, proposals, tills and master data.
final class OfficeMeetings {
  private static final String NOWHERE = "'warehouse':'',";
  private final RaceBed bed;

  OfficeMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of("two approve one proposal", this::approveTwice, oneOf(2, "wrong_state", "40 1")),
        Meeting.of("approve x reject of a proposal", this::approveAndReject, oneOf(2, "wrong_state", "1")),
        Meeting.of("approve x change of a proposal", this::approveAndChange, "A A | 30", "A wrong_state | 40"),
        Meeting.of("review x review of what to buy", this::reviewTwice, "A A | 1"),
        Meeting.of("acknowledge x acknowledge", this::acknowledgeTwice, "A A | 1"),
        Meeting.of("acknowledge x resolve", this::acknowledgeAndResolve, "A A | 1", "wrong_state A | 1"),
        Meeting.of("resolve x resolve", this::resolveTwice, oneOf(2, "wrong_state", "1 1")),
        Meeting.of("snooze x resolve", this::snoozeAndResolve, "A A | 1", "wrong_state A | 1"),
        Meeting.of("acknowledge x goods come", this::acknowledgeAndGoods, "A A | 1", "wrong_state A | 1"),
        Meeting.of("two last sales below the bound", this::twoSales, "A A | 1"),
        Meeting.of("one batch of a till sent twice", this::batchTwice, "A A | 8"),
        Meeting.of("one number of a till over two connections", this::numberTwice, "A A | 8"),
        Meeting.of("one number of a till with two contents", this::twoContents, "A A | 8 1", "A A | 7 1"),
        Meeting.of("cover x cover", this::coverTwice, oneOf(2, "wrong_state", "4")),
        Meeting.of("cover x dismiss", this::coverAndDismiss, oneOf(2, "wrong_state", "1")),
        Meeting.of("correct x correct", this::correctTwice, oneOf(2, "wrong_state", "8")),
        Meeting.of("one barcode learned for two products", this::learn, oneOf(2, "barcode_taken", "1")),
        Meeting.of("one product created twice", this::createTwice, oneOf(2, "document_exists", "1")),
        Meeting.of("one product changed twice", this::changeTwice, oneOf(2, "stale_version", "2")),
        Meeting.of("save x remove of a barcode", this::saveAndRemove, "A stale_version | 1", "unknown_document A | 0"),
        Meeting.of("import x edit of one product", this::importAndEdit, "A stale_version | 2", "import_outdated A | 2"),
        Meeting.of("import x import of one product", this::importTwice, oneOf(2, "import_outdated", "2")),
        Meeting.of("one location changed twice", this::locationTwice, oneOf(2, "stale_version", "2")),
        Meeting.of("one setting changed twice", this::settingTwice, oneOf(2, "stale_version", "2")),
        Meeting.of("one warehouse opened twice", this::openTwice, "A A | 1 1"),
        Meeting.of("one channel changed twice", this::channelTwice, oneOf(2, "stale_version", "2")),
        Meeting.of("one alert rule set twice", this::ruleTwice, "A A | 1"),
        Meeting.of("one number of a count", () -> number("request_count", "'number'", ",'bins':['A-01']", "stock_count"), oneOf(2, "document_exists", "1")),
        Meeting.of("one number of a shipment", () -> number("open_shipment", "'number'", ",'dock':'DOCK'", "shipment"), oneOf(2, "document_exists", "1")),
        Meeting.of("one number of a purchase order", () -> number("open_purchase_order", "'order'", ",'supplier':'ACME','lines':[{'sku':'S-1','quantity':1}]", "purchase_order"), oneOf(2, "document_exists", "1")),
        Meeting.of("one number of a transfer", () -> number("request_transfer", "'from_warehouse':'W1','to_warehouse':'W2','number'", ",'lines':[{'sku':'S-1','quantity':1}]", "transfer"), oneOf(2, "document_exists", "1")),
        Meeting.of("one number in two warehouses", this::numberInTwo, oneOf(2, "document_exists", "1")));
  }

  private Scene number(String kind, String field, String more, String table) {
    String number = fresh("NR");
    String fields = field + ":'" + number + "'" + more;
    return scene(
        count(table + " WHERE number = '" + number + "'"),
        ask(ANA, kind, fields),
        ask(BEN, kind, fields));
  }

  private Scene numberInTwo() {
    String number = fresh("NR");
    String order = "'order':'" + number + "','supplier':'ACME','lines':[{'sku':'S-1','quantity':1}]";
    return scene(
        count("purchase_order WHERE number = '" + number + "'"),
        ask(ANA, "open_purchase_order", "'warehouse':'W1'," + order),
        ask(BEN, "open_purchase_order", "'warehouse':'W2'," + order));
  }

  private String proposal() {
    String sku = bed.product();
    bed.ok(
        "set_reorder_rule",
        "'sku':'" + sku + "','supplier':'ACME','point':20,'fixed':40");
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
        all(bought(proposal), count("proposal WHERE state = 'approved' AND number = '" + proposal + "'")),
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
    bed.ok(
        "set_reorder_rule",
        "'sku':'" + sku + "','supplier':'ACME','point':20,'fixed':40");
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
    return new Watched(goods, bed.text("SELECT a.number FROM alert a JOIN product p ON p.id = a.product_id WHERE p.sku = '" + goods.sku() + "'"));
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
        ask(BEN, "snooze_alert", watched.it() + ",'until':'" + java.time.Instant.now().plusSeconds(3600) + "'"),
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
    String take =
        "'sku':'%s','quantity_change':-12,'reason':'lost'".formatted(goods.sku());
    return scene(
        count("alert a JOIN product p ON p.id = a.product_id WHERE a.kind = 'low' AND p.sku = '" + goods.sku() + "'"),
        ask(BEN, "adjust_stock", take),
        ask(CLEO, "adjust_stock", take));
  }

  private static String batch(String batch, String number, String code, long quantity) {
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
        all(onHand(goods.sku()), count("till_entry WHERE state = 'kept' AND number = '" + number + "'")),
        ask(BEN, "post_till_batch", batch(fresh("B"), number, goods.sku(), 2)),
        ask(CLEO, "post_till_batch", batch(fresh("B"), number, goods.sku(), 3)));
  }

  /// An entry that waits.
  private String waiting(String number) {
    return "'entry':'"
        + bed.text(
            "SELECT e.id FROM till_entry e WHERE e.number = '" + number + "'")
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
        count("till_entry WHERE state IN ('settled', 'dismissed') AND number = '" + sold.number() + "'"),
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

  private static Meeting.Ask anywhere(String who, String kind, String fields) {
    return ask(who, kind, NOWHERE + fields);
  }

  private Scene learn() {
    String code = fresh("BC");
    return scene(
        count("barcode WHERE code = '" + code + "'"),
        anywhere(BEN, "learn_barcode", "'barcode':'" + code + "','sku':'" + bed.product() + "'"),
        anywhere(CLEO, "learn_barcode", "'barcode':'" + code + "','sku':'" + bed.product() + "'"));
  }

  private Scene createTwice() {
    String sku = fresh("T");
    return scene(
        count("product WHERE sku = '" + sku + "'"),
        anywhere(BEN, "save_product", "'sku':'" + sku + "','name':'One'"),
        anywhere(CLEO, "save_product", "'sku':'" + sku + "','name':'Two'"));
  }

  private Scene changeTwice() {
    String sku = bed.product();
    return scene(
        "SELECT version FROM product WHERE sku = '" + sku + "'",
        anywhere(BEN, "save_product", "'sku':'" + sku + "','name':'One','version':1"),
        anywhere(CLEO, "save_product", "'sku':'" + sku + "','name':'Two','version':1"));
  }

  private Scene saveAndRemove() {
    String code = fresh("BC");
    bed.ok("save_barcode", NOWHERE + "'barcode':'" + code + "','sku':'" + bed.product() + "'");
    return scene(
        count("barcode WHERE code = '" + code + "'"),
        anywhere(BEN, "save_barcode", "'barcode':'" + code + "','sku':'S-1','units':5,'version':1"),
        anywhere(CLEO, "remove_barcode", "'barcode':'" + code + "','version':1"));
  }

  private Scene importAndEdit() {
    String sku = bed.product();
    return scene(
        "SELECT version FROM product WHERE sku = '" + sku + "'",
        imported(sku, "One"),
        anywhere(CLEO, "save_product", "'sku':'" + sku + "','name':'Two','version':1"));
  }

  private Scene importTwice() {
    String sku = bed.product();
    return scene(
        "SELECT version FROM product WHERE sku = '" + sku + "'",
        imported(sku, "One"),
        imported(sku, "Two"));
  }

  /// A file that was looked at before anybody changed the product.
  private Meeting.Ask imported(String sku, String name) {
    Principal root = new Principal(1, new Operator("root"), "Root", Role.ADMIN, Set.of(TestSite.W1), Principal.NO_DEVICE);
    byte[] file = ("sku,name,version\n" + sku + "," + name + ",1\n").getBytes(StandardCharsets.UTF_8);
    Imports imports = new Imports(bed.database());
    UUID looked =
        UUID.fromString(
            imports
                .preview(
                    Sheet.of("products").orElseThrow(), new ByteArrayInputStream(file), root)
                .id());
    return (any, desk) -> {
      try {
        return imports.apply(looked, false, root).state().equals("applied") ? "A" : "?";
      } catch (ImportRefused e) {
        return e.code();
      }
    };
  }

  private Scene locationTwice() {
    String bin = bed.bin();
    return scene(
        "SELECT version FROM location WHERE code = '" + bin + "'",
        ask(BEN, "save_location", "'location':'" + bin + "','pick_sequence':7,'version':1"),
        ask(CLEO, "save_location", "'location':'" + bin + "','pick_sequence':8,'version':1"));
  }

  private Scene settingTwice() {
    bed.change("DELETE FROM setting WHERE name = 'reorder.rejected_days'");
    bed.ok("save_setting", NOWHERE + "'setting':'reorder.rejected_days','value':'5'");
    return scene(
        "SELECT version FROM setting WHERE name = 'reorder.rejected_days'",
        anywhere(BEN, "save_setting", "'setting':'reorder.rejected_days','value':'6','version':1"),
        anywhere(CLEO, "save_setting", "'setting':'reorder.rejected_days','value':'7','version':1"));
  }

  private Scene openTwice() {
    String code = fresh("W").replace("-", "");
    String it = "'warehouse':'" + code + "','name':'New'";
    return scene(
        all(count("warehouse WHERE code = '" + code + "'"), count("warehouse_counter c JOIN warehouse w ON w.id = c.warehouse_id WHERE w.code = '" + code + "'")),
        ask(BEN, "open_warehouse", it),
        ask(CLEO, "open_warehouse", it));
  }

  private Scene channelTwice() {
    String name = fresh("CH");
    String fields =
        "'name':'%s','medium':'webhook','address':'https://example.org/%s','secret':'0123456789abcdef','timing':{'alert_kinds':[],'severity':'notice','time_zone':'UTC','digest_minutes':0}"
            .formatted(name, name);
    bed.ok("set_channel", NOWHERE + fields);
    return scene(
        "SELECT version FROM channel WHERE name = '" + name + "'",
        anywhere(BEN, "set_channel", fields + ",'version':1"),
        anywhere(CLEO, "set_channel", fields + ",'version':1"));
  }

  private Scene ruleTwice() {
    Goods goods = bed.goods(10);
    String rule =
        "'covers':{'only_in':'W1','sku':'%s'},'watch':{'low':%d}".formatted(goods.sku(), 5);
    return scene(
        count("alert_rule r JOIN product p ON p.id = r.product_id WHERE p.sku = '" + goods.sku() + "'"),
        ask(BEN, "set_alert_rule", rule),
        ask(CLEO, "set_alert_rule", rule));
  }
}
