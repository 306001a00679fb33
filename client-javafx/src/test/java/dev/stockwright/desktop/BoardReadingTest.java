package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.picking.BoardLine;
import dev.stockwright.desktop.picking.BoardOrder;
import dev.stockwright.desktop.picking.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardReadingTest {
  private static final BoardReading ENGLISH =
      new BoardReading(Spoken.wording(Language.ENGLISH), code -> "reason " + code);

  private static Map<String, Object> pick(
      int number, int line, String state, long quantity, long picked, Map<String, Object> also) {
    Map<String, Object> pick =
        new java.util.HashMap<>(
            Map.of(
                "number",
                "P-" + number,
                "line",
                line,
                "name",
                "Thing " + line,
                "quantity",
                quantity,
                "picked",
                picked,
                "state",
                state,
                "task",
                "T-1",
                "location",
                "A-" + number,
                "changed_by",
                "ana"));
    pick.putAll(also);
    return pick;
  }

  private static Map<String, Object> line(int line, long ordered, long picked, long back) {
    return Map.of(
        "line",
        line,
        "product",
        "Thing " + line,
        "ordered",
        ordered,
        "picked",
        picked,
        "back_ordered",
        back);
  }

  private static BoardOrder board(Map<String, Object> also) {
    Map<String, Object> sent =
        new java.util.HashMap<>(
            Map.of(
                "number", "SO-1",
                "state", "picking",
                "priority", 20,
                "lines", 3,
                "lines_picked", 1,
                "ordered", 40,
                "picked", 12,
                "open", 20,
                "waiting", 0,
                "back_ordered", 8));
    sent.putAll(also);
    return BoardReading.order(sent);
  }

  @Test
  void anOrderAsTheServerSaysIt() {
    BoardOrder order =
        board(
            Map.of(
                "customer", "C-1",
                "name", "Brandt",
                "ship_by", "2026-11-20T10:00:00Z",
                "wave", "WV-1",
                "wave_orders", 4,
                "pickers", List.of("ana"),
                "tasks", List.of(Map.of("number", "T-1", "held_by", "ben", "orders", 2))));
    assertEquals(Stage.PICKING, order.stage());
    assertEquals("Brandt", order.customer());
    assertEquals(Optional.of(Instant.parse("2026-11-20T10:00:00Z")), order.due());
    assertEquals(8, order.missing());
    assertEquals(0, order.unreleased());
    assertEquals(List.of("ben", "ana"), order.people());
    assertEquals(2, order.tasks().getFirst().orders());
  }

  @Test
  void whatIsNotSaidIsEmpty() {
    BoardOrder order = board(Map.of("state", "committed", "picked", 0, "open", 0));
    assertEquals(Stage.TO_RELEASE, order.stage());
    assertEquals(32, order.unreleased());
    assertEquals("", order.customer());
    assertEquals(Optional.empty(), order.due());
    assertEquals(List.of(), order.people());
  }

  @Test
  void whatIsPickedWhereByWhomAndWhyItIsShort() {
    Map<String, Object> order =
        Map.of("lines", List.of(line(1, 4, 4, 0), line(2, 9, 4, 1), line(3, 6, 0, 0)));
    List<Map<String, Object>> picks =
        List.of(
            pick(1, 1, "done", 4, 4, Map.of()),
            pick(2, 2, "short", 6, 4, Map.of("reason", "empty")),
            pick(3, 2, "open", 2, 0, Map.of("trouble", "only 1 is there", "there", 1)),
            pick(4, 2, "cancelled", 2, 0, Map.of()),
            pick(5, 3, "waiting", 5, 0, Map.of("location", "")));
    BoardOrder board =
        board(Map.of("tasks", List.of(Map.of("number", "T-1", "held_by", "ben", "orders", 1))));
    assertEquals(
        List.of(
            "Thing 1 4/4 A-1 ana Picked ",
            "Thing 2 4/6 A-2 ana Short reason empty",
            "Thing 2 0/2 A-3 ben To pick Only 1 there",
            "Thing 2 0/2   To release ",
            "Thing 2 0/1   Back-ordered Promised when goods come",
            "Thing 3 0/5  ben Waits for goods No goods that can be picked now",
            "Thing 3 0/1   To release "),
        ENGLISH.lines(order, picks, board).stream().map(BoardReadingTest::text).toList());
  }

  private static String text(BoardLine line) {
    return String.join(
        " ",
        line.product(),
        line.picked() + "/" + line.wanted(),
        line.place(),
        line.who(),
        line.state(),
        line.why());
  }

  @Test
  void goodsThatAreGoneOrLockedAndAProposal() {
    Map<String, Object> order = Map.of("lines", List.of(line(1, 6, 0, 0)));
    List<Map<String, Object>> picks =
        List.of(
            pick(1, 1, "open", 2, 0, Map.of("trouble", "nothing is there any more", "there", 0)),
            pick(2, 1, "open", 2, 0, Map.of("trouble", "the bin is locked", "there", 9)),
            pick(3, 1, "open", 2, 0, Map.of("substitute", "FR-3", "there", 2)));
    assertEquals(
        List.of("Nothing is there any more", "the bin is locked", "FR-3 proposed instead"),
        ENGLISH.lines(order, picks, board(Map.of())).stream().map(BoardLine::why).toList());
  }
}
