package dev.stockwright.server.http;

import dev.stockwright.server.queries.TillQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Questions about what tills have reported.
final class TillRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/till-batches",
              "What tills have sent, newest first",
              TillQueries.BatchItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/till-entries",
              "Entries of tills; those that wait for a person when nothing else is asked",
              TillQueries.EntryItem.class,
              "warehouse",
              "batch",
              "till",
              "number",
              "state"));

  private final Seen seen;
  private final TillQueries tills;

  TillRoutes(Seen seen, TillQueries tills) {
    this.seen = seen;
    this.tills = tills;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/till-batches", this::batches),
        Route.get("/api/v1/till-entries", this::entries));
  }

  private Reply batches(Request request) {
    var scope = seen.scope(request, Question.TILLS);
    return Reply.json(Json.page(tills.batches(scope, request.limit(), request.query("after"))));
  }

  private Reply entries(Request request) {
    var scope = seen.scope(request, Question.TILLS);
    return Reply.json(
        Json.page(
            tills.entries(
                scope,
                new TillQueries.Filter(
                    request.query("batch"),
                    request.query("till"),
                    request.query("number"),
                    request.query("state")),
                request.limit(),
                request.query("after"))));
  }
}
