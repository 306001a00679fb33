package dev.stockwright.client.workflow;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PastMove;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.known.Watched;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What this device knows of one warehouse at the moment of a step, with what it has done itself
/// laid over it. Asked by workflows and their cards; nothing here waits for a network.
public interface Books {
  /// Since when this is as it is; absent: balances are not known here, or must not be.
  Optional<Instant> asOf();

  /// What waits, most urgent first.
  List<WaitingTask> tasks();

  /// All picks in the order of the way.
  List<PickLine> picks();

  /// Goods that wait to be put away, most urgent first.
  List<PutAwayTask> putAways();

  /// Counts that go on, without what should be there.
  List<CountSheet> counts();

  /// Transfers from and to here that are under way.
  List<TransferSheet> transfers();

  /// Advance shipping notices that have not all come.
  List<Notice> notices();

  /// Purchase orders that are open here.
  List<OpenOrder> orders();

  /// One of them.
  default Optional<OpenOrder> order(Reference number) {
    return orders().stream().filter(order -> order.number().equals(number)).findFirst();
  }

  /// Those that want a product.
  default List<OpenOrder> ordersWith(Sku sku) {
    return orders().stream().filter(order -> order.line(sku).isPresent()).toList();
  }

  /// How that piece was received on this device before, if it was.
  Optional<EarlierReceipt> received(Sku sku, SerialNumber piece);

  /// How that handling unit was received on this device before, whole or goods onto it, if it
  /// was.
  Optional<EarlierReceipt> received(HandlingUnit unit);

  /// What may be given as the reason.
  ///
  /// @param use such as `adjust` or `short_pick`
  List<Reason> reasons(String use);

  /// Where a product lies.
  List<Balance> of(Sku sku);

  /// How much of a product may be given away: on hand, not blocked and promised to nobody. Empty:
  /// that is not known here, or must not be.
  OptionalLong available(Sku sku);

  /// What moved last of it here, newest first, as the server has recorded it. Empty: that is not
  /// known here, or must not be; the device asks for it while it is on line and somebody looks.
  Optional<List<PastMove>> moved(Watched what);

  /// What lies in a place.
  List<Balance> in(LocationCode place);

  /// A handling unit that goods are on.
  Optional<KnownUnit> unit(HandlingUnit unit);

  Optional<Place> place(LocationCode code);

  /// All places of a kind, such as `cart` or `packing`, in the order of the way.
  List<Place> places(String kind);

  Optional<Product> product(Sku sku);

  /// How a product is packed, the base unit first.
  List<PackLevel> packs(Sku sku);
}
