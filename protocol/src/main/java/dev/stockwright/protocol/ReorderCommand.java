package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// Reordering: rules, proposals of what to buy, and what people decide about them.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ReorderCommand.SetReorderRule.class, name = "set_reorder_rule")
@Json.SubType(type = ReorderCommand.RemoveReorderRule.class, name = "remove_reorder_rule")
@Json.SubType(type = ReorderCommand.ReviewReorder.class, name = "review_reorder")
@Json.SubType(type = ReorderCommand.ChangeProposal.class, name = "change_proposal")
@Json.SubType(type = ReorderCommand.ApproveProposals.class, name = "approve_proposals")
@Json.SubType(type = ReorderCommand.RejectProposal.class, name = "reject_proposal")
public sealed interface ReorderCommand extends WorkCommand {
  /// Where the goods are wanted.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Buys this product from now on when its inventory position is at the point or below.
  ///
  /// @param supplier their code
  /// @param point base units
  /// @param fixed so many at a time; this or `upTo`
  /// @param upTo as many as bring the position up to this
  /// @param minimum the supplier sells no less; 1 when absent
  /// @param multiple the supplier sells whole multiples of this; 1 when absent
  /// @param leadDays from order to arrival; the supplier's own when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record SetReorderRule(
      WarehouseCode warehouse,
      Sku sku,
      Reference supplier,
      long point,
      Optional<Long> fixed,
      Optional<Long> upTo,
      Optional<Long> minimum,
      Optional<Long> multiple,
      Optional<Long> leadDays)
      implements ReorderCommand {
    private static final long DAYS_MAX = 1_000;

    public SetReorderRule {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("supplier", supplier);
      fixed = Required.orEmpty(fixed);
      upTo = Required.orEmpty(upTo);
      minimum = Required.orEmpty(minimum);
      multiple = Required.orEmpty(multiple);
      leadDays = Required.orEmpty(leadDays);
      check(point >= 0, "point is 0 or above");
      check(fixed.isPresent() != upTo.isPresent(), "give either fixed or up_to");
      check(fixed.orElse(1L) > 0, "fixed is above 0");
      check(upTo.orElse(Long.MAX_VALUE) > point, "up_to lies above point");
      check(minimum.orElse(1L) > 0 && multiple.orElse(1L) > 0, "minimum and multiple are above 0");
      long days = leadDays.orElse(0L);
      check(days >= 0 && days <= DAYS_MAX, "lead_days is from 0 to " + DAYS_MAX);
      for (Optional<Long> amount : List.of(fixed, upTo, minimum, multiple)) {
        check(amount.orElse(1L) <= Quantity.MAX, "amounts are at most " + Quantity.MAX);
      }
    }

    private static void check(boolean good, String rule) {
      if (!good) {
        throw new InvalidValue("invalid_reorder_rule", rule + "; change it");
      }
    }
  }

  /// Buys this product by itself no longer.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RemoveReorderRule(WarehouseCode warehouse, Sku sku) implements ReorderCommand {
    public RemoveReorderRule {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
    }
  }

  /// Looks at the rules and makes, changes and withdraws proposals. Given every night by the server
  /// itself.
  ///
  /// @param skus only these; all that have a rule when empty
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReviewReorder(WarehouseCode warehouse, List<Sku> skus) implements ReorderCommand {
    public ReviewReorder {
      Required.field("warehouse", warehouse);
      skus = Required.orEmpty(skus);
    }
  }

  /// Another quantity than was calculated.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ChangeProposal(WarehouseCode warehouse, Reference proposal, Quantity quantity)
      implements ReorderCommand {
    public ChangeProposal {
      Required.field("warehouse", warehouse);
      Required.field("proposal", proposal);
      Required.field("quantity", quantity);
    }
  }

  /// Buy these: one purchase order for each supplier.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ApproveProposals(WarehouseCode warehouse, @Filled List<Reference> proposals)
      implements ReorderCommand {
    /// More lines than a purchase order should have.
    public static final int MAX = 500;

    public ApproveProposals {
      Required.field("warehouse", warehouse);
      proposals = Required.orEmpty(proposals);
      if (proposals.isEmpty() || proposals.size() > MAX) {
        throw new InvalidValue(
            "invalid_proposals", "proposals names 1 to " + MAX + " of them; change it");
      }
    }
  }

  /// Don't buy this.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RejectProposal(WarehouseCode warehouse, Reference proposal, ReasonCode reason)
      implements ReorderCommand {
    public RejectProposal {
      Required.field("warehouse", warehouse);
      Required.field("proposal", proposal);
      Required.field("reason", reason);
    }
  }
}
