package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What cannot be scanned can be typed.
public final class Typable {
  /// What a button gives that opens the keyboard.
  static final Input TYPE = new Input.Typed("");

  private Typable() {}

  /// The card with a button that opens the keyboard, the last of the rare ones, where a scan comes
  /// next. What is typed there is taken as that scan.
  public static Card of(Card card) {
    boolean scan = card.prompt().means() == Card.Means.SCAN && card.question().isEmpty();
    if (!scan || card.more().size() >= Card.CHOICES_MAX) {
      return card;
    }
    List<Card.Action> more = new ArrayList<>(card.more());
    more.add(
        new Card.Action(
            Icon.KEYPAD, Text.of(HandheldPhrase.TYPE_IT), Optional.empty(), TYPE, false));
    return card.more(more);
  }

  /// Whether anything on it takes a text.
  static boolean takesText(Card card) {
    return Stream.of(
            card.question().map(Card.Question::answers).orElse(List.of()).stream(),
            card.primary().stream(),
            card.more().stream())
        .flatMap(actions -> actions)
        .anyMatch(action -> action.input().equals(TYPE));
  }
}
