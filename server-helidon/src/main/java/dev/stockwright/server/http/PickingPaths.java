package dev.stockwright.server.http;

import dev.stockwright.protocol.PickingCommand;
import java.util.List;

/// Where the commands of [PickingCommand] are taken.
final class PickingPaths {
  static final List<WorkPath> ALL =
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
              "Picks whose goods have gone get others"));

  private PickingPaths() {}
}
