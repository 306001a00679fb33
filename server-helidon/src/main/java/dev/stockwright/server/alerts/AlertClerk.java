package dev.stockwright.server.alerts;

import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Keeps the rules of alerts, and alerts.
public final class AlertClerk implements Clerk<AlertCommand> {
  private static final Duration SNOOZE_MAX = Duration.ofDays(30);

  /// A rule for all warehouses concerns all of them.
  @Override
  public void prepare(AlertCommand command, DSLContext sql, Needs needs) {
    if (command.warehouses().isEmpty()) {
      all(sql).forEach(needs::warehouse);
    }
  }

  @Override
  public Decision handle(AlertCommand command, Work work) {
    AlertBook book = new AlertBook(work);
    return switch (command) {
      case AlertCommand.SetAlertRule c ->
          rule(c.covers(), work, "set", rules -> Optional.of(rules.set(c.covers(), c.watch())));
      case AlertCommand.RemoveAlertRule c ->
          rule(c.covers(), work, "removed", rules -> rules.remove(c.covers()));
      case AlertCommand.AcknowledgeAlert c ->
          open(
              c.warehouse(),
              c.alert(),
              book,
              alert ->
                  alert.owner().equals(Optional.of(work.author()))
                      ? List.of()
                      : List.of(book.acknowledge(alert)));
      case AlertCommand.SnoozeAlert c -> snooze(c, work, book);
      case AlertCommand.EscalateAlert c ->
          open(
              c.warehouse(),
              c.alert(),
              book,
              alert -> List.of(book.escalate(alert, c.note().orElse(""))));
      case AlertCommand.ResolveAlert c -> resolve(c, work, book);
      case AlertCommand.ReviewAlerts c ->
          new Decision.Act(new AlertReview(work, book).run(c.warehouse()));
    };
  }

  private static Decision snooze(AlertCommand.SnoozeAlert command, Work work, AlertBook book) {
    if (!command.until().isAfter(work.now())
        || command.until().isAfter(work.now().plus(SNOOZE_MAX))) {
      return new Decision.Refuse(
          new DocumentRefusal.OutOfRange(
              "until", "a time from now to 30 days ahead", command.until().toString()));
    }
    return open(
        command.warehouse(),
        command.alert(),
        book,
        alert -> List.of(book.snooze(alert, command.until())));
  }

  private static Decision resolve(AlertCommand.ResolveAlert command, Work work, AlertBook book) {
    Optional<Refusal> wrong = work.wrongReason(command.reason(), "resolve");
    return wrong.isPresent()
        ? new Decision.Refuse(wrong.get())
        : open(
            command.warehouse(),
            command.alert(),
            book,
            alert -> List.of(book.resolve(alert, command.reason().code(), command.note())));
  }

  private static Decision open(
      WarehouseCode warehouse,
      Reference number,
      AlertBook book,
      Function<Alert, List<Step>> doing) {
    Optional<Alert> alert = book.find(warehouse, number);
    if (alert.isEmpty()) {
      return new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.ALERT, number));
    }
    if (alert.get().state().equals(AlertBook.RESOLVED)) {
      return new Decision.Refuse(
          new DocumentRefusal.WrongState(
              DocumentKind.ALERT, number, AlertBook.RESOLVED, "open or acknowledged"));
    }
    return new Decision.Act(doing.apply(alert.get()));
  }

  /// Changes a rule and tells the levels.
  private static Decision rule(
      Covers covers, Work work, String state, Function<RuleBook, Optional<Reference>> change) {
    List<WarehouseCode> warehouses = covers.onlyIn().map(List::of).orElseGet(() -> all(work.sql()));
    Optional<Refusal> no = refusal(covers, work, warehouses);
    if (no.isPresent()) {
      return new Decision.Refuse(no.get());
    }
    RuleBook rules = new RuleBook(work);
    Optional<Reference> number = change.apply(rules);
    if (number.isEmpty()) {
      return new Decision.Act(List.of()); // nobody watches already
    }
    int most = Math.max(1, RuleBook.SLICE / Math.max(1, warehouses.size()));
    warehouses.forEach(warehouse -> rules.tell(warehouse, covers, most));
    return new Decision.Act(
        warehouses.stream()
            .map(at -> Work.note(at, DocumentKind.ALERT_RULE, number.get(), state))
            .toList());
  }

  private static Optional<Refusal> refusal(
      Covers covers, Work work, List<WarehouseCode> warehouses) {
    Optional<Refusal> foreign =
        work.by()
            .reach()
            .flatMap(
                mine ->
                    warehouses.stream()
                        .filter(warehouse -> !mine.contains(warehouse))
                        .findFirst()
                        .map(
                            warehouse ->
                                new Refusal.NotAllowed(
                                    "set the rules of alerts", Optional.of(warehouse))));
    if (foreign.isPresent()) {
      return foreign;
    }
    if (covers.sku().isPresent() && work.productId(covers.sku().get()).isEmpty()) {
      return Optional.of(new Refusal.UnknownProduct(covers.sku().get()));
    }
    return covers
        .bin()
        .filter(bin -> work.locationId(covers.onlyIn().orElseThrow(), bin).isEmpty())
        .map(bin -> new Refusal.UnknownLocation(covers.onlyIn().orElseThrow(), bin));
  }

  private static List<WarehouseCode> all(DSLContext sql) {
    return sql.select(WAREHOUSE.CODE)
        .from(WAREHOUSE)
        .orderBy(WAREHOUSE.ID)
        .fetch(row -> new WarehouseCode(row.value1()));
  }
}
