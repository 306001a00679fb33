package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.simulator.model.DatabaseClock;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The warehouses of a walk and what the people in them know: places, products, each other, what
/// lies where by the model, and whatever a screen shows.
final class Scene {
  static final List<String> SITES = List.of("W1", "W2", "SHOP");
  static final List<String> PLAIN = List.of("S-1", "S-2", "S-3", "S-4");

  /// With lot and expiry.
  static final String LOTTED = "L-1";

  /// By the piece.
  static final String SINGLE = "P-1";

  static final List<String> BINS = List.of("A-01", "A-02", "A-03", "A-04", "B-01", "B-02");
  static final LocationCode DOCK = new LocationCode("DOCK");
  static final LocationCode STAGE = new LocationCode("STAGE");
  static final LocationCode BENCH = new LocationCode("PACK-1");
  static final LocationCode CART = new LocationCode("CART-1");
  static final LocationCode CART_2 = new LocationCode("CART-2");

  /// Supervisor, worker, counter, receiver, admin, and the tills.
  static final List<String> PEOPLE = List.of("ana", "ben", "cleo", "dan", "eve", "till");

  final Dice dice;
  final Look look;
  final PlainStock stock;
  private final DatabaseClock clock;

  /// Places where something is locked or switched off, as `W1 A-01`.
  final Set<String> closed = new HashSet<>();

  /// Commands that moved goods, and which.
  final List<Done> done = new ArrayList<>();

  /// Receipts that were refused and that nobody has referred yet, oldest first.
  final List<Refused> refused = new ArrayList<>();

  private int names;

  /// @param piles what it added and took away
  /// @param plain it was no part of a document's work
  record Done(CommandId id, Map<Pile, Long> piles, boolean plain) {}

  record Refused(CommandId id, ReceiveGoods goods, Operator by) {}

  Scene(Dice dice, Look look, PlainStock stock, DatabaseClock clock) {
    this.dice = dice;
    this.look = look;
    this.stock = stock;
    this.clock = clock;
  }

  Instant now() {
    return clock.now();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  void wait(Duration time) {
    clock.advance(time);
  }

  WarehouseCode site() {
    return new WarehouseCode(dice.percent(60) ? "W1" : dice.one(SITES));
  }

  WarehouseCode other(WarehouseCode than) {
    return new WarehouseCode(
        dice.one(SITES.stream().filter(code -> !code.equals(than.code())).toList()));
  }

  Sku plain() {
    return new Sku(dice.one(PLAIN));
  }

  Sku anySku() {
    return dice.percent(70) ? plain() : new Sku(dice.percent(60) ? LOTTED : SINGLE);
  }

  LocationCode bin() {
    return new LocationCode(dice.one(BINS));
  }

  /// A place where goods may stand, except carts.
  LocationCode place() {
    return dice.percent(75) ? bin() : dice.percent(60) ? DOCK : STAGE;
  }

  Quantity units(long most) {
    return new Quantity(dice.from(1, Math.max(1, most)));
  }

  Reference fresh(String prefix) {
    return new Reference(prefix + "-" + ++names);
  }

  LotCode lot() {
    return new LotCode("LOT-" + dice.from(1, 3));
  }

  /// Of a lot, the same whenever it is asked.
  LocalDate expiry(LotCode lot) {
    return LocalDate.of(2040, 1, 1).plusDays(lot.code().hashCode() % 50);
  }

  boolean open(WarehouseCode site, LocationCode place) {
    return !closed.contains(site + " " + place);
  }

  /// Goods that are like that.
  Optional<Pile> goods(Predicate<Pile> wanted) {
    return dice.any(stock.like(wanted));
  }

  /// Goods in bins, at the dock or staged, that are in no package: carts, benches and packages are
  /// the picks'.
  Optional<Pile> standing(Predicate<Pile> wanted) {
    Set<String> packages =
        look.rows("SELECT code FROM package").stream()
            .map(row -> row.text(0))
            .collect(Collectors.toSet());
    return goods(pile -> stands(pile) && !packages.contains(pile.unit()) && wanted.test(pile));
  }

  static boolean stands(Pile pile) {
    return BINS.contains(pile.place())
        || pile.place().equals("DOCK")
        || pile.place().equals("STAGE");
  }

  /// Some of a pile; a piece is one.
  Quantity some(Pile pile) {
    return units(stock.at(pile));
  }

  long available(Pile pile) {
    return stock.available(pile.cell(), now());
  }

  static ReasonCode reason(String code) {
    return new ReasonCode(code);
  }

  static <T> Optional<T> no() {
    return Optional.empty();
  }
}
