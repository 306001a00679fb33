package dev.stockwright.devices.rfid;

/// What was heard of one tag at one place: lately, and within the open window. Owned by
/// [Presence].
final class TagAtPlace {
  /// Reads that the mean goes back over.
  private static final int MEMORY = 20;

  /// After such a silence what was heard before says nothing.
  private static final long STALE_MILLIS = 10_000;

  final ReadPoint point;

  /// Mean loudness of the last reads, in dBm.
  private double mean;

  private int reads;

  /// When it was last heard here, in milliseconds since 1970.
  private long lastMillis = Long.MIN_VALUE / 2;

  /// The silences between reads here, as they usually are.
  private double usualGap;

  /// Since when this place has been better than the tag's own, 0 when it is not.
  long betterSince;

  /// The loudest sighting of the window with the first and the last time of all.
  private TagSighting loudest;

  private TagSighting earliest;
  private TagSighting latest;
  private int windowCount;
  private boolean open;

  TagAtPlace(ReadPoint point, TagSighting sighting) {
    this.point = point;
    loudest = sighting;
    earliest = sighting;
    latest = sighting;
  }

  void heard(TagSighting sighting, long millis) {
    long gap = millis - lastMillis;
    if (gap > STALE_MILLIS) {
      reads = 0;
      usualGap = 0;
    } else if (gap > 0) {
      usualGap += (gap - usualGap) / 8;
    }
    reads = Math.min(MEMORY, reads + sighting.count());
    mean += (sighting.rssi() - mean) * Math.min(1, (double) sighting.count() / reads);
    lastMillis = Math.max(lastMillis, millis);
    if (!open) {
      open = true;
      windowCount = 0;
      loudest = sighting;
      earliest = sighting;
    } else if (sighting.rssi() > loudest.rssi()) {
      loudest = sighting;
    }
    latest = sighting;
    windowCount += sighting.count();
  }

  /// All of the last window as one.
  TagSighting inWindow() {
    return windowCount == loudest.count()
        ? loudest
        : new TagSighting(
            loudest.reader(),
            loudest.antenna(),
            loudest.epc(),
            loudest.rssi(),
            windowCount,
            earliest.first(),
            latest.last());
  }

  boolean heardInWindow() {
    return open;
  }

  void closeWindow() {
    open = false;
  }

  double mean() {
    return mean;
  }

  int reads() {
    return reads;
  }

  long lastMillis() {
    return lastMillis;
  }

  double usualGap() {
    return usualGap;
  }
}
