package dev.stockwright.client.replica;

import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The stock of one warehouse or of several as one picture. Each warehouse has its own numbers and
/// its own age.
///
/// @param all at least one; those of one store
public record Stocks(List<StockReplica> all) {
  public Stocks {
    all = List.copyOf(all);
  }

  /// A row of the list and where it is.
  public record Row(WarehouseCode warehouse, ShownLevel shown) {}

  /// Some rows of the list.
  ///
  /// @param total rows that the filter lets through
  public record Part(List<Row> rows, int total) {}

  /// The warehouse, where it is the only one.
  public Optional<WarehouseCode> one() {
    return all.size() == 1 ? Optional.of(all.getFirst().warehouse()) : Optional.empty();
  }

  /// Told of every change, with where it was. Must be quick and must not throw.
  public void listen(BiConsumer<WarehouseCode, ReplicaChange> listener) {
    all.forEach(each -> each.listen(change -> listener.accept(each.warehouse(), change)));
  }

  /// What this device knows of a warehouse; absent when it is none of these.
  public Optional<StockReplica> of(WarehouseCode warehouse) {
    return all.stream().filter(each -> each.warehouse().equals(warehouse)).findFirst();
  }

  /// The stock of one product in one of them as it is to be shown.
  public ShownLevel level(WarehouseCode warehouse, Sku sku) {
    return of(warehouse)
        .map(stock -> stock.level(sku))
        .orElseGet(() -> new ShownLevel(sku, sku.code(), Optional.empty(), 0));
  }

  /// A level that the server was asked for, as [StockReplica#laidOver] shows it.
  public ShownLevel laidOver(Level level, String name) {
    return of(level.warehouse())
        .map(stock -> stock.laidOver(level, name))
        .orElseGet(() -> new ShownLevel(level.sku(), name, Optional.of(level), 0));
  }

  /// Whether there is a copy of each of them here, so that a list of it leaves none out.
  public boolean known() {
    return all.stream().allMatch(each -> each.freshness().asOf().isPresent());
  }

  /// Some rows of the list of them all, from this device's copies.
  public Part page(StockQuery query) {
    if (all.size() == 1) {
      StockReplica only = all.getFirst();
      StockPage page = only.page(query);
      return new Part(
          page.rows().stream().map(shown -> new Row(only.warehouse(), shown)).toList(),
          page.total());
    }
    LevelRows.Listed listed =
        all.getFirst()
            .listed(all.stream().map(StockReplica::warehouse).collect(Collectors.toList()), query);
    return new Part(
        listed.rows().stream()
            .map(row -> new Row(row.level().warehouse(), laidOver(row.level(), row.name())))
            .toList(),
        listed.total());
  }
}
