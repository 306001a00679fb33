package dev.stockwright.client.replica;

import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import java.util.List;
import java.util.Optional;

/// One event as the replica takes it in: its number and the levels after it. An event of a kind
/// that this app does not know yet still counts, and its levels too where it has any.
///
/// @param event the event itself, when its kind is known
public record Numbered(long n, List<Level> levels, Optional<Event> event) {
  public static Numbered of(Event event) {
    return new Numbered(event.n(), Sent.list(event.levels()), Optional.of(event));
  }
}
