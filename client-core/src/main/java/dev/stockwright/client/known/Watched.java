package dev.stockwright.client.known;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;

/// What somebody looks at, so that the screen has to follow it.
public sealed interface Watched {
  /// Whether it was this that moved.
  boolean moved(Event.StockMoved move);

  /// A product.
  ///
  /// @param lot only this lot of it, or this piece by its serial number
  record Goods(Sku sku, Optional<LotCode> lot) implements Watched {
    @Override
    public boolean moved(Event.StockMoved move) {
      return move.sku().equals(sku) && (lot.isEmpty() || lot.equals(move.lot()));
    }
  }

  /// A handling unit.
  record Unit(HandlingUnit unit) implements Watched {
    @Override
    public boolean moved(Event.StockMoved move) {
      return move.handlingUnit().filter(unit::equals).isPresent();
    }
  }

  /// A place. What has moved there before is not asked for.
  record At(LocationCode place) implements Watched {
    @Override
    public boolean moved(Event.StockMoved move) {
      return move.from().equals(place) || move.to().equals(place);
    }
  }
}
