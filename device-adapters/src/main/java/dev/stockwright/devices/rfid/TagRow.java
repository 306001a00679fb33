package dev.stockwright.devices.rfid;

import org.jspecify.annotations.Nullable;

/// Tags by the time when they were last heard. A tag is in one row at most.
final class TagRow {
  private @Nullable PresentTag oldest;
  private @Nullable PresentTag newest;

  /// None when it is empty.
  @Nullable PresentTag oldest() {
    return oldest;
  }

  void add(PresentTag tag) {
    tag.older = newest;
    tag.newer = null;
    if (newest == null) {
      oldest = tag;
    } else {
      newest.newer = tag;
    }
    newest = tag;
  }

  void remove(PresentTag tag) {
    if (tag.older == null) {
      oldest = tag.newer;
    } else {
      tag.older.newer = tag.newer;
    }
    if (tag.newer == null) {
      newest = tag.older;
    } else {
      tag.newer.older = tag.older;
    }
    tag.older = null;
    tag.newer = null;
  }
}
