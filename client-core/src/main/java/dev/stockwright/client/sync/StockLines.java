package dev.stockwright.client.sync;

import java.util.List;
import java.util.Optional;

/// A part of the server's stock list.
///
/// @param next the cursor of the part after it; absent on the last
/// @param total lines of the whole list
public record StockLines(List<StockLine> lines, Optional<String> next, long total) {
  public StockLines {
    lines = List.copyOf(lines);
  }
}
