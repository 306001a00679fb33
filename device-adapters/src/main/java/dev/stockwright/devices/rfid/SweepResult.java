package dev.stockwright.devices.rfid;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a count by radio found. A tag stands in one of the lists only.
///
/// @param found expected and heard, or all that was heard and can be read when nothing was expected
/// @param missing keys that were expected and not heard; that proves nothing: a person looks
/// @param unexpected heard and not expected
/// @param unknown heard, but no EPC of GS1 and not expected
/// @param probablyNextBay not expected here, and either known to be next door or weak
public record SweepResult(
    List<Counted> found,
    Set<String> missing,
    List<Counted> unexpected,
    List<Counted> unknown,
    List<Counted> probablyNextBay) {
  /// One tag.
  ///
  /// @param count how often it was heard; 0 when its barcode was scanned instead
  /// @param peakRssi in dBm; negative infinity when it was not heard
  public record Counted(
      TagIdentity tag, int count, double peakRssi, Instant first, Instant last, boolean scanned) {}

  public SweepResult {
    found = List.copyOf(found);
    missing = Set.copyOf(missing);
    unexpected = List.copyOf(unexpected);
    unknown = List.copyOf(unknown);
    probablyNextBay = List.copyOf(probablyNextBay);
  }
}
