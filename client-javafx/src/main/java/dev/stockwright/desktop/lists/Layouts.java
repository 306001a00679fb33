package dev.stockwright.desktop.lists;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How everybody wants their lists. Owned by the JavaFX thread.
final class Layouts {
  private final Map<String, ListLayout> all = new HashMap<>();
  private final ReadOnlyObjectWrapper<ListLayout> now =
      new ReadOnlyObjectWrapper<>(ListLayout.NONE);
  private String name = "." + ListKind.TASKS.code();

  /// That of the list in front.
  ReadOnlyObjectProperty<ListLayout> now() {
    return now.getReadOnlyProperty();
  }

  /// Another list, or somebody else.
  void show(String person, ListKind kind) {
    name = person + "." + kind.code();
    now.set(all.getOrDefault(name, ListLayout.NONE));
  }

  /// The list in front is wanted so.
  void keep(ListLayout wanted) {
    if (!wanted.equals(now.get())) {
      all.put(name, wanted);
      now.set(wanted);
    }
  }

  /// By person and list; to be kept.
  Map<String, String> kept() {
    Map<String, String> kept = new HashMap<>();
    all.forEach((of, wanted) -> kept.put(of, wanted.text()));
    return kept;
  }

  /// As it was kept.
  void startWith(Map<String, String> kept) {
    for (ListKind each : ListKind.values()) {
      kept.forEach(
          (of, text) -> {
            if (of.endsWith("." + each.code())) {
              all.put(of, ListLayout.of(text, each));
            }
          });
    }
    now.set(all.getOrDefault(name, ListLayout.NONE));
  }
}
