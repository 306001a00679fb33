package dev.stockwright.simulator.walk;

import dev.stockwright.simulator.model.Violation;
import java.util.ArrayList;
import java.util.List;

/// Whether documents, tasks and alerts agree with the goods, by SQL alone. Each question answers
/// with a sentence for what is wrong and nothing when all is well.
final class DocumentCheck {
  /// What holds without documents only: goods under way belong to a transfer, an answer names its
  /// documents beside what it changed, and an order's promise can begin committed or renewed.
  static boolean replaces(Violation found) {
    return found.invariant().equals("I-7")
        || found.invariant().equals("I-8")
        || found.invariant().equals("I-5") && found.where().contains(" order ");
  }

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
