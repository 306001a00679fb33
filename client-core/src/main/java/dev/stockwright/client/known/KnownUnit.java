package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import java.util.List;
import java.util.Optional;

/// A handling unit as the books have it.
///
/// @param at where it stands; absent: nobody has seen it here yet
public record KnownUnit(HandlingUnit code, Optional<LocationCode> at, List<Content> contents) {
  public KnownUnit {
    contents = List.copyOf(contents);
  }

  /// Goods in it, in base units.
  public record Content(Product product, long units, Optional<LotCode> lot, Condition condition) {}
}
