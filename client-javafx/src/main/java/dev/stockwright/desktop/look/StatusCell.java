package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Pictogram;

/// One device or connection in the status bar.
///
/// @param id stable, such as `scanner-1`; a cell with the same id replaces it
/// @param words what it is and how it is, such as `Scanner 1 ready`
public record StatusCell(String id, Pictogram icon, String words, Health health) {
  /// Only what is broken is lit.
  public enum Health {
    FINE,
    ATTENTION,
    BROKEN
  }
}
