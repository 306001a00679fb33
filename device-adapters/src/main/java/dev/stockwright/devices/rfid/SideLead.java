package dev.stockwright.devices.rfid;

/// By how many dB the inside antennas lead the outside ones over the time of a pass, as the best
/// explanation by at most three stretches of a constant lead. A tag that goes through ends with
/// another lead than it began with; one that lies there has one lead, and one that turns back ends
/// with the lead it began with.
///
/// @param first the lead at the start, in dB; negative when the outside leads
/// @param last the same at the end
/// @param change when the lead changed for good, in milliseconds since 1970
/// @param passed how much better the best explanation is than one constant lead, as a logarithm
/// @param returned the same of the best one that ends with the lead it began with
record SideLead(double first, double last, long change, double passed, double returned) {
  private static final int BIN_MILLIS = 300;
  private static final int BINS = 60;

  /// What is not known of one side counts as at most so many dB below the other.
  private static final double ONE_SIDE_DB = 4.5;

  /// No lead counts for more.
  private static final double MOST_DB = 12;

  /// Standard deviation of a lead that is always there.
  private static final double NOISE_DB = 3.5;

  /// A stretch carries at least this part of what was heard, and this much.
  private static final double LEAST_PART = 0.12;

  private static final double LEAST = 0.7;

  /// What a second change costs.
  private static final double SECOND_CHANGE = 1;

  /// Sums over bins, each entry all before it.
  private record Sums(double[] weight, double[] lead, double[] square) {
    int bins() {
      return weight.length - 1;
    }

    double weight(int from, int to) {
      return weight[to] - weight[from];
    }

    double mean(int from, int to) {
      return (lead[to] - lead[from]) / weight(from, to);
    }

    /// What a constant explains of the squares.
    double explained(int from, int to) {
      double sum = lead[to] - lead[from];
      double part = weight(from, to);
      return part <= 0 ? 0 : sum * sum / part;
    }
  }

  /// The best places for two changes.
  private static final class Best {
    double passed;
    double returned;
    int one;
    int two;
  }

  static SideLead of(PassTrace trace) {
    long start = trace.first();
    long length = trace.last() - start + 1;
    int bins = Math.clamp(length / BIN_MILLIS + 1, 1, BINS);
    Sums sums = sums(trace, bins, length);
    double still = sums.explained(0, bins);
    Best best = best(sums, still);
    double mean = sums.mean(0, bins);
    if (best.two == 0) {
      return new SideLead(mean, mean, start, 0, 0);
    }
    // The noise is what even the best explanation leaves over.
    double left = sums.square[bins] - still - best.passed;
    double freedom = Math.max(1, sums.weight(0, bins) - 3);
    double variance = Math.max(NOISE_DB * NOISE_DB, left / freedom);
    int head = best.one == 0 ? best.two : best.one;
    double firstLead = sums.mean(0, head);
    double lastLead = sums.mean(best.two, bins);
    double middle = sums.mean(best.one, best.two);
    boolean early = best.one > 0 && Math.abs(middle - firstLead) > Math.abs(lastLead - middle);
    long change = start + (early ? best.one : best.two) * length / bins;
    return new SideLead(
        firstLead, lastLead, change, best.passed / (2 * variance), best.returned / (2 * variance));
  }

  /// How much better a change of the lead at one given time explains what was heard than one
  /// constant lead; negative when it changed the other way.
  ///
  /// @param inwards the way that it should change
  static double changeAt(PassTrace trace, long change, boolean inwards) {
    long length = trace.last() - trace.first() + 1;
    int bins = Math.clamp(length / BIN_MILLIS + 1, 1, BINS);
    int cut = (int) Math.round((double) (change - trace.first()) * bins / length);
    if (cut <= 0 || cut >= bins) {
      return Double.NEGATIVE_INFINITY;
    }
    Sums sums = sums(trace, bins, length);
    double gained = sums.explained(0, cut) + sums.explained(cut, bins) - sums.explained(0, bins);
    boolean gainedInwards = sums.mean(cut, bins) > sums.mean(0, cut);
    double certainty = gained / (2 * NOISE_DB * NOISE_DB);
    return gainedInwards == inwards ? certainty : -certainty;
  }

  private static Best best(Sums sums, double still) {
    int bins = sums.bins();
    double least = Math.max(LEAST, LEAST_PART * sums.weight(0, bins));
    double cost = 2 * NOISE_DB * NOISE_DB * SECOND_CHANGE;
    Best best = new Best();
    for (int a = 0; a < bins; a++) {
      if (a > 0 && sums.weight(0, a) < least) {
        continue;
      }
      for (int b = a + 1; b < bins && sums.weight(b, bins) >= least; b++) {
        double value =
            sums.explained(0, a) + sums.explained(a, b) + sums.explained(b, bins) - still;
        if (a > 0) {
          value -= cost;
          double ends = sums.lead[a] + sums.lead[bins] - sums.lead[b];
          double weight = sums.weight(0, a) + sums.weight(b, bins);
          double returned = ends * ends / weight + sums.explained(a, b) - still - cost;
          best.returned = Math.max(best.returned, returned);
        }
        if (value > best.passed && sums.weight(a, b) > 0) {
          best.passed = value;
          best.one = a;
          best.two = b;
        }
      }
    }
    return best;
  }

  private static Sums sums(PassTrace trace, int bins, long length) {
    double[][] level = new double[2][bins];
    double[][] count = new double[2][bins];
    double floor = Double.POSITIVE_INFINITY;
    for (int i = 0; i < trace.size(); i++) {
      int bin = (int) ((trace.millis(i) - trace.first()) * bins / length);
      int side = trace.inside(i) ? 1 : 0;
      count[side][bin] += trace.count(i);
      level[side][bin] += trace.count(i) * trace.rssi(i);
      floor = Math.min(floor, trace.rssi(i));
    }
    Sums sums = new Sums(new double[bins + 1], new double[bins + 1], new double[bins + 1]);
    for (int bin = 0; bin < bins; bin++) {
      double out = count[0][bin];
      double in = count[1][bin];
      double lead = 0;
      double weight = 0;
      if (in > 0 && out > 0) {
        lead = level[1][bin] / in - level[0][bin] / out;
        // Two means of few reads each.
        weight = Math.min(2, 2 * in * out / (in + out));
      } else if (in + out > 0) {
        int side = in > 0 ? 1 : 0;
        double above = level[side][bin] / (in + out) - floor + 1.5;
        lead = (side == 1 ? 1 : -1) * Math.min(above, ONE_SIDE_DB);
        weight = in + out >= 2 ? 1.2 : 0.8;
      }
      lead = Math.clamp(lead, -MOST_DB, MOST_DB);
      sums.weight[bin + 1] = sums.weight[bin] + weight;
      sums.lead[bin + 1] = sums.lead[bin] + weight * lead;
      sums.square[bin + 1] = sums.square[bin] + weight * lead * lead;
    }
    return sums;
  }

  /// By how many dB the inside gained on the outside.
  double shift() {
    return last - first;
  }

  /// How much better a passage explains it than lying there or turning back.
  double certainty() {
    return passed - Math.max(returned, 0);
  }
}
