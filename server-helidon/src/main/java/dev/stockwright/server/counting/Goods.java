package dev.stockwright.server.counting;

import java.util.Optional;

/// Which goods of a product in a bin are meant; what is absent may be anything, an empty text means
/// none.
record Goods(Optional<String> lot, Optional<String> unit, Optional<String> condition) {
  static final Goods ANY = new Goods(Optional.empty(), Optional.empty(), Optional.empty());

  boolean fit(String ofLot, String inUnit, String inCondition) {
    return lot.map(ofLot::equals).orElse(true)
        && unit.map(inUnit::equals).orElse(true)
        && condition.map(inCondition::equals).orElse(true);
  }
}
