package dev.stockwright.desktop.approval;

import dev.stockwright.client.SupervisorAsked;
import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.words.AllowPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.look.Instruction;
import java.util.Optional;

/// A question to a supervisor, in words.
///
/// @param subject what shall be allowed; empty when the card does not say
/// @param reason why it is asked
/// @param name whose PIN it is, or empty
public record ApprovalPicture(Stage stage, String subject, String reason, String name) {
  /// @param card the work below
  public static Optional<ApprovalPicture> of(
      Optional<SupervisorAsked> asked, Card card, Wording words) {
    return asked.map(
        now ->
            new ApprovalPicture(
                now.stage(),
                card.question().map(question -> words.headline(question.subject())).orElse(""),
                card.question().map(question -> words.say(question.reason())).orElse(""),
                now.name().orElse("")));
  }

  /// What to do now, in the bar above.
  public Instruction instruction(Wording words) {
    return switch (stage) {
      case BADGE ->
          Instruction.scan(
              words.say(Text.of(AllowPhrase.SCAN_BADGE)), words.say(Text.of(AllowPhrase.OR_TYPE)));
      case PIN ->
          Instruction.touch(
              words.say(Text.of(AllowPhrase.TYPE_PIN)), words.say(Text.of(AllowPhrase.THEN_ENTER)));
      case ASKING ->
          Instruction.touch(
              words.say(Text.of(AllowPhrase.ASKING)), words.say(Text.of(AllowPhrase.ONE_MOMENT)));
    };
  }
}
