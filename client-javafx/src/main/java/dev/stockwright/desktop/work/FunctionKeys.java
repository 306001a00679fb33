package dev.stockwright.desktop.work;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which function key does what on a card. What is often needed has the same key on every card;
/// the rest take what is free, in the order of the card.
final class FunctionKeys {
  private static final int QUANTITY = 4;

  /// F1, F6 and F8 mean the same on every screen, F10 belongs to the simulated scanner.
  private static final List<Integer> FREE = List.of(2, 3, 5, 7, 9, 11, 12);

  private static final Map<Key, Integer> USUAL =
      Map.of(
          Key.QUANTITY, QUANTITY,
          Key.SHORT, 3,
          Key.SKIP, 5,
          Key.PRINT, 7,
          Key.DAMAGED, 9,
          Key.EMPTY, 11,
          Key.DONE, 12);

  private FunctionKeys() {}

  /// The keys of a card's rare actions.
  static Map<Card.Action, Integer> of(List<Card.Action> actions) {
    Map<Card.Action, Integer> keys = new HashMap<>();
    for (Card.Action action : actions) {
      usual(action).filter(key -> !keys.containsValue(key)).ifPresent(key -> keys.put(action, key));
    }
    Deque<Integer> free = new ArrayDeque<>(FREE);
    free.removeAll(keys.values());
    for (Card.Action action : actions) {
      if (!keys.containsKey(action)) {
        keys.put(action, free.isEmpty() ? QUANTITY : free.removeFirst());
      }
    }
    return keys;
  }

  private static Optional<Integer> usual(Card.Action action) {
    return action.input() instanceof Input.Press(Key key)
        ? Optional.ofNullable(USUAL.get(key))
        : Optional.empty();
  }
}
