package dev.stockwright.server.watching;

/// Between what levels the stock of a product in a warehouse should be, in base units; 0 where
/// nothing is watched.
///
/// @param low too little when so much or less is available
/// @param lowClear enough again when more than this is available; not below `low`
/// @param over too much when so much or more is on hand
/// @param overClear no longer too much when less than this is on hand; not above `over`
/// @param out whether it matters that nothing is available
public record Limits(long low, long lowClear, long over, long overClear, boolean out) {
  /// Nothing is watched, which is so for most products.
  public static final Limits NONE = new Limits(0, 0, 0, 0, false);

  /// [#NONE] itself where nothing is watched.
  public static Limits of(long low, long lowClear, long over, long overClear, boolean out) {
    return low == 0 && over == 0 && !out ? NONE : new Limits(low, lowClear, over, overClear, out);
  }
}
