package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand.CancelCount;
import dev.stockwright.protocol.CountCommand.CheckZero;
import dev.stockwright.protocol.CountCommand.CloseBin;
import dev.stockwright.protocol.CountCommand.CountFromTask;
import dev.stockwright.protocol.CountCommand.CountLine;
import dev.stockwright.protocol.CountCommand.CountTags;
import dev.stockwright.protocol.CountCommand.FinishCount;
import dev.stockwright.protocol.CountCommand.RequestCount;
import dev.stockwright.protocol.CountCommand.RequestRecount;
import dev.stockwright.protocol.CountCommand.ReviewVariance;
import dev.stockwright.protocol.CountCommand.StartCount;
import dev.stockwright.protocol.CountPlanCommand.ComputeClasses;
import dev.stockwright.protocol.CountPlanCommand.EndSchedule;
import dev.stockwright.protocol.CountPlanCommand.PlanCounts;
import dev.stockwright.protocol.CountPlanCommand.ReconcileDay;
import dev.stockwright.protocol.CountPlanCommand.ScheduleCount;
import dev.stockwright.protocol.CountPlanCommand.SetCountClass;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counting, and how what was counted gets into the books. Which variance is posted is said by the
/// lines of the count; the goods must change by exactly that.
final class CountIdeas {
  private CountIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(RequestCount.class, CountIdeas::request);
    ideas.put(StartCount.class, CountIdeas::start);
    ideas.put(CountFromTask.class, CountIdeas::fromTask);
    ideas.put(CountLine.class, CountIdeas::line);
    ideas.put(CountTags.class, CountIdeas::tags);
    ideas.put(CloseBin.class, CountIdeas::closeBin);
    ideas.put(CheckZero.class, CountIdeas::zero);
    ideas.put(FinishCount.class, CountIdeas::finish);
    ideas.put(RequestRecount.class, CountIdeas::recount);
    ideas.put(ReviewVariance.class, CountIdeas::review);
    ideas.put(CancelCount.class, CountIdeas::cancel);
    ideas.put(ScheduleCount.class, CountIdeas::schedule);
    ideas.put(EndSchedule.class, CountIdeas::endSchedule);
    ideas.put(PlanCounts.class, CountIdeas::plan);
    ideas.put(ComputeClasses.class, CountIdeas::classes);
    ideas.put(SetCountClass.class, CountIdeas::setClass);
    ideas.put(ReconcileDay.class, CountIdeas::reconcile);
  }

  private static Optional<Attempt> request(Scene scene) {
    boolean bins = scene.dice.percent(75);
    return Optional.of(
        Attempt.of(
            new RequestCount(
                scene.site(),
                scene.dice.maybe(40, scene.fresh("CNT")),
                no(),
                bins ? List.of(scene.bin()) : List.of(),
                bins ? List.of() : List.of(scene.plain()),
                no(),
                no(),
                no(),
                no())));
  }

  /// A count: number, site, state.
  private static Optional<Look.Row> count(Scene scene, String states) {
    boolean any = scene.dice.percent(8);
    return scene.look.any(
        scene.dice,
        "SELECT c.number, w.code, c.state FROM stock_count c"
            + " JOIN warehouse w ON w.id = c.warehouse_id WHERE "
            + (any ? "true" : "c.state IN (" + states + ")")
            + " ORDER BY c.id DESC LIMIT 6");
  }

  private static WarehouseCode site(Look.Row row) {
    return new WarehouseCode(row.text(1));
  }

  private static Reference number(Look.Row row) {
    return new Reference(row.text(0));
  }

  private static Optional<Attempt> start(Scene scene) {
    return count(scene, "'requested', 'recount'")
        .map(row -> Attempt.of(new StartCount(site(row), number(row))));
  }

  private static Optional<Attempt> fromTask(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT t.number, w.code FROM task t JOIN warehouse w ON w.id = t.warehouse_id"
                + " WHERE t.kind IN ('count', 'zero_check', 'check')"
                + " AND t.state IN ('open', 'leased')"
                + (scene.dice.percent(75) ? " AND t.document <> 'count' AND t.place <> ''" : "")
                + " ORDER BY t.id")
        .map(row -> Attempt.of(new CountFromTask(site(row), number(row))));
  }

  /// A bin of a count that is being done: number, site, bin, who counts there.
  private static Optional<Look.Row> bin(Scene scene, String state) {
    return scene.look.any(
        scene.dice,
        """
        SELECT c.number, w.code, l.code, b.counter FROM stock_count c
          JOIN warehouse w ON w.id = c.warehouse_id
          JOIN count_bin b ON b.count_id = c.id AND b.round = c.round
          JOIN location l ON l.id = b.location_id
         WHERE c.state IN ('requested', 'counting', 'recount') AND b.state = ?
         ORDER BY c.id, l.code
        """,
        state);
  }

  private static Attempt by(Attempt attempt, String counter) {
    return counter.isEmpty() ? attempt : attempt.by(counter);
  }

  private static Optional<Attempt> line(Scene scene) {
    Optional<Look.Row> found = bin(scene, scene.dice.percent(50) ? "open" : "counting");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    LocationCode bin = new LocationCode(row.text(2));
    Optional<Pile> there =
        scene.goods(
            pile ->
                pile.warehouse().equals(row.text(1))
                    && pile.place().equals(bin.code())
                    && !pile.sku().equals(Scene.SINGLE));
    boolean right = scene.dice.percent(60);
    long units = there.map(scene.stock::at).orElse(0L) + (right ? 0 : scene.dice.from(0, 4));
    boolean unknown = scene.dice.percent(8);
    return Optional.of(
        by(
            Attempt.of(
                new CountLine(
                    site(row),
                    number(row),
                    bin,
                    unknown ? no() : Optional.of(there.map(Pile::product).orElseGet(scene::plain)),
                    unknown ? Optional.of("WHAT-IS-THIS") : no(),
                    Optional.of(units),
                    there.flatMap(Pile::lotCode),
                    no(),
                    there.flatMap(Pile::handlingUnit),
                    there.flatMap(Pile::given),
                    no(),
                    scene.dice.percent(20),
                    false)),
            row.text(3)));
  }

  private static Optional<Attempt> tags(Scene scene) {
    return bin(scene, scene.dice.percent(50) ? "open" : "counting")
        .map(
            row ->
                by(
                    Attempt.of(
                        new CountTags(
                            site(row),
                            number(row),
                            new LocationCode(row.text(2)),
                            List.of("urn:epc:id:sgtin:0614141.112345." + scene.dice.from(1, 99)),
                            no(),
                            false)),
                    row.text(3)));
  }

  private static Optional<Attempt> closeBin(Scene scene) {
    return bin(scene, scene.dice.percent(80) ? "counting" : "open")
        .map(
            row ->
                by(
                    Attempt.of(
                        new CloseBin(
                            site(row),
                            number(row),
                            new LocationCode(row.text(2)),
                            no(),
                            scene.dice.percent(25))),
                    row.text(3)));
  }

  private static Optional<Attempt> zero(Scene scene) {
    return Optional.of(
        Attempt.of(new CheckZero(scene.site(), scene.bin(), no(), scene.dice.percent(60))));
  }

  private static Optional<Attempt> finish(Scene scene) {
    return count(scene, "'counting', 'recount'")
        .map(row -> Attempt.of(new FinishCount(site(row), number(row), scene.dice.percent(40))));
  }

  private static Optional<Attempt> recount(Scene scene) {
    return count(scene, "'counted', 'review'")
        .map(row -> Attempt.of(new RequestRecount(site(row), number(row), List.of(), no())));
  }

  private static Optional<Attempt> cancel(Scene scene) {
    return scene.dice.percent(60)
        ? no()
        : count(scene, "'requested', 'counting', 'counted', 'review'")
            .map(
                row -> {
                  Attempt attempt =
                      Attempt.of(new CancelCount(site(row), number(row), reason("other")));
                  boolean over = row.text(2).equals("completed") || row.text(2).equals("cancelled");
                  return over ? attempt.wrong() : attempt;
                });
  }

  /// What counts have posted of each product, in a warehouse.
  private static Map<String, Long> posted(Scene scene, String site) {
    Map<String, Long> all = new HashMap<>();
    scene
        .look
        .rows(
            "SELECT p.sku, sum(l.posted)::bigint FROM count_line l JOIN warehouse w"
                + " ON w.id = l.warehouse_id JOIN product p ON p.id = l.product_id"
                + " WHERE w.code = ? GROUP BY p.sku ORDER BY 1",
            site)
        .forEach(row -> all.put(row.text(0), row.number(1)));
    return all;
  }

  private static Attempt posting(Scene scene, String site, Attempt attempt) {
    Map<String, Long> before = posted(scene, site);
    return attempt.doing(
        answer -> {
          Effect effect = Effect.none();
          posted(scene, site)
              .forEach(
                  (sku, units) ->
                      effect.somewhere(new Cell(site, sku), units - before.getOrDefault(sku, 0L)));
          return effect;
        });
  }

  private static Optional<Attempt> review(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT c.number, w.code, l.line, l.product_id IS NULL, l.counters[1]
              FROM count_line l JOIN stock_count c ON c.id = l.count_id
              JOIN warehouse w ON w.id = c.warehouse_id
             WHERE l.state IN ('review', 'open') AND c.state IN ('review', 'counted')
             ORDER BY c.id, l.line
            """)
        .map(
            row -> {
              boolean accepts = scene.dice.percent(70);
              ReviewVariance.Verdict verdict =
                  new ReviewVariance.Verdict(
                      (int) row.number(2),
                      accepts ? "accept" : "reject",
                      Optional.of(reason("miscount")),
                      row.flag(3) ? Optional.of(scene.plain()) : no());
              Attempt attempt =
                  posting(
                      scene,
                      row.text(1),
                      Attempt.of(new ReviewVariance(site(row), number(row), List.of(verdict)))
                          .by(row.text(4).equals("ana") ? "eve" : "ana"));
              return verdict.sku().isPresent() ? named(scene, row, verdict, attempt) : attempt;
            });
  }

  /// The line of goods with an unknown code goes on without a product; the verdict has named it.
  private static Attempt named(
      Scene scene, Look.Row row, ReviewVariance.Verdict verdict, Attempt attempt) {
    return attempt.doing(
        answer -> {
          long units =
              scene
                  .look
                  .rows(
                      "SELECT l.posted FROM count_line l JOIN stock_count c ON c.id = l.count_id"
                          + " JOIN warehouse w ON w.id = c.warehouse_id"
                          + " WHERE c.number = ? AND w.code = ? AND l.line = ?",
                      row.text(0),
                      row.text(1),
                      verdict.line())
                  .getFirst()
                  .number(0);
          return Effect.none()
              .somewhere(new Cell(row.text(1), verdict.sku().orElseThrow().code()), units);
        });
  }

  private static Optional<Attempt> schedule(Scene scene) {
    return Optional.of(
        Attempt.of(
                new ScheduleCount(
                    scene.site(),
                    scene.fresh("EVERY"),
                    (int) scene.dice.from(1, 30),
                    no(),
                    List.of(scene.bin()),
                    List.of(),
                    no(),
                    no()))
            .sure());
  }

  private static Optional<Attempt> endSchedule(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT s.code, w.code FROM count_schedule s JOIN warehouse w ON w.id = s.warehouse_id"
                + " WHERE s.active ORDER BY 1")
        .map(row -> Attempt.of(new EndSchedule(site(row), number(row))).sure());
  }

  private static Optional<Attempt> plan(Scene scene) {
    return Optional.of(Attempt.of(new PlanCounts(scene.site())));
  }

  private static Optional<Attempt> classes(Scene scene) {
    return Optional.of(Attempt.of(new ComputeClasses(scene.site())).sure());
  }

  private static Optional<Attempt> setClass(Scene scene) {
    return Optional.of(
        Attempt.of(
                new SetCountClass(
                    scene.site(),
                    new Sku(scene.plain().code()),
                    scene.dice.maybe(70, scene.dice.one(List.of("A", "B", "C")))))
            .sure());
  }

  /// A night passes when something waits to be reconciled.
  private static Optional<Attempt> reconcile(Scene scene) {
    Optional<Look.Row> waiting =
        scene.look.any(
            scene.dice,
            """
            SELECT DISTINCT w.code FROM stock_count c JOIN warehouse w ON w.id = c.warehouse_id
              JOIN count_line l ON l.count_id = c.id
             WHERE c.state = 'counted' AND l.state = 'open' ORDER BY 1
            """);
    if (waiting.isEmpty() || scene.dice.percent(70)) {
      return no();
    }
    LocalDate day = scene.today();
    if (scene.dice.percent(85)) {
      day = day.plusDays(1);
      Instant limit = day.atTime(2, 0).toInstant(ZoneOffset.UTC).plusSeconds(1);
      scene.wait(Duration.between(scene.now(), limit));
    }
    return Optional.of(
        posting(
            scene,
            waiting.get().text(0),
            Attempt.of(new ReconcileDay(new WarehouseCode(waiting.get().text(0)), day))));
  }
}
