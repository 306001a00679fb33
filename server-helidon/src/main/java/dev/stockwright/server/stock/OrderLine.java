package dev.stockwright.server.stock;

/// A line of a purchase order.
///
/// @param ordered base units
/// @param received base units so far
/// @param overPercent how much more than ordered may come, in percent
/// @param overAllowed base units more than ordered that a supervisor has allowed
public record OrderLine(long ordered, long received, int overPercent, long overAllowed) {
  /// Would `more` units still be within the tolerance?
  public boolean takes(long more) {
    return received + more <= ordered + Math.max(ordered * overPercent / 100, overAllowed);
  }
}
