package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.client.replica.ShownLevel;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockActions;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockViewModel;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The live stock at this desk: pages, what the stream says on top of them, and the drawer. Changes
/// of the replica are gathered while the worker is busy and shown together.
final class StockDesk implements StockActions {
  /// Products of which the last movement is remembered.
  private static final int REMEMBERED_MAX = 20_000;

  /// Movements of which the newest are shown.
  private static final int HEARD_MAX = 500;

  /// Where a product lies is asked for again so long after it moved.
  private static final Duration PLACES_PAUSE = Duration.ofSeconds(1);

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final Function<Scan, Identified> reader;
  private final Delay delay;
  private final InstantSource clock;
  private final StockPages pages;
  private final StockViewModel model;
  private final StockHistory history;
  private final Runnable bring;
  private final Runnable recount;
  private final Gathered gathered = new Gathered();
  private final Map<Sku, String> lastMovement = Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile Optional<StockReplica> replica = Optional.empty();
  private volatile Optional<Sku> opened = Optional.empty();
  // Of the worker's thread.
  private final List<Event.StockMoved> heard = new ArrayList<>();
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
      Speech speech) {}

  /// Changes that were told and not brought to the screen yet. Guarded by itself.
  private static final class Gathered {
    private boolean all;
    private final Set<Sku> skus = new HashSet<>();
    private final List<Event.StockMoved> moved = new ArrayList<>();

    synchronized void add(ReplicaChange change) {
      all |= change.all();
      skus.addAll(change.skus());
      for (Event event : change.events()) {
        if (event instanceof Event.StockMoved movement) {
          moved.add(movement);
        }
      }
      if (moved.size() > HEARD_MAX) {
        moved.subList(0, moved.size() - HEARD_MAX).clear();
      }
    }

    synchronized Changes take() {
      Changes changes = new Changes(all, Set.copyOf(skus), List.copyOf(moved));
      all = false;
      skus.clear();
      moved.clear();
      return changes;
    }
  }

  private record Changes(boolean all, Set<Sku> skus, List<Event.StockMoved> moved) {}

  StockDesk(Parts parts, Function<Scan, Identified> reader, Delay delay) {
    this.client = parts.client();
    this.worker = parts.worker();
    this.bridge = parts.bridge();
    this.clock = parts.clock();
    this.reader = reader;
    this.delay = delay;
    this.pages =
        new StockPages(
            new StockPages.Parts(client, worker, parts.pages(), bridge, clock), this::row);
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
  void entered(WarehouseDesk desk) {
    StockReplica stock = desk.stock();
    replica = Optional.of(stock);
    pages.of(stock);
    lastMovement.clear();
    heard.clear();
    gathered.take();
    stock.listen(
        change -> {
          if (replica.equals(Optional.of(stock))) {
            gathered.add(change);
            bring.run();
          }
        });
    bridge.post(
        () -> {
          model.history().clear();
          model.warehouse().set(stock.warehouse().code());
          model.start();
        });
    history.begin(stock.warehouse());
    freshness();
  }

  /// Whether the server can be asked; when it comes back, what is shown is loaded anew. Any thread.
  void online(boolean now) {
    boolean before = pages.online();
    pages.online(now);
    if (now && !before && replica.isPresent()) {
      reload();
    }
  }

  @Override
  public void reload() {
    pages.rested();
    pages.anew();
    bridge.post(model::refresh);
    replica.ifPresent(stock -> history.begin(stock.warehouse()));
  }

  /// How old the picture is may have changed, and what failed may be tried again. Any thread.
  void freshness() {
    if (pages.mayRecover()) {
      pages.anew();
      bridge.post(model::refresh);
    }
    replica.ifPresent(
        stock -> {
          Freshness wanted = freshness(stock.freshness());
          bridge.show("freshness", () -> model.follow(wanted));
        });
  }

  private Freshness freshness(dev.stockwright.client.replica.Freshness now) {
    Optional<Instant> loaded = pages.loadedFromServer();
    Optional<Instant> heardLast =
        now.asOf().filter(at -> loaded.filter(at::isBefore).isEmpty()).or(() -> loaded);
    if (heardLast.isEmpty()) {
      return new Freshness.Failed(client.wording().say(Text.of(StockPhrase.NOT_LOADED_YET)));
    }
    Instant since = heardLast.get();
    Instant present = clock.instant();
    Duration age =
        since.isAfter(present)
            ? Duration.ZERO
            : Duration.between(since, present).truncatedTo(ChronoUnit.MINUTES);
    if (pages.fellBack() && pages.online()) {
      return new Freshness.Copy(since.truncatedTo(ChronoUnit.MINUTES), age);
    }
    return now.live() ? new Freshness.Live() : new Freshness.Stale(since, age);
  }

  private void bringChanges() {
    Changes changes = gathered.take();
    bringMovements(changes.moved());
    freshness();
    replica.ifPresent(
        stock -> {
          if (changes.all()) {
            pages.of(stock);
            bridge.post(model::retry);
            history.begin(stock.warehouse());
            opened.ifPresent(history::open);
            return;
          }
          for (Sku sku : pages.shown(changes.skus(), opened)) {
            StockRow row = pages.row(stock, sku);
            bridge.show(sku, () -> model.level(row));
          }
          // Where nothing was before a product may have come into the list.
          if (changes.moved().stream().anyMatch(moved -> moved.before() == 0)) {
            recount.run();
          }
        });
  }

  private void bringMovements(List<Event.StockMoved> moved) {
    if (moved.isEmpty()) {
      return;
    }
    List<MovementLine> all = new ArrayList<>();
    MovementWords words = new MovementWords(client.wording());
    Map<Sku, List<MovementLine>> bySku = new HashMap<>();
    for (Event.StockMoved one : moved) {
      remember(one);
      all.add(words.ofAll(one, name(one.sku())));
      bySku.computeIfAbsent(one.sku(), _ -> new ArrayList<>()).add(words.ofOne(one));
    }
    bridge.post(
        () -> {
          model.moved(all, bySku);
          chosen().filter(bySku::containsKey).ifPresent(this::placesSoon);
        });
  }

  /// Goods of the open product moved: at many moves a second where it lies is asked for once.
  private void placesSoon(Sku sku) {
    if (placesWanted) {
      return;
    }
    placesWanted = true;
    delay.after(
        PLACES_PAUSE,
        () -> {
          placesWanted = false;
          if (chosen().equals(Optional.of(sku)) && pages.online()) {
            history.places(sku);
          }
        });
  }

  private Optional<Sku> chosen() {
    return model.chosen().get().map(StockRow::sku);
  }

  private void newRows(long total) {
    model.total().get().ifPresent(shown -> model.newRows().set((int) Math.max(0, total - shown)));
  }

  /// Another language is spoken.
  void spoken() {
    worker.run(
        () -> {
          lastMovement.clear();
          List.copyOf(heard).forEach(this::name);
          replica.ifPresent(_ -> reload());
        });
  }

  private void name(Event.StockMoved moved) {
    lastMovement.remove(moved.sku());
    lastMovement.put(moved.sku(), new MovementWords(client.wording()).brief(moved));
  }

  private void remember(Event.StockMoved moved) {
    name(moved);
    if (lastMovement.size() > REMEMBERED_MAX) {
      lastMovement.keySet().stream().findFirst().ifPresent(lastMovement::remove);
    }
    heard.add(moved);
    if (heard.size() > HEARD_MAX) {
      heard.removeFirst();
    }
  }

  private StockRow row(ShownLevel shown) {
    Optional<Level> level = shown.level();
    return new StockRow(
        shown.sku(),
        shown.name(),
        shown.onHand(),
        level.map(Level::reserved).orElse(0L),
        level.map(Level::blocked).orElse(0L),
        shown.available(),
        level.map(Level::lastUpdated).orElse(Instant.EPOCH),
        lastMovement.getOrDefault(shown.sku(), ""),
        level.map(Level::n).orElse(0L));
  }

  @Override
  public void open(Sku sku) {
    opened = Optional.of(sku);
    worker.run(
        () -> {
          List<String> codes =
              client.catalogue().barcodes(sku).stream().map(StockDesk::code).toList();
          List<MovementLine> moved =
              heard.reversed().stream()
                  .filter(each -> each.sku().equals(sku))
                  .map(new MovementWords(client.wording())::ofOne)
                  .toList();
          ProductDetail.Where where =
              pages.online() ? new ProductDetail.Where.Asking() : new ProductDetail.Where.Unknown();
          ProductDetail detail = new ProductDetail(sku, codes, where);
          bridge.post(
              () -> {
                model.showDetail(detail);
                model.ofChosen(sku, showing -> showing.happened(moved));
              });
          if (pages.online()) {
            history.open(sku);
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
            product(reader.apply(scan))
                .flatMap(sku -> replica.map(stock -> row(stock.level(sku))))
                .ifPresent(row -> bridge.post(() -> model.find(row))));
  }

  private Optional<Sku> product(Identified identified) {
    return switch (identified) {
      case Identified.TradeItem item -> byBarcode(item.gtin().digits());
      case Identified.LogisticUnit unit ->
          unit.content().flatMap(content -> byBarcode(content.gtin().digits()));
      case Identified.Contained contained -> byBarcode(contained.content().gtin().digits());
      case Identified.PlainCode(String text) -> bySku(text).or(() -> byBarcode(text));
      case Identified.Unreadable _ -> Optional.empty();
    };
  }

  private Optional<Sku> bySku(String text) {
    try {
      return client.catalogue().product(new Sku(text)).map(Product::sku);
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private Optional<Sku> byBarcode(String code) {
    return client.catalogue().byBarcode(code).stream()
        .map(PackedProduct::product)
        .map(Product::sku)
        .findFirst();
  }

  private String name(Sku sku) {
    return client.catalogue().product(sku).map(Product::name).orElse(sku.code());
  }
}
