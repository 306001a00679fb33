package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was heard of one tag at one place: lately, and within the last window. Owned by [Presence].
/// Plain numbers, because there are hundreds of thousands of these.
final class TagAtPlace {
  /// Reads that the mean goes back over.
  private static final int MEMORY = 20;

  /// After such a silence what was heard before says nothing.
  private static final long STALE_MILLIS = 10_000;

  final ReadPoint point;

  /// The next place of the same tag; none after the last.
  @Nullable TagAtPlace next;

  /// Since when this place has been better than the tag's own, 0 when it is not.
  long betterSince;

  /// Mean loudness of the last reads, in dBm.
  private float mean;

  /// The silences between reads here, as they usually are, in milliseconds.
  private float usualGap;

  private int reads;

  /// When it was last heard here, in milliseconds since 1970.
  private long lastMillis = Long.MIN_VALUE / 2;

  private long windowFirst;
  private int windowCount;
  private float windowPeak;
  private int antenna;
  private DeviceId reader;
  private boolean open;

  TagAtPlace(ReadPoint point, DeviceId reader) {
    this.point = point;
    this.reader = reader;
  }

  void heard(TagSighting sighting, long millis) {
    long gap = millis - lastMillis;
    if (gap > STALE_MILLIS) {
      reads = 0;
      usualGap = 0;
    } else if (gap > 0) {
      usualGap += (gap - usualGap) / 8;
    }
    int count = Math.max(1, sighting.count());
    reads = Math.min(MEMORY, reads + count);
    mean += (float) ((sighting.rssi() - mean) * Math.min(1, (double) count / reads));
    lastMillis = Math.max(lastMillis, millis);
    if (!open) {
      open = true;
      windowCount = 0;
      windowFirst = sighting.first().toEpochMilli();
    }
    if (windowCount == 0 || sighting.rssi() > windowPeak) {
      windowPeak = (float) sighting.rssi();
      antenna = sighting.antenna();
      if (!reader.equals(sighting.reader())) {
        reader = sighting.reader();
      }
    }
    windowCount += count;
  }

  /// All of the last window as one.
  TagSighting inWindow(TagIdentity tag) {
    return new TagSighting(
        reader,
        antenna,
        tag.epc(),
        windowPeak,
        windowCount,
        Instant.ofEpochMilli(windowFirst),
        Instant.ofEpochMilli(lastMillis));
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
