package dev.stockwright.server.counting;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A site on which people count: short ways to say who does what.
final class CountSite {
  static final Operator ANA = TestSite.ANA;
  static final Operator BEN = new Operator("ben");
  static final Operator SUE = new Operator("sue");
  static final LocationCode A1 = TestSite.A1;
  static final LocationCode A2 = TestSite.A2;

  final TestSite site;

  CountSite(TestSite site) {
    this.site = site;
  }

  Answer ask(Operator who, Command command) {
    return ask(who, command, Optional.empty());
  }

  Answer ask(Operator who, Command command, Optional<Instant> at) {
    Envelope envelope =
        new Envelope(
            new CommandId(UUID.randomUUID()),
            new DeviceId("D-" + who),
            0,
            Optional.empty(),
            at,
            Optional.empty(),
            false,
            command);
    try {
      return site.desk.submit(Submission.of(envelope, who)).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Answer.Accepted accepted(Operator who, Command command) {
    return assertInstanceOf(Answer.Accepted.class, ask(who, command), command::toString);
  }

  Refusal refused(Operator who, Command command) {
    return assertInstanceOf(Answer.Refused.class, ask(who, command), command::toString).refusal();
  }

  /// Goods are received and put into a bin.
  void stock(Sku sku, long quantity, LocationCode bin) {
    accepted(SUE, TestSite.receive(sku, quantity));
    accepted(SUE, TestSite.move(sku, quantity, TestSite.DOCK, bin));
  }

  Reference request(LocationCode... bins) {
    return accepted(
            SUE,
            new CountCommand.RequestCount(
                W1,
                Optional.empty(),
                Optional.empty(),
                List.of(bins),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .documents()
        .getFirst()
        .number();
  }

  static CountCommand.CountLine line(Reference count, LocationCode bin, Sku sku, long quantity) {
    return line(count, bin, sku, quantity, Optional.empty(), false, false);
  }

  static CountCommand.CountLine line(
      Reference count,
      LocationCode bin,
      Sku sku,
      long quantity,
      Optional<Long> seen,
      boolean replace,
      boolean together) {
    return new CountCommand.CountLine(
        W1,
        count,
        bin,
        Optional.of(sku),
        Optional.empty(),
        Optional.of(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        seen,
        replace,
        together);
  }

  static CountCommand.CountLine piece(Reference count, LocationCode bin, Sku sku, String serial) {
    return new CountCommand.CountLine(
        W1,
        count,
        bin,
        Optional.of(sku),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new SerialNumber(serial)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true);
  }

  static CountCommand.CloseBin close(Reference count, LocationCode bin) {
    return new CountCommand.CloseBin(W1, count, bin, Optional.empty(), false);
  }

  static CountCommand.CloseBin empty(Reference count, LocationCode bin) {
    return new CountCommand.CloseBin(W1, count, bin, Optional.empty(), true);
  }

  static CountCommand.FinishCount finish(Reference count) {
    return new CountCommand.FinishCount(W1, count, false);
  }

  static CountCommand.ReviewVariance review(Reference count, int line, String decision) {
    return new CountCommand.ReviewVariance(
        W1,
        count,
        List.of(
            new CountCommand.ReviewVariance.Verdict(
                line, decision, Optional.of(new ReasonCode("count")), Optional.empty())));
  }

  /// The night after the counts of now; everything finished is taken.
  void night() {
    site.change("UPDATE stock_count SET finished_at = '2000-01-01' WHERE state = 'counted'");
    site.change("DELETE FROM reconciliation");
    try {
      Nights nights = new Nights(site.desk, new Operator("system"), new DeviceId("SERVER"));
      if (!nights.reconcile(W1, today()).completed()) {
        throw new AssertionError("not completed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static LocalDate today() {
    return NightTime.lastDue(Instant.now(), NightTime.USUAL, ZoneOffset.UTC);
  }

  static CountPlanCommand.ReconcileDay reconcile(LocalDate day) {
    return new CountPlanCommand.ReconcileDay(W1, day);
  }

  /// Every line of a count: bin, product, counted, expected, variance, state and cause.
  List<String> lines(Reference count) {
    return site.database
        .changing()
        .fetch(
            """
            SELECT concat_ws(' ', o.code, coalesce(p.sku, l.code), nullif(l.lot, ''), l.counted || '/'
                   || (l.expected + l.late), l.state, nullif(l.cause, ''))
              FROM count_line l JOIN stock_count s ON s.id = l.count_id
              JOIN location o ON o.id = l.location_id LEFT JOIN product p ON p.id = l.product_id
             WHERE s.number = ? ORDER BY l.line""",
            count.code())
        .getValues(0, String.class);
  }

  String state(Reference count) {
    return text("SELECT state FROM stock_count WHERE number = '" + count + "'");
  }

  long inBin(Sku sku, LocationCode bin) {
    return Long.parseLong(
        text(
            "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN product p ON p.id = b.product_id"
                + " JOIN location l ON l.id = b.location_id JOIN warehouse w ON w.id = b.warehouse_id"
                + " WHERE w.code = 'W1' AND p.sku = '"
                + sku
                + "' AND l.code = '"
                + bin
                + "'"));
  }

  long lastNumber() {
    return Long.parseLong(
        text(
            "SELECT last_n FROM warehouse_counter c JOIN warehouse w ON w.id = c.warehouse_id"
                + " WHERE w.code = 'W1'"));
  }

  String text(String sql) {
    return site.database.changing().fetchSingle(sql).get(0, String.class);
  }
}
