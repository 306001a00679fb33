package dev.stockwright.server.http;

import dev.stockwright.protocol.ReplenishCommand;
import java.util.List;

/// Where the commands of [ReplenishCommand] are taken.
final class ReplenishPaths {
  static final List<WorkPath> ALL =
      List.of(
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

  private ReplenishPaths() {}
}
