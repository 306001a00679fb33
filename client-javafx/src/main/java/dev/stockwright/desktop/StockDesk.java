package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.ShownLevel;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Stocks;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockActions;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScope;
import dev.stockwright.desktop.stock.StockViewModel;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The live stock at this desk: pages, what the stream says on top of them, and the drawer. Changes
/// of the replica are gathered while the worker is busy and shown together.
final class StockDesk implements StockActions {
  /// Where a product lies is asked for again so long after it moved.
  private static final Duration PLACES_PAUSE = Duration.ofSeconds(1);

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final Function<Scan, Identified> reader;
  private final Delay delay;
  private final InstantSource clock;
  private final StockPages pages;
  private final StockAges ages;
  private final StockViewModel model;
  private final StockHistory history;
  private final Runnable bring;
  private final Runnable recount;
  private final Wishes wishes;
  private final StockChanges gathered = new StockChanges();
  private final LastMovements last;
  private volatile Optional<Stocks> stocks = Optional.empty();
  private volatile Optional<StockRow.Key> opened = Optional.empty();
  // Of the worker's thread.
  private Optional<WarehouseDesk> desk = Optional.empty();
  private List<WarehouseCode> theirs = List.of();
  private final Set<StockReplica> listened = new HashSet<>();
  // Of the JavaFX thread.
  private boolean placesWanted;

  /// What it works with.
  ///
  /// @param worker reads the replica
  /// @param pages asks the server for pages, `questions` for all else
  record Parts(
      ClientCore client,
      Worker worker,
      Worker pages,
      Worker questions,
      FxBridge bridge,
      InstantSource clock,
      Speech speech,
      Wishes wishes) {}

  StockDesk(Parts parts, Function<Scan, Identified> reader, Delay delay) {
    this.client = parts.client();
    this.worker = parts.worker();
    this.bridge = parts.bridge();
    this.clock = parts.clock();
    this.wishes = parts.wishes();
    this.last = new LastMovements(parts.client()::wording);
    this.reader = reader;
    this.delay = delay;
    this.pages =
        new StockPages(
            new StockPages.Parts(client, worker, parts.pages(), bridge, clock), this::row);
    this.ages = new StockAges(pages, parts.clock(), client::wording);
    this.model = new StockViewModel(this, pages, delay, parts.speech());
    this.history = new StockHistory(client, parts.questions(), bridge, model);
    this.bring = worker.once(this::bringChanges);
    this.recount =
        parts
            .pages()
            .once(() -> pages.count(total -> bridge.show("new-rows", () -> newRows(total))));
  }

  StockViewModel model() {
    return model;
  }

  /// The device works in this warehouse now. On the worker's thread.
  void entered(WarehouseDesk here) {
    desk = Optional.of(here);
    stocks = Optional.empty();
    listened.clear();
  }

  /// Somebody works here now and sees the stock that they looked at last. On the worker's thread.
  void came(SignedIn person) {
    theirs = person.warehouses();
    desk.ifPresent(
        here -> {
          List<StockScope> choices = StockScope.choices(here.stock().warehouse(), theirs);
          bridge.post(() -> offer(choices));
          Optional<String> before = wishes.stock(person.operator().code());
          show(
              choices.stream()
                  .filter(each -> before.equals(Optional.of(each.text())))
                  .findFirst()
                  .orElse(choices.getFirst()));
        });
  }

  private void offer(List<StockScope> choices) {
    if (!model.scopes().equals(choices)) {
      model.scopes().setAll(choices);
    }
  }

  @Override
  public void look(StockScope scope) {
    worker.run(
        () -> {
          client
              .signedIn()
              .ifPresent(person -> wishes.stock(person.operator().code(), scope.text()));
          show(scope);
        });
  }

  /// Nothing is begun anew where it is shown already. On the worker's thread.
  private void show(StockScope scope) {
    if (desk.isEmpty()) {
      return;
    }
    Stocks wanted = desk.get().stocks(scope.one().map(List::of).orElse(theirs));
    if (stocks.equals(Optional.of(wanted))) {
      return;
    }
    stocks = Optional.of(wanted);
    opened = Optional.empty();
    pages.of(wanted);
    last.clear();
    gathered.take();
    wanted.all().stream().filter(listened::add).forEach(this::listen);
    String name = name(scope);
    bridge.post(() -> model.show(scope, name));
    history.begin(scope);
    freshness();
  }

  private String name(StockScope scope) {
    return scope
        .one()
        .map(WarehouseCode::code)
        .orElseGet(() -> client.wording().say(Text.of(StockPhrase.ALL_WAREHOUSES)));
  }

  private void listen(StockReplica stock) {
    stock.listen(
        change -> {
          if (stocks.filter(shown -> shown.all().contains(stock)).isPresent()) {
            gathered.add(stock.warehouse(), change);
            bring.run();
          }
        });
  }

  private StockScope scope(Stocks shown) {
    return shown.one().map(StockScope::of).orElse(StockScope.ALL);
  }

  /// Whether the server can be asked; when it comes back, what is shown is loaded anew. Any thread.
  void online(boolean now) {
    boolean before = pages.online();
    pages.online(now);
    if (now && !before && stocks.isPresent()) {
      reload();
    }
  }

  @Override
  public void reload() {
    pages.rested();
    pages.anew();
    bridge.post(model::refresh);
    stocks.ifPresent(shown -> history.begin(scope(shown)));
  }

  /// How old the picture is may have changed, and what failed may be tried again. Any thread.
  void freshness() {
    if (pages.mayRecover()) {
      pages.anew();
      bridge.post(model::refresh);
    }
    stocks.ifPresent(
        shown -> {
          Freshness wanted = ages.of(shown);
          bridge.show("freshness", () -> model.follow(wanted));
        });
  }

  private void bringChanges() {
    StockChanges.Changes changes = gathered.take();
    bringMovements(changes.moved());
    freshness();
    stocks.ifPresent(
        shown -> {
          if (changes.all()) {
            begunAnew(shown);
            return;
          }
          for (StockRow.Key product : pages.shown(changes.products(), opened)) {
            StockRow row = pages.row(shown, product);
            bridge.show(product, () -> model.level(row));
          }
          // Where nothing was before a product may have come into the list.
          if (changes.moved().stream().anyMatch(moved -> moved.before() == 0)) {
            recount.run();
          }
        });
  }

  /// The whole stock of a warehouse came anew: of one the list begins anew, of several it is loaded
  /// in place, as they come one after the other.
  private void begunAnew(Stocks shown) {
    if (shown.one().isPresent()) {
      pages.of(shown);
      bridge.post(model::retry);
    } else {
      pages.anew();
      bridge.post(model::refresh);
      recount.run();
    }
    history.begin(scope(shown));
    opened.ifPresent(history::open);
  }

  private void bringMovements(List<Event.StockMoved> moved) {
    if (moved.isEmpty()) {
      return;
    }
    List<MovementLine> all = new ArrayList<>();
    MovementWords words = new MovementWords(client.wording());
    Map<StockRow.Key, List<MovementLine>> byProduct = new HashMap<>();
    boolean several = stocks.filter(shown -> shown.one().isEmpty()).isPresent();
    for (Event.StockMoved one : moved) {
      last.remember(one);
      String where = several ? LastMovements.key(one).warehouse().code() : "";
      all.add(words.ofAll(one, name(one.sku()), where));
      byProduct
          .computeIfAbsent(LastMovements.key(one), _ -> new ArrayList<>())
          .add(words.ofOne(one));
    }
    bridge.post(
        () -> {
          model.moved(all, byProduct);
          chosen().filter(byProduct::containsKey).ifPresent(this::placesSoon);
        });
  }

  /// Goods of the open product moved: at many moves a second where it lies is asked for once.
  private void placesSoon(StockRow.Key product) {
    if (placesWanted) {
      return;
    }
    placesWanted = true;
    delay.after(
        PLACES_PAUSE,
        () -> {
          placesWanted = false;
          if (chosen().equals(Optional.of(product)) && pages.online()) {
            history.places(product);
          }
        });
  }

  private Optional<StockRow.Key> chosen() {
    return model.chosen().get().map(StockRow::key);
  }

  private void newRows(long total) {
    model.total().get().ifPresent(shown -> model.newRows().set((int) Math.max(0, total - shown)));
  }

  /// Another language is spoken.
  void spoken() {
    worker.run(
        () -> {
          last.sayAnew();
          stocks.ifPresent(
              shown -> {
                String name = name(scope(shown));
                bridge.post(() -> model.warehouse().set(name));
                reload();
              });
        });
  }

  private StockRow row(WarehouseCode where, ShownLevel shown) {
    Optional<Level> level = shown.level();
    return new StockRow(
        where,
        shown.sku(),
        shown.name(),
        shown.onHand(),
        level.map(Level::reserved).orElse(0L),
        level.map(Level::blocked).orElse(0L),
        shown.available(),
        level.map(Level::lastUpdated).orElse(Instant.EPOCH),
        last.of(new StockRow.Key(where, shown.sku())),
        level.map(Level::n).orElse(0L));
  }

  @Override
  public void open(StockRow.Key product) {
    opened = Optional.of(product);
    worker.run(
        () -> {
          List<String> codes =
              client.catalogue().barcodes(product.sku()).stream().map(StockDesk::code).toList();
          List<MovementLine> moved =
              last.heardOf(product).stream()
                  .map(new MovementWords(client.wording())::ofOne)
                  .toList();
          ProductDetail.Where where =
              pages.online() ? new ProductDetail.Where.Asking() : new ProductDetail.Where.Unknown();
          ProductDetail detail = new ProductDetail(product, codes, where);
          bridge.post(
              () -> {
                model.showDetail(detail);
                model.ofChosen(product, showing -> showing.happened(moved));
              });
          if (pages.online()) {
            history.open(product);
          }
        });
  }

  @Override
  public void showOlder() {
    history.showOlder(chosen());
  }

  private static String code(CodedProduct.Barcode barcode) {
    String pack = barcode.pack().name();
    long units = barcode.pack().units();
    return (units == 1 ? pack : pack + " × " + units) + "   " + barcode.code();
  }

  @Override
  public void scanned(Scan scan) {
    worker.run(
        () ->
            new ScannedProduct(client.catalogue())
                .of(reader.apply(scan))
                .flatMap(sku -> stocks.map(shown -> row(shown, sku)))
                .ifPresent(row -> bridge.post(() -> model.find(row))));
  }

  /// Of several warehouses the desk's own, or else the first.
  private StockRow row(Stocks shown, Sku sku) {
    StockReplica stock =
        desk.map(WarehouseDesk::stock)
            .filter(own -> shown.all().contains(own))
            .orElse(shown.all().getFirst());
    return row(stock.warehouse(), stock.level(sku));
  }

  private String name(Sku sku) {
    return client.catalogue().product(sku).map(Product::name).orElse(sku.code());
  }
}
