package dev.stockwright.devices.labels;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.charset.StandardCharsets;

/// Two digits that a person reads from a location's label to prove that he stands before it. They
/// follow from the codes (the remainder by 97), so that neighbours differ and nothing is stored.
public final class LocationCheck {
  private static final int MODULUS = 97;

  private LocationCheck() {}

  /// `00` to `96`.
  public static String of(WarehouseCode warehouse, LocationCode location) {
    String whole = warehouse.code() + ' ' + location.code();
    int rest = 0;
    for (byte b : whole.getBytes(StandardCharsets.US_ASCII)) {
      rest = (rest * 256 + b) % MODULUS;
    }
    return rest < 10 ? "0" + rest : Integer.toString(rest);
  }
}
