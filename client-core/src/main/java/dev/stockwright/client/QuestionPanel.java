package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A question with one way on and one way back.
///
/// @param title of the card
/// @param yes what the first answer does
record QuestionPanel(
    Text title, Text subject, Text reason, Text yesLabel, Text noLabel, Supplier<After> yes)
    implements Panel {
  @Override
  public Card card() {
    return Card.of(
            title,
            new Card.Prompt(Card.Means.DECIDE, Text.of(ShiftPhrase.CHOOSE), Optional.empty()))
        .question(
            Optional.of(
                new Card.Question(
                    subject,
                    reason,
                    List.of(
                        Card.Action.press(Icon.PERSON, yesLabel, Key.CHANGE_OVER),
                        Card.Action.press(Icon.LEAVE, noLabel, Key.DISCARD)),
                    Text.of(ShiftPhrase.OR_SCAN_ON))));
  }

  @Override
  public After give(Input input) {
    return input instanceof Input.Press(Key key) && (key == Key.CHANGE_OVER || key == Key.OK)
        ? yes.get()
        : After.closed();
  }

  /// What is said when it is asked.
  Turn said() {
    return Turn.of(Signal.ATTENTION, Said.of(subject, reason));
  }
}
