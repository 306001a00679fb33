package dev.stockwright.server.http;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.queries.Touched;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Rights;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;
import java.util.Set;

/// Judges the right of a person to a command before the desk sees it: by the rights of its author,
/// in the warehouses that it touches. Thread-safe.
final class Gate {
  private final Sessions sessions;
  private final Touched touched;

  Gate(Sessions sessions, Touched touched) {
    this.sessions = sessions;
    this.touched = touched;
  }

  /// Ready for the desk: an order, or a refusal to be remembered.
  Submission admit(Principal sender, Envelope envelope) {
    Operator named = envelope.author().orElse(sender.operator());
    Optional<Principal> author =
        named.equals(sender.operator()) ? Optional.of(sender) : away(sender, envelope, named);
    if (author.isEmpty()) {
      return Submission.turned(
          envelope,
          sender.operator(),
          new Refusal.NotAllowed("send the work of " + named, Optional.empty()));
    }
    return refusal(author.get(), envelope.command())
        .map(refusal -> Submission.turned(envelope, named, refusal))
        .orElseGet(() -> ordered(author.get(), envelope, named));
  }

  /// What names no warehouse may name something that is not in the books yet; the desk looks again.
  private static Submission ordered(Principal author, Envelope envelope, Operator named) {
    Submission submission = Submission.of(envelope, named);
    return switch (envelope.command()) {
      case ConfirmReservation _, ReleaseReservation _, UndoCommand _ ->
          submission.within(author.warehouses());
      default -> submission;
    };
  }

  /// A device whose store was damaged begins its numbers anew under its own name with a suffix.
  private static boolean sameDevice(Principal sender, Envelope envelope) {
    String device = sender.device().code();
    String named = envelope.device().code();
    return named.equals(device) || named.startsWith(device + "#");
  }

  /// Whether envelopes of this device may come in the sender's session at all. What may not is
  /// answered without being remembered, because it would use up the other device's numbers.
  Optional<Refusal> foreignDevice(Principal sender, Envelope envelope) {
    return !sender.onDevice() || sameDevice(sender, envelope)
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(
                "send for device " + envelope.device() + " when signed in on " + sender.device(),
                Optional.empty()));
  }

  private Optional<Principal> away(Principal sender, Envelope envelope, Operator author) {
    return sender.onDevice() && sameDevice(sender, envelope)
        ? sessions.author(author, sender.device())
        : Optional.empty();
  }

  private Optional<Refusal> refusal(Principal author, Command command) {
    return switch (command) {
      case ConfirmReservation c ->
          Rights.refusal(author, command, touched.byReservation(c.order()));
      case ReleaseReservation c ->
          Rights.refusal(author, command, touched.byReservation(c.order()));
      case UndoCommand c -> refusalToUndo(author, c);
      case ReferralCommand.RecordReferral c -> refusalToRecord(author, c);
      case Command c -> Rights.refusal(author, c, known(author, Rights.named(c)));
    };
  }

  /// Nobody records by a referral what they may not do themselves.
  private Optional<Refusal> refusalToRecord(
      Principal author, ReferralCommand.RecordReferral command) {
    return Rights.refusal(author, command, known(author, Rights.named(command)))
        .or(
            () ->
                touched
                    .referred(command.referral())
                    .flatMap(
                        told ->
                            Rights.refusal(author, told, known(author, Rights.named(told)))));
  }

  private Optional<Refusal> refusalToUndo(Principal author, UndoCommand command) {
    Optional<Touched.Done> done = touched.byCommand(command.undone());
    Optional<Refusal> refusal =
        Rights.refusal(author, command, done.map(Touched.Done::warehouses).orElse(Set.of()));
    boolean own = done.isEmpty() || done.get().author().equals(author.operator());
    return refusal.isPresent() || own ? refusal : Rights.refusalToUndoOthers(author);
  }

  /// Leaves out the warehouses that do not exist: for those the desk has the better refusal.
  private Set<WarehouseCode> known(Principal author, Set<WarehouseCode> named) {
    return author.warehouses().containsAll(named) ? named : touched.existing(named);
  }
}
