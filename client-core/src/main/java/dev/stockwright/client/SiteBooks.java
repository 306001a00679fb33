package dev.stockwright.client;

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
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.replica.ShownLevel;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The books of one warehouse from this device's own store.
record SiteBooks(
    WarehouseCode warehouse,
    Catalogue catalogue,
    StockReplica levels,
    Balances balances,
    LastMoves moves,
    Work work,
    OwnReceipts receipts)
    implements Books {
  @Override
  public Optional<Instant> asOf() {
    return balances.asOf();
  }

  @Override
  public List<WaitingTask> tasks() {
    return work.tasks();
  }

  @Override
  public List<PickLine> picks() {
    return work.picks();
  }

  @Override
  public List<PutAwayTask> putAways() {
    return work.putAways();
  }

  @Override
  public List<CountSheet> counts() {
    return work.counts();
  }

  @Override
  public List<TransferSheet> transfers() {
    return work.transfers();
  }

  @Override
  public List<Notice> notices() {
    return work.notices();
  }

  @Override
  public List<OpenOrder> orders() {
    return catalogue.openOrders(warehouse).stream().map(receipts::brought).toList();
  }

  @Override
  public Optional<OpenOrder> order(Reference number) {
    return catalogue.order(warehouse, number).map(receipts::brought);
  }

  @Override
  public List<OpenOrder> ordersWith(Sku sku) {
    return catalogue.ordersWith(warehouse, sku).stream().map(receipts::brought).toList();
  }

  @Override
  public Optional<EarlierReceipt> received(Sku sku, SerialNumber piece) {
    return receipts.received(sku, piece);
  }

  @Override
  public Optional<EarlierReceipt> received(HandlingUnit unit) {
    return receipts.received(unit);
  }

  @Override
  public List<Reason> reasons(String use) {
    return work.reasons(use);
  }

  @Override
  public Optional<List<PastMove>> moved(Watched what) {
    return asOf().isPresent() ? moves.of(what) : Optional.empty();
  }

  @Override
  public List<Balance> of(Sku sku) {
    return balances.of(sku);
  }

  @Override
  public OptionalLong available(Sku sku) {
    ShownLevel shown = levels.level(sku);
    return asOf().isPresent() && shown.level().isPresent()
        ? OptionalLong.of(shown.available())
        : OptionalLong.empty();
  }

  @Override
  public List<Balance> in(LocationCode place) {
    return balances.in(place);
  }

  @Override
  public Optional<KnownUnit> unit(HandlingUnit unit) {
    return balances.unit(unit);
  }

  @Override
  public Optional<Place> place(LocationCode code) {
    return catalogue.place(warehouse, code);
  }

  @Override
  public List<Place> places(String kind) {
    return catalogue.places(warehouse, kind);
  }

  @Override
  public Optional<Product> product(Sku sku) {
    return catalogue.product(sku);
  }

  @Override
  public List<PackLevel> packs(Sku sku) {
    return catalogue.packs(sku);
  }
}
