package dev.stockwright.server.undoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.transferring.Floor;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Undoing the last step of people on the floor, and what stands against it.
class UndoneStepTest {
  private static final Floor FLOOR = new Floor();
  private static int orders;

  @BeforeAll
  static void goods() {
    FLOOR.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w,
          (VALUES ('CART-1', 'cart'), ('PACK-1', 'packing')) c(code, kind)
        """);
    for (String sku : new String[] {"S-1", "S-3"}) {
      done(
          "ana",
          "{'kind':'receive_goods','warehouse':'W1','sku':'%s','quantity':500,'location':'A-01'}"
              .formatted(sku));
    }
  }

  @AfterAll
  static void stop() {
    FLOOR.assertAddsUp();
    FLOOR.close();
  }

  private static Answer ask(String who, CommandId id, dev.stockwright.protocol.Command command) {
    try {
      return FLOOR
          .site
          .desk
          .submit(Submission.of(TestSite.envelope(id, 0, false, command), new Operator(who)))
          .get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(command.toString(), e);
    }
  }

  private static CommandId done(String who, String text) {
    CommandId id = new CommandId(UUID.randomUUID());
    Answer answer = ask(who, id, Floor.command(text));
    assertInstanceOf(Answer.Accepted.class, answer, text + answer);
    return id;
  }

  private static void undone(String who, CommandId id) {
    Answer answer = ask(who, new CommandId(UUID.randomUUID()), new UndoCommand(id));
    assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  /// The code with the sentence.
  private static String refused(String who, CommandId id) {
    Answer answer = ask(who, new CommandId(UUID.randomUUID()), new UndoCommand(id));
    Answer.Refused no = assertInstanceOf(Answer.Refused.class, answer, answer.toString());
    return Wire.ANSWER.text(no).replaceAll(".*\"code\":\"([a-z_]+)\".*", "$1: ") + no.message();
  }

  private static String word(String sql) {
    return FLOOR.words(sql).getFirst();
  }

  /// A pick of `units` that waits for somebody.
  private static String pick(int units) {
    String order = "SO-" + ++orders;
    done(
        "ana",
        ("{'kind':'place_order','warehouse':'W1','order':'%s',"
                + "'lines':[{'sku':'S-3','quantity':%d}],'committed':true}")
            .formatted(order, units));
    done("ana", "{'kind':'release_to_pick','warehouse':'W1','orders':['%s']}".formatted(order));
    return word("SELECT 'P-' || max(id) FROM pick WHERE state = 'open'");
  }

  private static CommandId picked(String who, String pick, int units, String more) {
    return done(
        who,
        "{'kind':'pick_stock','warehouse':'W1','pick':'%s','quantity':%d,'cart':'CART-1'%s}"
            .formatted(pick, units, more));
  }

  private static String stands(String pick) {
    return word(
        "SELECT p.state || ' ' || p.picked || ' of ' || p.quantity || ', ' || t.state || ' '"
            + " || coalesce(t.leased_to, '-') FROM pick p JOIN task t ON t.number = p.task"
            + " WHERE 'P-' || p.id = '"
            + pick
            + "'");
  }

  @Test
  @DisplayName("H39 A pick is open again for who undid it, and its tote is nobody's")
  void aPickIsOpenAgain() {
    String pick = pick(5);
    CommandId first = picked("wim", pick, 2, ",'tote':'TOTE-1'");
    CommandId last = picked("wim", pick, 3, ",'tote':'TOTE-1'");
    assertEquals("done 5 of 5, done -", stands(pick));
    undone("wim", last);
    assertEquals("open 2 of 5, leased wim", stands(pick));
    assertEquals("TOTE-1", word("SELECT tote FROM wave_order ORDER BY wave_id DESC LIMIT 1"));
    undone("wim", first);
    assertEquals("open 0 of 5, leased wim", stands(pick));
    assertEquals("", word("SELECT tote FROM wave_order ORDER BY wave_id DESC LIMIT 1"));
    assertEquals(
        "open ", word("SELECT state || ' ' || reference FROM handling_unit WHERE code = 'TOTE-1'"));
    picked("wim", pick, 5, ",'tote':'TOTE-2'");
    assertEquals("done 5 of 5, done -", stands(pick));
  }

  @Test
  @DisplayName("H39 What somebody built on is not undone: it is said who, where and when")
  void whatSomebodyBuiltOnStays() {
    String pick = pick(4);
    CommandId taken = picked("wim", pick, 4, ",'tote':'TOTE-9'");
    done(
        "ana",
        "{'kind':'drop_goods','warehouse':'W1','cart':'CART-1','tote':'TOTE-9','to':'PACK-1'}");
    String why = refused("wim", taken);
    assertTrue(why.startsWith("undo_built_on: ana took S-3 from CART-1 (2"), why);
    assertEquals("done 4 of 4, done -", stands(pick));
    String when = why.replaceAll(".*\\((.*) UTC\\)\\. Adjust instead\\.", "$1");
    assertTrue(when.matches("[0-9-]{10} [0-9:]{5}"), when);
  }

  @Test
  @DisplayName("H39 What is packed since is unpacked first; a closed package stays closed")
  void whatIsPackedIsTakenOutOfAnOpenPackage() {
    String pick = pick(4);
    CommandId taken = picked("wim", pick, 4, "");
    done("wim", "{'kind':'drop_goods','warehouse':'W1','cart':'CART-1','to':'PACK-1'}");
    String order = "SO-" + orders;
    CommandId one = pack(order, 1);
    String unit = word("SELECT code FROM package WHERE state = 'open'");
    CommandId rest = pack(order, 3, ",'into':'" + unit + "'");
    assertEquals("packed", word("SELECT state FROM sales_order WHERE number = '" + order + "'"));
    undone("wim", rest);
    assertEquals("picked", word("SELECT state FROM sales_order WHERE number = '" + order + "'"));
    assertEquals(
        "1", word("SELECT sum(quantity)::text FROM package_line WHERE code = '" + unit + "'"));
    done(
        "wim", "{'kind':'close_package','warehouse':'W1','unit':'%s','grams':100}".formatted(unit));
    assertTrue(refused("wim", one).startsWith("wrong_state: "), "closed");
    assertTrue(refused("wim", taken).startsWith("undo_built_on: "), "packed");
  }

  private static CommandId pack(String order, int units, String... more) {
    return done(
        "wim",
        ("{'kind':'pack_goods','warehouse':'W1','order':'%s','sku':'S-3','quantity':%d,"
                + "'at':'PACK-1'%s}")
            .formatted(order, units, String.join("", more)));
  }

  @Test
  @DisplayName("H39 A put-away in parts is undone part by part, its task open for what waits")
  void aPutAwayInParts() {
    done("ana", "{'kind':'receive_goods','warehouse':'W1','sku':'S-5','quantity':8}");
    done("ana", "{'kind':'open_put_away','warehouse':'W1','sku':'S-5','at':'DOCK','quantity':8}");
    String task = word("SELECT number FROM task WHERE kind = 'put_away' ORDER BY id DESC LIMIT 1");
    String to = word("SELECT to_place FROM task WHERE number = '" + task + "'");
    CommandId three = put(task, to, 3);
    CommandId five = put(task, to, 5);
    String waits =
        "SELECT t.state || ' ' || t.quantity || ' ' || t.place || ', done ' || p.done FROM task t"
            + " JOIN put_away p ON p.task_id = t.id WHERE t.number = '"
            + task
            + "'";
    assertEquals("done 5 DOCK, done 8", word(waits));
    undone("wim", three);
    assertEquals("open 3 DOCK, done 5", word(waits));
    undone("wim", five);
    assertEquals("open 8 DOCK, done 0", word(waits));
    CommandId all = put(task, to, 8);
    done(
        "ana",
        "{'kind':'move_goods','warehouse':'W1','sku':'S-5','quantity':1,'from':'%s','to':'A-03'}"
            .formatted(to));
    assertTrue(refused("wim", all).startsWith("undo_built_on: ana took S-5 from " + to), to);
    assertEquals("done 8 DOCK, done 8", word(waits));
  }

  private static CommandId put(String task, String to, int units) {
    return done(
        "wim",
        "{'kind':'put_away','warehouse':'W1','task':'%s','to':'%s','units':%d}"
            .formatted(task, to, units));
  }

  @Test
  @DisplayName("H39 A correction that nobody approved is undone; one that was approved is not")
  void corrections() {
    CommandId alone = done("ana", correction(-3, "COR-1"));
    undone("ana", alone);
    assertEquals("undone", word("SELECT state FROM adjustment WHERE number = 'COR-1'"));
    done("ana", correction(90, "COR-2"));
    CommandId approved =
        done("ben", "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'COR-2'}");
    assertTrue(refused("ana", approved).startsWith("undo_by_document: "), "two people decided");
    assertEquals("applied", word("SELECT state FROM adjustment WHERE number = 'COR-2'"));
  }

  @Test
  @DisplayName("H39 A proposal that waits is withdrawn by who made it, and by nobody else")
  void aProposalIsWithdrawn() {
    CommandId waits = done("ana", correction(-90, "COR-3"));
    assertEquals("waiting", word("SELECT state FROM adjustment WHERE number = 'COR-3'"));
    assertTrue(refused("wim", waits).startsWith("undo_by_document: "), "not his");
    undone("ana", waits);
    assertEquals(
        "undone withdrawn by ana",
        word("SELECT state || ' ' || decision FROM adjustment WHERE number = 'COR-3'"));
    assertTrue(refused("ana", waits).startsWith("already_undone: "), "once");
    Answer approved =
        ask(
            "ben",
            new CommandId(UUID.randomUUID()),
            Floor.command("{'kind':'approve_adjustment','warehouse':'W1','adjustment':'COR-3'}"));
    assertInstanceOf(Answer.Refused.class, approved, "nothing is left to approve");
    assertEquals(
        0,
        FLOOR.figure("SELECT count(*) FROM movement WHERE reference = 'COR-3'"),
        "nothing has moved");

    CommandId decided = done("ana", correction(-90, "COR-4"));
    done("ben", "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'COR-4'}");
    assertTrue(refused("ana", decided).startsWith("undo_by_document: "), "two people decided");
    CommandId turnedDown = done("ana", correction(-90, "COR-5"));
    done(
        "ben",
        "{'kind':'reject_adjustment','warehouse':'W1','adjustment':'COR-5','reason':'other'}");
    assertTrue(refused("ana", turnedDown).startsWith("nothing_to_undo: "), "rejected");
  }

  private static String onto(String unit, String place) {
    done(
        "ana",
        ("{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':6,'from':'A-01',"
                + "'to':'%s','onto':'%s'}")
            .formatted(place, unit));
    return unit;
  }

  private static CommandId moved(String unit, String place) {
    return done(
        "ana",
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'%s','to':'%s'}"
            .formatted(unit, place));
  }

  @Test
  @DisplayName("H39 What was taken off a pallet goes back onto it only where the pallet stands")
  void aUnitIsNotSplitByWhatComesBack() {
    String pallet = onto("PAL-31", "A-01");
    CommandId taken =
        done(
            "wim",
            "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':2,'from':'A-01',"
                + "'to':'A-02','out_of':'PAL-31'}");
    moved(pallet, "PACK-1");
    assertEquals(
        "undo_splits_unit: Handling unit PAL-31 would be in PACK-1 and in A-01 at once."
            + " Move the goods by hand instead.",
        refused("wim", taken));
    moved(pallet, "A-01");
    undone("wim", taken);
    assertEquals(
        "A-01 6",
        word(
            "SELECT l.code || ' ' || b.on_hand FROM balance b JOIN location l"
                + " ON l.id = b.location_id WHERE b.handling_unit = 'PAL-31' AND b.on_hand > 0"));
  }

  @Test
  @DisplayName(
      "H39 A pallet that was filled up where it was moved to does not go back in two parts")
  void aUnitGoesBackWhole() {
    String pallet = onto("PAL-32", "A-01");
    CommandId move = moved(pallet, "A-02");
    CommandId more =
        done(
            "ana",
            "{'kind':'receive_goods','warehouse':'W1','sku':'S-3','quantity':1,'location':'A-02',"
                + "'handling_unit':'PAL-32'}");
    assertTrue(
        refused("ana", move).startsWith("undo_splits_unit: Handling unit PAL-32 would be in A-02"));
    undone("ana", more);
    undone("ana", move);
  }

  @Test
  @DisplayName("H39 Nothing comes back onto a pallet that a document has meanwhile")
  void aUnitOfADocumentTakesNothingBack() {
    onto("PAL-33", "A-01");
    CommandId taken =
        done(
            "wim",
            "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':6,'from':'A-01',"
                + "'to':'A-02','out_of':'PAL-33'}");
    FLOOR.site.change("UPDATE handling_unit SET state = 'gone' WHERE code = 'PAL-33'");
    assertTrue(
        refused("wim", taken).startsWith("wrong_state: Handling unit PAL-33 is gone"),
        () -> refused("wim", taken));
    FLOOR.site.change("UPDATE handling_unit SET state = 'open' WHERE code = 'PAL-33'");
    undone("wim", taken);
  }

  private static String correction(int change, String number) {
    return ("{'kind':'propose_adjustment','warehouse':'W1','sku':'S-1','change':%d,"
            + "'location':'A-01','reason':'%s','number':'%s'}")
        .formatted(change, change < 0 ? "lost" : "found", number);
  }
}
