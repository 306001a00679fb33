package dev.stockwright.devices.llrp;

import dev.stockwright.devices.reasons.Told;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is wrong with a reader that is connected, and what is merely worth knowing. For
/// people. Owned by the reader's thread.
final class Troubles {
  static final String SETTINGS = "settings";
  static final String START = "start";
  static final String SILENT = "silent";
  static final String READER = "reader";
  static final String ANTENNA = "antenna-";

  private static final int KEPT_MAX = 40;

  private final Map<String, Told> troubles = new LinkedHashMap<>();
  private final Set<Told> notes = new LinkedHashSet<>();

  /// Replaces the one of the same kind.
  void add(String kind, Told what) {
    if (troubles.size() < KEPT_MAX || troubles.containsKey(kind)) {
      troubles.put(kind, what);
    }
  }

  boolean clear(String kind) {
    return troubles.remove(kind) != null;
  }

  void note(Told what) {
    notes.add(what);
  }

  /// All of them, one after another; empty when there is none.
  Optional<Told> shown() {
    return troubles.values().stream().reduce(Told::and);
  }

  /// What was told, and then the notes.
  Told after(Told told) {
    return notes.stream().reduce(told, Told::and);
  }
}
