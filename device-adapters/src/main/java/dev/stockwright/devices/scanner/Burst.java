package dev.stockwright.devices.scanner;

import java.util.ArrayList;
import java.util.List;

/// Characters that came without a long silence inside: one scan, seldom several.
///
/// @param text all of it
/// @param arrivals which character came first at which time, in order
record Burst(String text, List<Arrival> arrivals) {
  private static final String ENDINGS = "\r\n\t\u0003";

  /// From this character on it came at this time.
  record Arrival(int at, long nanos) {}

  Burst {
    arrivals = List.copyOf(arrivals);
  }

  /// The longest pause inside.
  long longestGapNanos() {
    long longest = 0;
    for (int i = 1; i < arrivals.size(); i++) {
      longest = Math.max(longest, arrivals.get(i).nanos() - arrivals.get(i - 1).nanos());
    }
    return longest;
  }

  /// From the first arrival to the last.
  long lastsNanos() {
    return arrivals.isEmpty() ? 0 : arrivals.getLast().nanos() - arrivals.getFirst().nanos();
  }

  /// The scans that came together, one for each of these codes, in their order.
  ///
  /// @param codes where the codes begin and end in the text
  List<Burst> cut(List<Span> codes) {
    List<Burst> scans = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < codes.size(); i++) {
      int cut = cutBetween(codes.get(i - 1).end(), codes.get(i).start());
      scans.add(part(from, cut));
      from = cut;
    }
    scans.add(part(from, text.length()));
    return scans;
  }

  /// Behind the last ending in between, else at the longest pause there.
  private int cutBetween(int end, int start) {
    for (int at = start; at > end; at--) {
      if (ENDINGS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    int cut = start;
    long longest = -1;
    for (int i = 1; i < arrivals.size(); i++) {
      long gap = arrivals.get(i).nanos() - arrivals.get(i - 1).nanos();
      if (arrivals.get(i).at() >= end && arrivals.get(i).at() <= start && gap > longest) {
        longest = gap;
        cut = arrivals.get(i).at();
      }
    }
    return cut;
  }

  private Burst part(int from, int to) {
    List<Arrival> inside = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (arrival.at() <= from) {
        inside.clear();
      }
      if (arrival.at() < to) {
        inside.add(new Arrival(Math.max(0, arrival.at() - from), arrival.nanos()));
      }
    }
    return new Burst(text.substring(from, to), inside);
  }
}
