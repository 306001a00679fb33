package dev.stockwright.devices.rfid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tag that was heard, with the places where. Owned by [Presence], which also keeps them in a
/// row by the time when they were last heard; the links of that row stand here to save memory.
final class PresentTag {
  /// Places that are remembered for a tag.
  private static final int MOST_PLACES = 6;

  final TagIdentity tag;
  private final List<TagAtPlace> places = new ArrayList<>(1);

  /// Where it is; none before its first window closed, and after it departed.
  @Nullable TagAtPlace at;

  /// When its window closes, in milliseconds since 1970; 0 when none is open.
  long windowEnds;

  long lastMillis;

  /// The place that it left last, and when.
  @Nullable TagAtPlace left;

  long leftMillis;

  /// How often in a row it went back to where it came from.
  int returns;

  /// Neighbours in the row; none at its ends.
  @Nullable PresentTag older;

  @Nullable PresentTag newer;

  PresentTag(TagIdentity tag) {
    this.tag = tag;
  }

  List<TagAtPlace> places() {
    return places;
  }

  TagAtPlace at(ReadPoint point, TagSighting sighting) {
    for (TagAtPlace known : places) {
      if (known.point == point || known.point.place().equals(point.place())) {
        return known;
      }
    }
    if (places.size() == MOST_PLACES) {
      TagAtPlace oldest = places.getFirst();
      for (TagAtPlace known : places) {
        if (known != at && (oldest == at || known.lastMillis() < oldest.lastMillis())) {
          oldest = known;
        }
      }
      places.remove(oldest);
    }
    TagAtPlace fresh = new TagAtPlace(point, sighting);
    places.add(fresh);
    return fresh;
  }
}
