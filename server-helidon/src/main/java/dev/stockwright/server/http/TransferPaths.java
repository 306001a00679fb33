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
              "/api/v1/transfers/at-once",
              "transfer_at_once",
              TransferCommand.TransferAtOnce.class,
              "From one warehouse to the other in one go"),
          new WorkPath(
              "/api/v1/lead-times",
              "set_lead_time",
              TransferCommand.SetLeadTime.class,
              "How long goods are on their way"));

  private TransferPaths() {}
}
