package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.server.queries.ExplainQueries.Figure;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The figures after random work at the desk, against a plain fold of what it said: value, what is
/// behind each figure, totals, and the past as it was known then and is known now.
class QuestionFiguresTest {
  private static final long SEED = 1818;
  private static final List<Sku> SKUS = List.of(TestSite.S1, TestSite.S2, new Sku("S-3"));
  private static final Scope BOTH = new Scope(List.of("W1", "W2"));

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<Sku, Long> costs = new HashMap<>();
  private final Map<CommandId, Map<Sku, Long>> costsAt = new HashMap<>();
  private final List<CommandId> accepted = new ArrayList<>();
  private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
  private int orders;

  private record Told(WarehouseCode warehouse, Event event) {}

  private record Key(WarehouseCode warehouse, Sku sku) {}

  @Test
  void everyFigureIsWhatThePlainFoldSays() {
    try (TestSite site =
        new TestSite(
            (warehouse, epoch, events) ->
                events.forEach(event -> told.add(new Told(warehouse, event))))) {
      for (int i = 0; i < 250; i++) {
        if (i % 25 == 10) {
          newCost(site);
        }
        Envelope envelope = envelope();
        costsAt.put(envelope.id(), Map.copyOf(costs));
        if (site.ask(envelope) instanceof Answer.Accepted) {
          accepted.add(envelope.id());
        }
      }
      assertTrue(told.size() > 125, () -> "seed " + SEED + ": " + told.size());
      assertEquals(List.of(), new LedgerVerifier(site.database).verify().findings());
      Map<Key, long[]> folded = folded();
      figures(site, folded);
      totals(site, folded);
      past(site);
      walked(site);
    }
  }

  /// However little a page looks at, all pages together are the same, in the same order.
  private void walked(TestSite site) {
    List<MovementQueries.Found> all = movements(site, TestSite.ANA.code(), 1_000_000);
    assertTrue(all.size() > 83, () -> "seed " + SEED + ": " + all.size());
    for (long window : List.of(1L, 7L, 40L)) {
      assertEquals(all, movements(site, TestSite.ANA.code(), window));
      assertEquals(List.of(), movements(site, "nobody", window));
    }
  }

  private static List<MovementQueries.Found> movements(TestSite site, String by, long window) {
    MovementQueries queries =
        new MovementQueries(site.database, new Touched(site.database), window);
    List<MovementQueries.Found> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<MovementQueries.Found> page = queries.find(BOTH, QuestionSpeedTest.by(by), 9, after);
      found.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  private void newCost(TestSite site) {
    Sku sku = SKUS.get(random.nextInt(SKUS.size()));
    long cost = 1L + random.nextInt(500);
    costs.put(sku, cost);
    site.change("UPDATE product SET unit_cost = " + cost + " WHERE sku = '" + sku.code() + "'");
  }

  private Envelope envelope() {
    Optional<Instant> occurred =
        switch (random.nextInt(5)) {
          case 0 -> Optional.of(Instant.now().minusSeconds(random.nextInt(3_000_000)));
          case 1 -> Optional.of(Instant.now().minusMillis(random.nextInt(30_000)));
          case 2 -> Optional.of(Instant.now().plusSeconds(600));
          default -> Optional.empty();
        };
    return new Envelope(
        new CommandId(UUID.randomUUID()),
        TestSite.DESK,
        0,
        Optional.empty(),
        occurred,
        Optional.empty(),
        false,
        command());
  }

  private Command command() {
    Sku sku = SKUS.get(random.nextInt(SKUS.size()));
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> receipt(sku);
      case 3 -> adjustment(sku, -1L - random.nextInt(4));
      case 4 -> adjustment(sku, 1L + random.nextInt(4));
      case 5 -> TestSite.transfer(sku, 1L + random.nextInt(6));
      case 6 -> place(sku);
      case 7 -> new ReleaseReservation(new Reference("SO-" + (1 + random.nextInt(orders + 1))));
      default ->
          accepted.isEmpty()
              ? receipt(sku)
              : new UndoCommand(accepted.get(random.nextInt(accepted.size())));
    };
  }

  private ReceiveGoods receipt(Sku sku) {
    return new ReceiveGoods(
        random.nextInt(3) == 0 ? TestSite.W2 : TestSite.W1,
        sku,
        new Quantity(1L + random.nextInt(20)),
        Optional.empty(),
        random.nextInt(3) == 0
            ? Optional.of(new LotCode("L-" + random.nextInt(3)))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        random.nextInt(4) == 0 ? Optional.of(Condition.DAMAGED) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AdjustStock adjustment(Sku sku, long change) {
    return new AdjustStock(
        TestSite.W1,
        sku,
        change,
        Optional.of(new ReasonCode("count")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private PlaceReservation place(Sku sku) {
    orders++;
    return new PlaceReservation(
        new Reference("SO-" + orders),
        List.of(new PlaceReservation.Line(sku, TestSite.W1, new Quantity(1L + random.nextInt(5)))),
        900);
  }

  /// On hand, reserved, blocked and value of each product in each warehouse.
  private Map<Key, long[]> folded() {
    Map<Key, long[]> all = new LinkedHashMap<>();
    Map<CommandId, Long> onTheWay = new HashMap<>();
    for (Told each : inOrder()) {
      for (Level level : each.event.levels()) {
        long[] now = all.computeIfAbsent(new Key(each.warehouse, level.sku()), any -> new long[4]);
        if (each.event instanceof Event.StockMoved moved) {
          now[3] =
              worth(
                  moved,
                  now[3],
                  costsAt.getOrDefault(moved.commandId(), Map.of()).getOrDefault(level.sku(), 0L),
                  onTheWay);
        }
        now[0] = level.quantity();
        now[1] = level.reserved();
        now[2] = level.blocked();
      }
    }
    return all;
  }

  /// What leaves for another warehouse before what arrives there by the same command.
  private List<Told> inOrder() {
    List<Told> all = new ArrayList<>(told);
    Map<CommandId, Integer> first = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      first.putIfAbsent(all.get(i).event.commandId(), i);
    }
    all.sort(
        Comparator.comparingInt((Told each) -> first.getOrDefault(each.event.commandId(), 0))
            .thenComparing(each -> arrives(each.event)));
    return all;
  }

  private static boolean arrives(Event event) {
    return event instanceof Event.StockMoved moved && moved.from().code().equals("IN_TRANSIT");
  }

  /// The moving average, as the documentation says it, in decimals.
  private static long worth(
      Event.StockMoved moved, long had, long rule, Map<CommandId, Long> onTheWay) {
    long before = moved.before();
    long after = moved.after();
    long value = had == 0 && before > 0 ? before * rule : had;
    long average = before == 0 || value == 0 ? rule : rounded(value, before);
    if (moved.to().code().equals("IN_TRANSIT")) {
      onTheWay.put(moved.commandId(), average);
    }
    if (after > before) {
      return switch (moved.from().code()) {
        case "SUPPLIER" -> value + (after - before) * rule;
        case "IN_TRANSIT" ->
            value + (after - before) * onTheWay.getOrDefault(moved.commandId(), average);
        default -> value == 0 ? (after - before) * rule : rounded(value * after, before);
      };
    }
    return after == 0 ? 0 : after == before ? value : rounded(value * after, before);
  }

  private static long rounded(long of, long by) {
    return BigDecimal.valueOf(of)
        .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private void figures(TestSite site, Map<Key, long[]> folded) {
    ExplainQueries explain = new ExplainQueries(site.database);
    folded.forEach(
        (key, level) -> {
          for (Figure figure : Figure.values()) {
            long value = explained(explain, key, figure);
            long expected =
                switch (figure) {
                  case ON_HAND, MOVED -> level[0];
                  case RESERVED -> level[1];
                  case BLOCKED -> level[2];
                  case AVAILABLE -> level[0] - level[1] - level[2];
                  case IN_TRANSIT, EXPECTED -> value; // the rows add up to it; see explained
                  case VALUE ->
                      level[3] == 0 ? level[0] * costs.getOrDefault(key.sku(), 0L) : level[3];
                };
            assertEquals(expected, value, () -> "seed " + SEED + ": " + figure + " of " + key);
          }
        });
  }

  /// Page by page, three rows each: all rows once, and together the figure.
  private static long explained(ExplainQueries explain, Key key, Figure figure) {
    var asked = new ExplainQueries.Asked(figure, key.sku(), key.warehouse(), true);
    Optional<String> after = Optional.empty();
    Set<ExplainQueries.Reason> rows = new HashSet<>();
    long sum = 0;
    int count = 0;
    long value = 0;
    do {
      var page = explain.explain(BOTH, asked, 3, after).orElseThrow();
      value = page.value();
      for (var reason : page.reasons()) {
        sum += reason.amount();
        rows.add(reason);
        count++;
      }
      after = page.next();
    } while (after.isPresent());
    assertEquals(value, sum, () -> figure + " of " + key);
    assertEquals(count, rows.size(), () -> figure + " of " + key);
    assertTrue(explain.explain(new Scope(List.of()), asked, 3, after).isEmpty());
    return value;
  }

  private void totals(TestSite site, Map<Key, long[]> folded) {
    var page = new TotalsQueries(site.database).totals(BOTH, true, 1, Optional.empty());
    var other = new TotalsQueries(site.database).totals(BOTH, true, 1, page.next());
    assertEquals(Optional.empty(), other.next());
    for (var total : List.of(page.items().getFirst(), other.items().getFirst())) {
      long[] sum = new long[4];
      folded.forEach(
          (key, level) -> {
            if (key.warehouse().code().equals(total.warehouse())) {
              for (int i = 0; i < 3; i++) {
                sum[i] += level[i];
              }
              sum[3] += level[3] == 0 ? level[0] * costs.getOrDefault(key.sku(), 0L) : level[3];
            }
          });
      assertEquals(
          List.of(sum[0], sum[1], sum[2], sum[3]),
          List.of(
              total.quantity(), total.reserved(), total.blocked(), total.value().orElseThrow()));
    }
  }

  private void past(TestSite site) {
    HistoryQueries history = new HistoryQueries(site.database);
    Instant end = Instant.now();
    int differ = 0;
    for (int i = 0; i < 60; i++) {
      Instant time =
          i < 20
              ? told.get(random.nextInt(told.size())).event.at()
              : end.minusSeconds(random.nextInt(i < 40 ? 60 : 3_000_000));
      for (Sku sku : SKUS) {
        for (Level level :
            history.asOf(BOTH, sku, new HistoryQueries.Moment(time, HistoryQueries.Known.NOW))) {
          Key key = new Key(level.warehouse(), sku);
          long then = history.asOf(BOTH, sku, key.warehouse(), time).orElseThrow().quantity();
          differ += then == level.quantity() ? 0 : 1;
          assertEquals(
              happenedBy(key, time), level.quantity(), () -> "seed " + SEED + ": " + key + time);
        }
      }
    }
    explained(site);
    assertTrue(differ > 20, "the two views hardly differ: " + differ);
    assertTrue(history.asOf(new Scope(List.of("W2")), TestSite.S1, TestSite.W1, end).isEmpty());
    assertTrue(Duration.between(told.getFirst().event.at(), end).toMinutes() < 5);
  }

  /// The rows behind a figure of the past add up to what the last movement by then left.
  private void explained(TestSite site) {
    ExplainQueries explain = new ExplainQueries(site.database);
    int some = 0;
    for (int i = 0; i < 30; i++) {
      Told told = this.told.get(random.nextInt(this.told.size()));
      if (told.event instanceof Event.StockMoved last) {
        for (var figure : List.of(ExplainQueries.Figure.MOVED, ExplainQueries.Figure.VALUE)) {
          var page =
              explain
                  .explain(
                      BOTH,
                      new ExplainQueries.Asked(
                          figure, last.sku(), told.warehouse, true, Optional.of(last.at())),
                      500,
                      Optional.empty())
                  .orElseThrow();
          long sum = page.reasons().stream().mapToLong(ExplainQueries.Reason::amount).sum();
          assertEquals(page.value(), sum, () -> "seed " + SEED + ": " + figure + " at " + last);
          assertTrue(
              page.reasons().stream().allMatch(row -> !row.at().orElseThrow().isAfter(last.at())));
          some += sum > 0 ? 1 : 0;
          if (figure == ExplainQueries.Figure.MOVED) {
            Level then =
                new HistoryQueries(site.database)
                    .asOf(BOTH, last.sku(), told.warehouse, last.at())
                    .orElseThrow();
            assertEquals(then.quantity(), sum);
          }
        }
      }
    }
    assertTrue(some > 10, "hardly anything was there: " + some);
  }

  /// What had happened by then, whenever it was told; a clock that runs ahead is not believed.
  private long happenedBy(Key key, Instant time) {
    long sum = 0;
    for (Told each : told) {
      if (each.warehouse.equals(key.warehouse())
          && each.event instanceof Event.StockMoved moved
          && moved.sku().equals(key.sku())) {
        Instant occurred = moved.occurredAt().orElse(moved.at());
        boolean happened = !occurred.isAfter(time) || !moved.at().isAfter(time);
        sum += happened ? moved.after() - moved.before() : 0;
      }
    }
    return sum;
  }
}
