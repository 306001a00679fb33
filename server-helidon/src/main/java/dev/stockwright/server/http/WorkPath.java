package dev.stockwright.server.http;

import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.WorkCommand;
import java.util.List;
import java.util.stream.Stream;

/// Where a command of an activity is taken by HTTP. The body is the command without its kind; what
/// stands in braces in the path is a field of it as well.
///
/// @param kind its wire name
/// @param summary for the OpenAPI document
record WorkPath(String path, String kind, Class<? extends WorkCommand> type, String summary) {
  /// All of them.
  static final List<WorkPath> ALL =
      Stream.of(tasks(), TransferPaths.ALL).flatMap(List::stream).toList();

  private static List<WorkPath> tasks() {
    return List.of(
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
  }

  /// The names in braces.
  List<String> variables() {
    return AskPath.variables(path);
  }
}
