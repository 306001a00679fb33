package dev.stockwright.mobile.rfid;

import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.rfid.Pass;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.rfid.InventorySweep;
import dev.stockwright.devices.rfid.SweepResult.Counted;
import dev.stockwright.devices.rfid.SweepRules;
import dev.stockwright.devices.rfid.TagSighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One pass of a reader. Guarded by whoever owns it.
final class PassNow {
  /// So long after its last reading a tag counts as heard just now.
  private static final Duration LATELY = Duration.ofMillis(1_200);

  private static final int LAST_MAX = 10_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private InventorySweep sweep;
  private final Set<String> told = new HashSet<>();
  private final Set<String> toldWeak = new HashSet<>();
  private final Map<String, TagSighting> last = new HashMap<>();
  private final Deque<Reads> reads = new ArrayDeque<>();
  private boolean news;
  private Pass.State state = Pass.State.CONNECTING;

  /// So many reads in one report.
  private record Reads(Instant at, int count) {}

  PassNow(Instant began) {
    this.sweep = InventorySweep.blind(SweepRules.standard(), began);
  }

  /// The time until the reader was there is none of the pass.
  void is(DeviceState next, Instant now) {
    state =
        switch (next) {
          case CONFIGURED, CONNECTING -> Pass.State.CONNECTING;
          case READY, DEGRADED -> Pass.State.READING;
          case LOST -> Pass.State.LOST;
        };
    if (state == Pass.State.READING && sweep.at(now).tags() == 0) {
      sweep = InventorySweep.blind(SweepRules.standard(), now);
    }
  }

  void heard(List<TagSighting> sightings) {
    sweep.sighted(sightings);
    for (TagSighting sighting : sightings) {
      last.put(sighting.epc(), sighting);
      reads.addLast(new Reads(sighting.last(), Math.max(1, sighting.count())));
    }
    forget(sightings.getLast().last());
    news = true;
  }

  private void forget(Instant now) {
    Instant since = now.minus(SECOND);
    while (!reads.isEmpty() && reads.getFirst().at().isBefore(since)) {
      reads.removeFirst();
    }
    if (last.size() > LAST_MAX) {
      last.values().removeIf(sighting -> sighting.last().isBefore(since));
    }
  }

  /// Tags that were not told yet, and those told as weak that are heard well now.
  List<HeardTag> news() {
    if (!news) {
      return List.of();
    }
    news = false;
    var result = sweep.result();
    List<HeardTag> fresh = new ArrayList<>();
    for (List<Counted> loud : List.of(result.found(), result.unknown())) {
      for (Counted tag : loud) {
        if (told.add(tag.tag().epc())) {
          fresh.add(new HeardTag(tag.tag().epc(), tag.peakRssi(), false));
        }
      }
    }
    for (Counted tag : result.probablyNextBay()) {
      String epc = tag.tag().epc();
      if (!told.contains(epc) && toldWeak.add(epc)) {
        fresh.add(new HeardTag(epc, tag.peakRssi(), true));
      }
    }
    return fresh;
  }

  List<HeardTag> lately(Instant now) {
    Instant since = now.minus(LATELY);
    return last.values().stream()
        .filter(sighting -> !sighting.last().isBefore(since))
        .map(sighting -> new HeardTag(sighting.epc(), sighting.rssi(), false))
        .toList();
  }

  Pass at(Instant now) {
    forget(now);
    InventorySweep.Progress progress = sweep.at(now);
    return new Pass(
        progress.tags(),
        reads.stream().mapToInt(Reads::count).sum(),
        progress.complete().isPresent(),
        state);
  }
}
