package dev.stockwright.server.http;

import dev.stockwright.server.queries.PutAwayQueries;
import dev.stockwright.server.queries.StagedQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Goods on their way from the dock to their bins.
final class PutAwayRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/put-aways",
              "Goods that wait to be put away, most urgent first",
              PutAwayQueries.PutAwayItem.class,
              "warehouse",
              "place",
              "receipt",
              "task"),
          AskPath.page(
              "/api/v1/staged",
              "Goods at docks and in staging areas that no put-away, order or transfer has yet",
              StagedQueries.StagedGoods.class,
              "warehouse"),
          AskPath.one(
              "/api/v1/put-aways/{task}/suggestion",
              "Where the goods of a task would go now, and why",
              PutAwayQueries.Suggestion.class,
              "warehouse"));

  private final Seen seen;
  private final PutAwayQueries putAways;
  private final StagedQueries goods;

  PutAwayRoutes(Seen seen, PutAwayQueries putAways, StagedQueries goods) {
    this.seen = seen;
    this.putAways = putAways;
    this.goods = goods;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/put-aways", this::waiting),
        Route.get("/api/v1/staged", this::staged),
        Route.get("/api/v1/put-aways/{task}/suggestion", this::suggestion));
  }

  private Reply waiting(Request request) {
    var scope = seen.scope(request, Question.PICKS);
    var filter =
        new PutAwayQueries.Filter(
            request.query("place"), request.query("receipt"), request.query("task"));
    return Reply.json(
        Json.page(putAways.waiting(scope, filter, request.limit(), request.query("after"))));
  }

  private Reply staged(Request request) {
    return Reply.json(Json.page(goods.staged(seen.scope(request, Question.PICKS))));
  }

  private Reply suggestion(Request request) {
    var scope = seen.scope(request, Question.PICKS);
    String number = request.path("task", text -> text);
    return putAways
        .suggestion(scope, number)
        .map(suggestion -> Reply.json(Json.one(suggestion)))
        .orElseThrow(() -> Problem.unknown("put-away", number));
  }
}
