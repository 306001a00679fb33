package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.SweepResult.Counted;
import dev.stockwright.devices.rfid.TagIdentity.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A count by radio: every tag that is heard counts once, however often and from wherever. A tag
/// that is heard once and then keeps silent, as it does in sessions 2 and 3 with a single target,
/// counts like any other. One owner, no thread of its own; time is what the caller says.
public final class InventorySweep {
  /// More tags than this in one count are not kept.
  private static final int MOST = 500_000;

  /// How it goes.
  ///
  /// @param tags how many there are
  /// @param reads how often they were heard
  /// @param newLately how many of them are new within the window of the rules
  /// @param complete why it can stop; empty while it should go on
  public record Progress(int tags, long reads, int newLately, Optional<Complete> complete) {}

  /// Why a count can stop.
  public enum Complete {
    /// No new tag for long enough.
    NO_NEW_TAG,
    /// Hardly any new ones.
    HARDLY_NEW_TAGS
  }

  private static final class Heard {
    final TagIdentity tag;
    final Instant first;
    Instant last;
    int count;
    double peakRssi = Double.NEGATIVE_INFINITY;
    boolean scanned;

    Heard(TagIdentity tag, Instant first) {
      this.tag = tag;
      this.first = first;
      last = first;
    }
  }

  private final SweepRules rules;
  private final Set<String> expected;
  private final boolean blind;
  private final Set<String> nextBay;
  private final Instant began;
  private final TagIdentities identities = new TagIdentities(20_000);

  /// In the order in which they were first heard.
  private final Map<String, Heard> tags = new LinkedHashMap<>();

  private final List<Instant> firsts = new ArrayList<>();
  private long reads;

  private InventorySweep(
      SweepRules rules, Optional<Set<String>> expected, Set<String> nextBay, Instant began) {
    this.rules = rules;
    this.blind = expected.isEmpty();
    this.expected = Set.copyOf(expected.orElse(Set.of()));
    this.nextBay = Set.copyOf(nextBay);
    this.began = began;
  }

  /// A count of whatever is there.
  public static InventorySweep blind(SweepRules rules, Instant began) {
    return new InventorySweep(rules, Optional.empty(), Set.of(), began);
  }

  /// A count of what should be there.
  ///
  /// @param expected keys, see [TagIdentity#key()]
  /// @param nextBay keys of what is known to be in the bays beside
  public static InventorySweep expecting(
      SweepRules rules, Set<String> expected, Set<String> nextBay, Instant began) {
    return new InventorySweep(rules, Optional.of(expected), nextBay, began);
  }

  /// What a report told.
  public void sighted(List<TagSighting> sightings) {
    for (TagSighting sighting : sightings) {
      heard(identities.of(sighting.epc()), sighting.first())
          .ifPresent(
              heard -> {
                int count = Math.max(1, sighting.count());
                heard.count += count;
                reads += count;
                heard.peakRssi = Math.max(heard.peakRssi, sighting.rssi());
                heard.last = sighting.last().isAfter(heard.last) ? sighting.last() : heard.last;
              });
    }
  }

  /// A barcode that names the same thing as a tag was scanned: it counts once with it.
  public void scanned(TagIdentity tag, Instant at) {
    heard(tag, at).ifPresent(heard -> heard.scanned = true);
  }

  private Optional<Heard> heard(TagIdentity tag, Instant at) {
    Heard heard = tags.get(tag.key());
    if (heard == null && tags.size() < MOST) {
      heard = new Heard(tag, at);
      tags.put(tag.key(), heard);
      firsts.add(at);
    }
    return Optional.ofNullable(heard);
  }

  /// How it goes, and whether it can stop.
  public Progress at(Instant now) {
    Instant since = now.minus(rules.window());
    int lately = 0;
    for (int i = firsts.size() - 1; i >= 0 && firsts.get(i).isAfter(since); i--) {
      lately++;
    }
    Instant newest = firsts.isEmpty() ? began : firsts.getLast();
    Optional<Complete> complete = Optional.empty();
    if (!newest.plus(rules.noNewFor()).isAfter(now)) {
      complete = Optional.of(Complete.NO_NEW_TAG);
    } else if (!began.plus(rules.window()).isAfter(now) && lately < rules.newPart() * tags.size()) {
      complete = Optional.of(Complete.HARDLY_NEW_TAGS);
    }
    return new Progress(tags.size(), reads, lately, complete);
  }

  /// What was found until now.
  public SweepResult result() {
    double weak = middleOfPeaks() - rules.weakDb();
    List<Counted> found = new ArrayList<>();
    List<Counted> unexpected = new ArrayList<>();
    List<Counted> unknown = new ArrayList<>();
    List<Counted> beside = new ArrayList<>();
    for (Heard heard : tags.values()) {
      String key = heard.tag.key();
      boolean faint = !heard.scanned && heard.peakRssi < weak;
      List<Counted> list;
      if (expected.contains(key)) {
        list = found;
      } else if (!heard.scanned && (nextBay.contains(key) || faint)) {
        list = beside;
      } else if (heard.tag.kind() != Kind.EPC) {
        list = unknown;
      } else {
        list = blind ? found : unexpected;
      }
      list.add(
          new Counted(
              heard.tag, heard.count, heard.peakRssi, heard.first, heard.last, heard.scanned));
    }
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(tags.keySet());
    return new SweepResult(found, missing, unexpected, unknown, beside);
  }

  /// Half of the tags were louder than this at their loudest.
  private double middleOfPeaks() {
    double[] peaks =
        tags.values().stream()
            .mapToDouble(heard -> heard.peakRssi)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return peaks.length == 0 ? Double.NEGATIVE_INFINITY : peaks[peaks.length / 2];
  }
}
