package dev.stockwright.server.undoing;

/// Which activity's documents an undo changes as well.
enum WorkKind {
  /// None: it was about stock alone.
  STOCK,
  PICK,
  PUT_AWAY,
  /// A handling unit that was moved, or made by goods that were moved onto it.
  UNIT,
  /// A correction that nobody had to approve.
  ADJUSTMENT,
  RECEIPT,
  PACKING
}
