package dev.stockwright.server.adjusting;

import static dev.stockwright.db.tables.Tables.OPERATOR;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How far a person may correct stock alone by `adjust_stock`: as far as by an adjustment, counted
/// together with what they have corrected of the product that way within a day. A program, such as
/// an ERP that reports its own figures, has a limit of its role as well: a fault of it would go
/// through all products in a minute. Made anew for every transaction, because it remembers what
/// earlier commands of it correct.
public final class CorrectingAlone {
  /// Whose corrections a second person approves.
  private static final Set<String> LIMITED =
      Set.of("counter", "supervisor", "admin", "integration");

  /// What a person has corrected without an adjustment within a day, command by command, so that
  /// goods which only got another condition do not count.
  private static final String BEFORE =
      """
      SELECT coalesce(sum(abs(c.units)), 0)::bigint
        FROM (SELECT sum(CASE WHEN m.to_location_id <= 100 THEN -m.quantity ELSE m.quantity END) AS units
                FROM movement m
                JOIN location f ON f.id = m.from_location_id
                JOIN location t ON t.id = m.to_location_id
               WHERE m.warehouse_id = ? AND m.product_id = ? AND m.author = ?
                 AND m.recorded_at > ?::timestamptz - interval '1 day'
                 AND m.reference IS NULL AND m.reverses_n IS NULL
                 AND (f.code IN ('LOST_AND_FOUND', 'SCRAP') OR t.code IN ('LOST_AND_FOUND', 'SCRAP'))
               GROUP BY m.command_id) c""";

  private final Map<Operator, Optional<String>> roles = new HashMap<>();
  private final Map<Corrected, Long> units = new HashMap<>();

  private record Corrected(Operator by, WarehouseCode warehouse, Sku sku) {}

  /// Why a second person is needed; empty when none is.
  public Optional<Refusal> refusal(AdjustStock command, Work work) {
    Optional<String> role =
        roles.computeIfAbsent(work.author(), any -> role(work)).filter(LIMITED::contains);
    if (role.isEmpty() || !work.stock().knows(command.warehouse(), command.sku())) {
      return Optional.empty();
    }
    long cost =
        work.sql()
            .select(PRODUCT.UNIT_COST)
            .from(PRODUCT)
            .where(PRODUCT.SKU.eq(command.sku().code()))
            .fetchSingle(PRODUCT.UNIT_COST);
    Corrected mine = new Corrected(work.author(), command.warehouse(), command.sku());
    ApprovalRules.Correction proposed =
        AdjustmentClerk.correction(command.warehouse(), command.sku(), 0, work);
    long before =
        units.computeIfAbsent(mine, any -> before(command, work)) + proposed.unitsBefore();
    long now = Math.abs(command.quantityChange());
    ApprovalRules.Correction all =
        new ApprovalRules.Correction(
            now, Math.multiplyExact(now, cost), before, Math.multiplyExact(before, cost));
    ApprovalRules.Limit limit = AdjustmentClerk.limit(command.warehouse(), work);
    Optional<String> why = ApprovalRules.why(all, limit);
    if (why.isEmpty()) {
      units.merge(mine, now, Long::sum);
    }
    return why.map(
        given ->
            new GuardRefusal.ApprovalNeeded(
                command.warehouse(),
                command.sku(),
                given,
                limit.units() + " units and value " + limit.value() + " within a day"));
  }

  /// The same with what the person has corrected of the product without an adjustment.
  static ApprovalRules.Correction together(
      ApprovalRules.Correction proposed, AdjustStock same, Work work) {
    long before = before(same, work);
    long cost = proposed.units() == 0 ? 0 : proposed.value() / proposed.units();
    return new ApprovalRules.Correction(
        proposed.units(),
        proposed.value(),
        proposed.unitsBefore() + before,
        proposed.valueBefore() + Math.multiplyExact(before, cost));
  }

  private static long before(AdjustStock command, Work work) {
    return work.sql()
        .fetchSingle(
            BEFORE,
            work.warehouseId(command.warehouse()),
            work.productId(command.sku()).orElseThrow(),
            work.author().code(),
            work.at().toString())
        .get(0, Long.class);
  }

  private static Optional<String> role(Work work) {
    return work.sql()
        .select(OPERATOR.ROLE)
        .from(OPERATOR)
        .where(OPERATOR.USER_NAME.eq(work.author().code()))
        .fetchOptional(OPERATOR.ROLE);
  }
}
