package dev.stockwright.server.adjusting;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;

/// Which corrections a second person has to look at. Pure.
final class ApprovalRules {
  private ApprovalRules() {}

  /// How far a person may correct alone.
  ///
  /// @param units of one product within a day, up or down
  /// @param value of them, in the smallest unit of the house's money
  record Limit(long units, long value) {}

  /// A correction, with what the same person has corrected of the product alone within a day.
  record Correction(long units, long value, long unitsBefore, long valueBefore) {}

  /// Why another person has to approve; empty when nobody has to.
  static Optional<String> why(Correction correction, Limit limit) {
    long units = correction.units() + correction.unitsBefore();
    long value = correction.value() + correction.valueBefore();
    if (units > limit.units()) {
      return Optional.of(units + " units of at most " + limit.units());
    }
    if (value > limit.value()) {
      return Optional.of("value " + value + " of at most " + limit.value());
    }
    return Optional.empty();
  }

  /// A proposal as those see it who decide.
  record Proposal(Reference number, String state, Operator proposedBy) {}

  /// Why this person cannot decide about it; empty when they can.
  static Optional<Refusal> refusal(Proposal proposal, Operator who) {
    if (!proposal.state().equals("waiting")) {
      return Optional.of(
          new DocumentRefusal.WrongState(
              DocumentKind.ADJUSTMENT, proposal.number(), proposal.state(), "waiting"));
    }
    if (proposal.proposedBy().equals(who)) {
      return Optional.of(
          new DocumentRefusal.OtherPersonNeeded("decide about " + proposal.number(), who));
    }
    return Optional.empty();
  }

  /// Why a correction is not withdrawn; empty when it still waits and is this person's own.
  static Optional<Refusal> notWithdrawn(CommandId proposal, Proposal made, Operator who) {
    return switch (made.state()) {
      case "waiting" ->
          made.proposedBy().equals(who)
              ? Optional.empty()
              : Optional.of(byDocument(proposal, made, "reject_adjustment"));
      case "applied" -> Optional.of(byDocument(proposal, made, "propose_adjustment the other way"));
      case "undone" -> Optional.of(new Refusal.AlreadyUndone(proposal));
      default -> Optional.of(new Refusal.NothingToUndo(proposal)); // it was rejected
    };
  }

  private static Refusal byDocument(CommandId proposal, Proposal made, String instead) {
    return new GuardRefusal.UndoByDocument(
        proposal, DocumentKind.ADJUSTMENT, made.number(), made.state(), instead);
  }

  /// Why a correction is not undone: another person has decided about it, or it is not applied.
  static Optional<Refusal> notUndone(
      CommandId undone, Reference number, String state, boolean approved) {
    return approved || !state.equals("applied")
        ? Optional.of(
            new GuardRefusal.UndoByDocument(
                undone, DocumentKind.ADJUSTMENT, number, state, "propose_adjustment the other way"))
        : Optional.empty();
  }
}
