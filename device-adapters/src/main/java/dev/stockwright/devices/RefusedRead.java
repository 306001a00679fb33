package dev.stockwright.devices;

import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.Scan;

/// Bytes that came from a scanner and were not passed on as a scan. Nothing is dropped without one.
///
/// @param code stable: `noise`, `too_long`, `unfinished`, `unwrapped`, `too_fast`
/// @param told for people; says what to do
/// @param scan what came, cut at the largest frame
public record RefusedRead(String code, Told told, Scan scan) {
  /// In English, for logs and terminals.
  public String message() {
    return told.sentence();
  }
}
