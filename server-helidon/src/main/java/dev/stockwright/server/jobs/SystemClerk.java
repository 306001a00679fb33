package dev.stockwright.server.jobs;

import static dev.stockwright.db.tables.Tables.SCHEDULED_TASKS;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.server.notify.ChannelBook;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Changes how the system itself runs. Needs no lock of a warehouse: rows and their versions keep
/// two people apart.
public final class SystemClerk implements Clerk<SystemCommand> {
  @Override
  public Decision handle(SystemCommand command, Work work) {
    ChannelBook channels = new ChannelBook(work);
    Optional<Refusal> refusal =
        switch (command) {
          case SystemCommand.SetChannel c -> channels.set(c);
          case SystemCommand.DropChannel c -> channels.drop(c.name());
          case SystemCommand.TryChannel c -> channels.tell(c.name());
          case SystemCommand.RetryMessage c -> channels.retry(c.message());
          case SystemCommand.RunJob c -> run(c.job(), work);
        };
    return refusal.<Decision>map(Decision.Refuse::new).orElseGet(() -> new Decision.Act(List.of()));
  }

  /// A job that is being done is not due again before it has ended.
  private static Optional<Refusal> run(Reference job, Work work) {
    Optional<Boolean> picked =
        work.sql()
            .select(SCHEDULED_TASKS.PICKED)
            .from(SCHEDULED_TASKS)
            .where(SCHEDULED_TASKS.TASK_NAME.eq(job.code()))
            .forUpdate()
            .fetchOptional(SCHEDULED_TASKS.PICKED);
    if (picked.isEmpty()) {
      return Optional.of(new DocumentRefusal.UnknownDocument(DocumentKind.JOB, job));
    }
    if (picked.get()) {
      return Optional.of(
          new DocumentRefusal.WrongState(DocumentKind.JOB, job, "being done", "not being done"));
    }
    work.sql()
        .update(SCHEDULED_TASKS)
        .set(SCHEDULED_TASKS.EXECUTION_TIME, work.at())
        .where(SCHEDULED_TASKS.TASK_NAME.eq(job.code()))
        .execute();
    return Optional.empty();
  }
}
