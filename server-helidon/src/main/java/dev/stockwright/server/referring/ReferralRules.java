package dev.stockwright.server.referring;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.ReferralCommand.ReferRefusal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;

/// What may be referred, and who settles it. Pure.
final class ReferralRules {
  private ReferralRules() {}

  /// What the ledger remembers of a command.
  ///
  /// @param same the command that is told is the one that was answered
  record Remembered(Answer answer, boolean same) {}

  /// A referral as those see it who settle it.
  record Referral(CommandId refused, String state, Operator workedBy) {}

  /// Why this cannot be referred; empty when it can. Only what was refused can be, as it was told,
  /// and where it was done.
  static Optional<Refusal> refusal(
      ReferRefusal refer, Optional<Command> told, Optional<Remembered> remembered, boolean known) {
    if (known) {
      return Optional.of(
          new DocumentRefusal.DocumentExists(DocumentKind.REFERRAL, number(refer.refused())));
    }
    boolean refused =
        remembered
            .filter(Remembered::same)
            .filter(command -> command.answer() instanceof Answer.Refused)
            .isPresent();
    if (told.isEmpty() || !refused) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "command", "one that was refused, as it was sent", refer.refused().toString()));
    }
    return told.flatMap(ReferralCommand::place).filter(refer.warehouse()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "command", "one that is done in " + refer.warehouse(), refer.refused().toString()));
  }

  /// Why this person cannot settle it; empty when they can.
  static Optional<Refusal> refusal(CommandId asked, Optional<Referral> found, Operator who) {
    if (found.isEmpty()) {
      return Optional.of(
          new DocumentRefusal.UnknownDocument(DocumentKind.REFERRAL, number(asked)));
    }
    Referral referral = found.get();
    if (!referral.state().equals("waiting")) {
      return Optional.of(
          new DocumentRefusal.WrongState(
              DocumentKind.REFERRAL, number(asked), referral.state(), "waiting"));
    }
    return referral.workedBy().equals(who)
        ? Optional.of(new DocumentRefusal.OtherPersonNeeded("decide about this work", who))
        : Optional.empty();
  }

  /// A referral is known by the id of the refused command.
  static Reference number(CommandId refused) {
    return new Reference(refused.toString());
  }
}
