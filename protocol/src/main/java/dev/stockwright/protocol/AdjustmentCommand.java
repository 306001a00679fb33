package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// Putting the books right, with a second pair of eyes where it matters.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = AdjustmentCommand.ProposeAdjustment.class, name = "propose_adjustment")
@Json.SubType(type = AdjustmentCommand.ApproveAdjustment.class, name = "approve_adjustment")
@Json.SubType(type = AdjustmentCommand.RejectAdjustment.class, name = "reject_adjustment")
public sealed interface AdjustmentCommand extends WorkCommand {
  /// Where the goods are.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// There is more or less than the books say. Within the author's limit this is done at once,
  /// beyond it another person has to approve.
  ///
  /// @param change what is added (above 0) or taken away (below 0); never 0
  /// @param location the bin
  /// @param lot absent: without lot
  /// @param unit the handling unit; absent: loose
  /// @param condition absent: available
  /// @param number the adjustment's number; the server makes one up when it is absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record ProposeAdjustment(
      WarehouseCode warehouse,
      Sku sku,
      long change,
      LocationCode location,
      ReasonCode reason,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit,
      Optional<Condition> condition,
      Optional<Reference> number,
      Optional<String> remark)
      implements AdjustmentCommand {
    public ProposeAdjustment {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("location", location);
      Required.field("reason", reason);
      lot = Required.orEmpty(lot);
      unit = Required.orEmpty(unit);
      condition = Required.orEmpty(condition);
      number = Required.orEmpty(number);
      remark = Required.orEmpty(remark);
      if (change == 0 || Math.abs(change) > Quantity.MAX) {
        throw new InvalidValue(
            "invalid_quantity",
            "change " + change + " is not a whole number other than 0 and at most 1000000000");
      }
    }
  }

  /// It is right: apply it to what lies there now.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ApproveAdjustment(WarehouseCode warehouse, Reference adjustment)
      implements AdjustmentCommand {
    public ApproveAdjustment {
      Required.field("warehouse", warehouse);
      Required.field("adjustment", adjustment);
    }
  }

  /// It is not right: nothing happens.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RejectAdjustment(WarehouseCode warehouse, Reference adjustment, ReasonCode reason)
      implements AdjustmentCommand {
    public RejectAdjustment {
      Required.field("warehouse", warehouse);
      Required.field("adjustment", adjustment);
      Required.field("reason", reason);
    }
  }
}
