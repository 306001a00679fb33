package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be pressed on a card.
final class CardKeys {
  private CardKeys() {}

  /// The first answer to the open question, else the wide button.
  static Input agreed(Card card) {
    return card.question()
        .map(question -> question.answers().getFirst().input())
        .or(() -> card.primary().map(Card.Action::input))
        .orElseGet(() -> new Input.Press(Key.OK));
  }

  /// Whether only a supervisor may do it.
  static boolean forSupervisors(Card card, Input input) {
    return actions(card).anyMatch(action -> action.supervisor() && action.input().equals(input));
  }

  /// What a supervisor is needed for now.
  static Optional<Input> forSupervisors(Card card) {
    return actions(card).filter(Card.Action::supervisor).map(Card.Action::input).findFirst();
  }

  private static Stream<Card.Action> actions(Card card) {
    return Stream.of(answers(card).stream(), card.primary().stream(), card.more().stream())
        .flatMap(actions -> actions);
  }

  private static List<Card.Action> answers(Card card) {
    return card.question().map(Card.Question::answers).orElse(List.of());
  }

  /// The answers to the open question in words.
  static List<Outcome.Answer> answers(Card card, Wording words) {
    return answers(card).stream().flatMap(action -> answer(words, action).stream()).toList();
  }

  private static Optional<Outcome.Answer> answer(Wording words, Card.Action action) {
    return action.input() instanceof Input.Press(Key key)
        ? Optional.of(new Outcome.Answer(key, words.say(action.label()), action.supervisor()))
        : Optional.empty();
  }
}
