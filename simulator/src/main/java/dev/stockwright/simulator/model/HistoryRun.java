package dev.stockwright.simulator.model;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// One history on its way: makes the envelopes, knows what each must be answered, and compares.
/// Used by one thread.
final class HistoryRun {
  private static final Operator AUTHOR = new Operator("model");

  /// A submission and the answer it must get.
  record Asked(Step step, Submission submission, Verdict expected) {}

  private final Names names;
  private final List<Step> steps;
  private final Books books = new Books();
  private final PlainRules rules;
  private final SplittableRandom ids;
  private final SplittableRandom bursts;
  private final Map<Integer, Envelope> sent = new HashMap<>();
  private final Map<Integer, Answer> answers = new HashMap<>();
  private long sequence;
  private int next;

  HistoryRun(Names names, List<Step> steps, long seed) {
    this.names = names;
    this.steps = List.copyOf(steps);
    this.rules = new PlainRules(names, books);
    this.bursts = new SplittableRandom(seed);
    this.ids = new SplittableRandom(seed ^ 0x5DEECE66DL);
  }

  Names names() {
    return names;
  }

  Books books() {
    return books;
  }

  boolean over() {
    return next >= steps.size();
  }

  /// The next steps, to be handed in one after the other without waiting: at most four, and more
  /// than one only where the order of their effects is certain.
  List<Asked> burst(Instant now) {
    int most = 1 + bursts.nextInt(4);
    List<Asked> burst = new ArrayList<>();
    Optional<Lane> lane = Optional.empty();
    while (!over() && burst.size() < most) {
      Step step = steps.get(next);
      Optional<Lane> here = lane(step.act());
      if (!burst.isEmpty() && (here.isEmpty() || !here.equals(lane))) {
        break;
      }
      lane = here;
      next++;
      ask(step, now).ifPresent(burst::add);
      if (here.isEmpty()) {
        break;
      }
    }
    return burst;
  }

  /// Keeps the answer; says what is wrong with it, or nothing.
  String answered(Asked asked, Answer answer) {
    String difference = Verdict.difference(asked.expected(), answer, answers);
    if (!(answer instanceof Answer.Deferred)) {
      answers.putIfAbsent(asked.step().index(), answer);
    }
    return difference.isEmpty()
        ? ""
        : "step " + asked.step().index() + " " + shown(asked) + ": " + difference;
  }

  private Optional<Asked> ask(Step step, Instant now) {
    return switch (step.act()) {
      case Step.Act.Order(Command command, boolean numbered, boolean insisted) ->
          Optional.of(fresh(step, command, numbered, insisted, now));
      case Step.Act.UndoOf(int target) ->
          Optional.of(fresh(step, new UndoCommand(idOf(target)), target % 2 == 0, false, now));
      case Step.Act.Repeat(int target) -> repeat(step, target);
      case Step.Act.Twist(int target, Command command) -> twist(step, target, command);
      case Step.Act.Gap(Command command) ->
          Optional.of(
              new Asked(
                  step,
                  submission(envelope(newId(), sequence + 2, command, false)),
                  new Verdict.MissingNumber(sequence + 1)));
      case Step.Act.Reuse(Command command) -> reuse(step, command);
    };
  }

  private Asked fresh(Step step, Command command, boolean numbered, boolean insisted, Instant now) {
    Envelope envelope = envelope(newId(), numbered ? ++sequence : 0, command, insisted);
    sent.put(step.index(), envelope);
    Verdict verdict = rules.judge(envelope.id(), command, insisted, now);
    return new Asked(step, submission(envelope), verdict);
  }

  private Optional<Asked> repeat(Step step, int target) {
    return Optional.ofNullable(sent.get(target))
        .map(envelope -> new Asked(step, submission(envelope), new Verdict.Again(target)));
  }

  private Optional<Asked> twist(Step step, int target, Command command) {
    return Optional.ofNullable(sent.get(target))
        .filter(envelope -> !envelope.command().equals(command))
        .map(
            envelope ->
                new Asked(
                    step,
                    submission(
                        envelope(envelope.id(), envelope.sequence(), command, envelope.insisted())),
                    new Verdict.Refuse(Refusal.DifferentContent.class)));
  }

  private Optional<Asked> reuse(Step step, Command command) {
    if (sequence == 0) {
      return Optional.empty();
    }
    Envelope envelope = envelope(newId(), 1 + ids.nextLong(sequence), command, false);
    sent.put(step.index(), envelope);
    Verdict verdict = new Verdict.Refuse(Refusal.SequenceUsed.class);
    return Optional.of(new Asked(step, submission(envelope), verdict));
  }

  private Envelope envelope(CommandId id, long number, Command command, boolean insisted) {
    return new Envelope(
        id,
        number == 0 ? names.unnumbered() : names.numbering(),
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        insisted,
        command);
  }

  private CommandId idOf(int step) {
    Envelope envelope = sent.get(step);
    return envelope == null ? newId() : envelope.id();
  }

  private CommandId newId() {
    return CommandId.timeOrdered(1_780_000_000_000L, ids.nextLong(), ids.nextLong());
  }

  private static Submission submission(Envelope envelope) {
    return Submission.of(envelope, AUTHOR);
  }

  private static String shown(Asked asked) {
    return asked.submission().asked() + (asked.submission().insisted() ? " insisted" : "");
  }

  /// Commands of one sender that touch one warehouse are judged in the order they were handed in.
  private record Lane(WarehouseCode warehouse, boolean numbered) {}

  private static Optional<Lane> lane(Step.Act act) {
    if (!(act instanceof Step.Act.Order order)) {
      return Optional.empty();
    }
    return switch (order.command()) {
      case ReceiveGoods command -> Optional.of(new Lane(command.warehouse(), order.numbered()));
      case MoveStock command -> Optional.of(new Lane(command.warehouse(), order.numbered()));
      case AdjustStock command -> Optional.of(new Lane(command.warehouse(), order.numbered()));
      default -> Optional.empty();
    };
  }
}
