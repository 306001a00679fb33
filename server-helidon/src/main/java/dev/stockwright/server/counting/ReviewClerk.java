package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.COUNT_BIN;
import static dev.stockwright.db.tables.Tables.STOCK_COUNT;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountCommand.ReviewVariance.Verdict;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.alerts.AlertBook;
import dev.stockwright.server.alerts.NewAlert;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Decides about the variances of one count, or has its bins counted again by somebody else.
final class ReviewClerk {
  private static final int URGENT = 30;

  private final Work work;
  private final CountBook book;
  private final Count count;
  private final LineBook lines;

  ReviewClerk(Work work, CountBook book, Count count) {
    this.work = work;
    this.book = book;
    this.count = count;
    this.lines = new LineBook(work);
  }

  /// A line that cannot be decided so.
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal why;

    Stop(Refusal why) {
      super(null, null, false, false);
      this.why = why;
    }
  }

  Decision review(CountCommand.ReviewVariance c) {
    if (!count.state().undecided()) {
      return CountClerk.refuse(CountClerk.wrongState(count, "counted or review"));
    }
    Map<Integer, LineBook.Kept> found =
        lines.of(count, c.verdicts().stream().map(Verdict::line).toList());
    try {
      return decided(c.verdicts(), found);
    } catch (Stop stop) {
      return CountClerk.refuse(stop.why);
    }
  }

  private Decision decided(List<Verdict> verdicts, Map<Integer, LineBook.Kept> found) {
    Map<LineBook.Kept, Long> late =
        lines.late(work.warehouseId(count.warehouse()), List.copyOf(found.values()));
    Booking booking = new Booking(work, count.warehouse());
    List<LineBook.Outcome> outcomes = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      LineBook.Kept counted = found.get(verdict.line());
      if (counted == null) {
        throw new Stop(new DocumentRefusal.UnknownDocument(DocumentKind.COUNT, of(verdict.line())));
      }
      LineBook.Kept line = named(verdict, counted);
      check(verdict, line);
      outcomes.add(outcome(verdict, line, late.getOrDefault(counted, 0L), booking));
    }
    lines.decide(outcomes);
    List<Step> steps = new ArrayList<>(booking.steps());
    int review = lines.howMany(count, "review");
    boolean over = review + lines.howMany(count, "open") == 0;
    steps.add(
        book.turn(
            count,
            over ? Count.State.COMPLETED : count.state(),
            over ? "decided" : "under review"));
    if (over) {
      new AlertBook(work)
          .settle(
              count.warehouse(),
              NewAlert.cause(AlertKind.REVIEW, DocumentKind.COUNT, count.number().code()),
              "decided")
          .ifPresent(steps::add);
    }
    return new Decision.Act(steps);
  }

  private Reference of(int line) {
    return new Reference(count.number() + "/" + line);
  }

  private void check(Verdict verdict, LineBook.Kept line) {
    if (!line.state().equals("review") && !line.state().equals("open")) {
      throw new Stop(
          new DocumentRefusal.WrongState(
              DocumentKind.COUNT, of(line.line()), line.state(), "open or in review"));
    }
    long most = work.setting(count.warehouse(), "counting.own_review_value", 0L);
    boolean own = line.counters().contains(work.author().code());
    if (own && Tolerance.value(Math.abs(line.variance(0)), Math.max(1, line.unitCost())) > most) {
      throw new Stop(
          new DocumentRefusal.OtherPersonNeeded(
              "decide about line " + line.line() + " of count " + count.number(), work.author()));
    }
    verdict
        .reason()
        .flatMap(reason -> work.wrongReason(reason, "count"))
        .ifPresent(
            why -> {
              throw new Stop(why);
            });
  }

  private LineBook.Outcome outcome(
      Verdict verdict, LineBook.Kept line, long late, Booking booking) {
    String reason = verdict.reason().map(code -> code.code()).orElse("");
    long variance = line.variance(late);
    if (!verdict.accepts() || variance == 0 || line.cause() == Cause.UNEXPECTED_UNIT) {
      String state = verdict.accepts() ? "accepted" : "rejected";
      return new LineBook.Outcome(line, state, line.cause(), reason, late, 0);
    }
    Sku sku = line.sku().orElseThrow();
    KitRules.refusal(sku, work.stock().gates())
        .ifPresent(
            why -> {
              throw new Stop(why);
            });
    return switch (booking.book(line, sku, variance, verdict.reason().orElseThrow(), true)) {
      case PostingRules.Plan.Post post ->
          new LineBook.Outcome(
              line,
              "accepted",
              line.cause(),
              reason,
              late,
              post.postings().isEmpty() ? 0 : variance);
      case PostingRules.Plan.Stuck(var cause) ->
          throw new Stop(
              switch (cause) {
                case PROMISED -> promised(line, sku, variance, booking);
                case OF_DOCUMENT -> booking.ofDocument(line, sku, variance).orElseThrow();
                default -> new CountRefusal.MovedOn(count.number(), line.line(), line.bin());
              });
    };
  }

  private Refusal promised(LineBook.Kept line, Sku sku, long variance, Booking booking) {
    return new Refusal.InsufficientStock(
        count.warehouse(), sku, Optional.of(line.bin()), -variance, booking.available(sku));
  }

  /// The line with what its goods are, where they had an unknown code.
  private LineBook.Kept named(Verdict verdict, LineBook.Kept line) {
    if (line.sku().isPresent() || !verdict.accepts() || line.cause() == Cause.UNEXPECTED_UNIT) {
      return line;
    }
    Sku sku =
        verdict
            .sku()
            .orElseThrow(
                () ->
                    new Stop(
                        new DocumentRefusal.OutOfRange(
                            "product of line " + line.line(), "the sku that it is", "none")));
    return lines.named(line, sku).orElseThrow(() -> new Stop(new Refusal.UnknownProduct(sku)));
  }

  Decision recount(CountCommand.RequestRecount c) {
    if (!count.state().undecided()) {
      return CountClerk.refuse(CountClerk.wrongState(count, "counted or review"));
    }
    Set<String> codes = new TreeSet<>();
    c.bins().forEach(bin -> codes.add(bin.code()));
    if (codes.isEmpty()) {
      codes.addAll(doubtful());
    }
    Set<String> counted = counted();
    for (String code : codes) {
      if (!counted.contains(code)) {
        return CountClerk.refuse(
            new CountRefusal.BinNotAsked(new LocationCode(code), count.number()));
      }
    }
    if (codes.isEmpty()) {
      return CountClerk.refuse(
          new DocumentRefusal.OutOfRange("number of bins", "at least one with a variance", "none"));
    }
    Set<String> counters = counters(codes);
    if (c.assignee().filter(who -> counters.contains(who.code())).isPresent()) {
      return CountClerk.refuse(
          new DocumentRefusal.OtherPersonNeeded(
              "count " + String.join(", ", codes) + " again", c.assignee().get()));
    }
    return again(codes, counters, c.assignee());
  }

  private Decision again(Set<String> codes, Set<String> counters, Optional<Operator> assignee) {
    Count next =
        new Count(
            count.id(),
            count.warehouse(),
            count.number(),
            Count.State.RECOUNT,
            count.productsOnly(),
            count.round() + 1,
            assignee);
    work.sql()
        .execute(
            """
            INSERT INTO count_bin (count_id, round, location_id)
            SELECT ?, ?, l.id FROM location l WHERE l.warehouse_id = ? AND l.code = ANY (?::text[])""",
            next.id(),
            next.round(),
            work.warehouseId(count.warehouse()),
            codes.toArray(String[]::new));
    work.sql()
        .update(STOCK_COUNT)
        .set(STOCK_COUNT.ONLY_FOR, assignee.map(Operator::code).orElse(""))
        .where(STOCK_COUNT.ID.eq(count.id()))
        .execute();
    List<Step> steps = new ArrayList<>();
    steps.add(book.turn(next, Count.State.RECOUNT, codes.size() + " bins again"));
    Optional<Operator> notFor = counters.stream().findFirst().map(Operator::new);
    steps.addAll(book.openTasks(next, URGENT, notFor, assignee, Optional.empty()));
    return new Decision.Act(steps);
  }

  /// Bins with a variance that nobody has decided about.
  private Set<String> doubtful() {
    return codes(
        """
        SELECT DISTINCT o.code FROM count_line l JOIN location o ON o.id = l.location_id
         WHERE l.count_id = ? AND (l.state = 'review' OR (l.state = 'open' AND l.variance <> 0))""",
        count.id());
  }

  private Set<String> counted() {
    return codes(
        """
        SELECT DISTINCT o.code FROM count_bin b JOIN location o ON o.id = b.location_id
         WHERE b.count_id = ? AND b.state = 'counted'""",
        count.id());
  }

  private Set<String> counters(Set<String> bins) {
    Set<String> all =
        codes(
            """
            SELECT DISTINCT e.counted_by FROM count_entry e JOIN location o ON o.id = e.location_id
             WHERE e.count_id = ? AND o.code = ANY (?::text[])""",
            count.id(),
            bins.toArray(String[]::new));
    all.addAll(
        work.sql()
            .selectDistinct(COUNT_BIN.CLOSED_BY)
            .from(COUNT_BIN)
            .where(COUNT_BIN.COUNT_ID.eq(count.id()))
            .and(COUNT_BIN.CLOSED_BY.isNotNull())
            .fetchSet(COUNT_BIN.CLOSED_BY));
    return all;
  }

  private Set<String> codes(String sql, Object... bindings) {
    return new TreeSet<>(work.sql().fetch(sql, bindings).getValues(0, String.class));
  }
}
