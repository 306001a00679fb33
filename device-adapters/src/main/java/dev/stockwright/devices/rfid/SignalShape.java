package dev.stockwright.devices.rfid;

import java.util.Arrays;

/// How loud a tag was over the time of a pass, smoothed: does it come, get loud and go, or is it
/// always the same?
///
/// @param peak the loudest, in dBm
/// @param rise how much louder than at the start, in dB
/// @param fall how much louder than at the end, in dB
/// @param faintSince how long at the end it has been much fainter than its peak, in milliseconds
record SignalShape(double peak, double rise, double fall, long faintSince) {
  private static final int BIN_MILLIS = 400;

  /// Time at the start and at the end that is taken together: this part of all, within limits.
  private static final double ENDS = 0.08;

  private static final long ENDS_LEAST = 800;
  private static final long ENDS_MOST = 2_000;

  /// The loudest part of the time; what is louder still are echoes.
  private static final double PEAK_PART = 0.1;

  /// Fainter than the peak by this is faint.
  private static final double FAINT_DB = 8;

  static SignalShape of(PassTrace trace) {
    double[] levels = levels(trace);
    double[] sorted =
        Arrays.stream(levels).filter(level -> !Double.isNaN(level)).sorted().toArray();
    double top = sorted[(int) Math.floor((sorted.length - 1) * (1 - PEAK_PART) + 0.5)];
    int last = levels.length - 1;
    int loud = last;
    while (loud > 0 && !(levels[loud] > top - FAINT_DB)) {
      loud--;
    }
    long dwell = trace.last() - trace.first();
    long ends = Math.clamp(Math.round(ENDS * dwell), ENDS_LEAST, ENDS_MOST);
    int bins = (int) (ends / BIN_MILLIS);
    return new SignalShape(
        top,
        top - mean(levels, 0, Math.min(bins, levels.length)),
        top - mean(levels, Math.max(0, levels.length - bins), levels.length),
        (long) (last - loud) * BIN_MILLIS);
  }

  /// The mean of the bins with something in them.
  private static double mean(double[] levels, int from, int to) {
    return Arrays.stream(levels, from, to)
        .filter(level -> !Double.isNaN(level))
        .average()
        .orElseThrow();
  }

  /// For each bin the mean of its louder side, NaN for silence.
  private static double[] levels(PassTrace trace) {
    int bins = (int) ((trace.last() - trace.first()) / BIN_MILLIS) + 1;
    double[][] sum = new double[2][bins];
    double[][] count = new double[2][bins];
    for (int i = 0; i < trace.size(); i++) {
      int bin = (int) ((trace.millis(i) - trace.first()) / BIN_MILLIS);
      int side = trace.inside(i) ? 1 : 0;
      sum[side][bin] += trace.count(i) * trace.rssi(i);
      count[side][bin] += trace.count(i);
    }
    double[] levels = new double[bins];
    for (int b = 0; b < bins; b++) {
      double out = count[0][b] > 0 ? sum[0][b] / count[0][b] : Double.NEGATIVE_INFINITY;
      double in = count[1][b] > 0 ? sum[1][b] / count[1][b] : Double.NEGATIVE_INFINITY;
      levels[b] = count[0][b] + count[1][b] > 0 ? Math.max(in, out) : Double.NaN;
    }
    return levels;
  }

  /// How much it came and went, in dB.
  double motion() {
    return Math.min(rise, fall);
  }
}
