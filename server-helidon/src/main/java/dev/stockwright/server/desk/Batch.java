package dev.stockwright.server.desk;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
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
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Answer[] answers;
  private final Map<CommandId, Integer> first = new HashMap<>();
  private final List<Judged> judged = new ArrayList<>();

  private record Judged(int at, int fromMark, int toMark, Optional<Refusal> refusal) {}

  Batch(List<Submission> submissions) {
    this.submissions = submissions;
    this.answers = new Answer[submissions.size()];
  }

  /// What came out, valid once the transaction has committed.
  record Outcome(List<Answer> answers, List<LedgerWriter.Numbered> events, LockedStock stock) {}

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
    Needs needs = new Needs();
    for (int at : inOrder) {
      if (submissions.get(at).asked() instanceof Asked.Order order) {
        needs.add(order.command());
      }
    }
    LockedStock stock = reader.lock(needs, beginning.now(), sweep);
    stock.expireLapsed();
    for (int at : inOrder) {
      judge(at, stock);
    }
    reader.confirm(stock);
    LedgerWriter writer = new LedgerWriter(connection, stock);
    writer.write();
    remember(connection, stock, beginning.now(), numbers);
    answerDoubles();
    return new Outcome(List.of(answers), writer.numbered(), stock);
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
        refuse(at, new Refusal.SequenceUsed(submission.device(), submission.sequence(), used), 0);
      }
    }
    return inOrder;
  }

  private void judge(int at, LockedStock stock) {
    Submission submission = submissions.get(at);
    int mark = stock.mark();
    switch (submission.asked()) {
      case Asked.Turned turned -> refuse(at, turned.refusal(), mark);
      case Asked.Order order -> {
        stock.judging();
        Decision decision =
            Reach.check(
                Judge.decide(order.command(), submission.insisted(), stock), submission, stock);
        if (decision instanceof Decision.Refuse refuse) {
          stock.refused();
          refuse(at, refuse.why(), mark);
        } else {
          stock.apply(decision, submission);
          judged.add(new Judged(at, mark, stock.mark(), Optional.empty()));
        }
      }
    }
  }

  private void refuse(int at, Refusal why, int mark) {
    judged.add(new Judged(at, mark, mark, Optional.of(why)));
  }

  private void remember(
      Connection connection, LockedStock stock, Instant now, Map<DeviceId, Long> numbers)
      throws SQLException {
    AnswerWriter writer = new AnswerWriter(connection, now);
    for (Judged each : judged) {
      Submission submission = submissions.get(each.at());
      Answer answer =
          each.refusal()
              .<Answer>map(why -> refused(submission.id(), why))
              .orElseGet(
                  () ->
                      new Answer.Accepted(
                          submission.id(),
                          AnswerWriter.changes(stock, each.fromMark(), each.toMark())));
      answers[each.at()] = answer;
      writer.add(submission, answer, stock, each.fromMark(), each.toMark());
    }
    writer.write();
    if (!numbers.isEmpty()) {
      writer.writeNumbers(numbers);
    }
  }

  static Answer refused(CommandId id, Refusal why) {
    return new Answer.Refused(id, why, Sentences.of(why));
  }
}
