package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// What people do with tasks, whatever the task is for. A task is leased by one person at a time;
/// the lease ends by itself when its holder is not heard of.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = TaskCommand.TakeTask.class, name = "take_task")
@Json.SubType(type = TaskCommand.KeepTask.class, name = "keep_task")
@Json.SubType(type = TaskCommand.SkipTask.class, name = "skip_task")
@Json.SubType(type = TaskCommand.ReturnTask.class, name = "return_task")
@Json.SubType(type = TaskCommand.HandOverTask.class, name = "hand_over_task")
@Json.SubType(type = TaskCommand.RankTask.class, name = "rank_task")
@Json.SubType(type = TaskCommand.CancelTask.class, name = "cancel_task")
public sealed interface TaskCommand extends WorkCommand {
  /// Where the task is.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Give me my next task, or this one.
  ///
  /// @param wanted this one; the best one when absent
  /// @param kinds only these kinds of work, such as `pick`; any when empty
  /// @param zone only in this zone
  /// @param near the place where the person stands, so that the way is short
  @Json(naming = Json.Naming.LowerUnderscore)
  record TakeTask(
      WarehouseCode warehouse,
      Optional<Reference> wanted,
      List<String> kinds,
      Optional<String> zone,
      Optional<LocationCode> near)
      implements TaskCommand {
    public TakeTask {
      Required.field("warehouse", warehouse);
      wanted = Required.orEmpty(wanted);
      kinds = Required.orEmpty(kinds);
      zone = Required.orEmpty(zone);
      near = Required.orEmpty(near);
    }
  }

  /// I am still at it: the lease begins anew.
  @Json(naming = Json.Naming.LowerUnderscore)
  record KeepTask(WarehouseCode warehouse, Reference task) implements TaskCommand {
    public KeepTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
    }
  }

  /// Not now: it comes last for this person and is free for others.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SkipTask(WarehouseCode warehouse, Reference task, ReasonCode reason)
      implements TaskCommand {
    public SkipTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("reason", reason);
    }
  }

  /// Back into the queue, as if it had not been taken.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReturnTask(WarehouseCode warehouse, Reference task) implements TaskCommand {
    public ReturnTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
    }
  }

  /// To another person, who goes on where this one stopped.
  @Json(naming = Json.Naming.LowerUnderscore)
  record HandOverTask(WarehouseCode warehouse, Reference task, Operator to) implements TaskCommand {
    public HandOverTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("to", to);
    }
  }

  /// How urgent it is: 0 is drop everything, 100 can wait; 50 when nobody said.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RankTask(WarehouseCode warehouse, Reference task, int priority) implements TaskCommand {
    public static final int PRIORITY_MAX = 100;

    public RankTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      if (priority < 0 || priority > PRIORITY_MAX) {
        throw new InvalidValue(
            "invalid_priority", "priority " + priority + " is not from 0 to 100");
      }
    }
  }

  /// It need not be done any more.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelTask(WarehouseCode warehouse, Reference task, ReasonCode reason)
      implements TaskCommand {
    public CancelTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("reason", reason);
    }
  }
}
