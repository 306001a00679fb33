package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How many sightings a second a [TagTracker] takes on one thread, with many tags on the shelves of
/// a hall and some in its doors. Not a test: run it by hand.
final class TrackerTimingMain {
  private static final int TAGS = 200_000;
  private static final int REPORT = 500;
  private static final int SHELVES = 8;

  private TrackerTimingMain() {}

  public static void main(String[] args) {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    System.out.println(line(seconds));
  }

  /// Tags of the shelves only, each heard by the antennas of its own shelf, in any order.
  static String line(int seconds) {
    ReadPoints.Builder points = Sightings.doors(2);
    for (int i = 0; i < SHELVES; i++) {
      Place place = new Place(new WarehouseCode("HUB"), new LocationCode("A-0" + i));
      points.antenna(Sightings.READER, 10 + i, new ReadPoint(place, ReadPoint.Role.SHELF));
    }
    TagTracker tracker = new TagTracker(points.build(), TagRules.standard());
    String[] epcs = new String[TAGS];
    for (int i = 0; i < TAGS; i++) {
      epcs[i] = String.format(Locale.ROOT, "3074257bf7194e40%08x", i);
    }
    SplittableRandom random = new SplittableRandom(1);
    // The time of this thread, so that what else the machine does is not counted.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long heard = 0;
    long events = 0;
    long millis = 0;
    long warm = 3_000_000;
    long spent = 0;
    while (spent < seconds * 1_000_000_000L) {
      List<TagSighting> report = new ArrayList<>(REPORT);
      for (int i = 0; i < REPORT; i++) {
        int tag = random.nextInt(TAGS);
        // A reader's decoder makes a new text for each read.
        String epc = new String(epcs[tag].toCharArray());
        report.add(Sightings.sighting(millis, 10 + tag % SHELVES, epc, -60 + random.nextInt(9)));
      }
      millis++;
      long begin = clock.getCurrentThreadCpuTime();
      events += tracker.sighted(report).size();
      if (millis % 100 == 0) {
        events += tracker.at(Sightings.at(millis)).size();
      }
      long took = clock.getCurrentThreadCpuTime() - begin;
      warm -= REPORT;
      if (warm < 0) {
        spent += took;
        heard += REPORT;
      }
    }
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%,d tags: %,d sightings/s on one thread, %,d events, about %d MB in use",
        TAGS,
        heard * 1_000_000_000L / spent,
        events,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
