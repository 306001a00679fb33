package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import org.jspecify.annotations.Nullable;

/// A tag that was heard, with the places where. Owned by [Presence].
final class PresentTag {
  /// Places that are remembered for a tag.
  private static final int MOST_PLACES = 6;

  final TagIdentity tag;

  /// The first of its places; none before it was heard.
  @Nullable TagAtPlace places;

  /// Where it is; none before its first window closed, and after it departed.
  @Nullable TagAtPlace at;

  /// When its window closes, in milliseconds since 1970; 0 when none is open.
  long windowEnds;

  long lastMillis;

  /// No longer known; whoever still has it looks again.
  boolean forgotten;

  /// The place that it left last, and when.
  @Nullable TagAtPlace left;

  long leftMillis;

  /// How often in a row it went back to where it came from.
  int returns;

  PresentTag(TagIdentity tag) {
    this.tag = tag;
  }

  TagAtPlace place(ReadPoint point, DeviceId reader) {
    int count = 0;
    for (TagAtPlace known = places; known != null; known = known.next) {
      if (known.point.place().equals(point.place())) {
        return known;
      }
      count++;
    }
    if (count == MOST_PLACES) {
      removeOldest();
    }
    TagAtPlace fresh = new TagAtPlace(point, reader);
    fresh.next = places;
    places = fresh;
    return fresh;
  }

  /// The place longest unheard, but not the one where the tag is.
  private void removeOldest() {
    TagAtPlace oldest = null;
    for (TagAtPlace known = places; known != null; known = known.next) {
      if (known != at && (oldest == null || known.lastMillis() < oldest.lastMillis())) {
        oldest = known;
      }
    }
    TagAtPlace before = null;
    for (TagAtPlace known = places; known != null; known = known.next) {
      if (known == oldest) {
        if (before == null) {
          places = known.next;
        } else {
          before.next = known.next;
        }
        return;
      }
      before = known;
    }
  }
}
