package dev.stockwright.desktop.stock;

import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose stock is shown.
///
/// @param one the warehouse; absent: all that the person may see
public record StockScope(Optional<WarehouseCode> one) {
  public static final StockScope ALL = new StockScope(Optional.empty());

  /// With more warehouses only the desk's own and all of them are offered: what has no room on the
  /// screen is found by the list itself.
  static final int SINGLE_MAX = 6;

  public static StockScope of(WarehouseCode warehouse) {
    return new StockScope(Optional.of(warehouse));
  }

  /// What somebody may choose from: the desk's own first, all of them last.
  public static List<StockScope> choices(WarehouseCode own, List<WarehouseCode> theirs) {
    List<StockScope> others =
        theirs.stream().filter(where -> !where.equals(own)).map(StockScope::of).toList();
    if (others.isEmpty()) {
      return List.of(of(own));
    }
    return Stream.of(
            Stream.of(of(own)),
            others.size() < SINGLE_MAX ? others.stream() : Stream.<StockScope>empty(),
            Stream.of(ALL))
        .flatMap(each -> each)
        .toList();
  }

  /// As it is kept.
  public String text() {
    return one.map(WarehouseCode::code).orElse("*");
  }
}
