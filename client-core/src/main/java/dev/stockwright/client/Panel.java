package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.workflow.Sighting;
import java.util.Optional;

/// A screen of the device itself that lies over the work: how it stands with the server, how it
/// looks, who takes over. A scan closes it and is work, unless the panel wants it.
interface Panel {
  Card card();

  After give(Input input);

  /// A scan while it is open; absent: not for this panel.
  default Optional<After> seen(Sighting sighting) {
    return Optional.empty();
  }

  /// Whether somebody is in the middle of an answer, so that nothing else is asked or told.
  default boolean asks() {
    return card().question().isPresent();
  }

  /// What follows from a press.
  ///
  /// @param next the panel that is open then; absent: none, the work is seen again
  /// @param said absent: nothing new
  record After(Optional<Panel> next, Optional<Turn> said) {
    static After closed() {
      return new After(Optional.empty(), Optional.empty());
    }

    static After open(Panel next) {
      return new After(Optional.of(next), Optional.empty());
    }
  }
}
