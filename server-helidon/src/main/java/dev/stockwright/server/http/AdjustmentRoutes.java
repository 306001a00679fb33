package dev.stockwright.server.http;

import dev.stockwright.server.queries.AdjustmentQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Questions about adjustments.
final class AdjustmentRoutes {
  private static final String ADJUSTMENTS = "/api/v1/adjustments";
  private static final String ADJUSTMENT = "/api/v1/adjustments/{adjustment}";

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              ADJUSTMENTS,
              "Adjustments, the newest first; those that wait with state=waiting",
              AdjustmentQueries.AdjustmentItem.class,
              "warehouse",
              "state=waiting|applied|rejected",
              "sku",
              "proposed_by"),
          AskPath.one(
              ADJUSTMENT, "One adjustment", AdjustmentQueries.AdjustmentItem.class, "warehouse"));

  private final Seen seen;
  private final AdjustmentQueries adjustments;

  AdjustmentRoutes(Seen seen, AdjustmentQueries adjustments) {
    this.seen = seen;
    this.adjustments = adjustments;
  }

  List<Route> routes() {
    return List.of(Route.get(ADJUSTMENTS, this::list), Route.get(ADJUSTMENT, this::one));
  }

  private Reply list(Request request) {
    var scope = seen.scope(request, Question.ADJUSTMENTS);
    return Reply.json(
        Json.page(
            adjustments.list(
                scope,
                new AdjustmentQueries.Filter(
                    request.query("state"), request.query("sku"), request.query("proposed_by")),
                request.limit(),
                request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.ADJUSTMENTS);
    String number = request.path("adjustment", text -> text);
    return adjustments
        .find(scope, number)
        .map(adjustment -> Reply.json(Json.one(adjustment)))
        .orElseThrow(() -> Problem.unknown("adjustment", number));
  }
}
