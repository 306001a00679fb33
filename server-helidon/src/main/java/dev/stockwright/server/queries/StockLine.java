package dev.stockwright.server.queries;

import dev.stockwright.protocol.Level;

/// A line of a stock list.
///
/// @param name of the product
/// @param minimum below this the product is low; 0 when none is set
public record StockLine(Level level, String name, long minimum) {}
