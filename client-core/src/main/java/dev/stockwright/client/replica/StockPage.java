package dev.stockwright.client.replica;

import java.util.List;

/// Some rows of the stock list.
///
/// @param total rows that the filter lets through
public record StockPage(List<ShownLevel> rows, int total) {}
