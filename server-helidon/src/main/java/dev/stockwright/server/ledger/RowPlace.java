package dev.stockwright.server.ledger;

/// Where a version of a row stands in its table, PostgreSQL's `ctid`: the block and the place in
/// it, kept as one number. 0 means that it is not known; no row has that place.
final class RowPlace {
  static final long UNKNOWN = 0;

  private static final int PLACE_BITS = 16;
  private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

  private RowPlace() {}

  /// Reads PostgreSQL's text, such as `(17,4)`.
  static long of(String text) {
    int comma = text.indexOf(',');
    long block = Long.parseLong(text, 1, comma, 10);
    return block << PLACE_BITS | Long.parseLong(text, comma + 1, text.length() - 1, 10);
  }

  /// As PostgreSQL reads it.
  static String text(long place) {
    return "(" + (place >>> PLACE_BITS) + "," + (place & PLACE_MASK) + ")";
  }

  static long block(long place) {
    return place >>> PLACE_BITS;
  }
}
