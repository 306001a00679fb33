package dev.stockwright.server.receiving;

import static dev.stockwright.server.receiving.InboundSite.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.queries.MatchQueries;
import dev.stockwright.server.queries.MatchQueries.Proposal;
import dev.stockwright.server.queries.MatchQueries.UnmatchedReceipt;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.queries.StagedQueries;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What came without an order finds its order, on a real desk with a real database.
class MatchingTest {
  private static final InboundSite AT = new InboundSite();
  private static final MatchQueries ASK =
      new MatchQueries(AT.site.database, InstantSource.system());
  private static final Scope HERE = new Scope(List.of("W1"));

  @AfterAll
  static void close() {
    AT.close();
  }

  @BeforeEach
  void newOrder() {
    AT.newOrder();
    AT.site.change(
        """
        UPDATE purchase_order SET state = 'cancelled', ended_at = now(), ended_by = 'x'
         WHERE state = 'open'\
        """);
    AT.ask("gather_receipt", ""); // what a test before it received without a document
  }

  @Test
  @DisplayName("D16 The order that overlaps most is proposed first, and the rest stays unmatched")
  void theOrderThatOverlapsMostIsProposedFirst() {
    String one = bought("one", "'S-1',40");
    String both = bought("both", "'S-1',6", "'S-5',10");
    bought("none", "'S-9',10");
    String receipt = blind("S-1", 8);
    AT.ok("receive_line", line(receipt, "S-5", 4, ""));
    assertEquals(
        List.of(both + " 2 10 2", one + " 1 8 4"), told(receipt, true), "10 of 12 fit, 2 are left");
    AT.ok("match_receipt", match(receipt, both, ""));
    assertEquals("6/6 4/10", received(both));
    assertEquals(List.of(receipt + " 1 2 of 12"), unmatched(receipt));
    assertEquals(List.of(one + " 1 2 0"), told(receipt, true));
    AT.ok("match_receipt", match(receipt, one, ""));
    assertEquals(List.of(), unmatched(receipt));
    assertEquals("wrong_state", AT.refused("match_receipt", match(receipt, one, "")));
    assertEquals("2/40", received(one));
  }

  @Test
  void chosenLinesAreMatchedAndNoMoreThanTheToleranceAllows() {
    String order = bought("", "'S-1',10");
    String receipt = blind("S-1", 9);
    AT.ok("receive_line", line(receipt, "S-1", 5, ""));
    assertEquals("out_of_range", AT.refused("match_receipt", match(receipt, order, part(1, 10))));
    assertEquals("out_of_range", AT.refused("match_receipt", match(receipt, order, part(3, 1))));
    assertEquals(
        "over_receipt",
        AT.refused("match_receipt", match(receipt, order, part(1, 9) + "," + part(2, 5))));
    AT.ok("match_receipt", match(receipt, order, part(2, 3)));
    assertEquals("3/10", received(order));
    AT.ok(
        "allow_over_receipt",
        "'order':'" + order + "','sku':'S-1','quantity':2,'reason':'more_sent'");
    AT.ok("match_receipt", match(receipt, order, ""));
    assertEquals("12/10", received(order));
    assertEquals(List.of(receipt + " 1 2 of 14"), unmatched(receipt));
    assertEquals("over_receipt", AT.refused("match_receipt", match(receipt, order, "")));
  }

  @Test
  void whatCannotBeMatchedSaysWhy() {
    String order = bought("", "'S-1',10");
    String other = blind("S-6", 3);
    assertEquals("not_on_order", AT.refused("match_receipt", match(other, order, "")));
    assertEquals("unknown_document", AT.refused("match_receipt", match("R-NO", order, "")));
    assertEquals("unknown_document", AT.refused("match_receipt", match(other, "PO-NO", "")));
    String against = AT.started("'purchase_order':'" + order + "'");
    assertEquals("mismatch", AT.refused("match_receipt", match(against, order, "")));
    String bolts = AT.started("'supplier':'BOLT'");
    AT.ok("receive_line", line(bolts, "S-1", 1, ""));
    assertEquals("mismatch", AT.refused("match_receipt", match(bolts, order, "")));
    assertEquals(List.of(), told(bolts, true));
    AT.ok("cancel_purchase_order", "'order':'" + order + "','reason':'other'");
    assertEquals("wrong_state", AT.refused("match_receipt", match(blind("S-1", 1), order, "")));
  }

  @Test
  void aLineThatIsTakenBackIsOutstandingAgain() {
    String order = bought("", "'S-7',10");
    String receipt = blind("S-7", 4);
    AT.ok("receive_line", line(receipt, "S-7", 3, ""));
    AT.ok("match_receipt", match(receipt, order, ""));
    assertEquals("7/10", received(order));
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals("3/10", received(order));
    assertEquals(List.of(), unmatched(receipt));
    assertEquals("3 3 0 0", AT.balances("S-7"));
  }

  @Test
  void anOrderIsClosedWithTheReceiptThatCompletesIt() {
    String before = bought("", "'S-1',4");
    String open = blind("S-1", 4);
    AT.ok("match_receipt", match(open, before, ""));
    assertEquals("open", state(before));
    AT.ok("close_receipt", "'receipt':'" + open + "'");
    assertEquals("closed", state(before));
    String after = bought("after", "'S-1',4");
    String closed = blind("S-1", 4);
    AT.ok("close_receipt", "'receipt':'" + closed + "'");
    AT.ok("match_receipt", match(closed, after, ""));
    assertEquals("closed", state(after));
  }

  @Test
  void ofABlindOrderNoFigureIsToldAndOnlyWholeLinesAreMatched() {
    AT.ok(
        "open_purchase_order",
        "'order':'%s','supplier':'ACME','blind':true,'over_percent':0,'lines':[%s]"
            .formatted(AT.order, "{'sku':'S-1','quantity':10},{'sku':'S-5','quantity':10}"));
    String receipt = blind("S-1", 11);
    assertEquals(List.of(AT.order + " 1 - -"), told(receipt, false));
    assertEquals(List.of(AT.order + " 1 10 1"), told(receipt, true));
    assertEquals("over_expected", AT.refused("match_receipt", match(receipt, AT.order, "")));
    AT.ok("receive_line", line(receipt, "S-5", 10, ""));
    AT.ok("match_receipt", match(receipt, AT.order, ""));
    assertEquals("0/10 10/10", received(AT.order));
  }

  @Test
  void aMatchedLineThatIsUndoneIsOutstandingAgain() {
    String order = bought("", "'S-6',10");
    String receipt = AT.started("'blind':true");
    Answer.Accepted wrong = AT.ok("receive_line", line(receipt, "S-6", 4, ""));
    AT.ok("receive_line", line(receipt, "S-6", 3, ""));
    AT.ok("match_receipt", match(receipt, order, part(1, 4) + "," + part(2, 1)));
    assertEquals("5/10", received(order));
    undone(wrong);
    assertEquals("1/10", received(order));
    assertEquals(List.of(receipt + " 1 2 of 3"), unmatched(receipt));
  }

  @Test
  void whatWasReceivedWithoutADocumentBecomesAReceipt() {
    AT.ok("receive_goods", "'sku':'S-8','quantity':6");
    undone(AT.ok("receive_goods", "'sku':'S-8','quantity':1"));
    assertEquals("out_of_range", AT.refused("gather_receipt", "'receiver':'nobody'"));
    assertEquals(List.of("1 6"), loose());
    String receipt = gathered();
    assertEquals(List.of(), loose());
    assertEquals("out_of_range", AT.refused("gather_receipt", ""));
    assertEquals("document_exists", AT.refused("gather_receipt", "'number':'" + receipt + "'"));
    assertEquals(List.of(receipt + " 1 6 of 6"), unmatched(receipt));
    String order = bought("", "'S-8',10");
    AT.ok("match_receipt", match(receipt, order, ""));
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals("0/10", received(order));
    assertEquals("0 0 0 0", AT.balances("S-8"));
  }

  @Test
  void whatWasGatheredIsUndoneWithItsReceiptAndItsOrder() {
    Answer.Accepted wrong = AT.ok("receive_goods", "'sku':'S-8','quantity':6");
    Answer.Accepted other = AT.ok("receive_goods", "'sku':'S-8','quantity':2");
    String receipt = gathered();
    String order = bought("", "'S-8',10");
    AT.ok("match_receipt", match(receipt, order, ""));
    assertEquals("8/10", received(order));
    undone(wrong);
    assertEquals("2/10", received(order));
    assertEquals("2 2 0 0", AT.balances("S-8"));
    assertEquals(List.of(), loose(), "it is not offered again");
    String line = "'receipt':'" + receipt + "','line':";
    assertEquals("out_of_range", AT.refused("take_back_line", line + 1));
    AT.ok("take_back_line", line + 2);
    assertEquals("undo_built_on", notUndone(other));
    assertEquals("0/10", received(order));
    assertEquals("0 0 0 0", AT.balances("S-8"));
  }

  @Test
  void whatStandsInAClosedReceiptIsNotUndone() {
    Answer.Accepted kept = AT.ok("receive_goods", "'sku':'S-5','quantity':2");
    String receipt = gathered();
    String order = bought("", "'S-5',10");
    AT.ok("match_receipt", match(receipt, order, ""));
    AT.ok("close_receipt", "'receipt':'" + receipt + "'");
    assertEquals("wrong_state", notUndone(kept));
    assertEquals("2/10", received(order));
  }

  private static String notUndone(Answer.Accepted command) {
    return InboundSite.refused(AT.site.ask(new UndoCommand(command.id())));
  }

  private static String gathered() {
    return AT.ok("gather_receipt", "").documents().getFirst().number().code();
  }

  private static void undone(Answer.Accepted command) {
    assertInstanceOf(Answer.Accepted.class, AT.site.ask(new UndoCommand(command.id())));
  }

  @Test
  void goodsThatNobodyIsToTakeAwayAreStaged() {
    AT.ok("receive_goods", "'sku':'S-9','quantity':6,'location':'LANE'");
    assertEquals(List.of("LANE 6"), staged("S-9"));
    AT.ok("open_put_away", "'sku':'S-9','at':'LANE','quantity':4");
    assertEquals(List.of("LANE 2"), staged("S-9"));
    AT.ok("open_put_away", "'sku':'S-9','at':'LANE','quantity':2");
    assertEquals(List.of(), staged("S-9"));
  }

  private static List<String> staged(String sku) {
    return new StagedQueries(AT.site.database)
        .staged(HERE).items().stream()
            .filter(each -> each.sku().equals(sku))
            .map(each -> each.place() + " " + each.quantity())
            .toList();
  }

  @Test
  void manyWhoMatchAtTheSameTimeMatchEachPieceOnce() throws Exception {
    String order = bought("", "'S-1',100");
    String receipt = blind("S-1", 10);
    long done =
        InboundSite.together(12, _ -> AT.ask("match_receipt", match(receipt, order, part(1, 3))));
    assertEquals(3, done);
    assertEquals("9/100", received(order));
  }

  private static String bought(String name, String... lines) {
    String number = AT.order + name;
    List<String> all =
        List.of(lines).stream()
            .map(each -> "{'sku':" + each.replace(",", ",'quantity':") + "}")
            .toList();
    AT.ok(
        "open_purchase_order",
        "'order':'%s','supplier':'ACME','over_percent':0,'lines':[%s]"
            .formatted(number, String.join(",", all)));
    return number;
  }

  private static String blind(String sku, int quantity) {
    String receipt = AT.started("'blind':true");
    AT.ok("receive_line", line(receipt, sku, quantity, ""));
    return receipt;
  }

  private static String match(String receipt, String order, String parts) {
    return "'receipt':'%s','order':'%s','lines':[%s]".formatted(receipt, order, parts);
  }

  private static String part(int line, int quantity) {
    return "{'line':%d,'quantity':%d}".formatted(line, quantity);
  }

  /// Orders with how many products and units fit, and what would be left.
  private static List<String> told(String receipt, boolean figures) {
    return ASK.proposals(HERE, receipt, figures).items().stream().map(MatchingTest::words).toList();
  }

  private static String words(Proposal each) {
    return each.number()
        + " "
        + each.products()
        + " "
        + each.units().map(String::valueOf).orElse("-")
        + " "
        + each.leftOver().map(String::valueOf).orElse("-");
  }

  private static List<String> unmatched(String receipt) {
    return ASK.unmatched(HERE, 200, Optional.empty()).items().stream()
        .filter(each -> each.number().equals(receipt))
        .map(MatchingTest::words)
        .toList();
  }

  private static String words(UnmatchedReceipt each) {
    return each.number() + " " + each.products() + " " + each.units() + " of " + each.received();
  }

  private static List<String> loose() {
    return ASK.loose(HERE).items().stream()
        .map(each -> each.products() + " " + each.units())
        .toList();
  }

  private static String received(String order) {
    return AT.text(
        """
        SELECT string_agg(l.received || '/' || l.ordered, ' ' ORDER BY l.line)
          FROM purchase_order_line l JOIN purchase_order o ON o.id = l.purchase_order_id
         WHERE o.number = '%s'\
        """
            .formatted(order));
  }

  private static String state(String order) {
    return AT.text("SELECT state FROM purchase_order WHERE number = '" + order + "'");
  }
}
