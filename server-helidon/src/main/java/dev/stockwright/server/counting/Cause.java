package dev.stockwright.server.counting;

import java.util.Locale;

/// Why a line needs a person, whatever the size of its variance.
enum Cause {
  NONE,
  /// The books had none of it there.
  FOUND,
  /// A barcode that nobody knows.
  UNKNOWN_CODE,
  /// A handling unit that the books have elsewhere or not at all.
  UNEXPECTED_UNIT,
  /// Radio and hand came to different figures.
  METHODS_DIFFER,
  /// Something of it moved between two scans of the same goods.
  MOVED_MEANWHILE,
  /// A movement that happened before the scan was recorded after it.
  MOVED_LATE,
  /// Goods kept by piece were counted without their serial numbers.
  NO_SERIAL,
  /// The same piece was seen in another bin of the count as well.
  COUNTED_TWICE,
  /// Several lots lie there and nobody said which one was counted.
  WHICH_LOT,
  /// The books have this piece in another bin.
  ELSEWHERE,
  /// What is missing is promised to orders.
  PROMISED,
  /// What is missing was picked or packed for an order or a transfer.
  OF_DOCUMENT,
  /// The books have moved the goods on that are missing here.
  MOVED_ON,
  /// More than may be adjusted without a person.
  OVER_LIMIT;

  /// As written in the database; none is an empty text.
  String code() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }

  static Cause of(String code) {
    return code.isEmpty() ? NONE : valueOf(code.toUpperCase(Locale.ROOT));
  }
}
