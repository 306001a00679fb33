package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The reports on two years of random movements, against a plain fold of all of them in Java; page
/// by page, and for somebody from elsewhere.
class QuestionReportsTest {
  private static final WarehouseCode W1 = new WarehouseCode("W1");
  private static final Scope ALL = new Scope(List.of("W1", "W2"));
  private static final Scope ELSEWHERE = new Scope(List.of("W2"));
  private static final Scope NOWHERE = new Scope(List.of());
  private static LargeSite site;
  private static List<Moved> moved;

  private record Moved(
      int warehouse,
      long n,
      String sku,
      boolean in,
      long before,
      long after,
      Instant at,
      String lot,
      long cost) {}

  @BeforeAll
  static void open() {
    site = new LargeSite(new LargeSite.Size(120, 2, 6_000));
    moved =
        site.database
            .reading()
            .fetch(
                "SELECT m.warehouse_id, m.n, p.sku, m.from_location_id = 1, m.level_before,"
                    + " m.level_after, m.recorded_at, m.lot, m.unit_cost FROM movement m"
                    + " JOIN product p ON p.id = m.product_id ORDER BY m.warehouse_id, m.n")
            .map(
                row ->
                    new Moved(
                        row.get(0, int.class),
                        row.get(1, long.class),
                        row.get(2, String.class),
                        row.get(3, boolean.class),
                        row.get(4, long.class),
                        row.get(5, long.class),
                        row.get(6, OffsetDateTime.class).toInstant(),
                        row.get(7, String.class),
                        row.get(8, long.class)));
    site.change(
        """
        INSERT INTO lot (product_id, code, expires_on)
        SELECT id, 'E-' || id, current_date + id - 10 FROM product WHERE id <= 40;
        INSERT INTO balance (warehouse_id, product_id, location_id, lot, on_hand)
        SELECT l.warehouse_id, p.id, l.id, 'E-' || p.id, p.id FROM product p, location l
         WHERE p.id <= 40 AND l.warehouse_id IS NOT NULL;
        INSERT INTO sales_order (warehouse_id, number, state, placed_at, placed_by, changed_at,
                                 changed_by, expires_at)
        SELECT 1 + i % 2, 'SO-' || i, (ARRAY['shipped', 'committed', 'cancelled', 'expired'])[1 + i / 2 % 4],
               now() - i * interval '1 day', 'ana', now(), 'ana', now()
          FROM generate_series(1, 40) i;
        INSERT INTO sales_order_line (order_id, line, product_id, ordered, picked, shipped)
        SELECT o.id, j, j, 10, 10, CASE WHEN o.state = 'shipped' THEN 10 - j % 3 ELSE 0 END
          FROM sales_order o, generate_series(1, 5) j;
        INSERT INTO stock_count (warehouse_id, number, trigger, requested_by, requested_at)
        SELECT 1, 'C-1', 'manual', 'ana', now();
        INSERT INTO count_line (count_id, line, round, warehouse_id, location_id, product_id, counted,
                                expected, unit_cost, count_class, counters, seen_n, closed_n,
                                counted_at, closed_at, state)
        SELECT c.id, i, 1, 1, l.id, i, 10 + i % 3 - 1, 10, 7, (ARRAY['A', 'B'])[1 + i % 2], '{cora}',
               1, 1, now(), now() - i * interval '1 day',
               CASE WHEN i % 10 = 0 THEN 'superseded' ELSE 'matched' END
          FROM stock_count c, generate_series(1, 40) i, location l
         WHERE l.warehouse_id = 1;
        """);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  /// All of a list, a few at a time; nothing comes twice.
  private static <T> List<T> pages(Function<Optional<String>, Page<T>> question) {
    List<T> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<T> page = question.apply(after);
      assertTrue(page.items().size() <= 7);
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    assertEquals(all.size(), new HashSet<>(all).size());
    return all;
  }

  private static Map<String, List<Moved>> bySku(int warehouse) {
    return moved.stream()
        .filter(each -> each.warehouse == warehouse)
        .collect(Collectors.groupingBy(Moved::sku, TreeMap::new, Collectors.toList()));
  }

  private static long level(List<Moved> of, Instant before) {
    return of.stream()
        .filter(each -> each.at.isBefore(before))
        .reduce((a, b) -> b)
        .map(Moved::after)
        .orElse(0L);
  }

  @Test
  void turnoverIsWhatWasShippedOfTheMeanStock() {
    Instant to = Instant.now().minus(Duration.ofDays(200));
    Span span = new Span(to.minus(Duration.ofDays(300)), to);
    FlowQueries flows = new FlowQueries(site.database);
    var sight = new AgeQueries.Sight(W1, true);
    List<FlowQueries.TurnoverLine> lines =
        pages(after -> flows.turnover(ALL, sight, span, 7, after));
    assertEquals(120, lines.size());
    Map<String, List<Moved>> bySku = bySku(1);
    for (var line : lines) {
      List<Moved> all = bySku.getOrDefault(line.sku(), List.of());
      List<Moved> shipped =
          all.stream()
              .filter(m -> !m.in && !m.at.isBefore(span.from()) && m.at.isBefore(span.to()))
              .toList();
      long opening = level(all, span.from());
      long closing = level(all, span.to());
      assertEquals(List.of(opening, closing), List.of(line.opening(), line.closing()), line.sku());
      assertEquals(shipped.size(), line.shipped(), line.sku());
      assertEquals(shipped.stream().mapToLong(Moved::cost).sum(), line.cost().orElseThrow());
      assertEquals(
          opening + closing == 0
              ? Optional.empty()
              : Optional.of(shipped.size() / ((opening + closing) / 2.0)),
          line.turnover());
    }
    assertTrue(lines.stream().anyMatch(line -> line.turnover().orElse(0.0) > 1));
    assertEquals(List.of(), flows.turnover(ELSEWHERE, sight, span, 7, Optional.empty()).items());
  }

  @Test
  void topMovingIsCountedInTheTimeAlone() {
    Instant to = Instant.now().minus(Duration.ofDays(100));
    Span span = new Span(to.minus(Duration.ofDays(90)), to);
    FlowQueries flows = new FlowQueries(site.database);
    List<FlowQueries.TopLine> lines = pages(after -> flows.top(ALL, W1, span, 7, after));
    Map<String, Long> counted =
        moved.stream()
            .filter(m -> m.warehouse == 1 && !m.at.isBefore(span.from()) && m.at.isBefore(to))
            .collect(Collectors.groupingBy(Moved::sku, Collectors.counting()));
    assertEquals(
        counted,
        lines.stream()
            .collect(Collectors.toMap(FlowQueries.TopLine::sku, FlowQueries.TopLine::movements)));
    assertEquals(
        lines.stream()
            .map(FlowQueries.TopLine::movements)
            .sorted(Comparator.reverseOrder())
            .toList(),
        lines.stream().map(FlowQueries.TopLine::movements).toList());
    assertEquals(List.of(), flows.top(ELSEWHERE, W1, span, 7, Optional.empty()).items());
  }

  @Test
  void whatRanOutIsToldWithWhenItCameAgain() {
    Instant to = Instant.now();
    Span span = new Span(to.minus(Duration.ofDays(60)), to);
    FlowQueries flows = new FlowQueries(site.database);
    List<FlowQueries.OutLine> lines = pages(after -> flows.outOfStock(ALL, W1, span, 7, after));
    Map<String, List<Moved>> bySku = bySku(1);
    Map<Long, Optional<Instant>> expected = new TreeMap<>(Comparator.reverseOrder());
    bySku.forEach(
        (sku, all) -> {
          for (int i = 0; i < all.size(); i++) {
            if (all.get(i).after == 0 && !all.get(i).at.isBefore(span.from())) {
              expected.put(
                  all.get(i).n,
                  i + 1 < all.size() ? Optional.of(all.get(i + 1).at) : Optional.empty());
            }
          }
        });
    assertTrue(expected.size() > 50);
    assertEquals(
        List.copyOf(expected.keySet()), lines.stream().map(FlowQueries.OutLine::n).toList());
    assertEquals(
        List.copyOf(expected.values()), lines.stream().map(FlowQueries.OutLine::until).toList());
    assertEquals(List.of(), flows.outOfStock(ELSEWHERE, W1, span, 7, Optional.empty()).items());
  }

  @Test
  void ageIsThatOfWhatArrivedLast() {
    Instant now = Instant.now();
    AgeQueries ages = new AgeQueries(site.database);
    List<AgeQueries.AgeLine> lines = pages(after -> ages.ages(ALL, W1, now, 7, after));
    Map<String, List<Moved>> bySku = bySku(1);
    assertTrue(lines.size() > 20);
    for (var line : lines) {
      Moved last =
          bySku.getOrDefault(line.sku(), List.of()).stream()
              .filter(Moved::in)
              .reduce((a, b) -> b)
              .orElseThrow();
      long days = Duration.between(last.at, now).toDays();
      assertEquals(1, line.quantity(), line.sku());
      assertEquals(Optional.of(last.at), line.oldest(), line.sku());
      assertEquals(
          List.of(
              days < 30 ? 1L : 0,
              days >= 30 && days < 90 ? 1L : 0,
              days >= 90 && days < 180 ? 1L : 0,
              days >= 180 && days < 365 ? 1L : 0,
              days >= 365 ? 1L : 0),
          List.of(line.to30(), line.to90(), line.to180(), line.to365(), line.over365()),
          () -> line + " " + days);
    }
    assertEquals(List.of(), ages.ages(ELSEWHERE, W1, now, 7, Optional.empty()).items());
  }

  @Test
  void deadIsWhatLayThereAllTheTimeAndNobodyWanted() {
    Instant since = Instant.now().minus(Duration.ofDays(30));
    AgeQueries ages = new AgeQueries(site.database);
    var sight = new AgeQueries.Sight(W1, true);
    List<AgeQueries.DeadLine> lines = pages(after -> ages.dead(ALL, sight, since, 7, after));
    List<String> expected = new ArrayList<>();
    bySku(1)
        .forEach(
            (sku, all) -> {
              boolean left = all.stream().anyMatch(m -> !m.in && !m.at.isBefore(since));
              if (all.getLast().after > 0 && level(all, since) > 0 && !left) {
                expected.add(sku);
              }
            });
    assertTrue(expected.size() > 3 && expected.size() < 119, expected::toString);
    assertEquals(expected, lines.stream().map(AgeQueries.DeadLine::sku).toList());
    assertEquals(List.of(), ages.dead(ELSEWHERE, sight, since, 7, Optional.empty()).items());
  }

  @Test
  void whatExpiresComesSoonestFirst() {
    AgeQueries ages = new AgeQueries(site.database);
    List<AgeQueries.ExpiryLine> lines =
        pages(after -> ages.expiring(ALL, Instant.now(), 10, 7, after));
    assertEquals(40, lines.size()); // 20 products in two warehouses
    assertEquals(-9, lines.getFirst().daysLeft());
    assertEquals(10, lines.getLast().daysLeft());
    assertEquals(
        lines.stream().map(AgeQueries.ExpiryLine::expiresOn).sorted().toList(),
        lines.stream().map(AgeQueries.ExpiryLine::expiresOn).toList());
    assertEquals(20, pages(after -> ages.expiring(ELSEWHERE, Instant.now(), 10, 7, after)).size());
    assertEquals(List.of(), ages.expiring(NOWHERE, Instant.now(), 10, 7, Optional.empty()).items());
  }

  @Test
  void fillRateIsWhatWasShippedOfWhatWasWanted() {
    Span span = Span.of(Optional.empty(), Optional.empty(), Instant.now());
    ServiceQueries service = new ServiceQueries(site.database);
    var rates = pages(after -> service.fillRate(ALL, span, 7, after));
    var gaps = pages(after -> service.shortLines(ALL, span, 7, after));
    assertEquals(List.of("W1", "W2"), rates.stream().map(r -> r.warehouse()).toList());
    for (var rate : rates) {
      assertEquals(rate.orders() * 5, rate.lines());
      assertEquals(rate.lines() * 10, rate.ordered());
      long missing =
          gaps.stream()
              .filter(gap -> gap.warehouse().equals(rate.warehouse()))
              .mapToLong(gap -> gap.ordered() - gap.shipped())
              .sum();
      assertEquals(rate.ordered() - missing, rate.shipped());
      assertEquals((double) rate.shipped() / rate.ordered(), rate.unitRate());
      assertTrue(rate.lineRate() > 0 && rate.lineRate() < rate.unitRate());
    }
    assertTrue(gaps.stream().allMatch(gap -> gap.state().matches("shipped|committed")));
    assertEquals(List.of(), service.fillRate(NOWHERE, span, 7, Optional.empty()).items());
  }

  @Test
  void accuracyIsWhatWasCountedAgainstTheBooks() {
    Span span = Span.of(Optional.empty(), Optional.empty(), Instant.now());
    ServiceQueries service = new ServiceQueries(site.database);
    var lines = pages(after -> service.accuracy(ALL, span, true, 1, after));
    assertEquals(List.of("A", "B"), lines.stream().map(line -> line.countClass()).toList());
    long all = lines.stream().mapToLong(ServiceQueries.Accuracy::lines).sum();
    assertEquals(29 - 2, all); // 29 days, two of them counted again
    for (var line : lines) {
      assertEquals(line.lines() - line.exact(), line.found() + line.lost());
      assertEquals(
          1 - (double) (line.found() + line.lost()) / line.expected(),
          line.unitRate().orElseThrow(),
          1e-9);
      assertEquals(line.lost() * 7, line.valueLost().orElseThrow());
    }
    assertEquals(List.of(), service.accuracy(ELSEWHERE, span, true, 7, Optional.empty()).items());
  }

  @Test
  void aLotIsTracedFromTheSupplierToTheOrders() {
    TraceQueries traces = new TraceQueries(site.database);
    String lot = moved.stream().map(Moved::lot).filter(l -> !l.isEmpty()).findFirst().orElseThrow();
    var subject = new TraceQueries.Subject(false, lot, Optional.empty());
    List<Moved> of = moved.stream().filter(m -> m.lot.equals(lot)).toList();
    var steps = pages(after -> traces.steps(ALL, subject, 1, after));
    assertEquals(
        of.stream().map(Moved::at).sorted().toList(),
        steps.stream().map(TraceQueries.TraceStep::at).toList());
    var trace = traces.trace(ALL, subject);
    assertEquals(
        of.stream().filter(Moved::in).count(),
        trace.cameFrom().stream().mapToLong(TraceQueries.Party::quantity).sum());
    assertEquals(
        of.stream().filter(m -> !m.in).count(),
        trace.wentTo().stream().filter(to -> to.reference().isPresent()).count());
    assertEquals(
        new TraceQueries.Trace(List.of(), List.of(), List.of()), traces.trace(NOWHERE, subject));
    var unknown = new TraceQueries.Subject(false, lot, Optional.of(new Sku("S-000001")));
    assertEquals(List.of(), traces.trace(ALL, unknown).cameFrom());
  }

  @Test
  void partsOfNamesAreFoundWhetherManyHaveThemOrNone() {
    SearchQueries search = new SearchQueries(site.database);
    List<String> names =
        site.database.reading().fetch("SELECT name FROM product").getValues(0, String.class);
    for (String text : List.of("ham", "STEEL", "oak 7", "AMM", "1", "b", "zz", "12", "l 11")) {
      List<SearchQueries.ProductHit> hits = pages(after -> search.products(ALL, text, 7, after));
      String low = text.toLowerCase(java.util.Locale.ROOT);
      boolean part = low.matches(".*[a-z0-9]{3}.*");
      long expected =
          names.stream()
              .map(name -> name.toLowerCase(java.util.Locale.ROOT))
              .filter(name -> part ? name.contains(low) : (" " + name).contains(" " + low))
              .count();
      assertEquals(expected, hits.size(), text);
      assertEquals(
          hits.stream().map(SearchQueries.ProductHit::sku).sorted().toList(),
          hits.stream().map(SearchQueries.ProductHit::sku).toList());
    }
    assertEquals(1, search.products(ALL, "0000000000077", 7, Optional.empty()).items().size());
    assertEquals(List.of(), search.products(ALL, "100%", 7, Optional.empty()).items());
    assertEquals(120, pages(after -> search.products(ALL, "S-0", 7, after)).size());
    assertThrows(InvalidValue.class, () -> search.products(ALL, "%_", 7, Optional.empty()));
  }

  @Test
  void theMostValuableComeFirst() {
    TotalsQueries totals = new TotalsQueries(site.database);
    var lines = pages(after -> totals.values(ALL, W1, 7, after));
    var total = totals.totals(ALL, true, 7, Optional.empty()).items().getFirst();
    assertEquals(total.products(), lines.size());
    assertEquals(total.value().orElseThrow(), lines.stream().mapToLong(line -> line.value()).sum());
    assertEquals(List.of(), totals.values(ELSEWHERE, W1, 7, Optional.empty()).items());
    assertEquals(
        Optional.empty(),
        totals.totals(ALL, false, 7, Optional.empty()).items().getFirst().value());
  }

  @Test
  void aTimeThatIsTooLongOrBackwardsIsRefused() {
    Instant now = Instant.now();
    assertThrows(InvalidValue.class, () -> new Span(now, now));
    assertThrows(InvalidValue.class, () -> new Span(now.minus(Duration.ofDays(401)), now));
  }
}
