package dev.stockwright.server.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is remembered holds only where the counter stands where it was left.
class KnownStockTest {
  private static final WarehouseCode W1 = new WarehouseCode("W1");
  private static final byte[] START = new byte[32];
  private static final byte[] OTHER = {1, 2, 3};

  private final KnownStock known = new KnownStock(1_000);

  /// A counter at `n`, with the hash that `hash` gives.
  private static Counter counter(long epoch, long n, byte[] hash) {
    return new Counter(W1, 1, epoch, n, Instant.EPOCH, hash, 0, 1);
  }

  /// A transaction that leaves `onHand` of a product at `place`, and the counter one further.
  private byte[] leave(Counter counter, int product, long onHand, long place) {
    LockedStock stock = new LockedStock(new Catalogue(), known, Instant.EPOCH, ShelfSource.NOTHING);
    stock.counters.put(W1, counter);
    Shelf shelf = shelf(product);
    shelf.stand(new long[Shelf.NUMBERS], Limits.NONE, place);
    shelf.onHand = onHand;
    shelf.changed = true;
    stock.shelves.put(shelf.key, shelf);
    counter.last++;
    byte[] hash = counter.chain.with(counter.last).next();
    known.learn(stock);
    return hash;
  }

  private static Shelf shelf(int product) {
    return new Shelf(new ShelfKey(W1, new Sku("S-" + product)), 1, product, new long[6]);
  }

  private Shelf recalled(Counter counter, int product) {
    Shelf shelf = shelf(product);
    known.recall(List.of(counter), List.of(shelf));
    return shelf;
  }

  @Test
  void whatWasLeftIsKnownAgain() {
    byte[] hash = leave(counter(1, 10, START), 7, 42, RowPlace.of("(3,4)"));
    Shelf shelf = recalled(counter(1, 11, hash), 7);
    assertTrue(shelf.levelRecalled);
    assertEquals(42, shelf.onHand);
    assertEquals("(3,4)", RowPlace.text(shelf.place));
    assertFalse(recalled(counter(1, 11, hash), 8).levelRecalled);
  }

  @Test
  void aCounterThatStandsElsewhereMakesItWorthless() {
    byte[] hash = leave(counter(1, 10, START), 7, 42, RowPlace.of("(3,4)"));
    assertFalse(recalled(counter(1, 12, hash), 7).levelRecalled, "somebody else wrote");
    assertFalse(recalled(counter(2, 11, hash), 7).levelRecalled, "a backup was restored");
    assertFalse(recalled(counter(1, 11, OTHER), 7).levelRecalled, "another history");
    assertFalse(recalled(counter(1, 10, START), 7).levelRecalled, "a commit was lost");
    assertTrue(recalled(counter(1, 11, hash), 7).levelRecalled);
  }

  @Test
  void afterSomebodyElseItLearnsAnew() {
    byte[] hash = leave(counter(1, 10, START), 7, 42, RowPlace.of("(3,4)"));
    byte[] later = leave(counter(1, 20, OTHER), 8, 5, RowPlace.of("(3,5)"));
    assertFalse(recalled(counter(1, 21, later), 7).levelRecalled);
    assertFalse(recalled(counter(1, 11, hash), 7).levelRecalled);
    assertEquals(5, recalled(counter(1, 21, later), 8).onHand);
  }

  @Test
  void aCommitThatIsToldLateDoesNotBringTheOldBack() {
    Counter early = counter(1, 10, START);
    byte[] later = leave(counter(1, 11, OTHER), 7, 43, RowPlace.of("(3,5)"));
    leave(early, 7, 42, RowPlace.of("(3,4)"));
    assertEquals(43, recalled(counter(1, 12, later), 7).onHand);
  }

  @Test
  void itForgetsHalfWhenItIsFullAndIsRightAboutTheRest() {
    byte[] hash = START;
    for (int product = 1; product <= 5_000; product++) {
      hash = leave(counter(1, product, hash), product, product, RowPlace.of("(0,1)"));
    }
    int found = 0;
    for (int product = 1; product <= 5_000; product++) {
      Shelf shelf = recalled(counter(1, 5_001, hash), product);
      if (shelf.levelRecalled) {
        found++;
        assertEquals(product, shelf.onHand);
      }
    }
    assertTrue(found > 200 && found <= 1_001, found + " of 1000 are known");
  }

  @Test
  void pagesAreFoundByIndexAfterManyChanges() {
    Pages pages = new Pages();
    long place = RowPlace.of("(5000,3)");
    for (int i = 0; i < 18; i++) {
      assertFalse(pages.due(place), "change " + i);
      pages.changed(place);
    }
    assertTrue(pages.due(RowPlace.of("(5000,60)")));
    assertFalse(pages.due(place));
  }

  @Test
  void placesAreReadAndWrittenAsPostgresDoes() {
    for (String text : List.of("(0,1)", "(17,4)", "(4294967294,65535)")) {
      assertEquals(text, RowPlace.text(RowPlace.of(text)));
    }
    assertArrayEquals(new long[Shelf.NUMBERS], shelf(1).numbers());
  }
}
