package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import java.util.function.Consumer;

/// Where the presses of the kit go.
record Presses(CardView view, Consumer<Input> given, Runnable openSync) {
  void input(Input input) {
    view.pressed(input);
  }

  void undo() {
    given.accept(new Input.Press(Key.UNDO));
  }
}
