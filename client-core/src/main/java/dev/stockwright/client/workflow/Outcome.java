package dev.stockwright.client.workflow;

import dev.stockwright.vocabulary.CommandId;
import java.util.List;
import java.util.Optional;

/// What one scan or press led to, for a screen: one signal and its words.
///
/// @param headline the fact, noun first, at most 80 characters
/// @param detail what to do next
/// @param value the big figure, such as `+24`; empty when there is none
/// @param options the answers to the question; empty unless the signal is `ATTENTION`
/// @param command the command that is safe on this device now; absent when nothing was recorded
public record Outcome(
    Signal signal,
    String headline,
    String detail,
    String value,
    List<Option> options,
    Optional<CommandId> command) {
  public Outcome {
    headline = Words.cut(headline, Words.HEADLINE_MAX);
    options = List.copyOf(options);
    if (signal != Signal.ATTENTION && !options.isEmpty()) {
      throw new IllegalArgumentException(signal + " with options");
    }
  }

  /// An outcome without options and without a command.
  public static Outcome of(Signal signal, String headline, String detail) {
    return new Outcome(signal, headline, detail, "", List.of(), Optional.empty());
  }
}
