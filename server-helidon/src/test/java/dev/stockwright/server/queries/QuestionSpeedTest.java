package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the questions take on 100 000 products in 5 warehouses with 5 million movements, while
/// work goes on; the products with the most movements, and texts that many products have or none,
/// among them. `QUESTIONS_SIZE=products,movements` makes it smaller.
@Tag("thorough")
class QuestionSpeedTest {
  private static final long SEED = 18;
  private static final int ROUNDS = 400;
  private static final Optional<String> FIRST = Optional.empty();
  private static final WarehouseCode W1 = new WarehouseCode("W1");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<String> report = new ArrayList<>();

  /// A question, and what the 99th of a hundred answers may take at most; 0: it is only told.
  private record Question(String name, long p99Millis, int rounds, IntConsumer ask) {}

  @Test
  void theQuestionsAreQuickInALargeHouseAtWork() throws Exception {
    String[] size = System.getenv().getOrDefault("QUESTIONS_SIZE", "100000,5000000").split(",");
    long begun = System.nanoTime();
    try (LargeSite site =
        new LargeSite(new LargeSite.Size(Integer.parseInt(size[0]), 5, Long.parseLong(size[1])))) {
      report.add("filled in " + (System.nanoTime() - begun) / 1_000_000_000L + " s");
      List<String> slow = new ArrayList<>();
      AtomicBoolean working = new AtomicBoolean(true);
      AtomicLong done = new AtomicLong();
      try (CommandDesk desk =
          new CommandDesk(
              site.database, new Catalogue(), DeskSettings.standard(), (w, e, events) -> {})) {
        Thread worker = Thread.ofVirtual().start(() -> work(desk, site, working, done));
        long from = System.nanoTime();
        for (Question question : questions(site)) {
          measure(question, slow);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        working.set(false);
        assertTrue(worker.join(Duration.ofSeconds(30)));
        report.add("commands meanwhile: %.0f/s".formatted(done.get() / seconds));
      }
      report.forEach(System.out::println);
      assertTrue(slow.isEmpty(), () -> "seed " + SEED + ": " + slow);
    }
  }

  /// Receipts, 16 at a time, at most some 800 a second: a busy house, not a race.
  private static void work(
      CommandDesk desk, LargeSite site, AtomicBoolean working, AtomicLong done) {
    SplittableRandom random = new SplittableRandom(SEED);
    while (working.get()) {
      List<java.util.concurrent.CompletableFuture<?>> sent =
          IntStream.range(0, 16)
              .<java.util.concurrent.CompletableFuture<?>>mapToObj(
                  i -> desk.submit(submission(receipt(site, random))))
              .toList();
      sent.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
      done.addAndGet(sent.size());
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static dev.stockwright.server.desk.Submission submission(ReceiveGoods command) {
    Envelope envelope = TestSite.envelope(command);
    return dev.stockwright.server.desk.Submission.of(envelope, TestSite.ANA);
  }

  private static ReceiveGoods receipt(LargeSite site, SplittableRandom random) {
    return new ReceiveGoods(
        new WarehouseCode("W" + (1 + random.nextInt(site.warehouses))),
        sku(1 + random.nextInt(site.products)),
        new Quantity(1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Sku sku(int number) {
    return new Sku("S-%06d".formatted(number));
  }

  private List<Question> questions(LargeSite site) {
    Scope all = new Scope(List.of("W1", "W2", "W3", "W4", "W5"));
    StockQueries stock = new StockQueries(site.database);
    LookUpQueries lookUp = new LookUpQueries(site.database);
    SearchQueries search = new SearchQueries(site.database);
    HistoryQueries history = new HistoryQueries(site.database);
    Instant now = Instant.now();
    List<Question> list = new ArrayList<>();
    list.add(
        new Question(
            "nothing, for comparison", 0, ROUNDS, i -> site.database.reading().fetch("SELECT 1")));
    list.add(
        new Question(
            "stock of a product in all warehouses", 20, ROUNDS, i -> stock.levels(all, any(site))));
    list.add(
        new Question(
            "the same, most movements", 20, ROUNDS, i -> stock.levels(all, sku(1 + i % 3))));
    list.add(new Question("low-stock page", 20, ROUNDS, i -> stock.low(all, W1, 100, FIRST)));
    list.add(
        new Question(
            "look-up by barcode",
            20,
            ROUNDS,
            i -> lookUp.find(all, "%014d".formatted(1 + random.nextInt(site.products)))));
    for (String text :
        List.of(
            "ham",
            "limited",
            "amm",
            "oak 77",
            "nothing at all",
            "h",
            "zz",
            "0001",
            "S-0",
            "12345")) {
      list.add(
          new Question(
              "search '" + text + "'", 20, ROUNDS / 2, i -> search.products(all, text, 50, FIRST)));
    }
    for (HistoryQueries.Known known : HistoryQueries.Known.values()) {
      list.add(
          new Question(
              "as of a year back, as known " + known,
              100,
              ROUNDS,
              i -> history.asOf(all, any(site), moment(now, known))));
      list.add(
          new Question(
              "the same, most movements",
              100,
              ROUNDS,
              i -> history.asOf(all, sku(1 + i % 3), moment(now, known))));
    }
    reports(list, site, all, now);
    return list;
  }

  private HistoryQueries.Moment moment(Instant now, HistoryQueries.Known known) {
    return new HistoryQueries.Moment(
        now.minus(Duration.ofDays(365)).minusSeconds(random.nextInt(1_000_000)), known);
  }

  private static void reports(List<Question> list, LargeSite site, Scope all, Instant now) {
    Span month = Span.of(Optional.empty(), Optional.empty(), now);
    Span year = new Span(now.minus(Duration.ofDays(365)), now);
    TotalsQueries totals = new TotalsQueries(site.database);
    AgeQueries ages = new AgeQueries(site.database);
    FlowQueries flows = new FlowQueries(site.database);
    ExplainQueries explain = new ExplainQueries(site.database);
    MovementQueries movements = new MovementQueries(site.database, new Touched(site.database));
    TraceQueries traces = new TraceQueries(site.database);
    AgeQueries.Sight sight = new AgeQueries.Sight(W1, true);
    int few = 10;
    list.add(new Question("totals", 0, few, i -> totals.totals(all, true, 100, FIRST)));
    list.add(new Question("value, 100 lines", 0, few, i -> totals.values(all, W1, 100, FIRST)));
    list.add(new Question("ageing, 100 lines", 0, few, i -> ages.ages(all, W1, now, 100, FIRST)));
    list.add(
        new Question(
            "dead stock, 90 days",
            0,
            few,
            i -> ages.dead(all, sight, now.minus(Duration.ofDays(90)), 100, FIRST)));
    list.add(
        new Question(
            "turnover of a year, 100 lines",
            0,
            few,
            i -> flows.turnover(all, sight, year, 100, FIRST)));
    list.add(
        new Question("top moving of a month", 0, few, i -> flows.top(all, W1, month, 100, FIRST)));
    list.add(
        new Question("top moving of a year", 0, few, i -> flows.top(all, W1, year, 100, FIRST)));
    list.add(
        new Question(
            "out of stock in a month", 0, few, i -> flows.outOfStock(all, W1, month, 100, FIRST)));
    list.add(
        new Question(
            "movements by person, none",
            100,
            few,
            i -> movements.find(all, by("nobody"), 100, FIRST)));
    list.add(
        new Question(
            "trace of a lot",
            0,
            50,
            i -> traces.trace(all, new TraceQueries.Subject(false, "L-" + i, Optional.empty()))));
    for (ExplainQueries.Figure figure : ExplainQueries.Figure.values()) {
      list.add(
          new Question(
              "explain " + figure + ", most movements",
              0,
              50,
              i ->
                  explain.explain(
                      all, new ExplainQueries.Asked(figure, sku(1), W1, true), 100, FIRST)));
      if (figure != ExplainQueries.Figure.EXPECTED) {
        list.add(
            new Question(
                "explain " + figure + " of the past, most movements",
                0,
                50,
                i -> explain.explain(all, then(figure), 100, FIRST)));
      }
    }
  }

  private static ExplainQueries.Asked then(ExplainQueries.Figure figure) {
    Instant time = Instant.now().minus(Duration.ofDays(1));
    return new ExplainQueries.Asked(figure, sku(1), W1, true, Optional.of(time));
  }

  static MovementQueries.Filter by(String person) {
    return new MovementQueries.Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new dev.stockwright.vocabulary.Operator(person)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Sku any(LargeSite site) {
    return sku(1 + random.nextInt(site.products));
  }

  private void measure(Question question, List<String> slow) {
    for (int i = 0; i < Math.min(20, question.rounds()); i++) {
      question.ask().accept(i);
    }
    long[] nanos = new long[question.rounds()];
    for (int i = 0; i < nanos.length; i++) {
      long from = System.nanoTime();
      question.ask().accept(i);
      nanos[i] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    double p50 = nanos[nanos.length / 2] / 1e6;
    double p99 = nanos[(int) Math.ceil(nanos.length * 0.99) - 1] / 1e6;
    String line = "%-45s p50 %8.2f ms  p99 %8.2f ms".formatted(question.name(), p50, p99);
    report.add(line);
    if (question.p99Millis() > 0 && p99 > question.p99Millis()) {
      slow.add(line);
    }
  }
}
