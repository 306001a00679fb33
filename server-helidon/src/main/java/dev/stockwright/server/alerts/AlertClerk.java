package dev.stockwright.server.alerts;

import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Keeps the rules of alerts, and alerts.
public final class AlertClerk implements Clerk<AlertCommand> {
  @Override
  public Decision handle(AlertCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
