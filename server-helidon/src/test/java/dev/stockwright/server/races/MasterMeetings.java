package dev.stockwright.server.races;

import static dev.stockwright.server.races.Figures.all;
import static dev.stockwright.server.races.Figures.count;
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
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Master data, and numbers that only one may have.
final class MasterMeetings {
  private static final String NOWHERE = "'warehouse':'',";
  private final RaceBed bed;

  MasterMeetings(RaceBed bed) {
    this.bed = bed;
  }

  List<Meeting> meetings() {
    return List.of(
        Meeting.of(
            "one barcode learned for two products", this::learn, oneOf(2, "barcode_taken", "1")),
        Meeting.of(
            "one product created twice", this::createTwice, oneOf(2, "document_exists", "1")),
        Meeting.of("one product changed twice", this::changeTwice, oneOf(2, "stale_version", "2")),
        Meeting.of(
            "save x remove of a barcode",
            this::saveAndRemove,
            "A stale_version | 1",
            "unknown_document A | 0"),
        Meeting.of(
            "import x edit of one product",
            this::importAndEdit,
            "A stale_version | 2",
            "import_outdated A | 2"),
        Meeting.of(
            "import x import of one product", this::importTwice, oneOf(2, "import_outdated", "2")),
        Meeting.of(
            "one location changed twice", this::locationTwice, oneOf(2, "stale_version", "2")),
        Meeting.of("one setting changed twice", this::settingTwice, oneOf(2, "stale_version", "2")),
        Meeting.of("one warehouse opened twice", this::openTwice, "A A | 1 1"),
        Meeting.of("one channel changed twice", this::channelTwice, oneOf(2, "stale_version", "2")),
        Meeting.of(
            "one number of a count",
            () -> number("request_count", "'number'", ",'bins':['A-01']", "stock_count"),
            oneOf(2, "document_exists", "1")),
        Meeting.of(
            "one number of a shipment",
            () -> number("open_shipment", "'number'", ",'dock':'DOCK'", "shipment"),
            oneOf(2, "document_exists", "1")),
        Meeting.of(
            "one number of a purchase order",
            () ->
                number(
                    "open_purchase_order",
                    "'order'",
                    ",'supplier':'ACME','lines':[{'sku':'S-1','quantity':1}]",
                    "purchase_order"),
            oneOf(2, "document_exists", "1")),
        Meeting.of(
            "one number of a transfer",
            () ->
                number(
                    "request_transfer",
                    "'from_warehouse':'W1','to_warehouse':'W2','number'",
                    ",'lines':[{'sku':'S-1','quantity':1}]",
                    "transfer"),
            oneOf(2, "document_exists", "1")),
        Meeting.of(
            "one number in two warehouses", this::numberInTwo, oneOf(2, "document_exists", "1")));
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
    String order =
        "'order':'" + number + "','supplier':'ACME','lines':[{'sku':'S-1','quantity':1}]";
    return scene(
        count("purchase_order WHERE number = '" + number + "'"),
        ask(ANA, "open_purchase_order", "'warehouse':'W1'," + order),
        ask(BEN, "open_purchase_order", "'warehouse':'W2'," + order));
  }

  /// An entry that waits.

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
    Principal root =
        new Principal(
            1, new Operator("root"), "Root", Role.ADMIN, Set.of(TestSite.W1), Principal.NO_DEVICE);
    byte[] file =
        ("sku,name,version\n" + sku + "," + name + ",1\n").getBytes(StandardCharsets.UTF_8);
    Imports imports = new Imports(bed.database());
    UUID looked =
        UUID.fromString(
            imports
                .preview(Sheet.of("products").orElseThrow(), new ByteArrayInputStream(file), root)
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
        anywhere(
            CLEO, "save_setting", "'setting':'reorder.rejected_days','value':'7','version':1"));
  }

  private Scene openTwice() {
    String code = fresh("W").replace("-", "");
    String it = "'warehouse':'" + code + "','name':'New'";
    return scene(
        all(
            count("warehouse WHERE code = '" + code + "'"),
            count(
                "warehouse_counter c JOIN warehouse w ON w.id = c.warehouse_id WHERE w.code = '"
                    + code
                    + "'")),
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
}
