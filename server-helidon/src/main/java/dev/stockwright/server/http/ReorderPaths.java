package dev.stockwright.server.http;

import dev.stockwright.protocol.ReorderCommand;
import java.util.List;

/// Where the commands of [ReorderCommand] are taken.
final class ReorderPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/reorder-rules/set",
              "set_reorder_rule",
              ReorderCommand.SetReorderRule.class,
              "Buy this product when little is left"),
          new WorkPath(
              "/api/v1/reorder-rules/remove",
              "remove_reorder_rule",
              ReorderCommand.RemoveReorderRule.class,
              "Buy it by itself no longer"),
          new WorkPath(
              "/api/v1/proposals/review",
              "review_reorder",
              ReorderCommand.ReviewReorder.class,
              "Calculate what should be bought"),
          new WorkPath(
              "/api/v1/proposals/{proposal}/change",
              "change_proposal",
              ReorderCommand.ChangeProposal.class,
              "Another quantity"),
          new WorkPath(
              "/api/v1/proposals/approve",
              "approve_proposals",
              ReorderCommand.ApproveProposals.class,
              "Buy these: a purchase order for each supplier"),
          new WorkPath(
              "/api/v1/proposals/{proposal}/reject",
              "reject_proposal",
              ReorderCommand.RejectProposal.class,
              "Don't buy this"));

  private ReorderPaths() {}
}
