package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.wire.TagReport;
import dev.stockwright.devices.llrp.wire.TagSink;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes sightings of the tags of one report after another.
///
/// Clocks of readers are wrong, and some know only how long they run. So their times count as
/// distances: the newest time in a report is when the report came, and the others lie as far before
/// it as the reader says, a day at most.
final class Sightings implements TagSink {
  private static final long AGE_MAX_MICROS = Duration.ofDays(1).toNanos() / 1000;
  private static final int ANTENNA_UNTOLD = 1;

  private final DeviceId reader;
  private final Map<Integer, Double> floors;
  private final int onlyAntenna;
  private final List<Heard> heard = new ArrayList<>();
  private long newestUtc;
  private long newestUptime;

  private record Heard(
      int antenna, String epc, double rssi, int count, long first, long last, boolean utc) {}

  /// @param antennas that are used; when it is one, tags without an antenna were heard there
  Sightings(DeviceId reader, List<Integer> antennas, Map<Integer, Double> floors) {
    this.reader = reader;
    this.floors = floors;
    this.onlyAntenna = antennas.size() == 1 ? antennas.getFirst() : ANTENNA_UNTOLD;
  }

  void begin() {
    heard.clear();
    newestUtc = 0;
    newestUptime = 0;
  }

  @Override
  public void tag(TagReport tag) {
    boolean utc = tag.lastUtc() > 0 || tag.firstUtc() > 0;
    long first = utc ? tag.firstUtc() : tag.firstUptime();
    long last = Math.max(first, utc ? tag.lastUtc() : tag.lastUptime());
    if (utc) {
      newestUtc = Math.max(newestUtc, last);
    } else {
      newestUptime = Math.max(newestUptime, last);
    }
    int antenna = tag.hasAntenna() ? tag.antenna() : onlyAntenna;
    if (tag.epcBits() == 0 || tag.hasRssi() && tag.rssi() < floor(antenna)) {
      return;
    }
    double rssi = tag.hasRssi() ? tag.rssi() : LlrpReader.RSSI_UNTOLD;
    heard.add(new Heard(antenna, tag.epc(), rssi, Math.max(1, tag.count()), first, last, utc));
  }

  private double floor(int antenna) {
    Double own = floors.get(antenna);
    return own != null ? own : floors.getOrDefault(0, Double.NEGATIVE_INFINITY);
  }

  /// @param received when the report came, by this machine's clock
  List<TagSighting> finish(Instant received) {
    List<TagSighting> sightings = new ArrayList<>(heard.size());
    for (Heard tag : heard) {
      long newest = tag.utc ? newestUtc : newestUptime;
      Instant last = before(received, tag.last > 0 ? newest - tag.last : 0);
      Instant first = tag.first > 0 ? before(received, newest - tag.first) : last;
      sightings.add(
          new TagSighting(reader, tag.antenna, tag.epc, tag.rssi, tag.count, first, last));
    }
    return sightings;
  }

  private static Instant before(Instant received, long micros) {
    return micros == 0
        ? received
        : received.minus(Math.min(micros, AGE_MAX_MICROS), ChronoUnit.MICROS);
  }
}
