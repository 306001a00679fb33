package dev.stockwright.devices.rfid;

import java.time.Instant;
import java.util.Optional;

/// A tag at a door, from its first read to the silence that ends it. Owned by its [Door].
final class Visit {
  final TagIdentity tag;
  PassTrace trace = new PassTrace();

  /// The loudest sighting, which names reader and antenna.
  private TagSighting loudest;

  private Instant first;
  private Instant last;
  private int count;

  /// The verdict at the first silence.
  Optional<Verdict> verdict = Optional.empty();

  /// Already told that it is ignored; not told again.
  boolean told;

  /// It came to nothing and may go on.
  boolean open;

  /// When a visit that does not end is looked at next, in milliseconds since 1970.
  long lookAgain;

  Visit(TagIdentity tag, TagSighting sighting) {
    this.tag = tag;
    loudest = sighting;
    first = sighting.first();
    last = sighting.last();
  }

  void heard(TagSighting sighting, boolean inside) {
    trace.add(sighting, inside);
    verdict = Optional.empty();
    count += sighting.count();
    if (sighting.rssi() > loudest.rssi()) {
      loudest = sighting;
    }
    if (sighting.first().isBefore(first)) {
      first = sighting.first();
    }
    if (sighting.last().isAfter(last)) {
      last = sighting.last();
    }
  }

  /// Goes on from an earlier visit that came to nothing.
  ///
  /// @param since what was heard before does not count, in milliseconds since 1970
  void continues(Visit earlier, long since) {
    trace = earlier.trace.since(since);
    count += earlier.count;
    told = earlier.told;
    if (earlier.loudest.rssi() > loudest.rssi()) {
      loudest = earlier.loudest;
    }
    if (earlier.first.isBefore(first)) {
      first = earlier.first;
    }
  }

  /// What was heard until now, while the visit goes on.
  Visit ended() {
    Visit ended = new Visit(tag, loudest);
    ended.trace = trace;
    ended.first = first;
    ended.last = last;
    ended.count = count;
    return ended;
  }

  long lastMillis() {
    return last.toEpochMilli();
  }

  long firstMillis() {
    return first.toEpochMilli();
  }

  TagSighting heard() {
    return new TagSighting(
        loudest.reader(), loudest.antenna(), tag.epc(), loudest.rssi(), count, first, last);
  }
}
