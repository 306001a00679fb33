package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
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

/// Bringing goods from the dock to where they belong.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PutAwayCommand.OpenPutAway.class, name = "open_put_away")
@Json.SubType(type = PutAwayCommand.PutAway.class, name = "put_away")
@Json.SubType(type = PutAwayCommand.PutUnitAway.class, name = "put_unit_away")
@Json.SubType(type = PutAwayCommand.RedirectPutAway.class, name = "redirect_put_away")
@Json.SubType(type = PutAwayCommand.DirectPutAway.class, name = "direct_put_away")
@Json.SubType(type = PutAwayCommand.ReviewPutAways.class, name = "review_put_aways")
public sealed interface PutAwayCommand extends WorkCommand {
  /// Where it happens.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Goods lie here that no task is for; they shall be put away.
  ///
  /// @param at where they lie
  /// @param lot or the serial number of goods kept by piece
  /// @param handlingUnit with what is in it; `quantity` and `lot` then count within it
  /// @param condition available when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record OpenPutAway(
      WarehouseCode warehouse,
      Sku sku,
      LocationCode at,
      Quantity quantity,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      Optional<Condition> condition)
      implements PutAwayCommand {
    public OpenPutAway {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("at", at);
      Required.field("quantity", quantity);
      lot = Required.orEmpty(lot);
      handlingUnit = Required.orEmpty(handlingUnit);
      condition = Required.orEmpty(condition);
    }
  }

  /// The goods of a task lie in its bin now.
  ///
  /// @param to the bin, scanned there
  /// @param units how many, when not all of them fit or were brought
  @Json(naming = Json.Naming.LowerUnderscore)
  record PutAway(WarehouseCode warehouse, Reference task, LocationCode to, Optional<Quantity> units)
      implements PutAwayCommand {
    public PutAway {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("to", to);
      units = Required.orEmpty(units);
    }
  }

  /// A whole handling unit stands in its bin now, with everything in it.
  ///
  /// @param reason why it is another bin than the one that was named
  @Json(naming = Json.Naming.LowerUnderscore)
  record PutUnitAway(
      WarehouseCode warehouse, HandlingUnit unit, LocationCode to, Optional<ReasonCode> reason)
      implements PutAwayCommand {
    public PutUnitAway {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
      Required.field("to", to);
      reason = Required.orEmpty(reason);
    }
  }

  /// The goods of a task go to another bin than the one that was named.
  ///
  /// @param units how many of them; the rest stays as it is. All when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record RedirectPutAway(
      WarehouseCode warehouse,
      Reference task,
      LocationCode to,
      Optional<Quantity> units,
      ReasonCode why)
      implements PutAwayCommand {
    public RedirectPutAway {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("to", to);
      units = Required.orEmpty(units);
      Required.field("why", why);
    }
  }

  /// Look again for the best bin for the goods of a task.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DirectPutAway(WarehouseCode warehouse, Reference task) implements PutAwayCommand {
    public DirectPutAway {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
    }
  }

  /// Look again at the put-aways whose goods have been moved, used or judged meanwhile: their tasks
  /// follow them or end.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReviewPutAways(WarehouseCode warehouse) implements PutAwayCommand {
    public ReviewPutAways {
      Required.field("warehouse", warehouse);
    }
  }
}
