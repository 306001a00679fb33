package dev.stockwright.server;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.security.Rights;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Remembers what it is given and answers as it is told: everything is accepted at 100 -> 112, and
/// what the border has turned down is refused.
public final class ScriptedDesk implements Desk {
  private final CopyOnWriteArrayList<Submission> given = new CopyOnWriteArrayList<>();
  private volatile Function<Submission, CompletableFuture<Answer>> script = ScriptedDesk::usual;

  public List<Submission> given() {
    return List.copyOf(given);
  }

  public Submission last() {
    return given.getLast();
  }

  public void forget() {
    given.clear();
    script = ScriptedDesk::usual;
  }

  public void answerWith(Function<Submission, CompletableFuture<Answer>> next) {
    script = next;
  }

  @Override
  public CompletableFuture<Answer> submit(Submission submission) {
    given.add(submission);
    return script.apply(submission);
  }

  static CompletableFuture<Answer> usual(Submission submission) {
    return CompletableFuture.completedFuture(
        switch (submission.asked()) {
          case Submission.Asked.Turned turned ->
              new Answer.Refused(submission.id(), turned.refusal(), Sentences.of(turned.refusal()));
          case Submission.Asked.Order order ->
              new Answer.Accepted(submission.id(), changes(order.command()));
        });
  }

  private static List<Answer.Change> changes(Command command) {
    return Rights.named(command).stream()
        .map(warehouse -> new Answer.Change(warehouse, new Sku("HM-0500"), 100, 112, 7, 7))
        .toList();
  }
}
