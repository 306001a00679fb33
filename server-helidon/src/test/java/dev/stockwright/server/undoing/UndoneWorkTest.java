package dev.stockwright.server.undoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.transferring.Floor;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What undoing does with every kind of command that moves goods. Each step of the work is undone
/// at once. Where that is about stock alone the undo is undone in turn and the work goes on; where
/// documents follow, everything is as it was before and the same step is done again; where it is
/// not possible, nothing has changed.
class UndoneWorkTest {
  private static final Floor FLOOR = new Floor();

  private static final String ONTO = "_onto_a_new_unit";

  private final Map<String, Set<String>> seen = new TreeMap<>();

  @AfterAll
  static void stop() {
    FLOOR.close();
  }

  /// A new command announces itself here: say what undoing does with it.
  @Test
  void everyCommandHasItsPlace() {
    Set<String> all =
        leaves(Command.class)
            .map(
                type ->
                    type.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> placed = new TreeSet<>(UndonePlaces.STOCK);
    placed.addAll(UndonePlaces.WORK);
    placed.addAll(UndonePlaces.DOCUMENT);
    placed.addAll(UndonePlaces.NOTHING);
    assertEquals(all, placed);
    assertEquals(
        all.size(),
        UndonePlaces.STOCK.size()
            + UndonePlaces.WORK.size()
            + UndonePlaces.DOCUMENT.size()
            + UndonePlaces.NOTHING.size(),
        "each once");
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(UndoneWorkTest::leaves)
        : Stream.of(type);
  }

  @Test
  void everyWorkThatMovesGoodsIsUndoneAsItsPlaceSays() {
    FLOOR.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w,
          (VALUES ('CART-1', 'cart'), ('PACK-1', 'packing')) c(code, kind);
        INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme')
        """);
    stockAlone();
    inbound();
    outbound();
    transfers();
    counting();
    tills();
    Set<String> missing = new TreeSet<>(UndonePlaces.STOCK);
    missing.addAll(UndonePlaces.WORK);
    missing.addAll(UndonePlaces.DOCUMENT);
    missing.removeAll(seen.keySet());
    assertEquals(Set.of(), missing, "all of them are shown");
    seen.forEach(
        (kind, outcomes) ->
            assertEquals(
                Set.of(
                    UndonePlaces.STOCK.contains(kind)
                        ? "undone"
                        : withDocument(kind) ? "work" : "document"),
                outcomes,
                kind));
    FLOOR.assertAddsUp();
  }

  private void stockAlone() {
    act("{'kind':'receive_goods','warehouse':'W1','sku':'S-1','quantity':50}");
    act(
        "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':40,'from':'DOCK','to':'A-01'}");
    act(
        "{'kind':'adjust_stock','warehouse':'W1','sku':'S-1','quantity_change':-2,'reason':'lost','location':'A-01'}");
    act(
        "{'kind':'transfer_stock','from_warehouse':'W1','to_warehouse':'W2','sku':'S-1','quantity':3}");
    act(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':5,'from':'A-01','to':'A-02'}");
    act(
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-1','change':-1,'location':'A-01','reason':'lost','number':'COR-1'}");
    act(
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-1','change':90,'location':'A-01','reason':'found','number':'COR-2'}");
    act("ben", "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'COR-2'}");
    for (String how : List.of("hold", "release", "hold", "reject")) {
      String as = how.equals("hold") ? "" : ",'condition':'hold'";
      act(
          "{'kind':'%s_goods','warehouse':'W1','sku':'S-1','quantity':2,'why':'quality','at':'A-02'%s}"
              .formatted(how, as));
    }
  }

  private void inbound() {
    act(
        "{'kind':'open_purchase_order','warehouse':'W1','order':'PO-7','supplier':'ACME','lines':[{'sku':'S-2','quantity':40}]}");
    act("{'kind':'start_receipt','warehouse':'W1','number':'R-1','purchase_order':'PO-7'}");
    for (int i = 0; i < 2; i++) {
      act("{'kind':'receive_line','warehouse':'W1','receipt':'R-1','sku':'S-2','quantity':10}");
    }
    act("{'kind':'take_back_line','warehouse':'W1','receipt':'R-1','line':2}");
    String put = task("put_away");
    act(
        "{'kind':'put_away','warehouse':'W1','task':'%s','to':'%s'}"
            .formatted(put, word("SELECT to_place FROM task WHERE number = '" + put + "'")));
    act(
        "{'kind':'announce_delivery','warehouse':'W1','supplier':'ACME','asn':'ASN-1','contents':[{'handling_unit':'340123450000000017','sku':'S-2','quantity':6}]}");
    act("{'kind':'receive_unit','warehouse':'W1','unit':'340123450000000017'}");
    act(
        "{'kind':'put_unit_away','warehouse':'W1','unit':'340123450000000017','to':'A-02','reason':'full'}");
    act("{'kind':'move_handling_unit','warehouse':'W1','unit':'340123450000000017','to':'A-03'}");
    act(
        "{'kind':'receive_return','warehouse':'W1','sku':'S-2','quantity':1,'grade':'available','why':'unwanted'}");
    act(
        "{'kind':'set_pick_face','warehouse':'W1','location':'A-02','sku':'S-2','minimum':2,'maximum':4}");
    act("{'kind':'review_replenishment','warehouse':'W1'}");
    act(
        "{'kind':'replenish','warehouse':'W1','task':'%s','quantity':4}"
            .formatted(task("replenish")));
  }

  private void outbound() {
    act("{'kind':'receive_goods','warehouse':'W1','sku':'S-3','quantity':50,'location':'A-01'}");
    for (String order : List.of("SO-1", "SO-2", "SO-3")) {
      act(
          "{'kind':'place_order','warehouse':'W1','order':'%s','lines':[{'sku':'S-3','quantity':4}],'committed':true}"
              .formatted(order));
      act("{'kind':'release_to_pick','warehouse':'W1','orders':['%s']}".formatted(order));
      String pick = word("SELECT 'P-' || max(id) FROM pick WHERE state = 'open'");
      act(
          "{'kind':'pick_stock','warehouse':'W1','pick':'%s','quantity':4,'cart':'CART-1'}"
              .formatted(pick));
    }
    act("{'kind':'cancel_order','warehouse':'W1','order':'SO-3','reason':'unwanted'}");
    act(
        "{'kind':'put_back_goods','warehouse':'W1','task':'%s','to':'A-02'}"
            .formatted(task("put_away")));
    act("{'kind':'drop_goods','warehouse':'W1','cart':'CART-1','to':'PACK-1'}");
    act(
        "{'kind':'pack_goods','warehouse':'W1','order':'SO-1','sku':'S-3','quantity':4,'at':'PACK-1'}");
    String first = word("SELECT max(code) FROM package");
    act("{'kind':'unpack_package','warehouse':'W1','unit':'%s'}".formatted(first));
    act(
        "{'kind':'pack_goods','warehouse':'W1','order':'SO-1','sku':'S-3','quantity':4,'at':'PACK-1'}");
    act("{'kind':'pack_order','warehouse':'W1','order':'SO-2','at':'PACK-1'}");
    act("{'kind':'open_shipment','warehouse':'W1','number':'SH-1','dock':'DOCK'}");
    for (String unit : FLOOR.words("SELECT code FROM package WHERE state = 'open' ORDER BY code")) {
      act("{'kind':'close_package','warehouse':'W1','unit':'%s','grams':100}".formatted(unit));
      act("{'kind':'load_package','warehouse':'W1','unit':'%s','shipment':'SH-1'}".formatted(unit));
    }
    String last = word("SELECT max(code) FROM package");
    act("{'kind':'unload_package','warehouse':'W1','unit':'%s','to':'PACK-1'}".formatted(last));
    act("{'kind':'ship_goods','warehouse':'W1','shipment':'SH-1'}");
  }

  private void transfers() {
    act("{'kind':'receive_goods','warehouse':'W1','sku':'S-4','quantity':50,'location':'A-01'}");
    act(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-4','quantity':2,'from':'A-01','to':'A-02','onto':'340123450000000024'}");
    for (String number : List.of("TR-1", "TR-2")) {
      act(
          "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'%s','lines':[{'sku':'S-4','quantity':6}]}"
              .formatted(number));
      act("ben", "{'kind':'approve_transfer','warehouse':'W1','transfer':'%s'}".formatted(number));
      act(
          "{'kind':'pack_transfer','warehouse':'W1','transfer':'%s','sku':'S-4','quantity':4,'from':'A-01'}"
              .formatted(number));
    }
    act("{'kind':'cancel_transfer','warehouse':'W1','transfer':'TR-2','reason':'other'}");
    act(
        "{'kind':'pack_transfer_unit','warehouse':'W1','transfer':'TR-1','unit':'340123450000000024'}");
    act("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-1'}");
    act(
        "{'kind':'receive_transfer','warehouse':'W2','transfer':'TR-1','arrived':[{'sku':'S-4','good':5,'damaged':0,'over':0}],'last':true}");
    act("{'kind':'close_transfer','warehouse':'W1','transfer':'TR-1','reason':'lost'}");
    act(
        "{'kind':'transfer_at_once','from_warehouse':'W1','to_warehouse':'W2','lines':[{'sku':'S-4','quantity':1}]}");
    act(
        "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'TR-30','lines':[{'sku':'S-4','quantity':2}]}");
    act("ben", "{'kind':'approve_transfer','warehouse':'W1','transfer':'TR-30'}");
    act(
        "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-30','sku':'S-4','quantity':2,'from':'A-01'}");
    act("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-30'}");
    act(
        "{'kind':'receive_transfer','warehouse':'W2','transfer':'TR-30','arrived':[{'sku':'S-4','good':2,'damaged':0,'over':1}],'last':true}");
    act(
        "{'kind':'accept_over','from_warehouse':'W1','to_warehouse':'W2','transfer':'TR-30','sku':'S-4','quantity':1,'from':'A-01','held_in':'DOCK'}");
  }

  private void counting() {
    for (String number : List.of("C-1", "C-2")) {
      String sku = number.equals("C-1") ? "S-5" : "S-6";
      String bin = number.equals("C-1") ? "B-1" : "B-2";
      FLOOR.site.change(
          "INSERT INTO location (warehouse_id, code, kind) SELECT id, '%s', 'bin' FROM warehouse"
              .formatted(bin));
      act(
          "{'kind':'receive_goods','warehouse':'W1','sku':'%s','quantity':100,'location':'%s'}"
              .formatted(sku, bin));
      act(
          "{'kind':'request_count','warehouse':'W1','number':'%s','bins':['%s']}"
              .formatted(number, bin));
      act("{'kind':'start_count','warehouse':'W1','count':'%s'}".formatted(number));
      act(
          "{'kind':'count_line','warehouse':'W1','count':'%s','bin':'%s','sku':'%s','quantity':99}"
              .formatted(number, bin, sku));
      act("{'kind':'close_bin','warehouse':'W1','count':'%s','bin':'%s'}".formatted(number, bin));
      act("{'kind':'finish_count','warehouse':'W1','count':'%s'}".formatted(number));
    }
    act(
        "ben",
        "{'kind':'review_variance','warehouse':'W1','count':'C-1','verdicts':[{'line':1,'decision':'accept','reason':'count'}]}");
    FLOOR.site.change(
        "UPDATE count_line SET closed_at = closed_at - interval '2 days',"
            + " counted_at = counted_at - interval '2 days';"
            + " UPDATE stock_count SET finished_at = finished_at - interval '2 days'");
    String day =
        word("SELECT (now() AT TIME ZONE time_zone)::date - 1 FROM warehouse WHERE code = 'W1'");
    act("{'kind':'reconcile_day','warehouse':'W1','day':'%s'}".formatted(day));
  }

  private void tills() {
    act("{'kind':'receive_goods','warehouse':'W2','sku':'S-7','quantity':5}");
    act(till("B-1", "1", "S-7", 2));
    act(till("B-2", "2", "S-7", 9));
    act("{'kind':'receive_goods','warehouse':'W2','sku':'S-7','quantity':20}");
    act(
        "{'kind':'cover_till_entry','warehouse':'W2','entry':'%s'}"
            .formatted(word("SELECT max(id) FROM till_entry")));
    act(till("B-3", "3", "X-8", 1));
    act(
        "{'kind':'correct_till_entry','warehouse':'W2','entry':'%s','sku':'S-7','quantity':1}"
            .formatted(word("SELECT max(id) FROM till_entry")));
    act(till("B-4", "4", "X-9", 1));
    FLOOR.site.change(
        "INSERT INTO barcode (code, product_id) SELECT 'X-9', id FROM product WHERE sku = 'S-7'");
    act("{'kind':'retry_till_entries','warehouse':'W2'}");
  }

  private static String till(String batch, String number, String code, int quantity) {
    return ("{'kind':'post_till_batch','warehouse':'W2','batch':'%s','entries':[{'till':'T1',"
            + "'number':'%s','type':'sale','code':'%s','quantity':%d,'at':'2026-11-20T09:59:58Z'}]}")
        .formatted(batch, number, code, quantity);
  }

  private static String task(String kind) {
    return word(
        "SELECT number FROM task WHERE kind = '%s' AND state IN ('open', 'leased') ORDER BY id DESC"
            .formatted(kind));
  }

  private static String word(String sql) {
    List<String> found = FLOOR.words(sql);
    assertTrue(!found.isEmpty() && !found.getFirst().equals("null"), sql);
    return found.getFirst();
  }

  private void act(String text) {
    act("ana", text);
  }

  /// Does it, and undoes it when it has moved goods.
  private void act(String who, String text) {
    CommandId id = new CommandId(UUID.randomUUID());
    Command command = Floor.command(text);
    List<String> stood = standing();
    Answer answer = ask(who, id, command);
    assertInstanceOf(Answer.Accepted.class, answer, text + ": " + answer);
    if (FLOOR.figure("SELECT count(*) FROM movement WHERE command_id = '" + id + "'") == 0) {
      return;
    }
    String onto = text.contains("'onto'") ? ONTO : "";
    String kind = text.replaceAll("^.'kind':'([a-z_]+)'.*", "$1") + onto;
    List<String> before = picture();
    CommandId undo = new CommandId(UUID.randomUUID());
    Answer undone = ask("cleo", undo, new UndoCommand(id));
    if (undone instanceof Answer.Accepted && withDocument(kind)) {
      add(kind, "work");
      assertEquals(stood, standing(), text);
      assertEquals("undo_by_document", refused("cleo", new UndoCommand(undo)), text);
      assertEquals("already_undone", refused("cleo", new UndoCommand(id)), text);
      String again = text.replaceAll(",'number':'COR-[0-9]+'", "");
      Answer redone = ask(who, new CommandId(UUID.randomUUID()), Floor.command(again));
      assertInstanceOf(Answer.Accepted.class, redone, again + ": " + redone);
    } else if (undone instanceof Answer.Accepted) {
      add(kind, "undone");
      add("undo_command", "undone");
      assertInstanceOf(
          Answer.Accepted.class,
          ask("cleo", new CommandId(UUID.randomUUID()), new UndoCommand(undo)),
          text);
    } else {
      Refusal why = assertInstanceOf(Answer.Refused.class, undone).refusal();
      boolean byDocument = why instanceof GuardRefusal.UndoByDocument;
      add(kind, byDocument ? "document" : why.toString());
      assertEquals(before, picture(), "nothing has changed");
    }
  }

  private static boolean withDocument(String kind) {
    return UndonePlaces.WORK.contains(kind) || kind.equals("move_goods" + ONTO);
  }

  private static String refused(String who, Command command) {
    Answer answer = ask(who, new CommandId(UUID.randomUUID()), command);
    Refusal why = assertInstanceOf(Answer.Refused.class, answer, command.toString()).refusal();
    return switch (why) {
      case GuardRefusal.UndoByDocument _ -> "undo_by_document";
      case Refusal.AlreadyUndone _ -> "already_undone";
      default -> why.toString();
    };
  }

  /// Goods and documents as people find them: what waits, what lies where and for whom.
  private static List<String> standing() {
    return FLOOR.words(UndonePlaces.STANDING);
  }

  private void add(String kind, String outcome) {
    seen.computeIfAbsent(kind, any -> new TreeSet<>()).add(outcome);
  }

  private static List<String> picture() {
    return new ArrayList<>(
        FLOOR.words("SELECT sum(on_hand) || ' ' || max(n) || ' ' || sum(n) FROM stock_level"));
  }

  private static Answer ask(String who, CommandId id, Command command) {
    Envelope envelope = TestSite.envelope(id, 0, false, command);
    try {
      return FLOOR
          .site
          .desk
          .submit(Submission.of(envelope, new Operator(who)))
          .get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(command.toString(), e);
    }
  }
}
