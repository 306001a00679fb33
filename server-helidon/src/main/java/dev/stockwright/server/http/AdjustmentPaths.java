package dev.stockwright.server.http;

import dev.stockwright.protocol.AdjustmentCommand;
import java.util.List;

/// Where the commands of [AdjustmentCommand] are taken.
final class AdjustmentPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/adjustments",
              "propose_adjustment",
              AdjustmentCommand.ProposeAdjustment.class,
              "There is more or less than the books say"),
          new WorkPath(
              "/api/v1/adjustments/{adjustment}/approve",
              "approve_adjustment",
              AdjustmentCommand.ApproveAdjustment.class,
              "It is right, another person says"),
          new WorkPath(
              "/api/v1/adjustments/{adjustment}/reject",
              "reject_adjustment",
              AdjustmentCommand.RejectAdjustment.class,
              "It is not right, another person says"));

  private AdjustmentPaths() {}
}
