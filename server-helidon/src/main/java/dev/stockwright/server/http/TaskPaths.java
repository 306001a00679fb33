package dev.stockwright.server.http;

import dev.stockwright.protocol.TaskCommand;
import java.util.List;

/// Where the commands of [TaskCommand] are taken.
final class TaskPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/tasks/take",
              "take_task",
              TaskCommand.TakeTask.class,
              "Give me my next task, or this one"),
          new WorkPath(
              "/api/v1/tasks/{task}/keep",
              "keep_task",
              TaskCommand.KeepTask.class,
              "I am still at it"),
          new WorkPath(
              "/api/v1/tasks/{task}/skip", "skip_task", TaskCommand.SkipTask.class, "Not now"),
          new WorkPath(
              "/api/v1/tasks/{task}/return",
              "return_task",
              TaskCommand.ReturnTask.class,
              "Back into the queue"),
          new WorkPath(
              "/api/v1/tasks/{task}/hand-over",
              "hand_over_task",
              TaskCommand.HandOverTask.class,
              "To another person"),
          new WorkPath(
              "/api/v1/tasks/{task}/rank",
              "rank_task",
              TaskCommand.RankTask.class,
              "How urgent it is"),
          new WorkPath(
              "/api/v1/tasks/{task}/cancel",
              "cancel_task",
              TaskCommand.CancelTask.class,
              "It need not be done any more"));

  private TaskPaths() {}
}
