package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.sync.Bin;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.stock.History;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.desktop.stock.ProductDetail;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScope;
import dev.stockwright.desktop.stock.StockViewModel;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the drawer of the stock screen knows from the server alone: movements of before, a page at
/// a time, and in which locations a product lies. Its state belongs to the asking thread.
final class StockHistory {
  private final ClientCore client;
  private final Worker asking;
  private final FxBridge bridge;
  private final StockViewModel model;
  private Optional<StockScope> scope = Optional.empty();
  private Optional<String> older = Optional.empty();
  private Optional<StockRow.Key> product = Optional.empty();
  private Optional<String> olderOfProduct = Optional.empty();

  StockHistory(ClientCore client, Worker asking, FxBridge bridge, StockViewModel model) {
    this.client = client;
    this.asking = asking;
    this.bridge = bridge;
    this.model = model;
  }

  /// The newest movements of a warehouse, or of all. Any thread.
  void begin(StockScope where) {
    asking.run(
        () -> {
          scope = Optional.of(where);
          bridge.post(() -> model.history().asking());
          older =
              ask(
                  where.one(),
                  Optional.empty(),
                  Optional.empty(),
                  showing -> showing.accept(model.history()),
                  History::newest);
        });
  }

  /// The newest movements of a product, and where it lies. Any thread.
  void open(StockRow.Key opened) {
    asking.run(
        () -> {
          product = Optional.of(opened);
          bridge.post(() -> model.ofChosen(opened, History::asking));
          findPlaces(opened);
          olderOfProduct =
              ask(
                  Optional.of(opened.warehouse()),
                  Optional.of(opened.sku()),
                  Optional.empty(),
                  showing -> model.ofChosen(opened, showing),
                  History::newest);
        });
  }

  /// Where the product lies now. Any thread.
  void places(StockRow.Key of) {
    asking.run(() -> findPlaces(of));
  }

  /// The movements before. Any thread.
  ///
  /// @param of the product that is open, or else of all
  void showOlder(Optional<StockRow.Key> of) {
    asking.run(
        () -> {
          Optional<String> after = of.isEmpty() ? older : olderOfProduct;
          if (scope.isEmpty() || after.isEmpty() || (of.isPresent() && !of.equals(product))) {
            return;
          }
          Consumer<Consumer<History>> target =
              of.<Consumer<Consumer<History>>>map(one -> show -> model.ofChosen(one, show))
                  .orElse(show -> show.accept(model.history()));
          bridge.post(() -> target.accept(History::asking));
          Optional<WarehouseCode> where =
              of.map(StockRow.Key::warehouse).or(() -> scope.flatMap(StockScope::one));
          Optional<String> next =
              ask(where, of.map(StockRow.Key::sku), after, target, History::older);
          if (of.isEmpty()) {
            older = next;
          } else {
            olderOfProduct = next;
          }
        });
  }

  /// How a page is taken into a history.
  private interface Taking {
    void take(History history, List<MovementLine> page, boolean more);
  }

  /// Returns where the history goes on; after a failure where it did before.
  private Optional<String> ask(
      Optional<WarehouseCode> where,
      Optional<Sku> sku,
      Optional<String> after,
      Consumer<Consumer<History>> target,
      Taking taking) {
    Reply<Page<Event.StockMoved>> reply =
        client.queries().movements(where, sku, StockViewModel.MOVEMENTS_PAGE, after);
    return switch (reply) {
      case Reply.Ok<Page<Event.StockMoved>>(Page<Event.StockMoved> page) -> {
        MovementWords words = new MovementWords(client.wording());
        List<MovementLine> lines =
            page.items().stream()
                .map(
                    moved ->
                        sku.isPresent()
                            ? words.ofOne(moved)
                            : words.ofAll(
                                moved,
                                name(moved.sku()),
                                where.isPresent() ? "" : moved.level().warehouse().code()))
                .toList();
        bridge.post(
            () -> target.accept(history -> taking.take(history, lines, page.next().isPresent())));
        yield page.next();
      }
      case Reply.Failed<Page<Event.StockMoved>> _ -> {
        bridge.post(() -> target.accept(History::unanswered));
        yield after;
      }
    };
  }

  private void findPlaces(StockRow.Key of) {
    ProductDetail.Where found =
        switch (client.queries().bins(of.sku(), of.warehouse())) {
          case Reply.Ok<List<Bin>>(List<Bin> bins) ->
              new ProductDetail.Where.Known(bins.stream().map(this::place).toList());
          case Reply.Failed<List<Bin>> _ -> new ProductDetail.Where.Unknown();
        };
    bridge.post(() -> model.showPlaces(of, found));
  }

  private ProductDetail.Place place(Bin bin) {
    String note =
        Stream.of(
                bin.lot().isEmpty()
                    ? ""
                    : client.wording().say(Text.of(StockPhrase.LOT, bin.lot())),
                bin.handlingUnit(),
                bin.condition().equals(Condition.AVAILABLE.code()) ? "" : bin.condition())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return new ProductDetail.Place(bin.location().code(), note, bin.quantity());
  }

  private String name(Sku sku) {
    return client.catalogue().product(sku).map(Product::name).orElse(sku.code());
  }
}
