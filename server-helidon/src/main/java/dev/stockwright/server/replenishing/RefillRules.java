package dev.stockwright.server.replenishing;

import dev.stockwright.server.picking.Spot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a bin is filled up, with how much, and out of which reserve. Pure.
final class RefillRules {
  private RefillRules() {}

  /// How a bin is.
  ///
  /// @param onHand of the product in the bin
  /// @param claimed what picks will take there
  /// @param coming what tasks are to bring already
  record Face(long minimum, long maximum, long onHand, long claimed, long coming) {
    /// How much is to be brought: nothing while there is enough or somebody brings some; up to the
    /// maximum, or as much as the picks need when that is more.
    long wanted() {
      boolean low = onHand < Math.max(minimum, claimed);
      return low && coming == 0 ? Math.max(maximum, claimed) - onHand : 0;
    }
  }

  /// So much from there.
  record Bring(Spot from, long quantity) {}

  /// What expires first, and then what is the least, so that bins become empty.
  static List<Bring> bring(long wanted, List<Spot> reserve, LocalDate today) {
    List<Bring> all = new ArrayList<>();
    long open = wanted;
    for (Spot spot :
        reserve.stream()
            .filter(spot -> spot.hindrance(today).isEmpty() && !spot.place().pickFace())
            .sorted(
                Comparator.comparing((Spot spot) -> spot.expiry().orElse(LocalDate.MAX))
                    .thenComparingLong(Spot::free)
                    .thenComparing(spot -> spot.location().code())
                    .thenComparing(spot -> spot.key().lot())
                    .thenComparing(spot -> spot.key().handlingUnit()))
            .toList()) {
      long part = Math.min(open, spot.free());
      if (part > 0) {
        all.add(new Bring(spot, part));
        open -= part;
      }
    }
    return all;
  }
}
