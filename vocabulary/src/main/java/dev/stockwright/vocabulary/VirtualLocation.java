package dev.stockwright.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A location that is no place: where goods come from and go to, so that every product sums to zero
/// over all locations. Its balance may be negative. Never scanned, never counted.
public enum VirtualLocation {
  SUPPLIER,
  CUSTOMER,
  IN_TRANSIT,
  LOST_AND_FOUND,
  SCRAP,
  UNRECONCILED;

  private static final List<LocationCode> CODES =
      Arrays.stream(values()).map(VirtualLocation::code).toList();

  private static final Map<LocationCode, Integer> NUMBERS =
      CODES.stream().collect(Collectors.toMap(code -> code, code -> CODES.indexOf(code) + 1));

  private final LocationCode code = new LocationCode(name());

  /// Its code, the same in every warehouse.
  public LocationCode code() {
    return code;
  }

  /// The codes of all of them, in the order of the columns and numbers that the database gives
  /// them.
  public static List<LocationCode> all() {
    return CODES;
  }

  /// The place of `code` in [#all], counted from 1; 0 when it names none of these.
  public static int number(LocationCode code) {
    return NUMBERS.getOrDefault(code, 0);
  }

  /// The one of this code; absent: a real place.
  public static Optional<VirtualLocation> of(LocationCode code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /// True when `code` names one of these.
  public static boolean is(LocationCode code) {
    return NUMBERS.containsKey(code);
  }
}
