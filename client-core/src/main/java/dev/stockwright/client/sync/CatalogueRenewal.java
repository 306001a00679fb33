package dev.stockwright.client.sync;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings products, places and open purchase orders down, page by page: all of it at first, every
/// quarter of an hour places, orders and the products that have changed, and all products once a
/// day; the orders alone when an event says that one changed. Has one thread.
final class CatalogueRenewal {
  static final Duration EVERY = Duration.ofMinutes(15);

  /// All products are read again, whatever was said of changes.
  static final Duration PRODUCTS_EVERY = Duration.ofDays(1);

  /// Events come in bursts; orders are read again at most this often.
  static final Duration ORDERS_APART = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueRenewal.class);

  /// Master data is edited in rows; it is read again at most this often.
  static final Duration MASTER_APART = Duration.ofSeconds(5);

  private final ServerLink link;
  private final Catalogue catalogue;
  private final WarehouseCode warehouse;
  private final Runnable renewed;
  private final Predicate<OpenOrder> certain;
  private final LongSupplier epoch;
  private final InstantSource clock;
  private final BackOff backOff;
  private volatile boolean ordersChanged = false;
  private volatile boolean masterChanged = false;
  private Instant wholeDue = Instant.EPOCH;
  private Instant notBefore = Instant.EPOCH;

  /// @param certain whether it is sure which own receipts are in an order that was just read
  /// @param renewed called after each renewal
  CatalogueRenewal(
      ServerLink link,
      Catalogue catalogue,
      WarehouseCode warehouse,
      Predicate<OpenOrder> certain,
      Runnable renewed,
      Chance chance) {
    this.link = link;
    this.catalogue = catalogue;
    this.warehouse = warehouse;
    this.certain = certain;
    this.renewed = renewed;
    this.epoch = chance.epoch();
    this.clock = chance.clock();
    this.backOff = new BackOff(chance.random());
  }

  /// Time and luck, given by whoever makes the links.
  ///
  /// @param epoch of the warehouse's stream, 0 while it is not known
  record Chance(InstantSource clock, RandomGenerator random, LongSupplier epoch) {}

  /// The orders are to be read again.
  void ordersChanged() {
    ordersChanged = true;
  }

  /// Products, codes or places are to be read again.
  void masterChanged() {
    masterChanged = true;
  }

  /// Renews what is due and says how long to wait; called before that, it does nothing.
  Duration step() {
    Instant now = clock.instant();
    boolean whole = masterChanged || !now.isBefore(wholeDue);
    Instant due = whole || ordersChanged ? notBefore : wholeDue;
    if (now.isBefore(due)) {
      return Duration.between(now, due);
    }
    ordersChanged = false;
    masterChanged = false;
    Optional<Reply.Trouble> trouble = renew(whole);
    Instant end = clock.instant();
    if (trouble.isEmpty()) {
      backOff.worked();
      wholeDue = whole ? end.plus(EVERY) : wholeDue;
      Duration apart = whole ? MASTER_APART : ORDERS_APART;
      notBefore = end.plus(apart);
      renewed.run();
      return ordersChanged || masterChanged ? apart : Duration.between(end, wholeDue);
    }
    ordersChanged = true;
    if (whole) {
      masterChanged = true;
    }
    Duration wait = wait(trouble.get());
    notBefore = trouble.get() instanceof Reply.SignInNeeded ? end : end.plus(wait);
    return wait;
  }

  /// Orders come last: where one is shown, what it wants can be scanned.
  private Optional<Reply.Trouble> renew(boolean whole) {
    long mark = catalogue.newMark();
    return (whole ? master(mark) : Optional.<Reply.Trouble>empty())
        .or(
            () ->
                all(
                    after -> link.purchaseOrders(warehouse, after),
                    page -> putOrders(mark, page),
                    () -> catalogue.endOrders(mark, warehouse)));
  }

  /// An order into which receipts of this device were just going is left as it is and read again.
  private void putOrders(long mark, List<OpenOrder> read) {
    Map<Boolean, List<OpenOrder>> sure = read.stream().collect(Collectors.partitioningBy(certain));
    List<OpenOrder> unsure = sure.getOrDefault(false, List.of());
    catalogue.putOrders(mark, warehouse, sure.getOrDefault(true, List.of()));
    catalogue.keepOrders(mark, warehouse, unsure.stream().map(OpenOrder::number).toList());
    if (!unsure.isEmpty()) {
      ordersChanged = true;
    }
  }

  private Duration wait(Reply.Trouble trouble) {
    LOG.debug("catalogue not renewed: {}", trouble);
    return switch (trouble) {
      case Reply.SignInNeeded signIn -> OutboxSender.IDLE; // signing in rings
      case Reply.Busy busy -> busy.retryAfter().plus(backOff.failed());
      case Reply.Unreachable unreachable -> backOff.failed();
      case Reply.Refused refused -> EVERY;
    };
  }

  private Optional<Reply.Trouble> master(long mark) {
    return products(mark)
        .or(
            () ->
                all(
                    after -> link.locations(warehouse, after),
                    page -> catalogue.putPlaces(mark, warehouse, page),
                    () -> catalogue.endPlaces(mark, warehouse)));
  }

  /// All of them at first, once a day and after a backup was put back; else what has changed.
  private Optional<Reply.Trouble> products(long mark) {
    Instant asked = clock.instant();
    long of = epoch.getAsLong();
    Optional<String> known = catalogue.productMark(of, asked.minus(PRODUCTS_EVERY));
    Optional<String> reached = Optional.empty();
    String after = "";
    do {
      switch (link.products(known, after)) {
        case Reply.Failed<ProductPart> failed -> {
          return Optional.of(failed.trouble());
        }
        case Reply.Ok<ProductPart>(ProductPart part) -> {
          catalogue.putProducts(mark, part.items());
          reached = reached.or(part::mark); // the first one's: what changed meanwhile comes again
          after = part.next().orElse("");
        }
      }
    } while (!after.isEmpty());
    Optional<Instant> whole = known.isEmpty() ? Optional.of(asked) : Optional.empty();
    if (known.isEmpty()) {
      catalogue.endProducts(mark);
    }
    long now = epoch.getAsLong(); // the stream may have come up meanwhile
    if (of == 0 || of == now) {
      reached.ifPresent(to -> catalogue.markProducts(now, to, whole));
    }
    return Optional.empty();
  }

  private static <T> Optional<Reply.Trouble> all(
      Function<String, Reply<Page<T>>> pages, Consumer<List<T>> put, Runnable end) {
    String after = "";
    while (true) {
      switch (pages.apply(after)) {
        case Reply.Failed<Page<T>> failed -> {
          return Optional.of(failed.trouble());
        }
        case Reply.Ok<Page<T>> ok -> {
          put.accept(ok.value().items());
          if (ok.value().next().isEmpty()) {
            end.run();
            return Optional.empty();
          }
          after = ok.value().next().get();
        }
      }
    }
  }
}
