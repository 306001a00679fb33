package dev.stockwright.simulator.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether documents, tasks and alerts agree with the goods, by SQL alone. Each question answers
/// with a sentence for what is wrong and nothing when all is well.
final class DocumentCheck {
  /// What holds without documents only: goods under way belong to a transfer, and an answer names
  /// its documents beside what it changed.
  static final Set<String> REPLACED = Set.of("I-7", "I-8");

  private static final List<String> QUESTIONS = List.of();

  private DocumentCheck() {}

  static List<String> of(Look look) {
    List<String> found = new ArrayList<>();
    for (String question : QUESTIONS) {
      look.rows(question + " LIMIT 10").forEach(row -> found.add(row.text(0)));
    }
    return found;
  }
}
