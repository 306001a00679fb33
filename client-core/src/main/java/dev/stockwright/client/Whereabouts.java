package dev.stockwright.client;

import dev.stockwright.vocabulary.CommandId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in an activity, and what can be taken back.
///
/// @param steps that were recorded, newest first, at most [#UNDO_MAX]
record Whereabouts<S>(S state, List<Recorded<S>> steps) {
  static final int UNDO_MAX = 10;

  Whereabouts {
    steps = List.copyOf(steps);
  }

  /// A step that was recorded.
  ///
  /// @param commands of it, in the order in which they happened
  /// @param before where the person was before it, and is again when it is taken back
  record Recorded<S>(List<CommandId> commands, S before) {
    Recorded {
      commands = List.copyOf(commands);
    }
  }

  /// At the beginning, with nothing to take back.
  static <S> Whereabouts<S> at(S state) {
    return new Whereabouts<>(state, List.of());
  }

  Whereabouts<S> in(S next) {
    return new Whereabouts<>(next, steps);
  }

  /// After a step that was recorded.
  Whereabouts<S> after(List<CommandId> commands, S next) {
    List<Recorded<S>> all = new ArrayList<>();
    all.add(new Recorded<>(commands, state));
    all.addAll(steps);
    return new Whereabouts<>(next, all.subList(0, Math.min(all.size(), UNDO_MAX)));
  }

  Optional<Recorded<S>> last() {
    return steps.stream().findFirst();
  }

  /// Without the last step: it was taken back, or refused.
  Whereabouts<S> without(S next) {
    return new Whereabouts<>(next, steps.subList(1, steps.size()));
  }
}
