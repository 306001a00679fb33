package dev.stockwright.desktop.stock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Where the rows of a long list come from, a page at a time. Both callbacks run on the JavaFX
/// thread, later or at once; exactly one of them, once.
public interface PageSource<T> {
  /// Loads one page.
  void load(Request<T> request, Consumer<Page<T>> loaded, Consumer<String> failed);

  /// Which page.
  ///
  /// @param offset number of its first row, from 0
  /// @param limit at most this many rows
  /// @param after the row just before it, where that is loaded: a source that pages by key goes on
  ///     from there and need not skip
  record Request<T>(StockQuery query, long offset, int limit, Optional<T> after) {}

  /// What came.
  ///
  /// @param total rows of the whole list; absent when nobody counted
  record Page<T>(List<T> rows, OptionalLong total) {}
}
