package dev.stockwright.server.http;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.TransferCommand;
import java.util.List;

/// Where transfers, adjustments and moves are taken.
final class TransferPaths {
  private static final String ONE = "/api/v1/transfers/{transfer}/";

  private TransferPaths() {}

  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/transfers",
              "request_transfer",
              TransferCommand.RequestTransfer.class,
              "We want these goods from another warehouse"),
          new WorkPath(
              "/api/v1/transfers/at-once",
              "transfer_at_once",
              TransferCommand.TransferAtOnce.class,
              "From one warehouse to the other in one go"),
          new WorkPath(
              ONE + "approve",
              "approve_transfer",
              TransferCommand.ApproveTransfer.class,
              "The stock is promised to the transfer"),
          new WorkPath(
              ONE + "reject",
              "reject_transfer",
              TransferCommand.RejectTransfer.class,
              "The request is refused"),
          new WorkPath(
              ONE + "pack",
              "pack_transfer",
              TransferCommand.PackTransfer.class,
              "Goods stand ready, loose or in a handling unit"),
          new WorkPath(
              ONE + "pack-unit",
              "pack_transfer_unit",
              TransferCommand.PackTransferUnit.class,
              "A handling unit goes as it is"),
          new WorkPath(
              ONE + "ship",
              "ship_transfer",
              TransferCommand.ShipTransfer.class,
              "What is packed leaves"),
          new WorkPath(
              ONE + "receive",
              "receive_transfer",
              TransferCommand.ReceiveTransfer.class,
              "Some or all of it has arrived"),
          new WorkPath(
              ONE + "close",
              "close_transfer",
              TransferCommand.CloseTransfer.class,
              "What is missing is explained"),
          new WorkPath(
              ONE + "cancel",
              "cancel_transfer",
              TransferCommand.CancelTransfer.class,
              "It is not needed any more"),
          new WorkPath(
              ONE + "accept-over",
              "accept_over",
              TransferCommand.AcceptOver.class,
              "What came over stays"),
          new WorkPath(
              "/api/v1/lead-times",
              "set_lead_time",
              TransferCommand.SetLeadTime.class,
              "How long goods are on their way"),
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
              "It is not right, another person says"),
          new WorkPath(
              "/api/v1/moves",
              "move_goods",
              MoveCommand.MoveGoods.class,
              "Goods from one bin to another, if the bin takes them"),
          new WorkPath(
              "/api/v1/handling-units/{unit}/move",
              "move_handling_unit",
              MoveCommand.MoveHandlingUnit.class,
              "A handling unit with all that is in it"),
          new WorkPath(
              "/api/v1/handling-units/{unit}/nest",
              "nest_handling_unit",
              MoveCommand.NestHandlingUnit.class,
              "A unit is put on or into another one"),
          new WorkPath(
              "/api/v1/handling-units/{unit}/free",
              "free_handling_unit",
              MoveCommand.FreeHandlingUnit.class,
              "A unit is taken off the one that carried it"));
}
