package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.WAVE;
import static dev.stockwright.db.tables.Tables.WAVE_ORDER;

import dev.stockwright.db.tables.tables.Product;
import dev.stockwright.db.tables.tables.records.PickRecord;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.picking.AllocationRules.Taking;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The picks of a warehouse, for one command at work.
final class PickBook {
  private static final Product OTHER = PRODUCT.as("other");

  private final Work work;
  private final WarehouseCode warehouse;
  private final int site;

  PickBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.site = work.warehouseId(warehouse);
  }

  /// The order that a pick is for, read without a lock.
  static Optional<Reference> order(DSLContext sql, Reference pick) {
    return PickLine.id(pick)
        .flatMap(
            id ->
                sql.select(SALES_ORDER.NUMBER)
                    .from(PICK)
                    .join(SALES_ORDER)
                    .on(SALES_ORDER.ID.eq(PICK.ORDER_ID))
                    .where(PICK.ID.eq(id))
                    .fetchOptional(SALES_ORDER.NUMBER))
        .map(Reference::new);
  }

  /// The pick with this number, if the warehouse has it.
  Optional<PickLine> find(Reference number) {
    return PickLine.id(number).flatMap(id -> fetch(PICK.ID.eq(id)).stream().findFirst());
  }

  /// Those of a task, in the order of the way.
  List<PickLine> ofTask(String task) {
    return fetch(PICK.TASK.eq(task));
  }

  /// Those of an order, of all its waves.
  List<PickLine> ofOrder(long order) {
    return fetch(PICK.ORDER_ID.eq(order));
  }

  /// Those of a wave.
  List<PickLine> ofWave(long wave) {
    return fetch(PICK.WAVE_ID.eq(wave));
  }

  /// All that are not done, oldest first.
  List<PickLine> unfinished() {
    return fetch(PICK.STATE.in(PickLine.OPEN, PickLine.WAITING));
  }

  /// Open ones of these goods.
  List<PickLine> at(Sku sku, PileKey goods) {
    return fetch(
            PICK.STATE
                .eq(PickLine.OPEN)
                .and(PICK.PRODUCT_ID.eq(work.productId(sku).orElseThrow()))
                .and(LOCATION.CODE.eq(goods.location().code())))
        .stream()
        .filter(pick -> pick.goods().equals(Optional.of(goods)))
        .toList();
  }

  private List<PickLine> fetch(org.jooq.Condition which) {
    return work.sql()
        .select(PICK.asterisk())
        .select(WAVE.NUMBER, WAVE.METHOD, SALES_ORDER.NUMBER, SALES_ORDER.PRIORITY)
        .select(PRODUCT.SKU, PRODUCT.SERIAL_TRACKED, LOCATION.CODE, WAVE_ORDER.TOTE, OTHER.SKU)
        .from(PICK)
        .join(WAVE)
        .on(WAVE.ID.eq(PICK.WAVE_ID))
        .join(SALES_ORDER)
        .on(SALES_ORDER.ID.eq(PICK.ORDER_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PICK.PRODUCT_ID))
        .leftJoin(LOCATION)
        .on(LOCATION.ID.eq(PICK.LOCATION_ID))
        .leftJoin(WAVE_ORDER)
        .on(WAVE_ORDER.WAVE_ID.eq(PICK.WAVE_ID))
        .and(WAVE_ORDER.ORDER_ID.eq(PICK.ORDER_ID))
        .leftJoin(OTHER)
        .on(OTHER.ID.eq(PICK.SUBSTITUTE_ID))
        .where(PICK.WAREHOUSE_ID.eq(site))
        .and(which)
        .orderBy(PICK.SKIPPED_AT.asc().nullsFirst(), PICK.STOP, PICK.ID)
        .fetch(PickBook::line);
  }

  private static PickLine line(Record row) {
    String place = row.get(LOCATION.CODE);
    Optional<PileKey> goods =
        place == null
            ? Optional.empty()
            : Optional.of(
                new PileKey(
                    new LocationCode(place),
                    row.get(PICK.LOT),
                    row.get(PICK.HANDLING_UNIT),
                    Condition.AVAILABLE,
                    ""));
    String tote = row.get(WAVE_ORDER.TOTE);
    return new PickLine(
        row.get(PICK.ID),
        row.get(PICK.WAVE_ID),
        new Reference(row.get(WAVE.NUMBER)),
        PickMethod.of(row.get(WAVE.METHOD)).orElseThrow(),
        row.get(PICK.TASK),
        new Reference(row.get(SALES_ORDER.NUMBER)),
        row.get(PICK.ORDER_ID),
        row.get(PICK.LINE),
        row.get(SALES_ORDER.PRIORITY),
        new Sku(row.get(PRODUCT.SKU)),
        row.get(PRODUCT.SERIAL_TRACKED),
        goods,
        row.get(PICK.QUANTITY),
        row.get(PICK.PICKED),
        row.get(PICK.STATE),
        tote == null ? "" : tote,
        Optional.ofNullable(row.get(OTHER.SKU)).map(Sku::new),
        row.get(PICK.PROPOSED_BY));
  }

  /// Where a pick belongs.
  ///
  /// @param task empty: to none
  record Home(long wave, String task) {}

  /// One to be added.
  record Adding(Home home, Taking taking, int stop) {}

  /// Adds picks, each at its place on the way.
  void add(List<Adding> adding) {
    var rows = adding.stream().map(each -> row(each.home(), each.taking(), each.stop())).toList();
    work.sql().batchInsert(rows).execute();
  }

  /// Adds what waits for goods.
  void wait(long wave, List<Demand> missing) {
    work.sql().batchInsert(missing.stream().map(demand -> row(wave, demand)).toList()).execute();
  }

  private PickRecord row(Home home, Taking taking, int stop) {
    var row = row(home.wave(), taking.demand().of(taking.quantity()));
    PileKey goods = taking.spot().key();
    row.setTask(home.task());
    row.setLocationId(taking.spot().place().id());
    row.setLot(goods.lot());
    row.setHandlingUnit(goods.handlingUnit());
    row.setState(PickLine.OPEN);
    row.setStop(stop);
    return row;
  }

  private PickRecord row(long wave, Demand demand) {
    var row = new PickRecord();
    row.setWarehouseId(site);
    row.setWaveId(wave);
    row.setOrderId(demand.order());
    row.setLine(demand.line());
    row.setProductId(work.productId(demand.sku()).orElseThrow());
    row.setQuantity(demand.quantity());
    row.setState(PickLine.WAITING);
    row.setChangedAt(work.at());
    row.setChangedBy(work.author().code());
    return row;
  }

  /// So much more was taken.
  Step took(PickLine pick, long quantity) {
    String state = quantity == pick.left() ? PickLine.DONE : PickLine.OPEN;
    work.sql()
        .update(PICK)
        .set(PICK.PICKED, pick.picked() + quantity)
        .set(PICK.STATE, state)
        .setNull(PICK.SKIPPED_AT)
        .set(PICK.CHANGED_AT, work.at())
        .set(PICK.CHANGED_BY, work.author().code())
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, state);
  }

  /// So much of what was taken is back in the bin.
  Step tookBack(PickLine pick, long quantity) {
    work.sql()
        .update(PICK)
        .set(PICK.PICKED, pick.picked() - quantity)
        .set(PICK.STATE, PickLine.OPEN)
        .set(PICK.CHANGED_AT, work.at())
        .set(PICK.CHANGED_BY, work.author().code())
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, PickLine.OPEN);
  }

  /// It ends like this.
  Step end(PickLine pick, String state, String reason) {
    work.sql()
        .update(PICK)
        .set(PICK.STATE, state)
        .set(PICK.REASON, reason)
        .set(PICK.CHANGED_AT, work.at())
        .set(PICK.CHANGED_BY, work.author().code())
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, state);
  }

  /// It wants only so much from here; down to what was taken, it is done or never was.
  Step shrink(PickLine pick, long quantity) {
    boolean over = quantity == pick.picked();
    String state = over ? (quantity == 0 ? PickLine.CANCELLED : PickLine.DONE) : pick.state();
    work.sql()
        .update(PICK)
        .set(PICK.QUANTITY, quantity)
        .set(PICK.STATE, state)
        .set(PICK.CHANGED_AT, work.at())
        .set(PICK.CHANGED_BY, work.author().code())
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, state);
  }

  Step skip(PickLine pick, String reason) {
    work.sql()
        .update(PICK)
        .set(PICK.SKIPPED_AT, work.at())
        .set(PICK.REASON, reason)
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, "skipped");
  }

  /// It is taken from there.
  Step from(PickLine pick, PileKey goods) {
    work.sql()
        .update(PICK)
        .set(PICK.LOCATION_ID, work.locationId(warehouse, goods.location()).orElseThrow())
        .set(PICK.LOT, goods.lot())
        .set(PICK.HANDLING_UNIT, goods.handlingUnit())
        .set(PICK.CHANGED_AT, work.at())
        .set(PICK.CHANGED_BY, work.author().code())
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, "swapped");
  }

  /// Another product was proposed; absent: not any more.
  Step substitute(PickLine pick, Optional<Sku> other) {
    work.sql()
        .update(PICK)
        .set(PICK.SUBSTITUTE_ID, other.map(sku -> work.productId(sku).orElseThrow()).orElse(null))
        .set(PICK.PROPOSED_BY, other.isPresent() ? work.author().code() : "")
        .where(PICK.ID.eq(pick.id()))
        .execute();
    return note(pick, other.isPresent() ? "substitute_proposed" : pick.state());
  }

  /// The tote of an order on its wave is fixed.
  void fixTote(PickLine pick, String tote) {
    work.sql()
        .update(WAVE_ORDER)
        .set(WAVE_ORDER.TOTE, tote)
        .where(WAVE_ORDER.WAVE_ID.eq(pick.waveId()))
        .and(WAVE_ORDER.ORDER_ID.eq(pick.orderId()))
        .execute();
  }

  /// Is anything of the wave still to be picked?
  boolean unfinished(long wave) {
    return work.sql()
        .fetchExists(
            DSL.selectOne()
                .from(PICK)
                .where(PICK.WAVE_ID.eq(wave))
                .and(PICK.STATE.in(PickLine.OPEN, PickLine.WAITING)));
  }

  Step turnWave(PickLine any, String state) {
    return turnWave(any.waveId(), any.wave(), state);
  }

  Step turnWave(long wave, Reference number, String state) {
    boolean over = !state.equals("picking") && !state.equals("released");
    work.sql()
        .update(WAVE)
        .set(WAVE.STATE, state)
        .set(WAVE.ENDED_AT, over ? work.at() : null)
        .where(WAVE.ID.eq(wave))
        .execute();
    return Work.note(warehouse, DocumentKind.WAVE, number, state);
  }

  private Step note(PickLine pick, String state) {
    return Work.note(warehouse, DocumentKind.PICK, pick.number(), state);
  }
}
