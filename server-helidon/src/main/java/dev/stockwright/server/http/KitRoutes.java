package dev.stockwright.server.http;

import dev.stockwright.server.queries.KitQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// Questions about kits.
final class KitRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page("/api/v1/kits", "Products that are kits, by SKU", KitQueries.KitLine.class),
          AskPath.one(
              "/api/v1/kits/{kit}",
              "What a kit is made of, and how many of it each warehouse has",
              KitQueries.KitWhole.class,
              "warehouse"));

  private final Seen seen;
  private final KitQueries kits;

  KitRoutes(Seen seen, KitQueries kits) {
    this.seen = seen;
    this.kits = kits;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/kits", this::list), Route.get("/api/v1/kits/{kit}", this::one));
  }

  private Reply list(Request request) {
    seen.everywhere(request, Question.LEVELS);
    return Reply.json(Json.page(kits.list(request.limit(), request.query("after"))));
  }

  private Reply one(Request request) {
    Sku sku = request.path("kit", Sku::new);
    return kits.find(seen.scope(request, Question.LEVELS), sku.code())
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("kit", sku.code()));
  }
}
