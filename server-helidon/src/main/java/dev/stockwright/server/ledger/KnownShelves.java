package dev.stockwright.server.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is known of the products of a warehouse, by the product's number: numbers are given out one
/// after the other, so that pages of an array hold them closer together than a map.
final class KnownShelves {
  private static final int PAGE = 256;

  private @Nullable KnownShelf[] @Nullable [] pages = new KnownShelf[64][];
  private int size;

  @Nullable KnownShelf get(int productId) { // null: nothing is known
    int page = productId / PAGE;
    @Nullable KnownShelf @Nullable [] there = page < pages.length ? pages[page] : null;
    return there == null ? null : there[productId % PAGE];
  }

  void put(int productId, KnownShelf shelf) {
    int page = productId / PAGE;
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, page + page / 2);
    }
    @Nullable KnownShelf @Nullable [] there = pages[page];
    if (there == null) {
      there = new KnownShelf[PAGE];
      pages[page] = there;
    }
    if (there[productId % PAGE] == null) {
      size++;
    }
    there[productId % PAGE] = shelf;
  }

  int size() {
    return size;
  }

  /// Forgets every other page.
  void halve() {
    boolean drop = false;
    for (int page = 0; page < pages.length; page++) {
      @Nullable KnownShelf @Nullable [] there = pages[page];
      if (there != null) {
        if (drop) {
          for (KnownShelf each : there) {
            size -= each == null ? 0 : 1;
          }
          pages[page] = null;
        }
        drop = !drop;
      }
    }
  }
}
