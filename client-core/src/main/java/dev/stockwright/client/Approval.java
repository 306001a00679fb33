package dev.stockwright.client;

import dev.stockwright.client.refusals.RefusalWords;
import dev.stockwright.client.sync.LinkHealth;
import dev.stockwright.client.sync.PinProof;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerLink;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Asks the server whether a supervisor allows what a worker wants to do. Who works here stays
/// signed in; badge and PIN are written down nowhere.
final class Approval {
  private final ServerLink link;
  private final LinkHealth health;
  private final DeviceId device;
  private final InstantSource clock;
  private final RandomGenerator random;

  Approval(
      ServerLink link,
      LinkHealth health,
      DeviceId device,
      InstantSource clock,
      RandomGenerator random) {
    this.link = link;
    this.health = health;
    this.device = device;
    this.clock = clock;
    this.random = random;
  }

  /// The question to a supervisor; absent: nothing is theirs to give.
  ///
  /// @param waiting hears what is said before the server is asked
  /// @param allowed records the step that waited
  Optional<Panel> asked(List<Command> commands, Consumer<Turn> waiting, Supplier<Turn> allowed) {
    return commands.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ApprovalPanel.of(of(commands), new ApprovalPanel.Way(this::ask, waiting, allowed)));
  }

  /// With ids of their own.
  private Decisions of(List<Command> commands) {
    long now = clock.instant().toEpochMilli();
    return new Decisions(
        commands,
        commands.stream()
            .map(each -> CommandId.timeOrdered(now, random.nextLong(), random.nextLong()))
            .toList());
  }

  /// Takes up to 10 seconds for each command. Absent: all are allowed; else why not.
  private Optional<Said> ask(Decisions decisions, ApprovalPanel.Complete complete) {
    PinProof shown = complete.who().proof(complete.pin());
    for (int i = 0; i < decisions.commands().size(); i++) {
      Envelope envelope =
          new Envelope(
              decisions.ids().get(i),
              device,
              0,
              Optional.empty(),
              Optional.of(clock.instant()),
              Optional.empty(),
              false,
              decisions.commands().get(i));
      Optional<Said> not =
          switch (link.approve(shown, envelope)) {
            case Reply.Ok<Answer>(Answer answer) -> notAllowed(answer);
            case Reply.Failed<Answer>(Reply.Trouble trouble) -> Optional.of(notAsked(trouble));
          };
      if (not.isPresent()) {
        return not;
      }
    }
    return Optional.empty();
  }

  private static Optional<Said> notAllowed(Answer answer) {
    return switch (answer) {
      case Answer.Accepted accepted -> Optional.empty();
      case Answer.Refused refused ->
          Optional.of(Said.of(Text.of(ApprovalPhrase.REFUSED), RefusalWords.of(refused.refusal())));
      case Answer.Deferred deferred -> Optional.of(noConnection());
    };
  }

  private Said notAsked(Reply.Trouble trouble) {
    return switch (trouble) {
      case Reply.Busy busy -> noConnection();
      case Reply.Unreachable unreachable -> {
        health.unreachable();
        yield noConnection();
      }
      case Reply.SignInNeeded needed -> signInAgain();
      case Reply.Refused refused -> refused(refused);
    };
  }

  private static Said refused(Reply.Refused refused) {
    return switch (refused.code()) {
      case "approval_refused" ->
          ApprovalPanel.said(Text.of(ApprovalPhrase.WRONG_PIN), ApprovalPhrase.TYPE_AGAIN);
      case "sign_in_locked" ->
          ApprovalPanel.said(Text.of(ApprovalPhrase.TOO_OFTEN), ApprovalPhrase.WAIT_OR_OTHER);
      case "sign_in_required" -> signInAgain();
      default ->
          Said.of(Text.of(ApprovalPhrase.REFUSED), Text.of(CommonPhrase.AS_IS, refused.sentence()));
    };
  }

  private static Said signInAgain() {
    return ApprovalPanel.said(Text.of(ApprovalPhrase.REFUSED), ApprovalPhrase.SIGN_IN_AGAIN);
  }

  static Said noConnection() {
    return ApprovalPanel.said(Text.of(ApprovalPhrase.NO_CONNECTION), ApprovalPhrase.KEEP_ASIDE);
  }
}
