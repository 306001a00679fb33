package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is counted when, how often a product is counted, and how what was counted gets into the
/// books every night.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = CountPlanCommand.ScheduleCount.class, name = "schedule_count")
@Json.SubType(type = CountPlanCommand.EndSchedule.class, name = "end_schedule")
@Json.SubType(type = CountPlanCommand.PlanCounts.class, name = "plan_counts")
@Json.SubType(type = CountPlanCommand.ComputeClasses.class, name = "compute_classes")
@Json.SubType(type = CountPlanCommand.SetCountClass.class, name = "set_count_class")
@Json.SubType(type = CountPlanCommand.ReconcileDay.class, name = "reconcile_day")
public sealed interface CountPlanCommand extends WorkCommand {
  /// Where.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Have the same counted every so many days. What is counted is named as in
  /// [CountCommand.RequestCount].
  ///
  /// @param schedule its name; one that is there already is changed
  /// @param everyDays 1 is daily
  /// @param startsOn today when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record ScheduleCount(
      WarehouseCode warehouse,
      Reference schedule,
      int everyDays,
      Optional<LocalDate> startsOn,
      List<LocationCode> bins,
      List<Sku> skus,
      Optional<String> zone,
      Optional<String> countClass)
      implements CountPlanCommand {
    private static final int DAYS_MAX = 730;

    public ScheduleCount {
      Required.field("warehouse", warehouse);
      Required.field("schedule", schedule);
      startsOn = Required.orEmpty(startsOn);
      bins = Required.orEmpty(bins);
      skus = Required.orEmpty(skus);
      zone = Required.orEmpty(zone);
      countClass = Required.orEmpty(countClass);
      if (everyDays < 1 || everyDays > DAYS_MAX) {
        throw new InvalidValue(
            "invalid_every_days", "every_days " + everyDays + " is not from 1 to " + DAYS_MAX);
      }
    }
  }

  /// Not any more.
  @Json(naming = Json.Naming.LowerUnderscore)
  record EndSchedule(WarehouseCode warehouse, Reference schedule) implements CountPlanCommand {
    public EndSchedule {
      Required.field("warehouse", warehouse);
      Required.field("schedule", schedule);
    }
  }

  /// Request the counts that are due today: schedules, classes, low stock, emptied places, things
  /// that the books cannot explain. What waits to be counted already is left out.
  @Json(naming = Json.Naming.LowerUnderscore)
  record PlanCounts(WarehouseCode warehouse) implements CountPlanCommand {
    public PlanCounts {
      Required.field("warehouse", warehouse);
    }
  }

  /// Put the products of the warehouse into classes A, B and C by what left it lately times its
  /// cost. Those whose class was set by hand keep it.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ComputeClasses(WarehouseCode warehouse) implements CountPlanCommand {
    public ComputeClasses {
      Required.field("warehouse", warehouse);
    }
  }

  /// Say of which class a product is here.
  ///
  /// @param countClass `A`, `B` or `C`; computed again when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record SetCountClass(WarehouseCode warehouse, Sku product, Optional<String> countClass)
      implements CountPlanCommand {
    public SetCountClass {
      Required.field("warehouse", warehouse);
      Required.field("product", product);
      countClass = Required.orEmpty(countClass);
    }
  }

  /// Bring what was counted into the books: small variances at once, others to be reviewed. One
  /// command does a part that takes a moment; it is given again until the day is `completed`, and
  /// does nothing after that.
  ///
  /// @param day whose 02:00, by the warehouse's clock, is the limit of what is taken
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReconcileDay(WarehouseCode warehouse, LocalDate day) implements CountPlanCommand {
    public ReconcileDay {
      Required.field("warehouse", warehouse);
      Required.field("day", day);
    }
  }
}
