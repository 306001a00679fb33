package dev.stockwright.server.stock;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// The stock that a command is judged against: locked, and as the commands before it in the same
/// transaction have left it. Promises whose time has passed hold nothing any more.
public interface Stock {
  boolean knows(WarehouseCode warehouse);

  boolean knows(Sku sku);

  /// Both at once.
  default boolean knows(WarehouseCode warehouse, Sku sku) {
    return knows(warehouse) && knows(sku);
  }

  /// A real location of the warehouse; virtual ones are none.
  boolean knows(WarehouseCode warehouse, LocationCode location);

  /// What is closed in the warehouses that are locked.
  Gates gates();

  /// What documents hold of it.
  Documents documents();

  /// Where goods go when nobody says where.
  LocationCode receivingLocation(WarehouseCode warehouse);

  /// On hand minus reserved minus blocked.
  long available(WarehouseCode warehouse, Sku sku);

  /// What lies under this key; 0 when nothing does.
  long onHand(WarehouseCode warehouse, Sku sku, PileKey key);

  /// Everything of the product in real places, fullest pile first.
  List<Pile> piles(WarehouseCode warehouse, Sku sku);

  /// Is there such an open purchase order for this warehouse?
  boolean openOrder(Reference order, WarehouseCode warehouse);

  Optional<OrderLine> orderLine(Reference order, WarehouseCode warehouse, Sku sku);

  /// The newest reservation of an order.
  Optional<Promise> promise(Reference order);

  /// The movements of an earlier command, oldest first; empty when it moved nothing or is not
  /// known.
  List<RecordedMovement> movementsOf(CommandId command);
}
