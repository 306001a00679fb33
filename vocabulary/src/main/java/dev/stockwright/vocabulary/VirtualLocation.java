package dev.stockwright.vocabulary;

/// A location that is no place: where goods come from and go to, so that every product sums to zero
/// over all locations. Its balance may be negative. Never scanned, never counted.
public enum VirtualLocation {
  SUPPLIER,
  CUSTOMER,
  IN_TRANSIT,
  LOST_AND_FOUND,
  SCRAP,
  UNRECONCILED;

  private final LocationCode code = new LocationCode(name());

  /// Its code, the same in every warehouse.
  public LocationCode code() {
    return code;
  }

  /// True when `code` names one of these.
  public static boolean is(LocationCode code) {
    for (VirtualLocation each : values()) {
      if (each.code.equals(code)) {
        return true;
      }
    }
    return false;
  }
}
