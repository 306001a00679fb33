package dev.stockwright.desktop;

import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.devices.rfid.TagSighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the antennas of a gate hear during one session. A tag is weak until it was heard often,
/// long and loud enough to have passed: until then it may lie in the next bay. One owner, no
/// thread of its own.
final class GateReads {
  static final int READS_MIN = 3;
  static final double LOUD_DBM = -68;
  static final Duration DWELL_MIN = Duration.ofMillis(300);

  private final Map<String, Heard> tags = new HashMap<>();
  private final Map<String, Boolean> told = new HashMap<>();
  private Optional<Instant> newest = Optional.empty();

  private static final class Heard {
    private final Instant first;
    private Instant last;
    private int reads;
    private double peak = Double.NEGATIVE_INFINITY;

    Heard(Instant first) {
      this.first = first;
      this.last = first;
    }

    boolean weak() {
      return reads < READS_MIN
          || peak < LOUD_DBM
          || Duration.between(first, last).compareTo(DWELL_MIN) < 0;
    }
  }

  void heard(List<TagSighting> sightings) {
    for (TagSighting sighting : sightings) {
      Heard tag = tags.computeIfAbsent(sighting.epc(), _ -> new Heard(sighting.first()));
      tag.reads += Math.max(1, sighting.count());
      tag.peak = Math.max(tag.peak, sighting.rssi());
      tag.last = sighting.last().isAfter(tag.last) ? sighting.last() : tag.last;
    }
  }

  /// The tags that are new since the last call, or were weak then and are not any more.
  List<HeardTag> news(Instant now) {
    List<HeardTag> news = new ArrayList<>();
    tags.forEach(
        (epc, tag) -> {
          Boolean before = told.put(epc, tag.weak());
          if (before == null || (before && !tag.weak())) {
            news.add(new HeardTag(epc, tag.peak, tag.weak()));
          }
        });
    if (!news.isEmpty()) {
      newest = Optional.of(now);
    }
    return news;
  }

  /// When something new was heard last; absent: never.
  Optional<Instant> newest() {
    return newest;
  }
}
