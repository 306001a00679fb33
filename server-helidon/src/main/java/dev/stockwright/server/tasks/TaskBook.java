package dev.stockwright.server.tasks;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.TASK;
import static dev.stockwright.db.tables.Tables.TASK_SKIP;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// The tasks of a warehouse, for one command at work. Every change gives the step that tells
/// everybody of it.
public final class TaskBook {
  /// How long a lease holds without a sign of life.
  public static final Duration LEASE = Duration.ofSeconds(150);

  /// The database puts the tasks for a person in the order of [TaskRules#next]; a few do.
  private static final int CANDIDATES = 8;

  private final Work work;

  public TaskBook(Work work) {
    this.work = work;
  }

  /// Puts a task into the queue.
  public Step open(NewTask task) {
    int warehouse = work.warehouseId(task.warehouse());
    var place =
        task.place()
            .flatMap(
                code ->
                    work.sql()
                        .select(LOCATION.ZONE, LOCATION.PICK_SEQUENCE)
                        .from(LOCATION)
                        .where(LOCATION.WAREHOUSE_ID.eq(warehouse))
                        .and(LOCATION.CODE.eq(code.code()))
                        .fetchOptional());
    long id = work.sql().fetchSingle("SELECT nextval('task_id_seq')").get(0, Long.class);
    Reference number = new Reference("T-" + id);
    work.sql()
        .insertInto(TASK)
        .set(TASK.ID, id)
        .set(TASK.WAREHOUSE_ID, warehouse)
        .set(TASK.NUMBER, number.code())
        .set(TASK.KIND, task.kind().code())
        .set(TASK.PRIORITY, (short) task.priority())
        .set(TASK.ZONE, place.map(row -> row.value1()).orElse(""))
        .set(TASK.PLACE, task.place().map(LocationCode::code).orElse(""))
        .set(TASK.TO_PLACE, task.to().map(LocationCode::code).orElse(""))
        .set(TASK.SEQUENCE, place.map(row -> row.value2()).orElse(0))
        .set(TASK.DOCUMENT, task.document().code())
        .set(TASK.REFERENCE, task.reference().code())
        .set(TASK.LINE, task.line())
        .set(TASK.PRODUCT_ID, task.sku().map(this::product).orElse(null))
        .set(TASK.QUANTITY, task.quantity())
        .set(TASK.LOT, task.lot())
        .set(TASK.HANDLING_UNIT, task.handlingUnit())
        .set(TASK.NOT_FOR, task.notFor().map(Operator::code).orElse(""))
        .set(TASK.ONLY_FOR, task.onlyFor().map(Operator::code).orElse(""))
        .set(TASK.DUE_AT, task.dueAt().map(TaskBook::column).orElse(null))
        .set(TASK.MADE_AT, work.at())
        .execute();
    return Work.note(task.warehouse(), DocumentKind.TASK, number, Task.State.OPEN.code());
  }

  /// The task with this number, if the warehouse has it.
  public Optional<Task> find(WarehouseCode warehouse, Reference number) {
    return fetch(warehouse, TASK.NUMBER.eq(number.code())).stream().findFirst();
  }

  /// The tasks of a document, oldest first.
  public List<Task> of(WarehouseCode warehouse, DocumentKind document, Reference reference) {
    return fetch(
        warehouse, TASK.DOCUMENT.eq(document.code()).and(TASK.REFERENCE.eq(reference.code())));
  }

  /// The tasks at a place that wait and belong to a kind of document, oldest first.
  public List<Task> at(WarehouseCode warehouse, LocationCode place, DocumentKind document) {
    return fetch(
        warehouse,
        TASK.PLACE
            .eq(place.code())
            .and(TASK.DOCUMENT.eq(document.code()))
            .and(TASK.STATE.in("open", "leased")));
  }

  /// The first of those that a person may be given, best first: in the order of [TaskRules#next].
  ///
  /// @param from how far along the way through the warehouse the person stands
  List<Task> waiting(WarehouseCode warehouse, List<String> kinds, Optional<String> zone, int from) {
    String who = work.author().code();
    Condition mine = TASK.LEASED_TO.eq(who).and(TASK.LEASE_UNTIL.gt(work.at()));
    Condition free = TASK.STATE.eq("open").or(TASK.LEASE_UNTIL.le(work.at())).or(mine);
    Condition suits = TASK.NOT_FOR.ne(who).and(TASK.ONLY_FOR.in("", who));
    Condition wanted = TASK.STATE.in("open", "leased").and(free).and(suits);
    if (!kinds.isEmpty()) {
      wanted = wanted.and(TASK.KIND.in(kinds));
    }
    return select(warehouse)
        .and(zone.map(TASK.ZONE::eq).map(wanted::and).orElse(wanted))
        .orderBy(
            DSL.when(mine, 0).otherwise(1),
            DSL.when(TASK_SKIP.AT.isNotNull(), 1).otherwise(0),
            TASK.PRIORITY,
            DSL.when(TASK.SEQUENCE.lt(from), 1).otherwise(0),
            TASK.SEQUENCE,
            TASK.ID)
        .limit(CANDIDATES)
        .fetch(row -> task(warehouse, row));
  }

  /// Gives it to a person for [#LEASE].
  public Step lease(Task task, Operator who) {
    work.sql()
        .update(TASK)
        .set(TASK.STATE, Task.State.LEASED.code())
        .set(TASK.LEASED_TO, who.code())
        .set(TASK.LEASED_ON, work.device().code())
        .set(TASK.LEASE_UNTIL, column(work.now().plus(LEASE)))
        .where(TASK.ID.eq(task.id()))
        .execute();
    return Work.note(
        task.warehouse(), DocumentKind.TASK, task.number(), Task.State.LEASED.code(), who.code());
  }

  /// Puts it back into the queue.
  public Step reopen(Task task) {
    return turn(task, Task.State.OPEN);
  }

  /// It is to be done after all, because what ended it was undone. Who ended it goes on with it.
  public Step again(Task task) {
    boolean own =
        work.sql()
            .fetchExists(TASK, TASK.ID.eq(task.id()).and(TASK.ENDED_BY.eq(work.author().code())));
    Step open = reopen(task);
    return own ? lease(task, work.author()) : open;
  }

  /// It is done.
  public Step finish(Task task) {
    return turn(task, Task.State.DONE);
  }

  /// It need not be done.
  public Step cancel(Task task) {
    return turn(task, Task.State.CANCELLED);
  }

  /// The same, with the reason that its history shows.
  public Step cancel(Task task, String why) {
    turn(task, Task.State.CANCELLED);
    return Work.note(
        task.warehouse(), DocumentKind.TASK, task.number(), Task.State.CANCELLED.code(), why);
  }

  /// It is about this many units now.
  public Step resize(Task task, long units, String why) {
    work.sql().update(TASK).set(TASK.QUANTITY, units).where(TASK.ID.eq(task.id())).execute();
    return Work.note(task.warehouse(), DocumentKind.TASK, task.number(), task.state().code(), why);
  }

  void skip(Task task, Operator who, String reason) {
    work.sql()
        .insertInto(TASK_SKIP)
        .set(TASK_SKIP.TASK_ID, task.id())
        .set(TASK_SKIP.OPERATOR, who.code())
        .set(TASK_SKIP.AT, work.at())
        .set(TASK_SKIP.REASON, reason)
        .onConflict(TASK_SKIP.TASK_ID, TASK_SKIP.OPERATOR)
        .doUpdate()
        .set(TASK_SKIP.AT, work.at())
        .set(TASK_SKIP.REASON, reason)
        .execute();
  }

  void rank(Task task, int priority) {
    work.sql()
        .update(TASK)
        .set(TASK.PRIORITY, (short) priority)
        .where(TASK.ID.eq(task.id()))
        .execute();
  }

  /// What it is about stands there now.
  public Step move(Task task, LocationCode place) {
    work.sql()
        .update(TASK)
        .set(TASK.PLACE, place.code())
        .set(TASK.ZONE, zone(task.warehouse(), place))
        .set(TASK.SEQUENCE, sequence(task.warehouse(), Optional.of(place)))
        .where(TASK.ID.eq(task.id()))
        .execute();
    return Work.note(
        task.warehouse(), DocumentKind.TASK, task.number(), task.state().code(), "now at " + place);
  }

  private String zone(WarehouseCode warehouse, LocationCode place) {
    return work.sql()
        .select(LOCATION.ZONE)
        .from(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(LOCATION.CODE.eq(place.code()))
        .fetchSingle(LOCATION.ZONE);
  }

  /// How far along the way through the warehouse a place is; 0 when nobody says.
  int sequence(WarehouseCode warehouse, Optional<LocationCode> place) {
    return place
        .flatMap(
            code ->
                work.sql()
                    .select(LOCATION.PICK_SEQUENCE)
                    .from(LOCATION)
                    .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
                    .and(LOCATION.CODE.eq(code.code()))
                    .fetchOptional(LOCATION.PICK_SEQUENCE))
        .orElse(0);
  }

  private Step turn(Task task, Task.State state) {
    boolean over = !state.waiting();
    work.sql()
        .update(TASK)
        .set(TASK.STATE, state.code())
        .setNull(TASK.LEASED_TO)
        .setNull(TASK.LEASED_ON)
        .setNull(TASK.LEASE_UNTIL)
        .set(TASK.ENDED_AT, over ? work.at() : null)
        .set(TASK.ENDED_BY, over ? work.author().code() : null)
        .where(TASK.ID.eq(task.id()))
        .execute();
    return Work.note(task.warehouse(), DocumentKind.TASK, task.number(), state.code());
  }

  private List<Task> fetch(WarehouseCode warehouse, Condition which) {
    return select(warehouse)
        .and(which)
        .orderBy(TASK.PRIORITY, TASK.ID)
        .fetch(row -> task(warehouse, row));
  }

  private SelectConditionStep<Record> select(WarehouseCode warehouse) {
    return work.sql()
        .select(TASK.asterisk(), TASK_SKIP.AT)
        .from(TASK)
        .leftJoin(TASK_SKIP)
        .on(TASK_SKIP.TASK_ID.eq(TASK.ID))
        .and(TASK_SKIP.OPERATOR.eq(work.author().code()))
        .where(TASK.WAREHOUSE_ID.eq(work.warehouseId(warehouse)));
  }

  private Task task(WarehouseCode warehouse, Record row) {
    Optional<Instant> until =
        Optional.ofNullable(row.get(TASK.LEASE_UNTIL)).map(OffsetDateTime::toInstant);
    boolean held = until.filter(work.now()::isBefore).isPresent();
    return new Task(
        row.get(TASK.ID),
        warehouse,
        new Reference(row.get(TASK.NUMBER)),
        row.get(TASK.KIND),
        Task.State.valueOf(row.get(TASK.STATE).toUpperCase(Locale.ROOT)),
        row.get(TASK.PRIORITY),
        row.get(TASK.ZONE),
        row.get(TASK.PLACE),
        row.get(TASK.SEQUENCE),
        row.get(TASK.DOCUMENT),
        row.get(TASK.REFERENCE),
        row.get(TASK.LINE),
        row.get(TASK.NOT_FOR),
        row.get(TASK.ONLY_FOR),
        held ? Optional.of(new Operator(row.get(TASK.LEASED_TO))) : Optional.empty(),
        until,
        row.get(TASK_SKIP.AT) != null);
  }

  private Integer product(Sku sku) {
    return work.productId(sku).orElseThrow();
  }

  private static OffsetDateTime column(Instant time) {
    return time.atOffset(java.time.ZoneOffset.UTC);
  }
}
