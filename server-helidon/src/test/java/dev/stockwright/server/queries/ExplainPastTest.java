package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.queries.ExplainQueries.Asked;
import dev.stockwright.server.queries.ExplainQueries.Explained;
import dev.stockwright.server.queries.ExplainQueries.Figure;
import dev.stockwright.server.queries.ExplainQueries.Reason;
import dev.stockwright.vocabulary.InvalidValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Figures of the past are explained by the events up to then, and these add up to the level that
/// the books gave at that moment.
class ExplainPastTest {
  private static final long SEED = 11;
  private static final Scope W1 = new Scope(List.of("W1"));

  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  private final SplittableRandom random = new SplittableRandom(SEED);
  private int orders;

  @Test
  void theRowsOfEveryMomentAddUpToTheLevelOfThatMoment() {
    try (TestSite site = site()) {
      for (int i = 0; i < 120; i++) {
        ask(site, command());
      }
      Map<Figure, Integer> some = new EnumMap<>(Figure.class);
      for (Event event : events) {
        for (Instant time : List.of(event.at(), event.at().minusNanos(1_000))) {
          add(site, time, some);
        }
      }
      for (Figure figure : List.of(Figure.ON_HAND, Figure.RESERVED, Figure.BLOCKED)) {
        assertTrue(some.getOrDefault(figure, 0) > 50, figure + " was hardly ever there");
      }
    }
  }

  private void add(TestSite site, Instant time, Map<Figure, Integer> some) {
    Level level =
        new HistoryQueries(site.database).asOf(W1, TestSite.S1, TestSite.W1, time).orElseThrow();
    for (Figure figure :
        List.of(Figure.ON_HAND, Figure.MOVED, Figure.RESERVED, Figure.BLOCKED, Figure.AVAILABLE)) {
      long expected =
          switch (figure) {
            case RESERVED -> level.reserved();
            case BLOCKED -> level.blocked();
            case AVAILABLE -> level.available();
            default -> level.quantity();
          };
      assertEquals(
          expected, sum(site, figure, time), () -> "seed " + SEED + ": " + figure + " at " + time);
      some.merge(figure, expected > 0 ? 1 : 0, Integer::sum);
    }
  }

  /// Page by page, three rows each: every row once, none of a later time.
  private static long sum(TestSite site, Figure figure, Instant time) {
    List<Reason> rows = new ArrayList<>();
    Optional<String> after = Optional.empty();
    long value;
    do {
      Explained page = explain(site, figure, time, 3, after);
      value = page.value();
      rows.addAll(page.reasons());
      after = page.next();
    } while (after.isPresent());
    assertEquals(rows.size(), new HashSet<>(rows).size(), figure + " at " + time);
    assertTrue(rows.stream().noneMatch(row -> row.at().orElseThrow().isAfter(time)));
    assertEquals(value, rows.stream().mapToLong(Reason::amount).sum(), figure + " at " + time);
    return value;
  }

  private static Explained explain(
      TestSite site, Figure figure, Instant time, int limit, Optional<String> after) {
    var asked = new Asked(figure, TestSite.S1, TestSite.W1, true, Optional.of(time));
    return new ExplainQueries(site.database).explain(W1, asked, limit, after).orElseThrow();
  }

  @Test
  void aPromiseIsNamedWithWhatItAddedAndTook() {
    try (TestSite site = site()) {
      ask(site, "{'kind':'receive_goods','warehouse':'W1','sku':'S-1','quantity':9}");
      ask(site, place("SO-1", 5));
      Instant promised = events.getLast().at();
      ask(site, "{'kind':'release_reservation','order':'SO-1'}");
      Instant released = events.getLast().at();
      assertEquals(List.of("promise 5 SO-1 reservation_placed"), rows(site, promised));
      assertEquals(
          List.of("promise -5 SO-1 reservation_released", "promise 5 SO-1 reservation_placed"),
          rows(site, released));
      assertEquals(List.of(), rows(site, events.getFirst().at()));
    }
  }

  private static List<String> rows(TestSite site, Instant time) {
    return explain(site, Figure.RESERVED, time, 100, Optional.empty()).reasons().stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.kind(),
                    "" + row.amount(),
                    row.reference().orElse("-"),
                    row.detail().orElse("-")))
        .toList();
  }

  @Test
  void whatWasExpectedNobodyWroteDown() {
    InvalidValue refused =
        assertThrows(
            InvalidValue.class,
            () ->
                new Asked(
                    Figure.EXPECTED, TestSite.S1, TestSite.W1, true, Optional.of(Instant.EPOCH)));
    assertEquals("invalid_time", refused.code());
  }

  private TestSite site() {
    return new TestSite(
        (warehouse, epoch, told) -> {
          if (warehouse.equals(TestSite.W1)) {
            events.addAll(told);
          }
        });
  }

  private static void ask(TestSite site, String command) {
    site.ask(TestSite.envelope(Wire.COMMAND.read(command.replace('\'', '"'))));
  }

  private static String place(String order, int quantity) {
    return ("{'kind':'place_reservation','order':'%s','ttl_seconds':900,'lines':"
            + "[{'warehouse':'W1','sku':'S-1','quantity':%d}]}")
        .formatted(order, quantity);
  }

  private String command() {
    int units = 1 + random.nextInt(5);
    String order = "SO-" + (1 + random.nextInt(orders + 1));
    return switch (random.nextInt(9)) {
      case 0, 1 ->
          "{'kind':'receive_goods','warehouse':'W1','sku':'S-1','quantity':" + units * 3 + "}";
      case 2 ->
          "{'kind':'adjust_stock','warehouse':'W1','sku':'S-1','reason':'lost','quantity_change':-"
              + units
              + "}";
      case 3 ->
          "{'kind':'hold_goods','warehouse':'W1','sku':'S-1','at':'DOCK','why':'damaged','quantity':"
              + units
              + "}";
      case 4 ->
          "{'kind':'release_goods','warehouse':'W1','sku':'S-1','at':'DOCK','why':'inspected',"
              + "'quantity':"
              + units
              + "}";
      case 5 -> "{'kind':'confirm_reservation','order':'" + order + "'}";
      case 6 -> "{'kind':'release_reservation','order':'" + order + "'}";
      default -> place("SO-" + ++orders, units);
    };
  }
}
