package dev.stockwright.server.counting;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is to be counted, and why. What is given is added together.
///
/// @param number the count's own; a new one when absent
/// @param trigger `manual`, `class`, `schedule`, `low_stock`, `zero` or `exception`
/// @param fresh leave out bins that wait to be counted already
public record Scope(
    WarehouseCode warehouse,
    Optional<Reference> number,
    String trigger,
    List<LocationCode> bins,
    List<Sku> skus,
    Optional<String> zone,
    Optional<String> countClass,
    Optional<Operator> assignee,
    Optional<LocalDate> dueOn,
    boolean fresh) {
  public Scope {
    bins = List.copyOf(bins);
    skus = List.copyOf(skus);
  }

  /// Some bins, whatever is in them.
  public static Scope bins(WarehouseCode warehouse, String trigger, List<LocationCode> bins) {
    return new Scope(
        warehouse,
        Optional.empty(),
        trigger,
        bins,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /// Some products, wherever they lie.
  public static Scope products(WarehouseCode warehouse, String trigger, List<Sku> skus) {
    return new Scope(
        warehouse,
        Optional.empty(),
        trigger,
        List.of(),
        skus,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /// Are only some products counted?
  boolean productsOnly() {
    return !skus.isEmpty() || countClass.isPresent();
  }
}
