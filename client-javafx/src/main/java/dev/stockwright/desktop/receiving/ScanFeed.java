package dev.stockwright.desktop.receiving;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The last scans, newest first. Owned by the JavaFX thread.
final class ScanFeed {
  private final ObservableList<FeedEntry> entries = FXCollections.observableArrayList();

  ObservableList<FeedEntry> entries() {
    return entries;
  }

  /// A new entry, or a newer state of one that is there.
  void show(FeedEntry entry) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).id().equals(entry.id())) {
        entries.set(i, entry);
        return;
      }
    }
    entries.addFirst(entry);
    if (entries.size() > ReceivingViewModel.FEED_MAX) {
      entries.removeLast();
    }
  }

  /// The command of this entry was answered.
  void markSent(String id) {
    entries.stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .ifPresent(entry -> show(entry.now(FeedEntry.Sent.SENT)));
  }
}
