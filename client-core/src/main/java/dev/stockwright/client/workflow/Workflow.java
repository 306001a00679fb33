package dev.stockwright.client.workflow;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.Watched;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.LocationCode;
import java.util.Optional;

/// One activity as pure functions: no clock, disk, network or screen inside. What it needs to know
/// comes with what was seen, with the scene, or stands in the state since it was opened.
///
/// @param <S> the state: a value that can be written down and read again, so that a device that was
/// killed goes on at the same step
public interface Workflow<S> {
  /// Something was scanned.
  Step<S> seen(S state, Sighting sighting, Scene scene);

  /// Something was pressed, chosen or typed.
  Step<S> given(S state, Input input, Scene scene);

  /// What the screen shows.
  Card card(S state, Scene scene);

  /// What is still so when this activity is entered again after it was left, such as a shipment
  /// that stays open; absent: it begins anew.
  ///
  /// @param left the state in which it was left
  default Optional<S> kept(S left) {
    return Optional.empty();
  }

  /// Whether the person is stopped until something is answered or known, such as the lot of what
  /// was scanned; then everything that is said is signalled as a question is.
  default boolean waits(S state) {
    return false;
  }

  /// Whether a command of this activity can be taken back by one that reverses it.
  default boolean reversible(Command command) {
    return true;
  }

  /// What was wrong with a scan that was declined; empty where nobody has to know.
  ///
  /// @param state before the scan
  default Optional<Mismatch> mismatch(S state, Sighting sighting, Scene scene) {
    return Optional.empty();
  }

  /// What an answer leaves for a supervisor to see; empty where nobody has to know.
  ///
  /// @param state before the answer
  default Optional<Mismatch> left(S state, Input input) {
    return Optional.empty();
  }

  /// What is said when the last step is taken back; the common words when empty.
  ///
  /// @param state after that step
  default Optional<Step.Said> undone(S state, Scene scene) {
    return Optional.empty();
  }

  /// Where a person is after the server has refused a command of this activity, which a card of the
  /// attention list says as well. The same place, unless there is nothing to go on with.
  default S refused(S state, Command command) {
    return state;
  }

  /// The place whose RFID tags a reader may tell now; absent: tags are of no use at this step.
  default Optional<LocationCode> swept(S state) {
    return Optional.empty();
  }

  /// What the screen shows that others may change at any moment; absent: it is drawn again when
  /// this person does something, and when the work or the master data changes.
  default Optional<Watched> watched(S state) {
    return Optional.empty();
  }

  /// How steps of this activity are taken back where the server has no undo for its commands;
  /// absent: a recorded step is taken back by the command for it, and the person is where they
  /// were.
  default Optional<StepBack<S>> stepBack() {
    return Optional.empty();
  }

  /// An activity's own undo.
  interface StepBack<S> {
    /// Whether there is a step to take back.
    boolean possible(S state);

    /// Takes the last step back, or says why not.
    Step<S> take(S state, Scene scene);
  }
}
