package dev.stockwright.server.http;

import dev.stockwright.server.queries.TaskQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Questions about tasks.
final class TaskRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/tasks",
              "Tasks that wait, most urgent first",
              TaskQueries.TaskItem.class,
              "warehouse",
              "kind=receive|put_away|pick|replenish|count|zero_check|pack|load|transfer|check",
              "zone",
              "held_by"),
          AskPath.one("/api/v1/tasks/{task}", "One task", TaskQueries.TaskItem.class, "warehouse"));

  private final Seen seen;
  private final TaskQueries tasks;

  TaskRoutes(Seen seen, TaskQueries tasks) {
    this.seen = seen;
    this.tasks = tasks;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/tasks", this::waiting), Route.get("/api/v1/tasks/{task}", this::one));
  }

  private Reply waiting(Request request) {
    var scope = seen.scope(request, Question.TASKS);
    var page =
        tasks.waiting(
            scope,
            new TaskQueries.Filter(
                request.query("kind"), request.query("zone"), request.query("held_by")),
            request.limit(),
            request.query("after"));
    return Reply.json(
        Json.page(seen.blind(request) ? page.map(TaskQueries.TaskItem::blind) : page));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.TASKS);
    String number = request.path("task", text -> text);
    return tasks
        .find(scope, number)
        .map(task -> Reply.json(Json.one(seen.blind(request) ? task.blind() : task)))
        .orElseThrow(() -> Problem.unknown("task", number));
  }
}
