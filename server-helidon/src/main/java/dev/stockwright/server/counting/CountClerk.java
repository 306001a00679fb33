package dev.stockwright.server.counting;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.WaitingDocuments;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Requests counts, keeps them and ends them. What is counted in a bin is [BinClerk]'s, what comes
/// of a variance [ReviewClerk]'s.
public final class CountClerk implements Clerk<CountCommand> {
  private static final Set<String> TRIGGERS =
      Set.of("manual", "class", "schedule", "low_stock", "zero", "exception");

  /// Tasks by which a short pick has a bin looked at.
  private static final Set<String> LOOKS = Set.of("zero_check", "count");

  private static final int NAMED_MAX = 5;

  @Override
  public Decision handle(CountCommand command, Work work) {
    CountBook book = new CountBook(work);
    return switch (command) {
      case CountCommand.RequestCount c -> request(scope(c), work, book);
      case CountCommand.StartCount c ->
          on(c.warehouse(), c.count(), book, n -> start(n, work, book));
      case CountCommand.CountFromTask c -> fromTask(c, work, book);
      case CountCommand.CountLine c ->
          on(c.warehouse(), c.count(), book, n -> new BinClerk(work, book, n).line(c));
      case CountCommand.CountTags c ->
          on(c.warehouse(), c.count(), book, n -> new BinClerk(work, book, n).tags(c));
      case CountCommand.CloseBin c ->
          on(
              c.warehouse(),
              c.count(),
              book,
              n -> new BinClerk(work, book, n).close(c.bin(), c.seen(), c.empty()));
      case CountCommand.CheckZero c -> checkZero(c, work, book);
      case CountCommand.FinishCount c ->
          on(c.warehouse(), c.count(), book, n -> finish(n, c.partial(), work, book));
      case CountCommand.RequestRecount c ->
          on(c.warehouse(), c.count(), book, n -> new ReviewClerk(work, book, n).recount(c));
      case CountCommand.ReviewVariance c ->
          on(c.warehouse(), c.count(), book, n -> new ReviewClerk(work, book, n).review(c));
      case CountCommand.CancelCount c -> cancel(c, work, book);
    };
  }

  private static Decision on(
      WarehouseCode warehouse, Reference number, CountBook book, Function<Count, Decision> doing) {
    return book.find(warehouse, number)
        .map(doing)
        .orElseGet(() -> refuse(new DocumentRefusal.UnknownDocument(DocumentKind.COUNT, number)));
  }

  static Decision refuse(Refusal why) {
    return new Decision.Refuse(why);
  }

  static Refusal wrongState(Count count, String expected) {
    return new DocumentRefusal.WrongState(
        DocumentKind.COUNT, count.number(), count.state().code(), expected);
  }

  private static Scope scope(CountCommand.RequestCount c) {
    return new Scope(
        c.warehouse(),
        c.number(),
        c.trigger().orElse("manual"),
        c.bins(),
        c.skus(),
        c.zone(),
        c.countClass(),
        c.assignee(),
        c.dueOn(),
        false);
  }

  private static Decision request(Scope scope, Work work, CountBook book) {
    Optional<Refusal> wrong = wrongScope(scope, work).or(() -> exists(scope, book));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    CountBook.Found found = book.look(scope);
    return found.locations().isEmpty() || found.locations().size() > CountBook.BINS_MAX
        ? refuse(
            new DocumentRefusal.OutOfRange(
                "number of bins",
                "1 to " + CountBook.BINS_MAX,
                found.locations().isEmpty() ? "none" : "more"))
        : new Decision.Act(book.request(scope, found));
  }

  private static Optional<Refusal> exists(Scope scope, CountBook book) {
    return scope
        .number()
        .filter(number -> book.find(scope.warehouse(), number).isPresent())
        .map(number -> new DocumentRefusal.DocumentExists(DocumentKind.COUNT, number));
  }

  /// What of a scope is not known; empty when all is.
  static Optional<Refusal> wrongScope(Scope scope, Work work) {
    if (!TRIGGERS.contains(scope.trigger())) {
      return Optional.of(
          new DocumentRefusal.OutOfRange(
              "trigger",
              "one of " + String.join(", ", TRIGGERS.stream().sorted().toList()),
              scope.trigger()));
    }
    Optional<Refusal> wrongClass = scope.countClass().flatMap(CountClerk::wrongClass);
    if (wrongClass.isPresent()) {
      return wrongClass;
    }
    work.learnProducts(scope.skus());
    for (Sku sku : scope.skus()) {
      if (work.productId(sku).isEmpty()) {
        return Optional.of(new Refusal.UnknownProduct(sku));
      }
    }
    for (LocationCode bin : scope.bins()) {
      if (work.locationId(scope.warehouse(), bin).orElse(0) <= 100) {
        return Optional.of(new Refusal.UnknownLocation(scope.warehouse(), bin));
      }
    }
    return Optional.empty();
  }

  /// Why this is no class; empty when it is one.
  static Optional<Refusal> wrongClass(String countClass) {
    return Set.of("A", "B", "C").contains(countClass)
        ? Optional.empty()
        : Optional.of(new DocumentRefusal.OutOfRange("class", "A, B or C", countClass));
  }

  private static Decision start(Count count, Work work, CountBook book) {
    Optional<Refusal> wrong = mayCount(count, work.author());
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    Count.State state =
        count.state() == Count.State.REQUESTED ? Count.State.COUNTING : count.state();
    return new Decision.Act(List.of(book.turn(count, state, work.author().code())));
  }

  /// Why this person cannot count along; empty when they can.
  static Optional<Refusal> mayCount(Count count, Operator who) {
    if (!count.state().open()) {
      return Optional.of(wrongState(count, "requested, counting or recount"));
    }
    return count
        .onlyFor()
        .filter(only -> !only.equals(who))
        .map(only -> new DocumentRefusal.Mismatch("person", only.code(), who.code()));
  }

  /// A count of the bin where something was odd. The task goes on as the count's.
  private static Decision fromTask(CountCommand.CountFromTask c, Work work, CountBook book) {
    TaskBook tasks = new TaskBook(work);
    Optional<Task> task = tasks.find(c.warehouse(), c.task());
    if (task.isEmpty()) {
      return refuse(new DocumentRefusal.UnknownDocument(DocumentKind.TASK, c.task()));
    }
    if (!task.get().state().waiting()
        || task.get().place().isEmpty()
        || task.get().document().equals(DocumentKind.COUNT.code())) {
      return refuse(
          new DocumentRefusal.WrongState(
              DocumentKind.TASK,
              c.task(),
              task.get().state().code(),
              "waiting at a bin and not part of a count"));
    }
    Optional<Refusal> waits = new WaitingDocuments(work).refusal(task.get());
    if (waits.isPresent()) {
      return refuse(waits.get());
    }
    Scope scope =
        Scope.bins(
            c.warehouse(),
            task.get().kind().equals("zero_check") ? "zero" : "exception",
            List.of(new LocationCode(task.get().place())));
    List<Step> steps = new ArrayList<>(book.request(scope, book.look(here(scope))));
    steps.add(tasks.finish(task.get()));
    return new Decision.Act(steps);
  }

  /// The same, even where the bin waits to be counted already.
  private static Scope here(Scope scope) {
    return new Scope(
        scope.warehouse(),
        scope.number(),
        scope.trigger(),
        scope.bins(),
        scope.skus(),
        scope.zone(),
        scope.countClass(),
        scope.assignee(),
        scope.dueOn(),
        false);
  }

  private static Decision checkZero(CountCommand.CheckZero c, Work work, CountBook book) {
    if (work.locationId(c.warehouse(), c.bin()).orElse(0) <= 100) {
      return refuse(new Refusal.UnknownLocation(c.warehouse(), c.bin()));
    }
    Optional<Refusal> unseen = BinClerk.wrongSeen(work, book, c.warehouse(), c.seen());
    if (unseen.isPresent()) {
      return refuse(unseen.get());
    }
    Scope scope = here(Scope.bins(c.warehouse(), "zero", List.of(c.bin())));
    List<Step> steps = new ArrayList<>(book.request(scope, book.look(scope)));
    if (c.empty() && steps.getFirst() instanceof Step.Note made) {
      Count count = book.find(c.warehouse(), made.number()).orElseThrow();
      steps.addAll(new BinClerk(work, book, count).closeNow(c.bin(), c.seen(), true));
      steps.addAll(done(count, book));
    }
    steps.addAll(looked(c, work));
    return new Decision.Act(steps);
  }

  /// Somebody has looked: what a short pick has asked about this bin is answered, or asked by the
  /// count.
  private static List<Step> looked(CountCommand.CheckZero c, Work work) {
    TaskBook tasks = new TaskBook(work);
    return tasks.at(c.warehouse(), c.bin(), DocumentKind.PICK).stream()
        .filter(task -> LOOKS.contains(task.kind()))
        .map(tasks::finish)
        .toList();
  }

  private static Decision finish(Count count, boolean partial, Work work, CountBook book) {
    Optional<Refusal> wrong = mayCount(count, work.author());
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    String[] missing = partial ? new String[] {"counting"} : new String[] {"counting", "open"};
    int left = book.howMany(count, missing);
    if (left == 0 && book.howMany(count, "counted") == 0) {
      missing = new String[] {"open"};
      left = book.howMany(count, missing);
    }
    return left > 0
        ? refuse(
            new CountRefusal.BinsLeft(count.number(), book.bins(count, NAMED_MAX, missing), left))
        : new Decision.Act(done(count, book));
  }

  private static List<Step> done(Count count, CountBook book) {
    List<Step> steps = new ArrayList<>(book.endTasks(count, Optional.empty(), true));
    int left = book.howMany(count, "open");
    steps.add(
        book.turn(
            count,
            Count.State.COUNTED,
            left == 0 ? "every bin visited" : left + " bins not visited"));
    return steps;
  }

  private static Decision cancel(CountCommand.CancelCount c, Work work, CountBook book) {
    Optional<Refusal> reason = work.wrongReason(c.reason(), "cancel");
    if (reason.isPresent()) {
      return refuse(reason.get());
    }
    return on(
        c.warehouse(),
        c.count(),
        book,
        count -> {
          if (!count.state().open() && !count.state().undecided()) {
            return refuse(wrongState(count, "not over"));
          }
          List<Step> steps = new ArrayList<>(book.endTasks(count, Optional.empty(), false));
          new LineBook(work).drop(count);
          steps.add(book.turn(count, Count.State.CANCELLED, c.reason().code()));
          return new Decision.Act(steps);
        });
  }
}
