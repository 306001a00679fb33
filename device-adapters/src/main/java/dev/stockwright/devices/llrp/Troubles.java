package dev.stockwright.devices.llrp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What is wrong with a reader that is connected, and what is merely worth knowing. Sentences for
/// people. Owned by the reader's thread.
final class Troubles {
  static final String SETTINGS = "settings";
  static final String START = "start";
  static final String SILENT = "silent";
  static final String READER = "reader";
  static final String ANTENNA = "antenna-";

  private static final int KEPT_MAX = 40;

  private final Map<String, String> troubles = new LinkedHashMap<>();
  private final TreeSet<String> notes = new TreeSet<>();

  /// Replaces the one of the same kind.
  void add(String kind, String sentence) {
    if (troubles.size() < KEPT_MAX || troubles.containsKey(kind)) {
      troubles.put(kind, sentence);
    }
  }

  boolean clear(String kind) {
    return troubles.remove(kind) != null;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  /// All of them as one text; empty when there is none.
  Optional<String> shown() {
    return troubles.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", troubles.values()));
  }

  /// The notes, each with a blank before it.
  String notes() {
    return notes.isEmpty() ? "" : " " + String.join(" ", notes);
  }
}
