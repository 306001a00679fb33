package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Delay;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One row of a table whose content changes in place: nothing moves, no selection is lost. For
/// [#TINT] after a change it remembers what it was before, so that the cells can show what changed.
/// Empty until it is loaded. Owned by the JavaFX thread.
public final class LiveRow<T> {
  /// How long a change stays tinted.
  public static final Duration TINT = Duration.ofSeconds(1);

  private final ReadOnlyObjectWrapper<Optional<T>> value =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<T>> before =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long changes;

  public LiveRow() {}

  public LiveRow(T loaded) {
    value.set(Optional.of(loaded));
  }

  /// What it shows; empty while it loads.
  public ReadOnlyObjectProperty<Optional<T>> value() {
    return value.getReadOnlyProperty();
  }

  /// What it showed before a change of the last second.
  public ReadOnlyObjectProperty<Optional<T>> before() {
    return before.getReadOnlyProperty();
  }

  /// Filled for the first time, or again: no change of the goods, so no tint.
  public void load(T loaded) {
    value.set(Optional.of(loaded));
  }

  /// It has changed: tinted at once, plain again after a second.
  public void change(T changed, Delay delay) {
    Optional<T> was = value.get();
    value.set(Optional.of(changed));
    if (was.isEmpty() || was.get().equals(changed)) {
      return;
    }
    before.set(was);
    long mine = ++changes;
    delay.after(
        TINT,
        () -> {
          if (mine == changes) {
            before.set(Optional.empty());
          }
        });
  }
}
