package dev.stockwright.client.workflow;

import dev.stockwright.protocol.Command;
import java.util.List;

/// What a workflow says to one sighting: the state after it, and what follows.
///
/// @param <S> the state of that workflow
public sealed interface Turn<S> {
  S state();

  Saying saying();

  /// The words of a turn.
  ///
  /// @param headline at most 80 characters, noun first
  record Saying(String headline, String detail, String value) {
    public Saying {
      headline = Words.cut(headline, Words.HEADLINE_MAX);
    }

    public static Saying of(String headline, String detail) {
      return new Saying(headline, detail, "");
    }
  }

  /// Understood; something else is wanted next. Nothing is recorded.
  record Ask<S>(S state, Saying saying) implements Turn<S> {}

  /// Not possible; the state is what it was.
  record Mistake<S>(S state, Saying saying) implements Turn<S> {}

  /// To be recorded.
  ///
  /// @param complete a line or the whole task is done with it
  /// @param insisted a person has decided so although the books say otherwise
  record Done<S>(S state, Command command, Saying saying, boolean complete, boolean insisted)
      implements Turn<S> {}

  /// A person must choose.
  record Decide<S>(S state, Saying saying, List<Option> options) implements Turn<S> {
    public Decide {
      options = List.copyOf(options);
      if (options.isEmpty()) {
        throw new IllegalArgumentException("nothing to choose");
      }
    }
  }
}
