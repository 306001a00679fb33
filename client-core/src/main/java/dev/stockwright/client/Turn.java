package dev.stockwright.client;

import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.vocabulary.CommandId;
import java.util.List;
import java.util.Optional;

/// What one scan or press led to, before it is put into words.
///
/// @param command the first command that is safe on this device now; absent when nothing was
/// recorded
/// @param left the activity, or a screen of the device, was left with it
public record Turn(Signal signal, Said said, Optional<CommandId> command, Optional<Leaving> left) {
  /// What comes after an activity.
  record Leaving(Activity next, Optional<Sighting> seen) {}

  /// The same for a press that only brought another screen: that is seen, and nothing is said.
  Turn quiet() {
    return new Turn(
        signal, said, command, Optional.of(new Leaving(Activity.HOME, Optional.empty())));
  }

  /// The device could not keep it.
  static Turn notKept(StoreFailure.Kind why) {
    return of(
        Signal.SYSTEM,
        Said.of(Text.of(DevicePhrase.NOTHING_RECORDED), Text.of(DevicePhrase.of(why))));
  }

  static Turn of(Signal signal, Said said) {
    return new Turn(signal, said, Optional.empty(), Optional.empty());
  }

  /// In words.
  Outcome outcome(Wording words, List<Outcome.Answer> answers) {
    return new Outcome(
        signal,
        words.headline(said.headline()),
        said.detail().map(words::say).orElse(""),
        said.value().map(words::say).orElse(""),
        answers,
        command);
  }
}
