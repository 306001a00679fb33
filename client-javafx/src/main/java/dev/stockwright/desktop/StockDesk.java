package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.client.replica.ShownLevel;
import dev.stockwright.client.replica.StockPage;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.desktop.look.Delay;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.desktop.stock.PageSource;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockActions;
import dev.stockwright.desktop.stock.StockQuery;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockViewModel;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The live stock at this desk. The list's pages come from the device's replica, which holds the
/// whole warehouse, so they come off line too; only the pages in sight are loaded. Changes of the
/// replica are gathered while the worker is busy and shown together.
final class StockDesk implements StockActions, PageSource<StockRow> {
  /// Products of which the last movement is remembered.
  private static final int REMEMBERED_MAX = 20_000;

  /// Movements of which the newest are shown.
  private static final int HEARD_MAX = 500;

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final Function<Scan, Identified> reader;
  private final StockViewModel model;
  private final Runnable bring;
  private final Gathered gathered = new Gathered();
  private volatile Optional<StockReplica> replica = Optional.empty();
  private volatile StockQuery query = new StockQuery("", StockQuery.Column.PRODUCT, false);
  // Of the worker's thread.
  private final Map<Sku, String> lastMovement = new LinkedHashMap<>();
  private final List<Event.StockMoved> heard = new ArrayList<>();

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

  StockDesk(
      ClientCore client,
      Worker worker,
      FxBridge bridge,
      Function<Scan, Identified> reader,
      Delay delay) {
    this.client = client;
    this.worker = worker;
    this.bridge = bridge;
    this.reader = reader;
    this.model = new StockViewModel(this, this, delay);
    this.bring = worker.once(this::bringChanges);
  }

  StockViewModel model() {
    return model;
  }

  /// The device works in this warehouse now. On the worker's thread.
  void entered(WarehouseDesk desk) {
    StockReplica stock = desk.stock();
    replica = Optional.of(stock);
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
          model.movements().clear();
          model.warehouse().set(stock.warehouse().code());
          model.start();
        });
    freshness();
  }

  /// How old the picture is may have changed. Any thread.
  void freshness() {
    replica.ifPresent(
        stock -> {
          var now = stock.freshness();
          Freshness wanted =
              now.live()
                  ? new Freshness.Live()
                  : now.asOf()
                      .<Freshness>map(Freshness.Stale::new)
                      .orElse(new Freshness.Failed("Not loaded yet. It comes by itself."));
          bridge.show("freshness", () -> show(wanted));
        });
  }

  private void show(Freshness wanted) {
    if (!model.freshness().get().equals(wanted)) {
      model.freshness().set(wanted);
    }
  }

  private void bringChanges() {
    Changes changes = gathered.take();
    for (Event.StockMoved moved : changes.moved()) {
      remember(moved);
      String product = name(moved.sku());
      bridge.post(() -> model.moved(MovementWords.ofAll(moved, product)));
    }
    freshness();
    replica.ifPresent(
        stock -> {
          if (changes.all()) {
            bridge.post(model::retry);
            return;
          }
          for (Sku sku : changes.skus()) {
            StockRow row = row(stock.level(sku));
            bridge.show(sku, () -> model.level(row));
          }
          int total = stock.page(asked(query, 0, 1)).total();
          bridge.show("new rows", () -> newRows(total));
        });
  }

  private void newRows(int total) {
    model.total().get().ifPresent(shown -> model.newRows().set((int) Math.max(0, total - shown)));
  }

  private void remember(Event.StockMoved moved) {
    lastMovement.remove(moved.sku());
    lastMovement.put(moved.sku(), MovementWords.brief(moved));
    if (lastMovement.size() > REMEMBERED_MAX) {
      lastMovement.remove(lastMovement.keySet().iterator().next());
    }
    heard.add(moved);
    if (heard.size() > HEARD_MAX) {
      heard.removeFirst();
    }
  }

  @Override
  public void load(
      Request<StockRow> request, Consumer<Page<StockRow>> loaded, Consumer<String> failed) {
    query = request.query();
    worker.run(
        () -> {
          if (replica.isEmpty()) {
            bridge.post(() -> failed.accept("Nobody has signed in yet."));
            return;
          }
          try {
            int offset = (int) Math.min(request.offset(), Integer.MAX_VALUE);
            StockPage page = replica.get().page(asked(request.query(), offset, request.limit()));
            List<StockRow> rows = page.rows().stream().map(this::row).toList();
            bridge.post(() -> loaded.accept(new Page<>(rows, OptionalLong.of(page.total()))));
          } catch (RuntimeException e) {
            bridge.post(() -> failed.accept("This desk's own copy could not be read."));
            throw e;
          }
        });
  }

  private static dev.stockwright.client.replica.StockQuery asked(
      StockQuery query, int offset, int limit) {
    return new dev.stockwright.client.replica.StockQuery(
        query.filter(), column(query.sort()), query.descending(), offset, limit);
  }

  private static dev.stockwright.client.replica.StockQuery.Sort column(StockQuery.Column column) {
    return switch (column) {
      case SKU -> dev.stockwright.client.replica.StockQuery.Sort.SKU;
      case PRODUCT -> dev.stockwright.client.replica.StockQuery.Sort.NAME;
      case ON_HAND -> dev.stockwright.client.replica.StockQuery.Sort.QUANTITY;
      case RESERVED -> dev.stockwright.client.replica.StockQuery.Sort.RESERVED;
      case BLOCKED -> dev.stockwright.client.replica.StockQuery.Sort.BLOCKED;
      case AVAILABLE -> dev.stockwright.client.replica.StockQuery.Sort.AVAILABLE;
      case LAST_MOVED -> dev.stockwright.client.replica.StockQuery.Sort.LAST_UPDATED;
    };
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
    worker.run(
        () -> {
          List<String> codes =
              client.catalogue().barcodes(sku).stream().map(StockDesk::code).toList();
          List<MovementLine> movements =
              heard.reversed().stream()
                  .filter(moved -> moved.sku().equals(sku))
                  .limit(StockViewModel.MOVEMENTS_MAX)
                  .map(MovementWords::ofOne)
                  .toList();
          ProductDetail detail = new ProductDetail(sku, codes, List.of(), movements);
          bridge.post(() -> model.showDetail(detail));
        });
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
