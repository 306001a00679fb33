package dev.stockwright.server.ledger;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.catalogue.Place;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What a transaction must read and lock before the rules can judge its commands.
public final class Needs {
  final Set<WarehouseCode> warehouses = new LinkedHashSet<>();
  final Set<Place> places = new LinkedHashSet<>();
  final Map<ShelfKey, Wanted> shelves = new LinkedHashMap<>();

  final Set<Reference> purchaseOrders = new LinkedHashSet<>();
  final Set<Reference> promises = new LinkedHashSet<>();

  /// Those of which no command says where.
  final Set<Reference> anywhere = new LinkedHashSet<>();

  final Set<CommandId> undone = new LinkedHashSet<>();
  final List<Consumer<Sheaf>> alongside = new ArrayList<>();

  /// Shelves of which something is taken that must not belong to a document.
  final Set<ShelfKey> unheld = new LinkedHashSet<>();

  /// Promises that must be no document's.
  final Set<Reference> bare = new LinkedHashSet<>();

  /// Handling units and purchase orders that come past their documents.
  final Set<HandlingUnit> units = new LinkedHashSet<>();

  final Set<Reference> received = new LinkedHashSet<>();

  /// Adds what one command needs.
  public void add(StockCommand command) {
    switch (command) {
      case ReceiveGoods c -> {
        shelf(c.warehouse(), c.sku(), c.serial().isPresent(), false);
        place(c.warehouse(), c.location());
        c.purchaseOrder().ifPresent(purchaseOrders::add);
        c.purchaseOrder().ifPresent(received::add);
        c.handlingUnit().ifPresent(units::add);
      }
      case MoveStock c -> {
        shelf(c.warehouse(), c.sku(), true, false);
        unheld.add(new ShelfKey(c.warehouse(), c.sku()));
        place(c.warehouse(), Optional.of(c.from()));
        place(c.warehouse(), Optional.of(c.to()));
      }
      case AdjustStock c -> {
        shelf(c.warehouse(), c.sku(), c.quantityChange() < 0, c.quantityChange() < 0);
        place(c.warehouse(), c.location());
        if (c.quantityChange() < 0) {
          unheld.add(new ShelfKey(c.warehouse(), c.sku()));
        }
      }
      case TransferStock c -> {
        shelf(c.fromWarehouse(), c.sku(), true, true);
        unheld.add(new ShelfKey(c.fromWarehouse(), c.sku()));
        shelf(c.toWarehouse(), c.sku(), false, false);
        place(c.fromWarehouse(), c.fromLocation());
        place(c.toWarehouse(), c.toLocation());
      }
      case PlaceReservation c -> {
        bare(c.order());
        for (PlaceReservation.Line line : c.lines()) {
          shelf(line.warehouse(), line.sku(), false, true);
        }
      }
      case ConfirmReservation c -> elsewhere(c.order());
      case ReleaseReservation c -> elsewhere(c.order());
      case UndoCommand c -> undone.add(c.undone());
    }
  }

  private void bare(Reference order) {
    promises.add(order);
    bare.add(order);
  }

  private void elsewhere(Reference order) {
    bare(order);
    anywhere.add(order);
  }

  /// A warehouse must be locked, whatever else of it is needed.
  public void warehouse(WarehouseCode warehouse) {
    warehouses.add(warehouse);
  }

  /// The newest promise to this order matters, and the stock of its lines.
  public void promise(Reference order) {
    promises.add(order);
  }

  /// Something of the product is taken, so that promises which have lapsed must not stand in the
  /// way.
  public void taken(WarehouseCode warehouse, Sku sku) {
    shelf(warehouse, sku, true, true);
  }

  /// The product is promised: the same, but where it lies does not matter.
  public void promised(WarehouseCode warehouse, Sku sku) {
    shelf(warehouse, sku, false, true);
  }

  /// Statements that read what stands under the locks as well, in the same round trip as these.
  public void alongside(Consumer<Sheaf> reads) {
    alongside.add(reads);
  }

  /// The warehouses that are known to be needed.
  public Set<WarehouseCode> warehouses() {
    Set<WarehouseCode> all = new LinkedHashSet<>(warehouses);
    shelves.keySet().forEach(key -> all.add(key.warehouse()));
    return all;
  }

  /// What is wanted of a shelf.
  static final class Wanted {
    /// Its piles matter, because something is taken from them or looked for in them.
    boolean piles;

    /// Promises that have lapsed must not stand in the way on it.
    boolean taken;

    /// The numbers of its warehouse and product; 0 while they are not known.
    int warehouseId;

    int productId;

    boolean known() {
      return productId > 0;
    }
  }

  void shelf(WarehouseCode warehouse, Sku sku, boolean withPiles, boolean takes) {
    Wanted wanted = shelves.computeIfAbsent(new ShelfKey(warehouse, sku), any -> new Wanted());
    wanted.piles |= withPiles;
    wanted.taken |= takes;
  }

  void place(WarehouseCode warehouse, Optional<LocationCode> location) {
    location.ifPresent(code -> places.add(new Place(warehouse, code)));
  }
}
