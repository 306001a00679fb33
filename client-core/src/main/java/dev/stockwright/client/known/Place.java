package dev.stockwright.client.known;

import dev.stockwright.vocabulary.LocationCode;
import java.util.Optional;

/// A place in the warehouse.
///
/// @param kind `bin`, `dock`, `staging`, `cart` or `packing`
/// @param pickSequence where it comes on the way through the warehouse
/// @param spot where it is; absent: nobody has measured it
/// @param capacity how many base units may lie there; absent: no limit
public record Place(
    LocationCode code,
    String zone,
    String kind,
    int pickSequence,
    Optional<Spot> spot,
    Mixing mixing,
    Gate gate,
    Optional<Long> capacity) {

  /// A place without a limit.
  public Place(
      LocationCode code,
      String zone,
      String kind,
      int pickSequence,
      Optional<Spot> spot,
      Mixing mixing,
      Gate gate) {
    this(code, zone, kind, pickSequence, spot, mixing, gate, Optional.empty());
  }

  /// A place of which only this is known.
  public Place(LocationCode code, String zone, String kind) {
    this(code, zone, kind, 0, Optional.empty(), Mixing.ANY, Gate.OPEN);
  }

  /// Millimetres from the warehouse's own corner.
  public record Spot(int xMm, int yMm, int zMm) {}

  /// What may lie there together.
  public enum Mixing {
    ANY("any"),
    ONE_PRODUCT("one_product"),
    ONE_LOT("one_lot");

    private final String code;

    Mixing(String code) {
      this.code = code;
    }

    /// As written on the wire.
    public String code() {
      return code;
    }

    /// The rule that is written `code`; a word of a later server forbids as much as the strictest
    /// that we know.
    public static Mixing of(String code) {
      return switch (code) {
        case "any" -> ANY;
        case "one_product" -> ONE_PRODUCT;
        default -> ONE_LOT;
      };
    }
  }

  /// Whether goods may go there and leave.
  ///
  /// @param reason why it is locked
  /// @param active false: the place is not used any more
  public record Gate(boolean lockedIn, boolean lockedOut, Optional<String> reason, boolean active) {
    public static final Gate OPEN = new Gate(false, false, Optional.empty(), true);
  }
}
