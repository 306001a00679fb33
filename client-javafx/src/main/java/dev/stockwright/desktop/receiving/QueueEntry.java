package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;

/// A receipt that is in progress, or may be.
///
/// @param document its number, such as `PO-1012`
/// @param party who it comes from, and the dock
/// @param note the small word at the right of the second line; empty when there is none
/// @param expected 0 when nobody knows (blind)
public record QueueEntry(
    String id,
    Group group,
    String document,
    String party,
    String note,
    long received,
    long expected) {
  /// The headings of the queue, in their order.
  public enum Group {
    IN_PROGRESS(DockPhrase.IN_PROGRESS),
    EXPECTED(DockPhrase.EXPECTED),
    BLIND(DockPhrase.WITHOUT_ORDER);

    private final DockPhrase title;

    Group(DockPhrase title) {
      this.title = title;
    }

    DockPhrase title() {
      return title;
    }
  }
}
