package dev.stockwright.server.http;

import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.server.queries.PickableQueries;
import dev.stockwright.server.queries.PickingQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// Picking and replenishing.
final class PickingRoutes {
  static final List<WorkPath> COMMANDS =
      List.of(
          new WorkPath(
              "/api/v1/waves",
              "release_to_pick",
              PickingCommand.ReleaseToPick.class,
              "Have orders picked: what is taken from where, and tasks for it"),
          new WorkPath(
              "/api/v1/waves/{wave}/cancel",
              "cancel_wave",
              PickingCommand.CancelWave.class,
              "What was not picked is not picked any more"),
          new WorkPath(
              "/api/v1/picks/{pick}/pick",
              "pick_stock",
              PickingCommand.PickStock.class,
              "Goods went from the bin to the cart"),
          new WorkPath(
              "/api/v1/picks/{pick}/short",
              "short_pick",
              PickingCommand.ShortPick.class,
              "What is still wanted is not there"),
          new WorkPath(
              "/api/v1/picks/{pick}/skip",
              "skip_pick",
              PickingCommand.SkipPick.class,
              "Not now: it comes last on this way"),
          new WorkPath(
              "/api/v1/picks/{pick}/swap",
              "swap_pick",
              PickingCommand.SwapPick.class,
              "Another lot, or another bin"),
          new WorkPath(
              "/api/v1/picks/{pick}/substitute",
              "propose_substitute",
              PickingCommand.ProposeSubstitute.class,
              "Another product instead"),
          new WorkPath(
              "/api/v1/picks/{pick}/substitute/decide",
              "decide_substitute",
              PickingCommand.DecideSubstitute.class,
              "Whether the proposed product goes to the customer"),
          new WorkPath(
              "/api/v1/carts/{cart}/drop",
              "drop_goods",
              PickingCommand.DropGoods.class,
              "What is on the cart is brought to where it is packed"),
          new WorkPath(
              "/api/v1/tasks/{task}/put-back",
              "put_back_goods",
              PickingCommand.PutBackGoods.class,
              "Goods of a cancelled order are in a bin again"),
          new WorkPath(
              "/api/v1/picks/review",
              "review_picks",
              PickingCommand.ReviewPicks.class,
              "Picks whose goods have gone get others"),
          new WorkPath(
              "/api/v1/pick-faces",
              "set_pick_face",
              ReplenishCommand.SetPickFace.class,
              "From which bin a product is picked, and how full it is kept"),
          new WorkPath(
              "/api/v1/pick-faces/review",
              "review_replenishment",
              ReplenishCommand.ReviewReplenishment.class,
              "Tasks for all bins that hold less than their minimum"),
          new WorkPath(
              "/api/v1/tasks/{task}/replenish",
              "replenish",
              ReplenishCommand.Replenish.class,
              "Goods were brought from the reserve to the bin"));

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/waves",
              "Waves, newest first",
              PickingQueries.WaveItem.class,
              "warehouse",
              "state=released|picking|picked|cancelled"),
          AskPath.page(
              "/api/v1/picks",
              "Picks in the order of the way, each with what is in its bin now",
              PickingQueries.PickItem.class,
              "warehouse",
              "task",
              "wave",
              "order",
              "state=open|waiting|done|short|cancelled"),
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

  PickingRoutes(Seen seen, PickingQueries picking, PickableQueries pickable) {
    this.seen = seen;
    this.picking = picking;
    this.pickable = pickable;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/waves", this::waves),
        Route.get("/api/v1/picks", this::picks),
        Route.get("/api/v1/picked-goods", this::goods),
        Route.get("/api/v1/products/{sku}/pickable", this::pickable),
        Route.get("/api/v1/pick-faces", this::faces));
  }

  private Reply waves(Request request) {
    var scope = seen.scope(request, Question.TASKS);
    return Reply.json(
        Json.page(
            picking.waves(scope, request.query("state"), request.limit(), request.query("after"))));
  }

  private Reply picks(Request request) {
    var scope = seen.scope(request, Question.TASKS);
    return Reply.json(
        Json.page(
            picking.picks(
                scope,
                new PickingQueries.Filter(
                    request.query("task"),
                    request.query("wave"),
                    request.query("order"),
                    request.query("state")),
                request.limit(),
                request.query("after"))));
  }

  private Reply goods(Request request) {
    var scope = seen.scope(request, Question.TASKS);
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
