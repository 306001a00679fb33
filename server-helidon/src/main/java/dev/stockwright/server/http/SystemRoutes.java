package dev.stockwright.server.http;

import dev.stockwright.server.queries.SystemQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Questions about jobs, channels and messages.
final class SystemRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page("/api/v1/jobs", "What is done by itself", SystemQueries.JobItem.class),
          AskPath.page(
              "/api/v1/channels", "Where alerts are told", SystemQueries.ChannelItem.class),
          AskPath.page(
              "/api/v1/messages",
              "What was told of alerts, newest first",
              SystemQueries.MessageItem.class,
              "channel",
              "state=waiting|sent|failed"));

  private final Seen seen;
  private final SystemQueries system;

  SystemRoutes(Seen seen, SystemQueries system) {
    this.seen = seen;
    this.system = system;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/jobs",
            request -> {
              seen.check(request, Question.SYSTEM);
              return Reply.json(Json.page(system.jobs(request.limit(), request.query("after"))));
            }),
        Route.get(
            "/api/v1/channels",
            request -> {
              seen.check(request, Question.SYSTEM);
              return Reply.json(
                  Json.page(system.channels(request.limit(), request.query("after"))));
            }),
        Route.get(
            "/api/v1/messages",
            request -> {
              seen.check(request, Question.SYSTEM);
              return Reply.json(
                  Json.page(
                      system.messages(
                          request.query("channel"),
                          request.query("state"),
                          request.limit(),
                          request.query("after"))));
            }));
  }
}
