package dev.stockwright.client.workflow;

import dev.stockwright.client.card.Key;
import dev.stockwright.vocabulary.CommandId;
import java.util.List;
import java.util.Optional;

/// What one scan or press led to, for a screen: one signal and its words, in the language of the
/// person.
///
/// @param headline the fact, noun first, at most 80 characters
/// @param detail what to do next
/// @param value the big figure, such as `+24`; empty when there is none
/// @param answers to the question; empty unless the signal is `ATTENTION`
/// @param command the command that is safe on this device now; absent when nothing was recorded
public record Outcome(
    Signal signal,
    String headline,
    String detail,
    String value,
    List<Answer> answers,
    Optional<CommandId> command) {
  /// One way to answer a question.
  ///
  /// @param label the words on the button: a verb
  /// @param supervisor only a supervisor may take it
  public record Answer(Key key, String label, boolean supervisor) {}

  public Outcome {
    headline = Words.cut(headline, Words.HEADLINE_MAX);
    answers = List.copyOf(answers);
    if (signal != Signal.ATTENTION && !answers.isEmpty()) {
      throw new IllegalArgumentException(signal + " with answers");
    }
  }

  /// An outcome without answers and without a command.
  public static Outcome of(Signal signal, String headline, String detail) {
    return new Outcome(signal, headline, detail, "", List.of(), Optional.empty());
  }
}
