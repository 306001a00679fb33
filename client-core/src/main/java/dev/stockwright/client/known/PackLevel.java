package dev.stockwright.client.known;

/// How a product is packed under one barcode.
///
/// @param name `each`, `inner`, `case` or `pallet`
/// @param units base units in it
public record PackLevel(String name, long units) {
  public PackLevel {
    if (units < 1) {
      throw new IllegalArgumentException("units " + units);
    }
  }

  public static final PackLevel EACH = new PackLevel("each", 1);
}
