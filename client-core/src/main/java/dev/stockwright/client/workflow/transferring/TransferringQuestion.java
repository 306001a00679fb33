package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.transferring.TransferringState.Because;
import dev.stockwright.client.workflow.transferring.TransferringState.Choose;
import dev.stockwright.client.workflow.transferring.TransferringState.Explain;
import dev.stockwright.client.workflow.transferring.TransferringState.Last;
import dev.stockwright.client.workflow.transferring.TransferringState.Leave;
import dev.stockwright.client.workflow.transferring.TransferringState.LotWanted;
import dev.stockwright.client.workflow.transferring.TransferringState.Over;
import dev.stockwright.client.workflow.transferring.TransferringState.Pack;
import dev.stockwright.client.workflow.transferring.TransferringState.Phase;
import dev.stockwright.client.workflow.transferring.TransferringState.Receive;
import dev.stockwright.client.workflow.transferring.TransferringState.Stranger;
import java.util.List;
import java.util.Optional;

/// What is asked while a transfer is packed, received or explained.
final class TransferringQuestion {
  private TransferringQuestion() {}

  static Optional<Card.Question> of(Phase phase, Sheet sheet) {
    return switch (phase) {
      case Leave leave ->
          asked(
              Departure.question(sheet),
              Departure.reason(sheet),
              yes(Icon.SHIP, Text.of(TransferringPhrase.SHIP, sheet.packed()), Key.CONFIRM),
              no(TransferringPhrase.LEAVE_NO));
      case Stranger stranger -> Optional.of(stranger(stranger));
      case Over over ->
          asked(
              Text.of(
                  TransferringPhrase.OVER_ASK,
                  sheet.line(over.sku()).map(Line::name).orElse(over.sku().code()),
                  over.units() - sheet.line(over.sku()).map(Line::inTransit).orElse(0L)),
              Text.of(TransferringPhrase.OVER_WHY),
              yes(Icon.RECEIVE, Text.of(TransferringPhrase.OVER_YES, over.units()), Key.INSIST),
              no(TransferringPhrase.PUT_BACK));
      case Last last ->
          asked(
              Text.of(TransferringPhrase.LAST_ASK, sheet.number(), sheet.inTransit()),
              Text.of(TransferringPhrase.LAST_WHY),
              yes(Icon.CLOSE, Text.of(TransferringPhrase.LAST_YES, sheet.inTransit()), Key.CONFIRM),
              no(TransferringPhrase.LAST_NO));
      case Because because ->
          asked(
              Text.of(
                  TransferringPhrase.EXPLAIN_ASK,
                  sheet.number(),
                  sheet.inTransit(),
                  reason(because, sheet)),
              Text.of(TransferringPhrase.EXPLAIN_WHY),
              new Card.Action(
                  Icon.CLOSE,
                  Text.of(TransferringPhrase.EXPLAIN_YES),
                  Optional.empty(),
                  new Input.Press(Key.CONFIRM),
                  true),
              no(TransferringPhrase.EXPLAIN_NO));
      case Choose choose -> Optional.empty();
      case Pack pack -> Optional.empty();
      case LotWanted wanted -> Optional.empty();
      case Receive receive -> Optional.empty();
      case Explain explain -> Optional.empty();
    };
  }

  private static String reason(Because because, Sheet sheet) {
    return sheet.books().reasons(Explanation.USE).stream()
        .filter(each -> each.code().equals(because.reason()))
        .findFirst()
        .map(Reason::name)
        .orElse(because.reason().code());
  }

  private static Card.Question stranger(Stranger stranger) {
    Card.Action aside = yes(Icon.WARNING, Text.of(TransferringPhrase.SET_ASIDE), Key.SET_ASIDE);
    Card.Action leave = no(TransferringPhrase.LEAVE_IT);
    return new Card.Question(
        Text.of(TransferringPhrase.NOT_ON, stranger.what(), stranger.transfer()),
        Arrival.why(stranger.other()),
        stranger
            .other()
            .map(
                other ->
                    List.of(
                        yes(Icon.SWAP, Text.of(TransferringPhrase.USE_OTHER, other), Key.USE_OTHER),
                        aside,
                        leave))
            .orElseGet(() -> List.of(aside, leave)),
        Text.of(TransferringPhrase.AFTER));
  }

  private static Optional<Card.Question> asked(
      Text subject, Text reason, Card.Action yes, Card.Action no) {
    return Optional.of(
        new Card.Question(subject, reason, List.of(yes, no), Text.of(TransferringPhrase.AFTER)));
  }

  private static Card.Action yes(Icon icon, Text label, Key key) {
    return Card.Action.press(icon, label, key);
  }

  private static Card.Action no(TransferringPhrase label) {
    return Card.Action.press(Icon.LEAVE, Text.of(label), Key.DISCARD);
  }
}
