package dev.stockwright.server.ledger;

import java.util.Arrays;

/// How often rows of each page of a table were changed since one of them was last found by an
/// index. PostgreSQL clears dead versions away in passing when an index leads it to a page, and
/// never when a row is found by its place; so now and then the way must be by the index.
final class Pages {
  /// A page of rows with a fill factor of 50 has room for some 25 new versions.
  private static final int MANY = 12;

  private byte[] changes = new byte[1024];

  /// Whether the next way to this page should be by an index; who asks goes that way.
  boolean due(long place) {
    int block = RowPlace.block(place);
    boolean due = block < changes.length && changes[block] >= MANY;
    if (due) {
      changes[block] = 0;
    }
    return due;
  }

  void changed(long place) {
    int block = RowPlace.block(place);
    if (block >= changes.length) {
      changes = Arrays.copyOf(changes, block + block / 2);
    }
    if (changes[block] < MANY) {
      changes[block]++;
    }
  }
}
