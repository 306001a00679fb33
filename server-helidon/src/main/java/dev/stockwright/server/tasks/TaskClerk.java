package dev.stockwright.server.tasks;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TaskRefusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Gives out tasks and takes them back.
public final class TaskClerk implements Clerk<TaskCommand> {
  @Override
  public Decision handle(TaskCommand command, Work work) {
    TaskBook book = new TaskBook(work);
    return switch (command) {
      case TaskCommand.TakeTask c -> take(c, book, work.author());
      case TaskCommand.KeepTask c ->
          held(c.warehouse(), c.task(), book, work.author(), book::lease);
      case TaskCommand.SkipTask c ->
          work.wrongReason(c.reason(), "skip")
              .<Decision>map(Decision.Refuse::new)
              .orElseGet(() -> skip(c, book, work.author()));
      case TaskCommand.ReturnTask c ->
          held(c.warehouse(), c.task(), book, work.author(), (task, who) -> book.reopen(task));
      case TaskCommand.HandOverTask c -> handOver(c, book, work.author());
      case TaskCommand.RankTask c ->
          waiting(
              c.warehouse(),
              c.task(),
              book,
              task -> {
                book.rank(task, c.priority());
                return Work.note(
                    task.warehouse(),
                    DocumentKind.TASK,
                    task.number(),
                    task.state().code(),
                    "priority " + c.priority());
              });
      case TaskCommand.CancelTask c -> cancel(c, book, work);
    };
  }

  private static Decision take(TaskCommand.TakeTask command, TaskBook book, Operator who) {
    if (command.wanted().isPresent()) {
      return held(command.warehouse(), command.wanted().get(), book, who, book::lease);
    }
    int from = book.sequence(command.warehouse(), command.near());
    List<Task> waiting = book.waiting(command.warehouse(), command.kinds(), command.zone(), from);
    return TaskRules.next(waiting, who, from)
        .<Decision>map(task -> new Decision.Act(List.of(book.lease(task, who))))
        .orElseGet(() -> new Decision.Refuse(new TaskRefusal.NoTask(command.warehouse())));
  }

  private static Decision skip(TaskCommand.SkipTask command, TaskBook book, Operator who) {
    return held(
        command.warehouse(),
        command.task(),
        book,
        who,
        (task, any) -> {
          book.skip(task, who, command.reason().code());
          return book.reopen(task);
        });
  }

  private static Decision handOver(TaskCommand.HandOverTask command, TaskBook book, Operator who) {
    Optional<Task> task = book.find(command.warehouse(), command.task());
    Optional<Refusal> other = task.flatMap(found -> TaskRules.refusal(found, who));
    if (task.isPresent() && other.isEmpty() && !task.get().suits(command.to())) {
      return new Decision.Refuse(
          new DocumentRefusal.OtherPersonNeeded("do task " + command.task(), command.to()));
    }
    return held(
        command.warehouse(),
        command.task(),
        book,
        who,
        (found, any) -> book.lease(found, command.to()));
  }

  private interface Doing {
    Step with(Task task, Operator who);
  }

  private static Decision held(
      WarehouseCode warehouse, Reference number, TaskBook book, Operator who, Doing doing) {
    Optional<Task> task = book.find(warehouse, number);
    if (task.isEmpty()) {
      return unknown(number);
    }
    return TaskRules.refusal(task.get(), who)
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> new Decision.Act(List.of(doing.with(task.get(), who))));
  }

  private static Decision waiting(
      WarehouseCode warehouse, Reference number, TaskBook book, Function<Task, Step> doing) {
    Optional<Task> task = book.find(warehouse, number);
    if (task.isEmpty()) {
      return unknown(number);
    }
    if (!task.get().state().waiting()) {
      return new Decision.Refuse(
          new DocumentRefusal.WrongState(
              DocumentKind.TASK, number, task.get().state().code(), "open or leased"));
    }
    return new Decision.Act(List.of(doing.apply(task.get())));
  }

  private static Decision cancel(TaskCommand.CancelTask command, TaskBook book, Work work) {
    return book.find(command.warehouse(), command.task())
        .filter(task -> task.state().waiting())
        .flatMap(new WaitingDocuments(work)::refusal)
        .or(() -> work.wrongReason(command.reason(), "cancel"))
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(
            () ->
                waiting(
                    command.warehouse(),
                    command.task(),
                    book,
                    task -> book.cancel(task, command.reason().code())));
  }

  private static Decision unknown(Reference number) {
    return new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.TASK, number));
  }
}
