package dev.stockwright.client.sync;

import dev.stockwright.protocol.Level;

/// One line of the server's stock list.
///
/// @param name of the product
public record StockLine(Level level, String name) {}
