package dev.stockwright.devices.rfid;

import java.util.Arrays;

/// What a door heard of one tag in one pass, read for read. Bounded: a tag that stays long keeps
/// every second of its older reads.
final class PassTrace {
  private static final int MOST = 1024;

  /// A report that tells several reads as one is spread over their time, to so many at most.
  private static final int SPREAD = 8;

  private long[] millis = new long[16];
  private float[] rssi = new float[16];
  private float[] counts = new float[16];
  private boolean[] inside = new boolean[16];
  private int size;

  /// A sighting by one of the door's sides.
  void add(TagSighting sighting, boolean in) {
    long first = sighting.first().toEpochMilli();
    long last = Math.max(first, sighting.last().toEpochMilli());
    int parts = last == first ? 1 : Math.clamp(sighting.count(), 1, SPREAD);
    for (int i = 0; i < parts; i++) {
      long at = parts == 1 ? (first + last) / 2 : first + (last - first) * i / (parts - 1);
      insert(at, (float) sighting.rssi(), (float) sighting.count() / parts, in);
    }
  }

  /// The part from a time on, in milliseconds since 1970.
  PassTrace since(long from) {
    PassTrace part = new PassTrace();
    for (int i = 0; i < size; i++) {
      if (millis[i] >= from) {
        part.insert(millis[i], rssi[i], counts[i], inside[i]);
      }
    }
    return part;
  }

  /// Reports may come a little out of order.
  private void insert(long at, float level, float count, boolean in) {
    if (size == MOST) {
      thin();
    }
    if (size == millis.length) {
      grow();
    }
    int i = size++;
    while (i > 0 && millis[i - 1] > at) {
      millis[i] = millis[i - 1];
      rssi[i] = rssi[i - 1];
      counts[i] = counts[i - 1];
      inside[i] = inside[i - 1];
      i--;
    }
    millis[i] = at;
    rssi[i] = level;
    counts[i] = count;
    inside[i] = in;
  }

  private void thin() {
    int to = 0;
    for (int i = 0; i < size; i++) {
      if (i >= size / 2 || i % 2 == 0) {
        millis[to] = millis[i];
        rssi[to] = rssi[i];
        counts[to] = counts[i];
        inside[to] = inside[i];
        to++;
      }
    }
    size = to;
  }

  private void grow() {
    int length = 2 * size;
    millis = Arrays.copyOf(millis, length);
    rssi = Arrays.copyOf(rssi, length);
    counts = Arrays.copyOf(counts, length);
    inside = Arrays.copyOf(inside, length);
  }

  int size() {
    return size;
  }

  long millis(int i) {
    return millis[i];
  }

  float rssi(int i) {
    return rssi[i];
  }

  float count(int i) {
    return counts[i];
  }

  boolean inside(int i) {
    return inside[i];
  }

  long first() {
    return size == 0 ? 0 : millis[0];
  }

  long last() {
    return size == 0 ? 0 : millis[size - 1];
  }

  /// The sum of what was heard from one time to another, as power: counts and loudness together.
  double power(long from, long to) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (millis[i] >= from && millis[i] <= to) {
        sum += counts[i] * Math.pow(10, rssi[i] / 10);
      }
    }
    return sum;
  }
}
