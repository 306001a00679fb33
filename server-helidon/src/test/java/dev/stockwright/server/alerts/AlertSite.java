package dev.stockwright.server.alerts;

import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.S2;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A site that is watched: short ways to say what is watched, what moves and what is told.
final class AlertSite implements AutoCloseable {
  final List<Event> events = new ArrayList<>();
  final TestSite site =
      new TestSite(
          (warehouse, epoch, news) -> {
            synchronized (events) {
              events.addAll(news);
            }
          });

  @Override
  public void close() {
    site.close();
  }

  /// No rules, no alerts, and fifty of two products.
  void fiftyOfEach() {
    accepted(new AlertCommand.RemoveAlertRule(Covers.of(W1, S1)));
    site.change(
        """
        DELETE FROM alert_rule;
        DELETE FROM alert_event; DELETE FROM alert; DELETE FROM alert_pending;
        UPDATE stock_level SET low_at = 0, low_clear_at = 0, over_at = 0, over_clear_at = 0,
          out_watched = false, alerts = 0;
        UPDATE product SET category = '', count_class = 'C';
        DELETE FROM setting; DELETE FROM task; UPDATE lot SET expires_on = NULL
        """);
    level(S1, 50);
    level(S2, 50);
    synchronized (events) {
      events.clear();
    }
  }

  static <T> Optional<T> no() {
    return Optional.empty();
  }

  static Optional<Long> some(long amount) {
    return Optional.of(amount);
  }

  static Watch low(long low, long clear) {
    return new Watch(some(low), some(clear), no(), no(), false, no());
  }

  static Covers covers(String category, String countClass) {
    return new Covers(
        Optional.of(W1),
        no(),
        Optional.of(category).filter(text -> !text.isEmpty()),
        Optional.of(countClass).filter(text -> !text.isEmpty()),
        no());
  }

  static AlertCommand set(Covers covers, Watch watch) {
    return new AlertCommand.SetAlertRule(covers, watch);
  }

  void watch(Sku sku, Watch watch) {
    accepted(set(Covers.of(W1, sku), watch));
  }

  static AdjustStock adjust(Sku sku, long change) {
    return new AdjustStock(
        W1, sku, change, Optional.of(new ReasonCode("count")), Optional.of(DOCK), no(), no(), no());
  }

  void take(Sku sku, long quantity) {
    accepted(adjust(sku, -quantity));
  }

  void bring(Sku sku, long quantity) {
    accepted(adjust(sku, quantity));
  }

  void level(Sku sku, long wanted) {
    String now =
        value(
            "SELECT coalesce(sum(l.on_hand), 0)::text FROM product p LEFT JOIN stock_level l"
                + " ON l.product_id = p.id AND l.warehouse_id = 1 WHERE p.sku = '"
                + sku
                + "'");
    long missing = wanted - Long.parseLong(now);
    if (missing != 0) {
      accepted(adjust(sku, missing));
    }
  }

  void reserve(String order, Sku sku, long quantity) {
    accepted(
        new PlaceReservation(
            new Reference(order),
            List.of(new PlaceReservation.Line(sku, W1, new Quantity(quantity))),
            900));
  }

  /// How many documents a review changed.
  int review() {
    return accepted(new AlertCommand.ReviewAlerts(W1)).documents().size();
  }

  Reference number() {
    return new Reference(value("SELECT max(number) FROM alert WHERE state <> 'resolved'"));
  }

  String open() {
    return value(
        """
        SELECT coalesce(string_agg(a.kind || ' ' || coalesce(p.sku, a.reference) || ' ' || a.state
                 || ' ' || a.value || ' of ' || a.bound, '|' ORDER BY a.kind, p.sku, a.reference), '')
          FROM alert a LEFT JOIN product p ON p.id = a.product_id WHERE a.state <> 'resolved'""");
  }

  String history() {
    return value("SELECT string_agg(what, ' ' ORDER BY id) FROM alert_event");
  }

  long count(String table) {
    return Long.parseLong(value("SELECT count(*)::text FROM " + table));
  }

  String value(String sql) {
    return site.database.reading().fetchSingle(sql).get(0, String.class);
  }

  Answer.Accepted accepted(Command command) {
    Answer answer = site.ask(command);
    return assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  Refusal refused(Command command) {
    return assertInstanceOf(Answer.Refused.class, site.ask(command)).refusal();
  }
}
