package dev.stockwright.server.http;

import dev.stockwright.protocol.TransferCommand;
import java.util.List;

/// Where the commands of [TransferCommand] are taken.
final class TransferPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/transfers",
              "request_transfer",
              TransferCommand.RequestTransfer.class,
              "We want these goods from another warehouse"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/approve",
              "approve_transfer",
              TransferCommand.ApproveTransfer.class,
              "The stock is promised to the transfer"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/reject",
              "reject_transfer",
              TransferCommand.RejectTransfer.class,
              "The request is refused"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/pack",
              "pack_transfer",
              TransferCommand.PackTransfer.class,
              "Goods stand ready, loose or in a handling unit"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/pack-unit",
              "pack_transfer_unit",
              TransferCommand.PackTransferUnit.class,
              "A handling unit goes as it is"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/ship",
              "ship_transfer",
              TransferCommand.ShipTransfer.class,
              "What is packed leaves"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/receive",
              "receive_transfer",
              TransferCommand.ReceiveTransfer.class,
              "Some or all of it has arrived"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/close",
              "close_transfer",
              TransferCommand.CloseTransfer.class,
              "What is missing is explained"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/cancel",
              "cancel_transfer",
              TransferCommand.CancelTransfer.class,
              "It is not needed any more"),
          new WorkPath(
              "/api/v1/transfers/at-once",
              "transfer_at_once",
              TransferCommand.TransferAtOnce.class,
              "From one warehouse to the other in one go"),
          new WorkPath(
              "/api/v1/transfers/{transfer}/accept-over",
              "accept_over",
              TransferCommand.AcceptOver.class,
              "What came over stays"),
          new WorkPath(
              "/api/v1/lead-times",
              "set_lead_time",
              TransferCommand.SetLeadTime.class,
              "How long goods are on their way"));

  private TransferPaths() {}
}
