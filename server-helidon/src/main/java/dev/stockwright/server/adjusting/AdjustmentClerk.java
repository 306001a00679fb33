package dev.stockwright.server.adjusting;

import static dev.stockwright.db.tables.Tables.ADJUSTMENT;
import static dev.stockwright.db.tables.Tables.OPERATOR;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.units.StandingUnits;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Takes corrections and has those beyond a limit approved. A proposal is a difference: it is
/// applied to what lies there when it is approved, never written over it.
public final class AdjustmentClerk implements Clerk<AdjustmentCommand> {
  /// Within these a person who may correct does it alone, unless the warehouse says otherwise.
  private static final long UNITS = 20;

  private static final long VALUE = 10_000;

  /// Who may correct alone at all when nothing is set for their role.
  private static final Set<String> CORRECTING =
      Set.of("counter", "supervisor", "admin", "integration");

  private static final String WAITING = "waiting";
  private static final String APPLIED = "applied";
  private static final String REJECTED = "rejected";
  static final String UNDONE = "undone";

  @Override
  public void prepare(AdjustmentCommand command, DSLContext sql, Needs needs) {
    switch (command) {
      case AdjustmentCommand.ProposeAdjustment c -> needs.taken(c.warehouse(), c.sku());
      case AdjustmentCommand.ApproveAdjustment c ->
          sql.select(PRODUCT.SKU)
              .from(ADJUSTMENT)
              .join(PRODUCT)
              .on(PRODUCT.ID.eq(ADJUSTMENT.PRODUCT_ID))
              .where(ADJUSTMENT.NUMBER.eq(c.adjustment().code()))
              .forEach(row -> needs.taken(c.warehouse(), new Sku(row.value1())));
      case AdjustmentCommand.RejectAdjustment _ -> {
        // takes nothing
      }
    }
  }

  @Override
  public Decision handle(AdjustmentCommand command, Work work) {
    return switch (command) {
      case AdjustmentCommand.ProposeAdjustment c -> propose(c, work);
      case AdjustmentCommand.ApproveAdjustment c -> approve(c, work);
      case AdjustmentCommand.RejectAdjustment c -> reject(c, work);
    };
  }

  private static Decision propose(AdjustmentCommand.ProposeAdjustment c, Work work) {
    work.productId(c.sku());
    work.locationId(c.warehouse(), c.location());
    AdjustStock adjust =
        new AdjustStock(
            c.warehouse(),
            c.sku(),
            c.change(),
            Optional.of(c.reason()),
            Optional.of(c.location()),
            c.lot(),
            c.unit(),
            c.condition());
    Decision decision = decision(adjust, work);
    Optional<Refusal> refusal =
        work.wrongReason(c.reason(), "adjust")
            .or(() -> taken(c.number(), work))
            .or(() -> why(decision))
            .or(() -> elsewhere(adjust, work));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    ApprovalRules.Correction correction =
        correction(c.warehouse(), c.sku(), Math.abs(c.change()), work);
    Optional<String> beyond =
        ApprovalRules.why(
            CorrectingAlone.together(correction, adjust, work), limit(c.warehouse(), work));
    Reference number = write(c, correction, beyond, onHand(adjust, work), work);
    List<Step> steps = new ArrayList<>();
    if (beyond.isEmpty()) {
      steps.addAll(moves(decision, number));
    }
    String state = beyond.isEmpty() ? APPLIED : WAITING;
    steps.add(Work.note(c.warehouse(), DocumentKind.ADJUSTMENT, number, state));
    return new Decision.Act(steps);
  }

  /// As `adjust_stock` by itself decides: what belongs to a document is left to it.
  private static Decision decision(AdjustStock adjust, Work work) {
    return KitRules.refusal(adjust, work.stock().gates())
        .or(() -> GuardRules.refusal(adjust, work.stock()))
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> AdjustingRules.decide(adjust, work.stock()));
  }

  private static Optional<Refusal> why(Decision decision) {
    return decision instanceof Decision.Refuse(Refusal why) ? Optional.of(why) : Optional.empty();
  }

  /// What was found belongs into a unit where that stands; it may have been moved since.
  private static Optional<Refusal> elsewhere(AdjustStock adjust, Work work) {
    if (adjust.quantityChange() < 0 || adjust.handlingUnit().isEmpty()) {
      return Optional.empty();
    }
    return new StandingUnits(work)
        .unfit(adjust.handlingUnit().get(), adjust.warehouse(), adjust.location().orElseThrow());
  }

  private static Optional<Refusal> taken(Optional<Reference> number, Work work) {
    return number
        .filter(given -> work.sql().fetchExists(ADJUSTMENT, ADJUSTMENT.NUMBER.eq(given.code())))
        .map(given -> new DocumentRefusal.DocumentExists(DocumentKind.ADJUSTMENT, given));
  }

  /// The movements, with the adjustment's number on them.
  private static List<Step> moves(Decision decision, Reference number) {
    List<Step> steps = new ArrayList<>();
    if (decision instanceof Decision.Post(List<Posting> postings)) {
      for (Posting each : postings) {
        steps.add(
            new Step.Move(
                new Posting(
                    each.warehouse(),
                    each.sku(),
                    each.goods(),
                    each.to(),
                    each.quantity(),
                    each.reason(),
                    Optional.of(number),
                    each.expiry(),
                    each.reverses())));
      }
    }
    return steps;
  }

  private static long onHand(AdjustStock adjust, Work work) {
    PileKey key =
        new PileKey(
            adjust.location().orElseThrow(),
            adjust.lot().map(LotCode::code).orElse(""),
            adjust.handlingUnit().map(HandlingUnit::code).orElse(""),
            adjust.condition().orElse(Condition.AVAILABLE),
            "");
    return work.stock().onHand(adjust.warehouse(), adjust.sku(), key);
  }

  /// What this person has corrected of the product alone counts as well, so that a large correction
  /// cannot be cut into small ones.
  static ApprovalRules.Correction correction(
      WarehouseCode warehouse, Sku sku, long units, Work work) {
    long cost =
        work.sql()
            .select(PRODUCT.UNIT_COST)
            .from(PRODUCT)
            .where(PRODUCT.SKU.eq(sku.code()))
            .fetchSingle(PRODUCT.UNIT_COST);
    var before =
        work.sql()
            .select(
                DSL.coalesce(DSL.sum(DSL.abs(ADJUSTMENT.CHANGE)), DSL.inline(0)).cast(Long.class),
                DSL.coalesce(DSL.sum(ADJUSTMENT.VALUE), DSL.inline(0)).cast(Long.class))
            .from(ADJUSTMENT)
            .where(ADJUSTMENT.PROPOSED_BY.eq(work.author().code()))
            .and(ADJUSTMENT.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
            .and(ADJUSTMENT.PRODUCT_ID.eq(work.productId(sku).orElseThrow()))
            .and(ADJUSTMENT.STATE.in(DSL.inline(APPLIED), DSL.inline(UNDONE)))
            .and(DSL.not(ADJUSTMENT.NEEDS_APPROVAL))
            .and(ADJUSTMENT.PROPOSED_AT.gt(work.at().minusDays(1)))
            .fetchSingle();
    return new ApprovalRules.Correction(
        units, Math.multiplyExact(units, cost), before.value1(), before.value2());
  }

  /// By the role first, such as `adjustment.limit_units.counter`, then for everybody.
  static ApprovalRules.Limit limit(WarehouseCode warehouse, Work work) {
    String role =
        work.sql()
            .select(OPERATOR.ROLE)
            .from(OPERATOR)
            .where(OPERATOR.USER_NAME.eq(work.author().code()))
            .fetchOptional(OPERATOR.ROLE)
            .orElse("");
    boolean alone = CORRECTING.contains(role);
    return new ApprovalRules.Limit(
        limit(warehouse, work, "adjustment.limit_units", role, alone ? UNITS : 0),
        limit(warehouse, work, "adjustment.limit_value", role, alone ? VALUE : 0));
  }

  private static long limit(
      WarehouseCode warehouse, Work work, String name, String role, long otherwise) {
    return work.setting(warehouse, name + "." + role)
        .map(Long::valueOf)
        .orElseGet(() -> otherwise == 0 ? 0 : work.setting(warehouse, name, otherwise));
  }

  private static Reference write(
      AdjustmentCommand.ProposeAdjustment c,
      ApprovalRules.Correction correction,
      Optional<String> beyond,
      long onHand,
      Work work) {
    long id = next(work);
    while (c.number().isEmpty()
        && taken(Optional.of(new Reference("AJ-" + id)), work).isPresent()) {
      id = next(work);
    }
    Reference number = c.number().orElse(new Reference("AJ-" + id));
    boolean waits = beyond.isPresent();
    work.sql()
        .insertInto(ADJUSTMENT)
        .set(ADJUSTMENT.ID, id)
        .set(ADJUSTMENT.NUMBER, number.code())
        .set(ADJUSTMENT.WAREHOUSE_ID, work.warehouseId(c.warehouse()))
        .set(ADJUSTMENT.PRODUCT_ID, work.productId(c.sku()).orElseThrow())
        .set(ADJUSTMENT.PLACE, c.location().code())
        .set(ADJUSTMENT.LOT, c.lot().map(LotCode::code).orElse(""))
        .set(ADJUSTMENT.HANDLING_UNIT, c.unit().map(HandlingUnit::code).orElse(""))
        .set(ADJUSTMENT.CONDITION, c.condition().orElse(Condition.AVAILABLE).code())
        .set(ADJUSTMENT.CHANGE, c.change())
        .set(ADJUSTMENT.REASON, c.reason().code())
        .set(ADJUSTMENT.REMARK, c.remark().orElse(""))
        .set(ADJUSTMENT.STATE, waits ? WAITING : APPLIED)
        .set(ADJUSTMENT.VALUE, correction.value())
        .set(ADJUSTMENT.ON_HAND_BEFORE, onHand)
        .set(ADJUSTMENT.NEEDS_APPROVAL, waits)
        .set(ADJUSTMENT.WHY, beyond.orElse(""))
        .set(ADJUSTMENT.PROPOSED_AT, work.at())
        .set(ADJUSTMENT.PROPOSED_BY, work.author().code())
        .set(ADJUSTMENT.DECIDED_AT, waits ? null : work.at())
        .set(ADJUSTMENT.DECIDED_BY, waits ? null : work.author().code())
        .set(ADJUSTMENT.ON_HAND_AFTER, waits ? null : Long.valueOf(onHand + c.change()))
        .execute();
    return number;
  }

  private static long next(Work work) {
    return work.sql()
        .fetchSingle("SELECT nextval(pg_get_serial_sequence('adjustment', 'id'))")
        .get(0, Long.class);
  }

  private static Decision approve(AdjustmentCommand.ApproveAdjustment c, Work work) {
    Optional<Record> row = find(c.warehouse(), c.adjustment(), work);
    if (row.isEmpty()) {
      return unknown(c.adjustment());
    }
    AdjustStock adjust = adjust(c.warehouse(), row.get());
    work.locationId(c.warehouse(), adjust.location().orElseThrow());
    Optional<Refusal> refusal = ApprovalRules.refusal(proposal(row.get()), work.author());
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Decision decision = decision(adjust, work);
    Optional<Refusal> unfit = why(decision).or(() -> elsewhere(adjust, work));
    if (unfit.isPresent()) {
      return new Decision.Refuse(unfit.get());
    }
    decide(row.get(), APPLIED, "", onHand(adjust, work) + adjust.quantityChange(), work);
    List<Step> steps = new ArrayList<>(moves(decision, c.adjustment()));
    steps.add(Work.note(c.warehouse(), DocumentKind.ADJUSTMENT, c.adjustment(), APPLIED));
    return new Decision.Act(steps);
  }

  private static Decision reject(AdjustmentCommand.RejectAdjustment c, Work work) {
    Optional<Record> row = find(c.warehouse(), c.adjustment(), work);
    if (row.isEmpty()) {
      return unknown(c.adjustment());
    }
    Optional<Refusal> refusal =
        ApprovalRules.refusal(proposal(row.get()), work.author())
            .or(() -> work.wrongReason(c.reason(), "cancel"));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    decide(row.get(), REJECTED, c.reason().code(), -1, work);
    return new Decision.Act(
        List.of(Work.note(c.warehouse(), DocumentKind.ADJUSTMENT, c.adjustment(), REJECTED)));
  }

  static Optional<Record> find(WarehouseCode warehouse, Reference number, Work work) {
    return work.sql()
        .select(ADJUSTMENT.asterisk(), PRODUCT.SKU)
        .from(ADJUSTMENT)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(ADJUSTMENT.PRODUCT_ID))
        .where(ADJUSTMENT.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(ADJUSTMENT.NUMBER.eq(number.code()))
        .fetchOptional()
        .map(row -> row);
  }

  private static AdjustStock adjust(WarehouseCode warehouse, Record row) {
    String lot = row.get(ADJUSTMENT.LOT);
    String unit = row.get(ADJUSTMENT.HANDLING_UNIT);
    return new AdjustStock(
        warehouse,
        new Sku(row.get(PRODUCT.SKU)),
        row.get(ADJUSTMENT.CHANGE),
        Optional.of(new ReasonCode(row.get(ADJUSTMENT.REASON))),
        Optional.of(new LocationCode(row.get(ADJUSTMENT.PLACE))),
        lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)),
        unit.isEmpty() ? Optional.empty() : Optional.of(new HandlingUnit(unit)),
        Optional.of(Condition.of(row.get(ADJUSTMENT.CONDITION))));
  }

  static ApprovalRules.Proposal proposal(Record row) {
    return new ApprovalRules.Proposal(
        new Reference(row.get(ADJUSTMENT.NUMBER)),
        row.get(ADJUSTMENT.STATE),
        new Operator(row.get(ADJUSTMENT.PROPOSED_BY)));
  }

  /// @param onHandAfter below 0: nothing was changed
  static void decide(Record row, String state, String why, long onHandAfter, Work work) {
    work.sql()
        .update(ADJUSTMENT)
        .set(ADJUSTMENT.STATE, state)
        .set(ADJUSTMENT.DECISION, why)
        .set(ADJUSTMENT.DECIDED_AT, work.at())
        .set(ADJUSTMENT.DECIDED_BY, work.author().code())
        .set(ADJUSTMENT.ON_HAND_AFTER, onHandAfter < 0 ? null : Long.valueOf(onHandAfter))
        .where(ADJUSTMENT.ID.eq(row.get(ADJUSTMENT.ID)))
        .execute();
  }

  static Decision unknown(Reference number) {
    return new Decision.Refuse(
        new DocumentRefusal.UnknownDocument(DocumentKind.ADJUSTMENT, number));
  }
}
