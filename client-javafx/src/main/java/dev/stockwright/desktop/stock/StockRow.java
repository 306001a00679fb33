package dev.stockwright.desktop.stock;

import dev.stockwright.vocabulary.Sku;
import java.time.Instant;

/// The stock of one product in the warehouse.
///
/// @param lastMovement what moved last, such as `received +12`; empty when nothing ever did
/// @param n the event that this is the state after; an older one never overwrites a newer one
public record StockRow(
    Sku sku,
    String product,
    long onHand,
    long reserved,
    long blocked,
    long available,
    Instant lastUpdated,
    String lastMovement,
    long n) {}
