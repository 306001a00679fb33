package dev.stockwright.devices.rfid;

/// How the signal of a pass divides between the inside and the outside antennas over time, as the
/// best explanation by at most three stretches of a constant share. A tag that goes through ends
/// with another share than it began with; one that lies there has one share, and one that turns back
/// ends with the share it began with.
///
/// @param first the inside's share of the signal at the start, 0 to 1
/// @param last the same at the end
/// @param change when the share changed for good, in milliseconds since 1970
/// @param passed logarithm of the likelihood of the best explanation
/// @param returned the same of the best one that ends with the share it began with
/// @param still the same of one constant share
record SideShare(
    double first, double last, long change, double passed, double returned, double still) {
  private static final int BIN_MILLIS = 200;
  private static final int BINS = 64;

  /// A louder read says more about where the tag is: ten times as much for so many dB.
  private static final double DB_PER_TEN = 16;

  /// More reads than this on one side within a bin say nothing more.
  private static final double MOST_A_BIN = 4;

  /// A stretch carries at least this part of the signal, and this much.
  private static final double LEAST_PART = 0.12;

  private static final double LEAST = 0.8;

  /// @param from index of the first read that counts
  /// @param to index behind the last
  static SideShare of(PassTrace trace, int from, int to) {
    long start = trace.millis(from);
    long length = trace.millis(to - 1) - start + 1;
    int bins = (int) Math.clamp(length / BIN_MILLIS + 1, 1, BINS);
    double[][] sums = weights(trace, from, to, bins);
    // For cut c, everything before bin c.
    double[] in = new double[bins + 1];
    double[] out = new double[bins + 1];
    for (int b = 0; b < bins; b++) {
      in[b + 1] = in[b] + sums[1][b];
      out[b + 1] = out[b] + sums[0][b];
    }
    return fit(in, out, start, (double) length / bins);
  }

  private static SideShare fit(double[] in, double[] out, long start, double binMillis) {
    int bins = in.length - 1;
    double allIn = in[bins];
    double allOut = out[bins];
    double least = Math.max(LEAST, LEAST_PART * (allIn + allOut));
    double still = likelihood(allIn, allOut);
    double passed = still;
    double returned = still;
    int cutOne = 0;
    int cutTwo = 0;
    for (int a = 0; a < bins; a++) {
      if (a > 0 && in[a] + out[a] < least) {
        continue;
      }
      for (int b = a + 1; b < bins; b++) {
        double lastIn = allIn - in[b];
        double lastOut = allOut - out[b];
        if (lastIn + lastOut < least) {
          break;
        }
        double midIn = in[b] - in[a];
        double midOut = out[b] - out[a];
        double middle = likelihood(midIn, midOut);
        double three = likelihood(in[a], out[a]) + middle + likelihood(lastIn, lastOut);
        // A second change must earn its place.
        double value = a == 0 ? three : three - 1.5;
        if (value > passed) {
          passed = value;
          cutOne = a;
          cutTwo = b;
        }
        if (a > 0) {
          returned =
              Math.max(returned, middle + likelihood(in[a] + lastIn, out[a] + lastOut) - 1);
        }
      }
    }
    if (cutTwo == 0) {
      double share = share(allIn, allOut);
      return new SideShare(share, share, start, passed, returned, still);
    }
    int head = cutOne == 0 ? cutTwo : cutOne;
    double firstShare = share(in[head], out[head]);
    double lastShare = share(allIn - in[cutTwo], allOut - out[cutTwo]);
    // Of two changes, the one that is larger.
    double midShare = share(in[cutTwo] - in[cutOne], out[cutTwo] - out[cutOne]);
    boolean early =
        cutOne > 0 && Math.abs(midShare - firstShare) > Math.abs(lastShare - midShare);
    long change = start + Math.round((early ? cutOne : cutTwo) * binMillis);
    return new SideShare(firstShare, lastShare, change, passed, returned, still);
  }

  private static double[][] weights(PassTrace trace, int from, int to, int bins) {
    long start = trace.millis(from);
    long length = trace.millis(to - 1) - start + 1;
    double[][] power = new double[2][bins];
    double[][] count = new double[2][bins];
    double loudest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      int bin = (int) ((trace.millis(i) - start) * bins / length);
      int side = trace.inside(i) ? 1 : 0;
      count[side][bin] += trace.count(i);
      power[side][bin] += trace.count(i) * trace.rssi(i);
    }
    for (int side = 0; side < 2; side++) {
      for (int bin = 0; bin < bins; bin++) {
        if (count[side][bin] > 0) {
          power[side][bin] /= count[side][bin];
          loudest = Math.max(loudest, power[side][bin]);
        }
      }
    }
    double[][] weights = new double[2][bins];
    double sum = 0;
    double squares = 0;
    for (int side = 0; side < 2; side++) {
      for (int bin = 0; bin < bins; bin++) {
        if (count[side][bin] > 0) {
          // Reads in a row come from one turn of an antenna, so more of them say little more.
          weights[side][bin] =
              Math.sqrt(Math.min(count[side][bin], MOST_A_BIN))
                  * Math.pow(10, (power[side][bin] - loudest) / DB_PER_TEN);
          sum += weights[side][bin];
          squares += weights[side][bin] * weights[side][bin];
        }
      }
    }
    // So that they add up to the number of reads that say as much.
    for (int side = 0; side < 2; side++) {
      for (int bin = 0; bin < bins; bin++) {
        weights[side][bin] *= sum / squares;
      }
    }
    return weights;
  }

  private static double likelihood(double in, double out) {
    double all = in + out;
    return (in > 0 ? in * Math.log(in / all) : 0) + (out > 0 ? out * Math.log(out / all) : 0);
  }

  private static double share(double in, double out) {
    return (in + 0.25) / (in + out + 0.5);
  }

  /// From -1 (all of it went outside) over 0 to 1 (inside).
  double shift() {
    return last - first;
  }

  /// How much better a passage explains it than lying there or turning back.
  double certainty() {
    return passed - Math.max(returned, still);
  }
}
