package dev.stockwright.server.http;

import dev.stockwright.server.queries.BoardQueries;
import dev.stockwright.server.queries.PickableQueries;
import dev.stockwright.server.queries.PickingQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// Picking and replenishing.
final class PickingRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/waves",
              "Waves, newest first",
              PickingQueries.WaveItem.class,
              "warehouse",
              "state=released|picking|picked|cancelled"),
          AskPath.page(
              "/api/v1/picking-board",
              "Orders that are still here, oldest first, and how far each is",
              BoardQueries.BoardItem.class,
              "warehouse",
              "state=committed|picking|picked|packed"),
          AskPath.page(
              "/api/v1/picks",
              "Picks in the order of the way, each with what is in its bin now",
              PickingQueries.PickItem.class,
              "warehouse",
              "task",
              "wave",
              "order",
              "state=open|waiting|done|short|cancelled",
              "pick"),
          AskPath.page(
              "/api/v1/picked-goods",
              "What was picked and is not packed: on my cart, on a bench",
              PickableQueries.GoodsItem.class,
              "warehouse",
              "location",
              "order"),
          AskPath.page(
              "/api/v1/products/{sku}/pickable",
              "Everything of a product, place by place, and why it cannot be picked",
              PickableQueries.SpotItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/pick-faces",
              "Bins that products are picked from",
              PickableQueries.FaceItem.class,
              "warehouse",
              "sku"));

  private final Seen seen;
  private final PickingQueries picking;
  private final PickableQueries pickable;
  private final BoardQueries board;

  PickingRoutes(Seen seen, PickingQueries picking, PickableQueries pickable, BoardQueries board) {
    this.seen = seen;
    this.board = board;
    this.picking = picking;
    this.pickable = pickable;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/waves", this::waves),
        Route.get("/api/v1/picking-board", this::board),
        Route.get("/api/v1/picks", this::picks),
        Route.get("/api/v1/picked-goods", this::goods),
        Route.get("/api/v1/products/{sku}/pickable", this::pickable),
        Route.get("/api/v1/pick-faces", this::faces));
  }

  private Reply waves(Request request) {
    var scope = seen.scope(request, Question.PICKS);
    return Reply.json(
        Json.page(
            picking.waves(scope, request.query("state"), request.limit(), request.query("after"))));
  }

  private Reply board(Request request) {
    var scope = seen.scope(request, Question.ORDERS);
    return Reply.json(
        Json.page(
            board.board(scope, request.query("state"), request.limit(), request.query("after"))));
  }

  private Reply picks(Request request) {
    var scope = seen.scope(request, Question.PICKS);
    return Reply.json(
        Json.page(
            picking.picks(
                scope,
                new PickingQueries.Filter(
                    request.query("task"),
                    request.query("wave"),
                    request.query("order"),
                    request.query("state"),
                    request.query("pick")),
                request.limit(),
                request.query("after"))));
  }

  private Reply goods(Request request) {
    var scope = seen.scope(request, Question.PICKS);
    return Reply.json(
        Json.page(
            pickable.goods(
                scope,
                request.query("location"),
                request.query("order"),
                request.limit(),
                request.query("after"))));
  }

  private Reply pickable(Request request) {
    var scope = seen.scope(request, Question.BALANCES);
    Sku sku = request.path("sku", Sku::new);
    return Reply.json(
        Json.page(pickable.pickable(scope, sku.code(), request.limit(), request.query("after"))));
  }

  private Reply faces(Request request) {
    var scope = seen.scope(request, Question.PLACES);
    return Reply.json(
        Json.page(
            pickable.faces(scope, request.query("sku"), request.limit(), request.query("after"))));
  }
}
