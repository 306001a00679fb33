package dev.stockwright.server.desk;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.Submission.Asked;
import dev.stockwright.server.desk.Submission.Fingerprint;
import dev.stockwright.server.ledger.AnswerWriter;
import dev.stockwright.server.ledger.LedgerReader;
import dev.stockwright.server.ledger.LedgerReader.Remembered;
import dev.stockwright.server.ledger.LedgerWriter;
import dev.stockwright.server.ledger.LockedStock;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.ledger.Sheaf;
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
import org.jooq.DSLContext;

/// One transaction over many submissions: known ids get their first answer again, numbers are
/// checked, rules judge in order, everything is written at once. Made anew for every try; the
/// caller commits.
final class Batch {
  private final List<Submission> submissions;
  private final Clerks clerks;
  private final Catalogue catalogue;
  private final Answer[] answers;
  private final Deciding deciding;
  private final Map<CommandId, Integer> first = new HashMap<>();

  /// Refused for their numbers, before the rules look.
  private final List<Judged> early = new ArrayList<>();

  /// @param at who asked for it among the submissions; below 0 when it is recorded with another
  private record Judged(
      int at, Submission submission, int fromMark, int toMark, Optional<Refusal> refusal) {}

  private static final int RECORDED_WITH_ANOTHER = -1;

  Batch(List<Submission> submissions, Clerks clerks, Catalogue catalogue) {
    this.submissions = submissions;
    this.clerks = clerks;
    this.catalogue = catalogue;
    this.answers = new Answer[submissions.size()];
    this.deciding = new Deciding(clerks, catalogue);
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
    List<Integer> open =
        answerKnown(
            hopeful || submissions.isEmpty()
                ? Map.of()
                : reader.remembered(submissions.stream().map(Submission::id).distinct().toList()));
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
    List<Part> parts = parts(inOrder, connection);
    if (parts.size() > 1) {
      Set<WarehouseCode> all = new LinkedHashSet<>();
      parts.forEach(part -> all.addAll(part.needs().warehouses()));
      reader.lockFirst(all);
    }
    Sheaf sheaf = new Sheaf(connection);
    List<LockedStock> stocks = new ArrayList<>();
    List<LedgerWriter.Numbered> events = new ArrayList<>();
    List<Remembering> remembering = new ArrayList<>();
    for (Part part : parts) {
      sheaf.send(); // the next part finds in the tables what those before it did
      LockedStock stock = reader.lock(part.needs(), sweep, hopeful);
      List<Judged> judged = judge(part, stock, connection);
      reader.confirm(stock);
      part.together().write(sheaf);
      LedgerWriter writer = new LedgerWriter(connection, stock, sheaf);
      writer.write();
      remembering.add(new Remembering(judged, stock));
      events.addAll(writer.numbered());
      stocks.add(stock);
    }
    remembering.add(new Remembering(early, stocks.getFirst()));
    AnswerWriter answerWriter = new AnswerWriter(connection, sheaf, reader.began());
    remembering.forEach(each -> remember(each.judged(), each.stock(), answerWriter));
    if (!numbers.isEmpty()) {
      answerWriter.writeNumbers(numbers);
    }
    answerWriter.write();
    answerDoubles();
    return new Outcome(List.of(answers), events, stocks);
  }

  /// What is judged together: commands about stock alone, one after the other, are, and those of
  /// an activity that look at nothing else of the stock; any other command of an activity, and an
  /// undo, which may be one of those, stands alone, so that it finds in the tables what those
  /// before it did. All parts are one transaction.
  private record Part(List<Integer> members, Needs needs, Clerks.Together together) {}

  /// What is still to be answered.
  private record Remembering(List<Judged> judged, LockedStock stock) {}

  private List<Part> parts(List<Integer> inOrder, Connection connection) {
    List<Part> parts = new ArrayList<>();
    Part open = part(new ArrayList<>());
    for (int at : inOrder) {
      switch (submissions.get(at).asked()) {
        case Asked.Order(UndoCommand command) -> {
          open = closed(open, parts);
          Part alone = part(List.of(at));
          clerks.prepare(command, Database.on(connection), alone.needs());
          parts.add(alone);
        }
        case Asked.Order(StockCommand command) when !OnUnits.are(command) -> {
          open.members().add(at);
          open.needs().add(command);
        }
        case Asked.Order(StockCommand command) -> {
          open = closed(open, parts);
          parts.add(part(List.of(at)));
          parts.getLast().needs().add(command);
        }
        case Asked.Turned _ -> open.members().add(at);
        case Asked.Order(WorkCommand command) when clerks.together(command) -> {
          open.members().add(at);
          open.together().prepare(command, open.needs());
        }
        case Asked.Order(WorkCommand command) -> {
          open = closed(open, parts);
          Part alone = part(List.of(at));
          DSLContext sql = Database.on(connection);
          clerks.prepare(command, sql, alone.needs());
          clerks.recorded(command, sql).ifPresent(again -> prepare(again, alone, sql));
          parts.add(alone);
        }
      }
    }
    if (!open.members().isEmpty() || parts.isEmpty()) {
      parts.add(open);
    }
    return parts;
  }

  /// What is recorded with another command is judged under the same locks.
  private void prepare(Submission again, Part part, DSLContext sql) {
    switch (again.asked()) {
      case Asked.Order(StockCommand command) -> part.needs().add(command);
      case Asked.Order(WorkCommand command) when clerks.together(command) ->
          part.together().prepare(command, part.needs());
      case Asked.Order(WorkCommand command) -> clerks.prepare(command, sql, part.needs());
      case Asked.Turned _ -> {
        // is never recorded
      }
    }
  }

  /// What comes next is no part of it; another one is begun.
  private Part closed(Part open, List<Part> parts) {
    if (open.members().isEmpty()) {
      return open;
    }
    parts.add(open);
    return part(new ArrayList<>());
  }

  private Part part(List<Integer> members) {
    return new Part(members, new Needs(), clerks.sit());
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
        early.add(new Judged(at, submission, 0, 0, Optional.of(why)));
      }
    }
    return inOrder;
  }

  private List<Judged> judge(Part part, LockedStock stock, Connection connection) {
    stock.expireLapsed();
    List<Judged> judged = new ArrayList<>();
    for (int at : part.members()) {
      Submission submission = submissions.get(at);
      switch (submission.asked()) {
        case Asked.Turned turned ->
            judged.add(
                new Judged(
                    at, submission, stock.mark(), stock.mark(), Optional.of(turned.refusal())));
        case Asked.Order(ReferralCommand.RecordReferral command) ->
            judged.addAll(recorded(at, command, part, stock, connection));
        case Asked.Order order ->
            judged.add(judge(at, submission, order.command(), part, stock, connection));
      }
    }
    stock.watch().rest();
    return judged;
  }

  /// The refused work is judged first, as a command of its own and under the name of who did it.
  /// Only when that is possible the referral is settled: who asked learns why it is not.
  private List<Judged> recorded(
      int at,
      ReferralCommand.RecordReferral command,
      Part part,
      LockedStock stock,
      Connection connection) {
    Submission asking = submissions.get(at);
    Work work = new Work(connection, catalogue, stock, asking, stock.now());
    Optional<Submission> again = clerks.recorded(command, work.sql());
    List<Judged> judged = new ArrayList<>();
    if (stock.knows(command.warehouse())
        && clerks.refusal(command, work).isEmpty()
        && again.isPresent()
        && again.get().asked() instanceof Asked.Order(Command inner)) {
      Judged first = judge(RECORDED_WITH_ANOTHER, again.get(), inner, part, stock, connection);
      if (first.refusal().isPresent()) {
        return List.of(new Judged(at, asking, first.fromMark(), first.toMark(), first.refusal()));
      }
      judged.add(first);
    }
    judged.add(judge(at, asking, command, part, stock, connection));
    return judged;
  }

  private Judged judge(
      int at,
      Submission submission,
      Command command,
      Part part,
      LockedStock stock,
      Connection connection) {
    int mark = stock.mark();
    stock.judging();
    Decision decision =
        Reach.check(
            deciding.decide(command, submission, part.together(), stock, connection),
            submission,
            stock);
    if (decision instanceof Decision.Refuse refuse) {
      stock.refused();
      return new Judged(at, submission, mark, mark, Optional.of(refuse.why()));
    }
    stock.apply(decision, submission);
    int to = stock.mark();
    if (command instanceof WorkCommand c && !clerks.together(c)) {
      stock.watch().all(submission);
    } else {
      stock.watch().changed(mark, submission);
    }
    return new Judged(at, submission, mark, to, Optional.empty());
  }

  private void remember(List<Judged> judged, LockedStock stock, AnswerWriter writer) {
    for (Judged each : judged) {
      Submission submission = each.submission();
      Answer answer =
          each.refusal()
              .<Answer>map(why -> refused(submission.id(), why))
              .orElseGet(
                  () ->
                      new Answer.Accepted(
                          submission.id(),
                          AnswerWriter.changes(stock, each.fromMark(), each.toMark()),
                          AnswerWriter.documents(stock, each.fromMark(), each.toMark())));
      if (each.at() >= 0) {
        answers[each.at()] = answer;
      }
      if (!submission.errand() || each.toMark() > each.fromMark()) {
        writer.add(submission, answer, stock, each.fromMark(), each.toMark());
      }
    }
  }

  static Answer refused(CommandId id, Refusal why) {
    return new Answer.Refused(id, why, Sentences.of(why));
  }
}
