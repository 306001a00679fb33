package dev.stockwright.server.alerts;

import static dev.stockwright.db.tables.Tables.ALERT;
import static dev.stockwright.db.tables.Tables.ALERT_EVENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;

/// The alerts of a warehouse, for one command at work; those about levels are raised and ended by
/// the ledger itself. Every change is written to the alert's history, from which people are told,
/// and gives the step that tells the screens.
public final class AlertBook {
  static final String OPEN = "open";
  static final String ACKNOWLEDGED = "acknowledged";
  static final String RESOLVED = "resolved";

  private final Work work;

  public AlertBook(Work work) {
    this.work = work;
  }

  /// Raises an alert, unless one is open for its cause or somebody has resolved one while the cause
  /// stood.
  public Optional<Step> raise(NewAlert alert) {
    boolean known =
        work.sql()
            .fetchExists(
                ALERT,
                here(alert.warehouse())
                    .and(ALERT.CAUSE.eq(alert.cause()))
                    .and(ALERT.STATE.ne(RESOLVED).or(ALERT.QUIET)));
    if (known) {
      return Optional.empty();
    }
    long id = work.sql().fetchSingle("SELECT nextval('alert_id_seq')").get(0, Long.class);
    Reference number = new Reference("AL-" + id);
    work.sql()
        .insertInto(ALERT)
        .set(ALERT.ID, id)
        .set(ALERT.NUMBER, number.code())
        .set(ALERT.WAREHOUSE_ID, work.warehouseId(alert.warehouse()))
        .set(ALERT.KIND, alert.kind().code())
        .set(ALERT.CAUSE, alert.cause())
        .set(ALERT.SEVERITY, (short) alert.severity())
        .set(
            ALERT.PRODUCT_ID,
            alert.sku().map(sku -> work.productId(sku).orElseThrow()).orElse(null))
        .set(ALERT.PLACE, alert.place())
        .set(ALERT.LOT, alert.lot())
        .set(ALERT.DOCUMENT, alert.document())
        .set(ALERT.REFERENCE, alert.reference())
        .set(ALERT.SENTENCE, alert.sentence())
        .set(ALERT.VALUE, alert.value())
        .set(ALERT.BOUND, alert.bound())
        .set(ALERT.COMMAND_ID, work.by().id().uuid())
        .set(ALERT.OPENED_AT, work.at())
        .execute();
    write(id, number, "opened", alert.value(), alert.sentence());
    return Optional.of(note(alert.warehouse(), number, OPEN, alert.about()));
  }

  /// What raised the open alert of this cause is over; nothing happens when none is open.
  public Optional<Step> settle(WarehouseCode warehouse, String cause, String why) {
    work.sql()
        .update(ALERT)
        .set(ALERT.QUIET, false)
        .where(here(warehouse))
        .and(ALERT.CAUSE.eq(cause))
        .and(ALERT.QUIET)
        .execute();
    return fetch(warehouse, ALERT.CAUSE.eq(cause).and(ALERT.STATE.ne(RESOLVED))).stream()
        .findFirst()
        .map(alert -> settle(alert, why));
  }

  Step settle(Alert alert, String why) {
    work.sql()
        .update(ALERT)
        .set(ALERT.STATE, RESOLVED)
        .set(ALERT.RESOLVED_AT, work.at())
        .where(ALERT.ID.eq(alert.id()))
        .execute();
    return told(alert, "resolved", RESOLVED, why);
  }

  /// The alert with this number, if the warehouse has it.
  Optional<Alert> find(WarehouseCode warehouse, Reference number) {
    return fetch(warehouse, ALERT.NUMBER.eq(number.code())).stream().findFirst();
  }

  /// Those that are open and that no posting ends, and those that are quiet.
  List<Alert> standing(WarehouseCode warehouse) {
    return fetch(
        warehouse,
        ALERT
            .KIND
            .in(AlertKind.EXPIRING.code(), AlertKind.LATE.code())
            .or(ALERT.KIND.eq(AlertKind.LOW.code()).and(ALERT.PLACE.ne("")))
            .or(ALERT.KIND.eq(AlertKind.REVIEW.code()).and(ALERT.CAUSE.eq(Conditions.LEDGER)))
            .and(ALERT.STATE.ne(RESOLVED).or(ALERT.QUIET)));
  }

  /// Those whose snooze is over.
  List<Alert> slept(WarehouseCode warehouse) {
    return fetch(warehouse, ALERT.STATE.ne(RESOLVED).and(ALERT.SNOOZED_UNTIL.le(work.at())));
  }

  /// Those that nobody has looked at since `before`, though they are at least that severe.
  List<Alert> unseen(WarehouseCode warehouse, int severity, Instant before) {
    var time = before.atOffset(ZoneOffset.UTC);
    return fetch(
        warehouse,
        ALERT
            .STATE
            .eq(OPEN)
            .and(ALERT.SEVERITY.eq((short) severity))
            .and(ALERT.SNOOZED_UNTIL.isNull())
            .and(ALERT.ESCALATION.lt((short) EscalationRules.MAX))
            .and(
                ALERT
                    .ESCALATED_AT
                    .isNull()
                    .and(ALERT.OPENED_AT.le(time))
                    .or(ALERT.ESCALATED_AT.le(time))));
  }

  Step acknowledge(Alert alert) {
    update(alert, change().set(ALERT.STATE, ACKNOWLEDGED).set(ALERT.OWNER, work.author().code()));
    return told(alert, "acknowledged", ACKNOWLEDGED, work.author().code());
  }

  Step snooze(Alert alert, Instant until) {
    update(alert, change().set(ALERT.SNOOZED_UNTIL, until.atOffset(ZoneOffset.UTC)));
    return told(alert, "snoozed", alert.state(), "until " + until);
  }

  Step wake(Alert alert) {
    update(alert, change().setNull(ALERT.SNOOZED_UNTIL));
    return told(alert, "woken", alert.state(), "");
  }

  Step escalate(Alert alert, String why) {
    update(
        alert,
        change()
            .set(ALERT.SEVERITY, (short) Math.max(1, alert.severity() - 1))
            .set(ALERT.ESCALATION, (short) (alert.escalation() + 1))
            .set(ALERT.ESCALATED_AT, work.at()));
    return told(alert, "escalated", alert.state(), why);
  }

  Step resolve(Alert alert, String reason, Optional<String> remark) {
    update(
        alert,
        change()
            .set(ALERT.STATE, RESOLVED)
            .set(ALERT.RESOLVED_AT, work.at())
            .set(ALERT.RESOLVED_BY, work.author().code())
            .set(ALERT.REASON, reason)
            .set(ALERT.QUIET, !alert.ofLevel()));
    return told(
        alert, "resolved", RESOLVED, remark.map(text -> reason + ": " + text).orElse(reason));
  }

  /// What it was about is over, so that it may be raised again.
  void unquiet(Alert alert) {
    update(alert, change().set(ALERT.QUIET, false));
  }

  private UpdateSetMoreStep<?> change() {
    return work.sql().update(ALERT).set(ALERT.VALUE, ALERT.VALUE);
  }

  private static void update(Alert alert, UpdateSetMoreStep<?> change) {
    change.where(ALERT.ID.eq(alert.id())).execute();
  }

  private Step told(Alert alert, String what, String state, String detail) {
    write(alert.id(), alert.number(), what, 0, detail);
    return note(alert.warehouse(), alert.number(), state, alert.about());
  }

  private static Step note(WarehouseCode warehouse, Reference number, String state, String about) {
    return Work.note(warehouse, DocumentKind.ALERT, number, state, about);
  }

  private void write(long id, Reference number, String what, long value, String detail) {
    work.sql()
        .insertInto(ALERT_EVENT)
        .set(ALERT_EVENT.ALERT_ID, id)
        .set(ALERT_EVENT.WHAT, what)
        .set(ALERT_EVENT.AT, work.at())
        .set(ALERT_EVENT.AUTHOR, work.author().code())
        .set(ALERT_EVENT.COMMAND_ID, work.by().id().uuid())
        .set(ALERT_EVENT.VALUE, value)
        .set(ALERT_EVENT.DETAIL, detail)
        .set(ALERT_EVENT.DEDUPE, number + ":" + what + ":" + work.by().id())
        .execute();
  }

  private Condition here(WarehouseCode warehouse) {
    return ALERT.WAREHOUSE_ID.eq(work.warehouseId(warehouse));
  }

  private List<Alert> fetch(WarehouseCode warehouse, Condition which) {
    return work.sql()
        .select(ALERT.asterisk(), PRODUCT.SKU)
        .from(ALERT)
        .leftJoin(PRODUCT)
        .on(PRODUCT.ID.eq(ALERT.PRODUCT_ID))
        .where(here(warehouse))
        .and(which)
        .orderBy(ALERT.ID)
        .fetch(row -> alert(warehouse, row));
  }

  private static Alert alert(WarehouseCode warehouse, Record row) {
    String kind = row.get(ALERT.KIND);
    String place = row.get(ALERT.PLACE);
    String lot = row.get(ALERT.LOT);
    String what = Optional.ofNullable(row.get(PRODUCT.SKU)).orElse(row.get(ALERT.REFERENCE));
    boolean ofLevel =
        place.isEmpty() && AlertKind.OF_LEVELS.stream().anyMatch(each -> each.code().equals(kind));
    return new Alert(
        row.get(ALERT.ID),
        warehouse,
        new Reference(row.get(ALERT.NUMBER)),
        kind + " " + what + (lot.isEmpty() ? "" : " " + lot) + (place.isEmpty() ? "" : " " + place),
        row.get(ALERT.CAUSE),
        row.get(ALERT.SEVERITY),
        row.get(ALERT.STATE),
        Optional.ofNullable(row.get(ALERT.OWNER)).map(Operator::new),
        row.get(ALERT.ESCALATION),
        ofLevel);
  }
}
