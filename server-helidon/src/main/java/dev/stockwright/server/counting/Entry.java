package dev.stockwright.server.counting;

import java.time.Instant;

/// What somebody said is in a bin. An empty text means that nothing was said.
///
/// @param productId 0: not a product that we know
/// @param code the barcode of goods that nobody knows
/// @param serial of one piece, scanned or from its EPC
/// @param unit a handling unit; by itself, without a product: the unit was seen as a whole
/// @param radio heard by a reader
/// @param seen the number of the last event that the device knew
record Entry(
    int productId,
    String code,
    String lot,
    String serial,
    String unit,
    String condition,
    long quantity,
    boolean radio,
    String by,
    long seen,
    Instant at) {
  /// A handling unit seen as a whole.
  boolean wholeUnit() {
    return productId == 0 && code.isEmpty() && !unit.isEmpty();
  }

  /// The same goods in packs of so many base units.
  Entry times(long units) {
    return new Entry(
        productId,
        code,
        lot,
        serial,
        unit,
        condition,
        Math.multiplyExact(quantity, units),
        radio,
        by,
        seen,
        at);
  }
}
