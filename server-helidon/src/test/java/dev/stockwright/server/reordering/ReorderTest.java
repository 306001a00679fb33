package dev.stockwright.server.reordering;

import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.S2;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.reordering.ReorderRules.Figures;
import dev.stockwright.server.reordering.ReorderRules.Terms;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Proposals made, changed and approved by a real desk on a real database, and the rules as a
/// table.
class ReorderTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});

  /// Usable, on order, in transit, committed; point; fixed or up to; minimum; multiple; to buy.
  private static final String TABLE =
      """
      30 0 0 0   | 20 | up to 90 | 1  | 1  | 0
      20 0 0 0   | 20 | up to 90 | 1  | 1  | 70
      12 0 0 4   | 20 | up to 90 | 24 | 12 | 84
      5 30 0 0   | 20 | up to 90 | 1  | 1  | 0
      5 0 30 0   | 20 | up to 90 | 1  | 1  | 0
      30 0 0 15  | 20 | up to 90 | 1  | 1  | 75
      18 0 0 0   | 20 | up to 25 | 24 | 1  | 24
      20 0 0 0   | 20 | fixed 48 | 1  | 1  | 48
      0 0 0 60   | 20 | fixed 48 | 1  | 1  | 96
      0 0 0 0    | 0  | fixed 10 | 1  | 6  | 12
      """;

  static Stream<String> rows() {
    return TABLE.lines();
  }

  @AfterAll
  static void close() {
    SITE.close();
  }

  @BeforeEach
  void tenOfEach() {
    SITE.change(
        """
        DELETE FROM proposal; DELETE FROM reorder_line; DELETE FROM reorder_run;
        DELETE FROM reorder_rule; DELETE FROM purchase_order_line; DELETE FROM purchase_order;
        DELETE FROM supplier; DELETE FROM setting;
        INSERT INTO supplier (code, name, lead_days) VALUES ('HAL', 'Halvorsen', 5), ('LIN', 'Lind', 9)
        """);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void soMuchIsBought(String row) {
    String[] parts = row.split("\\|");
    String[] f = parts[0].trim().split(" +");
    String[] way = parts[2].trim().split(" (?=[0-9])");
    long amount = Long.parseLong(way[1]);
    boolean fixed = way[0].equals("fixed");
    Terms terms =
        new Terms(
            number(parts[1]),
            fixed ? Optional.of(amount) : Optional.empty(),
            fixed ? Optional.empty() : Optional.of(amount),
            number(parts[3]),
            number(parts[4]));
    Figures figures = new Figures(number(f[0]), number(f[1]), number(f[2]), number(f[3]));
    assertEquals(number(parts[5]), ReorderRules.quantity(terms, figures));
  }

  @Test
  void aReviewProposesOnceAndKeepsItsCalculation() {
    rule(S1, "HAL", 20, 90, 24, 12);
    assertEquals("RP open", review());
    assertEquals("", review());
    long usable = usable(S1);
    long wanted = Math.ceilDiv(Math.max(90 - usable, 24), 12) * 12;
    assertEquals(
        "proposed "
            + wanted
            + " Usable "
            + usable
            + " + on order 0 + in transit 0 - committed 0 = "
            + usable
            + ", at or below the point 20. By up to 90: "
            + (90 - usable)
            + "; at least 24, in multiples of 12: "
            + wanted
            + ".",
        value(
            "SELECT decision || ' ' || quantity || ' ' || sentence FROM reorder_line"
                + " ORDER BY run_id LIMIT 1"));
    assertEquals(
        "proposed,kept",
        value("SELECT string_agg(decision, ',' ORDER BY run_id) FROM reorder_line"));
    assertEquals(1, count("proposal"));
  }

  @Test
  void whatIsOnOrderIsNotBoughtAgain() {
    rule(S1, "HAL", 20, 90, 1, 1);
    review();
    accepted(new ReorderCommand.ApproveProposals(W1, List.of(number())));
    assertEquals("", review());
    assertEquals(1, count("proposal"));
    assertEquals(
        "PO-" + value("SELECT number FROM proposal") + " Halvorsen 90",
        value(
            "SELECT o.number || ' ' || o.supplier || ' ' || (l.ordered + "
                + usable(S1)
                + ") FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id"));
    assertEquals(
        "5",
        value("SELECT (expected_on - (now() AT TIME ZONE 'UTC')::date)::text FROM purchase_order"));
  }

  @Test
  void approvedTogetherTheyBecomeOneOrderForEachSupplier() {
    rule(S1, "HAL", 20, 90, 1, 1);
    rule(S2, "HAL", 20, 80, 1, 1);
    rule(new Sku("S-3"), "LIN", 20, 80, 1, 1);
    review();
    List<Reference> all =
        SITE.database.reading().fetch("SELECT number FROM proposal").stream()
            .map(row -> new Reference(row.get(0, String.class)))
            .toList();
    assertEquals(5, accepted(new ReorderCommand.ApproveProposals(W1, all)).documents().size());
    assertEquals(
        "Halvorsen 2,Lind 1",
        value(
            "SELECT string_agg(x.t, ',' ORDER BY x.t) FROM (SELECT o.supplier || ' ' || count(*) t"
                + " FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id"
                + " GROUP BY o.id, o.supplier) x"));
  }

  @Test
  void approvedInTwoBrowsersAtTheSameTimeItIsBoughtOnce() {
    try (CommandDesk other =
        new CommandDesk(SITE.database, SITE.catalogue, DeskSettings.standard(), (w, e, n) -> {})) {
      for (int round = 0; round < 10; round++) {
        tenOfEach();
        rule(S1, "HAL", 20, 90, 1, 1);
        review();
        Command approve = new ReorderCommand.ApproveProposals(W1, List.of(number()));
        CompletableFuture<Answer> one =
            SITE.desk.submit(Submission.of(TestSite.envelope(approve), TestSite.ANA));
        CompletableFuture<Answer> two =
            other.submit(Submission.of(TestSite.envelope(approve), TestSite.ANA));
        List<Answer> answers = List.of(one.join(), two.join());
        assertEquals(
            1,
            answers.stream().filter(Answer.Accepted.class::isInstance).count(),
            "round " + round);
        Answer.Refused no =
            (Answer.Refused)
                answers.stream().filter(Answer.Refused.class::isInstance).findFirst().orElseThrow();
        assertInstanceOf(DocumentRefusal.WrongState.class, no.refusal());
        assertEquals(1, count("purchase_order"), "round " + round);
      }
    }
  }

  @Test
  void aPersonsQuantityStaysAndMustBeSold() {
    rule(S1, "HAL", 20, 90, 24, 12);
    review();
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        refused(new ReorderCommand.ChangeProposal(W1, number(), new Quantity(13))));
    accepted(new ReorderCommand.ChangeProposal(W1, number(), new Quantity(36)));
    review();
    assertEquals("36 ana", value("SELECT quantity || ' ' || changed_by FROM proposal"));
  }

  @Test
  void whatWasRejectedComesBackOnlyWhenItGetsWorse() {
    rule(S1, "HAL", 20, 90, 1, 1);
    review();
    accepted(new ReorderCommand.RejectProposal(W1, number(), new ReasonCode("not_needed")));
    assertEquals("", review());
    SITE.change("UPDATE proposal SET position = position + 1");
    assertEquals("RP open", review());
    SITE.change("UPDATE reorder_rule SET point = 0, up_to = 1");
    accepted(TestSite.receive(S1, 1));
    assertEquals("RP withdrawn", review());
  }

  private static void rule(
      Sku sku, String supplier, long point, long upTo, long minimum, long multiple) {
    accepted(
        new ReorderCommand.SetReorderRule(
            W1,
            sku,
            new Reference(supplier),
            point,
            Optional.empty(),
            Optional.of(upTo),
            Optional.of(minimum),
            Optional.of(multiple),
            Optional.empty()));
  }

  private static String review() {
    return accepted(new ReorderCommand.ReviewReorder(W1, List.of())).documents().stream()
        .map(document -> document.number().code().substring(0, 2) + " " + document.state())
        .reduce((one, other) -> one + "," + other)
        .orElse("");
  }

  private static long usable(Sku sku) {
    return Long.parseLong(
        value(
            "SELECT coalesce(max(l.on_hand - l.blocked), 0)::text FROM stock_level l JOIN product p"
                + " ON p.id = l.product_id WHERE l.warehouse_id = 1 AND p.sku = '"
                + sku
                + "'"));
  }

  private static Reference number() {
    return new Reference(value("SELECT max(number) FROM proposal WHERE state = 'open'"));
  }

  private static long number(String text) {
    return Long.parseLong(text.trim());
  }

  private static long count(String table) {
    return Long.parseLong(value("SELECT count(*)::text FROM " + table));
  }

  private static String value(String sql) {
    return SITE.database.reading().fetchSingle(sql).get(0, String.class);
  }

  private static Answer.Accepted accepted(Command command) {
    Answer answer = SITE.ask(command);
    return assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  private static Refusal refused(Command command) {
    return assertInstanceOf(Answer.Refused.class, SITE.ask(command)).refusal();
  }
}
