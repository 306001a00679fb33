package dev.stockwright.vocabulary;

/// The label of a pallet, carton or tote that moves as one: an SSCC or our own license plate.
public record HandlingUnit(String code) {
  public HandlingUnit {
    Form.code("handling_unit", code, 40);
  }

  @Override
  public String toString() {
    return code;
  }
}
