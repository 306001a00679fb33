package dev.stockwright.client.workflow;

import dev.stockwright.client.words.Text;
import dev.stockwright.protocol.Command;
import java.util.List;
import java.util.Optional;

/// What a workflow answers to one thing that happens: the state after it, and what follows.
///
/// @param <S> the state of that workflow
public sealed interface Step<S> {
  S state();

  Said said();

  /// What the band says.
  ///
  /// @param headline the fact, noun first
  /// @param detail what to do next
  /// @param value the big figure at the right, such as `+24`
  /// @param wrong what was scanned instead of what, when it was refused
  record Said(Text headline, Optional<Text> detail, Optional<Text> value, Optional<Wrong> wrong) {
    public static Said of(Text headline) {
      return new Said(headline, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Said of(Text headline, Text detail) {
      return new Said(headline, Optional.of(detail), Optional.empty(), Optional.empty());
    }

    public Said value(Text figure) {
      return new Said(headline, detail, Optional.of(figure), wrong);
    }

    public Said instead(Text scanned, Text expected) {
      return new Said(headline, detail, value, Optional.of(new Wrong(scanned, expected)));
    }
  }

  /// What was scanned, and what was expected.
  record Wrong(Text scanned, Text expected) {}

  /// Understood; something else is wanted next. Nothing is recorded.
  record Asked<S>(S state, Said said) implements Step<S> {}

  /// Not possible; the state is what it was.
  record Mistaken<S>(S state, Said said) implements Step<S> {}

  /// Not possible, and remembered: the same scan again a moment later may be meant.
  record Warned<S>(S state, Said said) implements Step<S> {}

  /// A person must choose: the card of the state has the question.
  record Undecided<S>(S state, Said said) implements Step<S> {}

  /// To be recorded, all of it or nothing.
  ///
  /// @param commands 1 or more, in the order in which they happened
  /// @param complete a line or the whole task is done with it
  /// @param insisted a person has decided so although the books say otherwise
  record Recorded<S>(S state, List<Command> commands, Said said, boolean complete, boolean insisted)
      implements Step<S> {
    public Recorded {
      commands = List.copyOf(commands);
      if (commands.isEmpty()) {
        throw new IllegalArgumentException("nothing to record");
      }
    }
  }

  /// This activity is left; what it has recorded stays.
  ///
  /// @param next what begins now; `HOME` decides by what was seen
  /// @param seen is handed to what comes next
  record Left<S>(S state, Said said, Activity next, Optional<Sighting> seen) implements Step<S> {
    /// Home, with nothing in hand.
    public Left(S state, Said said) {
      this(state, said, Activity.HOME, Optional.empty());
    }
  }
}
