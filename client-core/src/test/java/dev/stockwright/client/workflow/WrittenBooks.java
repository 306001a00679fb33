package dev.stockwright.client.workflow;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
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
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Books of a workflow's test: what was written into them, in that order. Nothing known at first.
public final class WrittenBooks implements Books {
  private final List<Object> written = new ArrayList<>();
  private boolean blind;

  /// @param known values of `client.known`, such as [Product], [PickLine], [Balance]
  public static WrittenBooks of(Object... known) {
    WrittenBooks books = new WrittenBooks();
    books.written.addAll(List.of(known));
    return books;
  }

  /// The same, when more is known.
  public WrittenBooks and(Object... more) {
    WrittenBooks books = of(written.toArray());
    books.written.addAll(List.of(more));
    return books;
  }

  /// Books that do not know or must not say what lies where.
  public static WrittenBooks blind(Object... known) {
    WrittenBooks books = of(known);
    books.blind = true;
    return books;
  }

  /// The same for somebody who must not know how much lies where.
  public WrittenBooks blinded() {
    return blind(written.toArray());
  }

  /// A piece that this device has received.
  public record Piece(Sku sku, SerialNumber serial, EarlierReceipt how) {}

  /// A whole handling unit that this device has received.
  public record Whole(HandlingUnit unit, EarlierReceipt how) {}

  @Override
  public Optional<EarlierReceipt> received(Sku sku, SerialNumber serial) {
    return all(Piece.class).stream()
        .filter(piece -> piece.sku().equals(sku) && piece.serial().equals(serial))
        .map(Piece::how)
        .findFirst();
  }

  @Override
  public Optional<EarlierReceipt> received(HandlingUnit unit) {
    return all(Whole.class).stream()
        .filter(whole -> whole.unit().equals(unit))
        .map(Whole::how)
        .findFirst();
  }

  private <T> List<T> all(Class<T> kind) {
    return written.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public Optional<Instant> asOf() {
    return blind ? Optional.empty() : Optional.of(Scenes.NOW);
  }

  @Override
  public List<WaitingTask> tasks() {
    return all(WaitingTask.class);
  }

  @Override
  public List<PickLine> picks() {
    return all(PickLine.class);
  }

  @Override
  public List<PutAwayTask> putAways() {
    return all(PutAwayTask.class);
  }

  @Override
  public List<CountSheet> counts() {
    return all(CountSheet.class);
  }

  @Override
  public List<TransferSheet> transfers() {
    return all(TransferSheet.class);
  }

  @Override
  public List<Notice> notices() {
    return all(Notice.class);
  }

  @Override
  public List<OpenOrder> orders() {
    return all(OpenOrder.class);
  }

  @Override
  public List<Reason> reasons(String use) {
    return all(Reason.class).stream().filter(reason -> reason.usedFor().contains(use)).toList();
  }

  @Override
  public List<Balance> of(Sku sku) {
    return balances().filter(balance -> balance.sku().equals(sku)).toList();
  }

  /// How much of a product may be given away.
  public record Free(Sku sku, long units) {}

  @Override
  public OptionalLong available(Sku sku) {
    return all(Free.class).stream()
        .filter(free -> !blind && free.sku().equals(sku))
        .mapToLong(Free::units)
        .findFirst();
  }

  /// What the server has told of something that is looked at.
  public record Told(Watched what, List<PastMove> moves) {}

  @Override
  public Optional<List<PastMove>> moved(Watched what) {
    return all(Told.class).stream()
        .filter(told -> !blind && told.what().equals(what))
        .map(Told::moves)
        .findFirst();
  }

  @Override
  public List<Balance> in(LocationCode place) {
    return balances().filter(balance -> balance.location().equals(place)).toList();
  }

  private Stream<Balance> balances() {
    return all(Balance.class).stream().filter(balance -> !blind);
  }

  @Override
  public Optional<KnownUnit> unit(HandlingUnit unit) {
    return all(KnownUnit.class).stream().filter(known -> known.code().equals(unit)).findFirst();
  }

  @Override
  public Optional<Place> place(LocationCode code) {
    return all(Place.class).stream().filter(place -> place.code().equals(code)).findFirst();
  }

  @Override
  public List<Place> places(String kind) {
    return all(Place.class).stream().filter(place -> place.kind().equals(kind)).toList();
  }

  @Override
  public Optional<Product> product(Sku sku) {
    return all(Product.class).stream().filter(product -> product.sku().equals(sku)).findFirst();
  }

  @Override
  public List<PackLevel> packs(Sku sku) {
    return Stream.concat(
            Stream.of(PackLevel.EACH),
            all(PackedProduct.class).stream()
                .filter(packed -> packed.product().sku().equals(sku))
                .map(PackedProduct::pack))
        .toList();
  }
}
