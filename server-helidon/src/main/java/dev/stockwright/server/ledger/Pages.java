package dev.stockwright.server.ledger;

import java.util.Arrays;

/// How often rows of each page of a table were changed since one of them was last found by an
/// index. PostgreSQL clears dead versions away in passing when an index leads it to a page, and
/// never when a row is found by its place; so now and then the way must be by the index.
final class Pages {
  /// A page of levels with a fill factor of 50 has room for some 25 new versions, one of piles
  /// more.
  private static final int MANY = 18;

  /// Pages this far apart are counted together.
  private static final int COUNTED = 1 << 20;

  private byte[] changes = new byte[1024];

  /// Whether the next way to this page should be by an index; who asks goes that way.
  boolean due(long place) {
    int page = page(place);
    boolean due = page < changes.length && changes[page] >= MANY;
    if (due) {
      changes[page] = 0;
    }
    return due;
  }

  void changed(long place) {
    int page = page(place);
    if (page >= changes.length) {
      changes = Arrays.copyOf(changes, page + page / 2);
    }
    if (changes[page] < MANY) {
      changes[page]++;
    }
  }

  private static int page(long place) {
    return (int) (RowPlace.block(place) % COUNTED);
  }
}
