package dev.stockwright.devices.rfid;

/// Tags that surely went through the same door at the same time, all in one direction: a pallet. A
/// tag of which little was heard may be one more of them.
///
/// @param change when they went from one side to the other, in milliseconds since 1970
/// @param first when the first of them was heard
/// @param last when the last of them was heard
/// @param certainty the sum of theirs
record Companions(Direction direction, long change, long first, long last, double certainty) {
  private static final long MARGIN_MILLIS = 500;

  /// How much better it explains a tag that it went with them than that it lies there; negative
  /// when it was heard at other times than they were.
  double support(PassTrace trace) {
    if (trace.first() < first - MARGIN_MILLIS || trace.last() > last + MARGIN_MILLIS) {
      return Double.NEGATIVE_INFINITY;
    }
    return SideLead.changeAt(trace, change, direction == Direction.IN);
  }
}
