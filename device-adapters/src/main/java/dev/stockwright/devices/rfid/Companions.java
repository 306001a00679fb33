package dev.stockwright.devices.rfid;

/// Tags that surely went through the same door at the same time, all in one direction: a pallet. A
/// tag of which little was heard may be one more of them.
///
/// @param change when they went from one side to the other, in milliseconds since 1970
/// @param first when the first of them was heard
/// @param last when the last of them was heard
record Companions(Direction direction, long change, long first, long last) {
  /// They are heard on the side where they are, as often as this.
  private static final double RIGHT_SIDE = 0.8;

  private static final long MARGIN_MILLIS = 500;

  /// A pallet is long, so its tags change sides not all at once.
  private static final long LENGTH_MILLIS = 250;

  /// How much better it explains a tag that it went with them than that it lies there; negative
  /// when it was heard at other times than they were.
  double support(PassTrace trace) {
    if (trace.first() < first - MARGIN_MILLIS || trace.last() > last + MARGIN_MILLIS) {
      return Double.NEGATIVE_INFINITY;
    }
    double in = 0;
    double out = 0;
    double with = 0;
    long previous = Long.MIN_VALUE;
    for (int i = 0; i < trace.size(); i++) {
      boolean insideNow = (trace.millis(i) > change) == (direction == Direction.IN);
      // Reads in one turn of an antenna say little more than one.
      boolean near = i > 0 && trace.inside(i) == trace.inside(i - 1);
      double weight = near && trace.millis(i) - previous < 100 ? 0.3 : 1;
      previous = trace.millis(i);
      double likely = trace.inside(i) == insideNow ? RIGHT_SIDE : 1 - RIGHT_SIDE;
      with += weight * Math.log(Math.abs(trace.millis(i) - change) < LENGTH_MILLIS ? 0.5 : likely);
      in += trace.inside(i) ? weight : 0;
      out += trace.inside(i) ? 0 : weight;
    }
    return with - likelihood(in, out);
  }

  private static double likelihood(double in, double out) {
    double all = in + out;
    return (in > 0 ? in * Math.log(in / all) : 0) + (out > 0 ? out * Math.log(out / all) : 0);
  }
}
