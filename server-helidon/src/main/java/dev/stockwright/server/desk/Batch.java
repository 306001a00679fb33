package dev.stockwright.server.desk;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.adjusting.CorrectingAlone;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.Submission.Asked;
import dev.stockwright.server.desk.Submission.Fingerprint;
import dev.stockwright.server.ledger.AnswerWriter;
import dev.stockwright.server.ledger.LedgerReader;
import dev.stockwright.server.ledger.LedgerReader.Beginning;
import dev.stockwright.server.ledger.LedgerReader.Remembered;
import dev.stockwright.server.ledger.LedgerWriter;
import dev.stockwright.server.ledger.LockedStock;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.ledger.StockMovedOn;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerks;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One transaction over many submissions: known ids get their first answer again, numbers are
/// checked, rules judge in order, everything is written at once. Made anew for every try; the
/// caller commits.
final class Batch {
  private final List<Submission> submissions;
  private final Clerks clerks;
  private final Catalogue catalogue;
  private final Answer[] answers;
  private final CorrectingAlone alone = new CorrectingAlone();
  private final Map<CommandId, Integer> first = new HashMap<>();

  /// Refused for their numbers, before the rules look.
  private final List<Judged> early = new ArrayList<>();

  private record Judged(int at, int fromMark, int toMark, Optional<Refusal> refusal) {}

  Batch(List<Submission> submissions, Clerks clerks, Catalogue catalogue) {
    this.submissions = submissions;
    this.clerks = clerks;
    this.catalogue = catalogue;
    this.answers = new Answer[submissions.size()];
  }

  /// What came out, valid once the transaction has committed.
  ///
  /// @param stocks what was locked, one part of the transaction after the other
  record Outcome(
      List<Answer> answers, List<LedgerWriter.Numbered> events, List<LockedStock> stocks) {}

  /// Does all the work of the transaction but the commit.
  ///
  /// @param hopeful take every id for a new one
  /// @throws StockMovedOn when one is not; then it must be run again without hope
  Outcome run(Connection connection, LedgerReader reader, boolean sweep, boolean hopeful)
      throws SQLException {
    Beginning beginning =
        hopeful || submissions.isEmpty()
            ? reader.beginHopefully()
            : reader.begin(submissions.stream().map(Submission::id).distinct().toList());
    List<Integer> open = answerKnown(beginning.remembered());
    Map<DeviceId, Long> numbers = new TreeMap<>(java.util.Comparator.comparing(DeviceId::code));
    Set<DeviceId> devices =
        open.stream()
            .map(submissions::get)
            .filter(s -> s.sequence() > 0)
            .map(Submission::device)
            .collect(Collectors.toSet());
    if (!devices.isEmpty()) {
      numbers.putAll(reader.lockDevices(devices));
    }
    List<Integer> inOrder = checkNumbers(open, numbers);
    if (hopeful && inOrder.size() < open.size()) {
      throw new StockMovedOn("a number that was used, or a gap: perhaps a known command");
    }
    AnswerWriter answerWriter = new AnswerWriter(connection, beginning.now());
    List<LockedStock> stocks = new ArrayList<>();
    List<LedgerWriter.Numbered> events = new ArrayList<>();
    List<Part> parts = parts(inOrder, connection);
    if (parts.size() > 1) {
      Set<WarehouseCode> all = new LinkedHashSet<>();
      parts.forEach(part -> all.addAll(part.needs().warehouses()));
      reader.lockFirst(all);
    }
    for (Part part : parts) {
      LockedStock stock = reader.lock(part.needs(), beginning.now(), sweep);
      stock.expireLapsed();
      List<Judged> judged = new ArrayList<>();
      for (int at : part.members()) {
        judged.add(judge(at, stock, connection));
      }
      stock.watch().rest();
      reader.confirm(stock);
      LedgerWriter writer = new LedgerWriter(connection, stock);
      writer.write();
      remember(judged, stock, answerWriter);
      events.addAll(writer.numbered());
      stocks.add(stock);
    }
    remember(early, stocks.getFirst(), answerWriter);
    answerWriter.write();
    if (!numbers.isEmpty()) {
      answerWriter.writeNumbers(numbers);
    }
    answerDoubles();
    return new Outcome(List.of(answers), events, stocks);
  }

  /// What is judged together: commands about stock alone, one after the other, are, and those of
  /// an activity that look at nothing else of the stock; any other command of an activity stands
  /// alone, so that it finds in the tables what those before it did. All parts are one transaction.
  private record Part(List<Integer> members, Needs needs) {}

  private List<Part> parts(List<Integer> inOrder, Connection connection) {
    List<Part> parts = new ArrayList<>();
    Part open = new Part(new ArrayList<>(), new Needs());
    for (int at : inOrder) {
      switch (submissions.get(at).asked()) {
        case Asked.Order(StockCommand command) -> {
          open.members().add(at);
          open.needs().add(command);
        }
        case Asked.Turned _ -> open.members().add(at);
        case Asked.Order(WorkCommand command) when clerks.together(command) -> {
          open.members().add(at);
          clerks.prepare(command, Database.on(connection), open.needs());
        }
        case Asked.Order(WorkCommand command) -> {
          if (!open.members().isEmpty()) {
            parts.add(open);
            open = new Part(new ArrayList<>(), new Needs());
          }
          Needs needs = new Needs();
          clerks.prepare(command, Database.on(connection), needs);
          parts.add(new Part(List.of(at), needs));
        }
      }
    }
    if (!open.members().isEmpty() || parts.isEmpty()) {
      parts.add(open);
    }
    return parts;
  }

  /// Answers what the ledger knows; the rest is returned, each id once.
  private List<Integer> answerKnown(Map<CommandId, Remembered> remembered) {
    List<Integer> open = new ArrayList<>();
    for (int at = 0; at < submissions.size(); at++) {
      Submission submission = submissions.get(at);
      Remembered known = remembered.get(submission.id());
      if (known != null) {
        answers[at] =
            new Fingerprint(known.fingerprint()).equals(submission.fingerprint())
                ? Wire.ANSWER.read(known.answer())
                : refused(submission.id(), new Refusal.DifferentContent(submission.id()));
      } else if (first.putIfAbsent(submission.id(), at) == null) {
        open.add(at);
      }
    }
    return open;
  }

  /// The same id twice in one batch: the second gets what the first got.
  private void answerDoubles() {
    for (int at = 0; at < answers.length; at++) {
      if (answers[at] == null) {
        Submission submission = submissions.get(at);
        int earlier = first.getOrDefault(submission.id(), at);
        answers[at] =
            submissions.get(earlier).fingerprint().equals(submission.fingerprint())
                ? answers[earlier]
                : refused(submission.id(), new Refusal.DifferentContent(submission.id()));
      }
    }
  }

  /// Numbers go on by one. A gap is deferred, because what is missing may still come; a number that
  /// was used is refused.
  private List<Integer> checkNumbers(List<Integer> open, Map<DeviceId, Long> last) {
    List<Integer> inOrder = new ArrayList<>(open.size());
    for (int at : open) {
      Submission submission = submissions.get(at);
      long used = last.getOrDefault(submission.device(), 0L);
      if (submission.sequence() == 0) {
        inOrder.add(at);
      } else if (submission.sequence() == used + 1) {
        last.put(submission.device(), submission.sequence());
        inOrder.add(at);
      } else if (submission.sequence() > used) {
        answers[at] =
            new Answer.Deferred(
                submission.id(),
                "sequence_gap",
                "Number " + (used + 1) + " of " + submission.device() + " is missing; send it.",
                0,
                used + 1);
      } else {
        Refusal why = new Refusal.SequenceUsed(submission.device(), submission.sequence(), used);
        early.add(new Judged(at, 0, 0, Optional.of(why)));
      }
    }
    return inOrder;
  }

  private Judged judge(int at, LockedStock stock, Connection connection) {
    Submission submission = submissions.get(at);
    int mark = stock.mark();
    switch (submission.asked()) {
      case Asked.Turned turned -> {
        return new Judged(at, mark, mark, Optional.of(turned.refusal()));
      }
      case Asked.Order order -> {
        stock.judging();
        Decision decision =
            Reach.check(decide(order.command(), submission, stock, connection), submission, stock);
        if (decision instanceof Decision.Refuse refuse) {
          stock.refused();
          return new Judged(at, mark, mark, Optional.of(refuse.why()));
        }
        stock.apply(decision, submission);
        int to = stock.mark();
        if (order.command() instanceof WorkCommand) {
          stock.watch().all(submission);
        } else {
          stock.watch().changed(mark, submission);
        }
        return new Judged(at, mark, to, Optional.empty());
      }
    }
  }

  private Decision decide(
      Command command, Submission submission, LockedStock stock, Connection connection) {
    return switch (command) {
      case StockCommand c -> {
        Decision decision = Judge.decide(c, submission.insisted(), stock);
        yield c instanceof AdjustStock adjust && !(decision instanceof Decision.Refuse)
            ? alone
                .refusal(adjust, new Work(connection, catalogue, stock, submission, stock.now()))
                .<Decision>map(Decision.Refuse::new)
                .orElse(decision)
            : decision;
      }
      case WorkCommand c -> {
        Optional<Refusal> unknown =
            c.warehouses().stream()
                .filter(warehouse -> !stock.knows(warehouse))
                .findFirst()
                .map(Refusal.UnknownWarehouse::new);
        yield unknown.isPresent()
            ? new Decision.Refuse(unknown.get())
            : clerks.handle(c, new Work(connection, catalogue, stock, submission, stock.now()));
      }
    };
  }

  private void remember(List<Judged> judged, LockedStock stock, AnswerWriter writer) {
    for (Judged each : judged) {
      Submission submission = submissions.get(each.at());
      Answer answer =
          each.refusal()
              .<Answer>map(why -> refused(submission.id(), why))
              .orElseGet(
                  () ->
                      new Answer.Accepted(
                          submission.id(),
                          AnswerWriter.changes(stock, each.fromMark(), each.toMark()),
                          AnswerWriter.documents(stock, each.fromMark(), each.toMark())));
      answers[each.at()] = answer;
      if (!submission.errand() || each.toMark() > each.fromMark()) {
        writer.add(submission, answer, stock, each.fromMark(), each.toMark());
      }
    }
  }

  static Answer refused(CommandId id, Refusal why) {
    return new Answer.Refused(id, why, Sentences.of(why));
  }
}
