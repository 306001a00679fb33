package dev.stockwright.server.http;

import dev.stockwright.protocol.ReceivingCommand;
import java.util.List;

/// Where the commands of [ReceivingCommand] are taken.
final class ReceivingPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/receipts/start",
              "start_receipt",
              ReceivingCommand.StartReceipt.class,
              "A delivery has come"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/receive",
              "receive_line",
              ReceivingCommand.ReceiveLine.class,
              "These goods are in"),
          new WorkPath(
              "/api/v1/receipts/receive-unit",
              "receive_unit",
              ReceivingCommand.ReceiveUnit.class,
              "A whole announced handling unit is in"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/take-back",
              "take_back_line",
              ReceivingCommand.TakeBackLine.class,
              "A line was wrong"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/close",
              "close_receipt",
              ReceivingCommand.CloseReceipt.class,
              "Everything of this delivery or return is in"),
          new WorkPath(
              "/api/v1/receipts/gather",
              "gather_receipt",
              ReceivingCommand.GatherReceipt.class,
              "What somebody received without a document becomes a receipt"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/match",
              "match_receipt",
              ReceivingCommand.MatchReceipt.class,
              "The goods of a receipt without an order came for this one"),
          new WorkPath(
              "/api/v1/returns/receive",
              "receive_return",
              ReceivingCommand.ReceiveReturn.class,
              "A customer has brought something back"),
          new WorkPath(
              "/api/v1/quality/hold",
              "hold_goods",
              ReceivingCommand.HoldGoods.class,
              "These goods may not be used for now"),
          new WorkPath(
              "/api/v1/quality/release",
              "release_goods",
              ReceivingCommand.ReleaseGoods.class,
              "They are fine"),
          new WorkPath(
              "/api/v1/quality/reject",
              "reject_goods",
              ReceivingCommand.RejectGoods.class,
              "They cannot be used"));

  private ReceivingPaths() {}
}
