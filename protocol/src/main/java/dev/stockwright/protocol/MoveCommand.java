package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// Moves that are asked for before they are done, so that locks, mixing rules and capacity of the
/// bins are checked. [MoveStock] is the other kind: a move that has happened and is recorded.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = MoveCommand.MoveGoods.class, name = "move_goods")
@Json.SubType(type = MoveCommand.MoveHandlingUnit.class, name = "move_handling_unit")
@Json.SubType(type = MoveCommand.NestHandlingUnit.class, name = "nest_handling_unit")
@Json.SubType(type = MoveCommand.FreeHandlingUnit.class, name = "free_handling_unit")
public sealed interface MoveCommand extends WorkCommand {
  /// Where the goods are.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Goods from one bin to another.
  ///
  /// @param lot absent: without lot
  /// @param outOf the handling unit they are taken out of; absent: they lie loose
  /// @param onto the handling unit they are put in; absent: they lie loose
  /// @param condition absent: available
  @Json(naming = Json.Naming.LowerUnderscore)
  record MoveGoods(
      WarehouseCode warehouse,
      Sku sku,
      Quantity quantity,
      LocationCode from,
      LocationCode to,
      Optional<LotCode> lot,
      Optional<HandlingUnit> outOf,
      Optional<HandlingUnit> onto,
      Optional<Condition> condition,
      Optional<ReasonCode> reason)
      implements MoveCommand {
    public MoveGoods {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      Required.field("from", from);
      Required.field("to", to);
      lot = Required.orEmpty(lot);
      outOf = Required.orEmpty(outOf);
      onto = Required.orEmpty(onto);
      condition = Required.orEmpty(condition);
      reason = Required.orEmpty(reason);
    }
  }

  /// A pallet, carton or tote with everything in it and in the units that it carries.
  @Json(naming = Json.Naming.LowerUnderscore)
  record MoveHandlingUnit(
      WarehouseCode warehouse, HandlingUnit unit, LocationCode to, Optional<ReasonCode> reason)
      implements MoveCommand {
    public MoveHandlingUnit {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
      Required.field("to", to);
      reason = Required.orEmpty(reason);
    }
  }

  /// A unit is put on or into another one at the same place and moves with it from now on.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NestHandlingUnit(WarehouseCode warehouse, HandlingUnit unit, HandlingUnit into)
      implements MoveCommand {
    public NestHandlingUnit {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
      Required.field("into", into);
    }
  }

  /// A unit is taken off the one that carried it; it stays where it is.
  @Json(naming = Json.Naming.LowerUnderscore)
  record FreeHandlingUnit(WarehouseCode warehouse, HandlingUnit unit) implements MoveCommand {
    public FreeHandlingUnit {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
    }
  }
}
