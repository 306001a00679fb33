package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.look.Feedback;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What one lane has said last, and the number that was typed for its next scan. Owned by the
/// JavaFX thread.
final class LaneSaid {
  private final ReadOnlyObjectWrapper<Optional<Feedback>> feedback =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper readTwice = new ReadOnlyBooleanWrapper(false);
  private long typed;

  ReadOnlyObjectWrapper<Optional<Feedback>> feedback() {
    return feedback;
  }

  ReadOnlyBooleanWrapper readTwice() {
    return readTwice;
  }

  long typed() {
    return typed;
  }

  void typed(long number) {
    typed = number;
  }
}
