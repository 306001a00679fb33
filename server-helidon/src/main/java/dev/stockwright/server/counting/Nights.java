package dev.stockwright.server.counting;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a job calls: the plan of the day and the reconciliation of a day, as commands to the desk,
/// one part after the other. It may be stopped and started again at any time, and started twice:
/// what a day has done stands in the database.
public final class Nights {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Desk desk;
  private final Operator author;
  private final DeviceId device;

  /// @param author who is said to have done it, such as `system`
  public Nights(Desk desk, Operator author, DeviceId device) {
    this.desk = desk;
    this.author = author;
    this.device = device;
  }

  /// How a run went.
  ///
  /// @param parts transactions that it took
  public record Ran(boolean completed, int parts) {}

  /// Brings a day into the books; see [CountPlanCommand.ReconcileDay]. Not completed: the server is
  /// busy or the day is not over; call it again.
  public Ran reconcile(WarehouseCode warehouse, LocalDate day) throws InterruptedException {
    int parts = 0;
    while (true) {
      Optional<String> state =
          state(
              ask(new CountPlanCommand.ReconcileDay(warehouse, day)), DocumentKind.RECONCILIATION);
      if (state.isEmpty()) {
        return new Ran(false, parts);
      }
      parts++;
      if (state.get().equals("completed")) {
        return new Ran(true, parts);
      }
    }
  }

  /// Requests the counts that are due; see [CountPlanCommand.PlanCounts].
  public Answer plan(WarehouseCode warehouse) throws InterruptedException {
    return ask(new CountPlanCommand.PlanCounts(warehouse));
  }

  /// Computes the classes anew; see [CountPlanCommand.ComputeClasses].
  public Answer classes(WarehouseCode warehouse) throws InterruptedException {
    return ask(new CountPlanCommand.ComputeClasses(warehouse));
  }

  private static Optional<String> state(Answer answer, DocumentKind kind) {
    return switch (answer) {
      case Answer.Accepted accepted ->
          accepted.documents().stream()
              .filter(document -> document.document() == kind)
              .map(Answer.Document::state)
              .findFirst();
      case Answer.Refused _, Answer.Deferred _ -> Optional.empty();
    };
  }

  private Answer ask(Command command) throws InterruptedException {
    Envelope envelope =
        new Envelope(
            new CommandId(UUID.randomUUID()),
            device,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command);
    try {
      return desk.submit(Submission.of(envelope, author))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no answer to " + command, e);
    }
  }
}
