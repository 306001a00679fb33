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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Books that stand still during one step: whatever was asked once is answered the same way again,
/// so that a step cannot see a task at its beginning and miss it at its end, and the store is read
/// once. Not safe for threads; made anew for each step.
public final class StillBooks implements Books {
  private final Books books;
  private final Map<Object, Object> answers = new HashMap<>();

  public StillBooks(Books books) {
    this.books = books;
  }

  private record Asked(String what, Object of) {}

  @SuppressWarnings("unchecked") // each question is asked with one type of answer
  private <T> T once(String what, Object of, Supplier<T> asking) {
    return (T) answers.computeIfAbsent(new Asked(what, of), question -> asking.get());
  }

  @Override
  public Optional<Instant> asOf() {
    return once("as_of", "", books::asOf);
  }

  @Override
  public List<WaitingTask> tasks() {
    return once("tasks", "", books::tasks);
  }

  @Override
  public List<PickLine> picks() {
    return once("picks", "", books::picks);
  }

  @Override
  public List<PutAwayTask> putAways() {
    return once("put_aways", "", books::putAways);
  }

  @Override
  public List<CountSheet> counts() {
    return once("counts", "", books::counts);
  }

  @Override
  public List<TransferSheet> transfers() {
    return once("transfers", "", books::transfers);
  }

  @Override
  public List<Notice> notices() {
    return once("notices", "", books::notices);
  }

  @Override
  public List<OpenOrder> orders() {
    return once("orders", "", books::orders);
  }

  @Override
  public Optional<OpenOrder> order(Reference number) {
    return once("order", number, () -> books.order(number));
  }

  @Override
  public List<OpenOrder> ordersWith(Sku sku) {
    return once("orders_with", sku, () -> books.ordersWith(sku));
  }

  @Override
  public Optional<EarlierReceipt> received(Sku sku, SerialNumber piece) {
    return once("piece", List.of(sku, piece), () -> books.received(sku, piece));
  }

  @Override
  public Optional<EarlierReceipt> received(HandlingUnit unit) {
    return once("received", unit, () -> books.received(unit));
  }

  @Override
  public List<Reason> reasons(String use) {
    return once("reasons", use, () -> books.reasons(use));
  }

  @Override
  public List<Balance> of(Sku sku) {
    return once("of", sku, () -> books.of(sku));
  }

  @Override
  public OptionalLong available(Sku sku) {
    return once("available", sku, () -> books.available(sku));
  }

  @Override
  public Optional<List<PastMove>> moved(Watched what) {
    return once("moved", what, () -> books.moved(what));
  }

  @Override
  public List<Balance> in(LocationCode place) {
    return once("in", place, () -> books.in(place));
  }

  @Override
  public Optional<KnownUnit> unit(HandlingUnit unit) {
    return once("unit", unit, () -> books.unit(unit));
  }

  @Override
  public Optional<Place> place(LocationCode code) {
    return once("place", code, () -> books.place(code));
  }

  @Override
  public List<Place> places(String kind) {
    return once("places", kind, () -> books.places(kind));
  }

  @Override
  public Optional<Product> product(Sku sku) {
    return once("product", sku, () -> books.product(sku));
  }

  @Override
  public List<PackLevel> packs(Sku sku) {
    return once("packs", sku, () -> books.packs(sku));
  }
}
