package dev.stockwright.devices.rfid;

/// How loud a tag was over the time of a pass, smoothed: does it come, get loud and go, or is it
/// always the same?
///
/// @param peak the loudest, in dBm
/// @param rise how much louder than at the start, in dB
/// @param fall how much louder than at the end, in dB
/// @param faintSince how long at the end it has been much fainter than its peak, in milliseconds
record SignalShape(double peak, double rise, double fall, long faintSince) {
  private static final int BIN_MILLIS = 400;

  /// Bins at the start and at the end that are taken together.
  private static final int ENDS = 2;

  /// Fainter than the peak by this is faint.
  private static final double FAINT_DB = 8;

  static SignalShape of(PassTrace trace) {
    double[] levels = levels(trace);
    int count = 0;
    double peak = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (double level : levels) {
      if (!Double.isNaN(level)) {
        count++;
        second = Math.max(second, Math.min(peak, level));
        peak = Math.max(peak, level);
      }
    }
    // One loud bin among many is an echo.
    double top = count > 4 ? second : peak;
    int last = levels.length - 1;
    int loud = last;
    while (loud > 0 && !(levels[loud] > top - FAINT_DB)) {
      loud--;
    }
    return new SignalShape(
        top,
        top - end(levels, 0, 1),
        top - end(levels, last, -1),
        (long) (last - loud) * BIN_MILLIS);
  }

  /// The mean of the first bins with something in them.
  private static double end(double[] levels, int from, int step) {
    double sum = 0;
    int found = 0;
    for (int b = from; b >= 0 && b < levels.length && found < ENDS; b += step) {
      if (!Double.isNaN(levels[b])) {
        sum += levels[b];
        found++;
      }
      if (found > 0 && Math.abs(b - from) >= ENDS) {
        break;
      }
    }
    return sum / found;
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

  /// True when it came from afar and went afar, as far as loudness can tell.
  boolean comesAndGoes(double db) {
    return rise >= db && fall >= db;
  }

  /// True when it neither came nor went.
  boolean flat(double db) {
    return rise < db && fall < db;
  }
}
