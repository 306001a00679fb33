package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.known.PastMove;
import dev.stockwright.client.known.Watched;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastMovesTest {
  private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");
  private static final Sku BOLT = new Sku("BOLT");
  private static final Watched BOLTS = new Watched.Goods(BOLT, Optional.empty());
  private static final Watched LOT = new Watched.Goods(BOLT, Optional.of(new LotCode("L1")));
  private static final Watched PALLET = new Watched.Unit(new HandlingUnit("LP-1"));
  private static final Watched BIN = new Watched.At(new LocationCode("A-01"));

  private final LastMoves moves = new LastMoves();
  private int rung;

  @BeforeEach
  void listen() {
    moves.onWanted(() -> rung++);
  }

  private static Event.StockMoved move(long n, String sku, String lot, String unit, String to) {
    return new Event.StockMoved(
        n,
        THEN,
        CommandId.timeOrdered(n, n, n),
        new Sku(sku),
        new LocationCode("DOCK"),
        new LocationCode(to),
        1,
        lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)),
        unit.isEmpty() ? Optional.empty() : Optional.of(new HandlingUnit(unit)),
        Condition.AVAILABLE,
        new ReasonCode("move"),
        Optional.empty(),
        new Operator("ana"),
        new DeviceId("D-1"),
        Optional.empty(),
        Optional.empty(),
        0,
        1,
        0,
        new Level(new Sku(sku), new WarehouseCode("NORTH"), 1, 0, 0, 1, THEN, n));
  }

  private static Event.StockMoved bolt(long n) {
    return move(n, "BOLT", "", "", "B-01");
  }

  private void streamed(Event.StockMoved... events) {
    Set<Sku> skus = Set.copyOf(List.of(events).stream().map(Event.StockMoved::sku).toList());
    moves.changed(new ReplicaChange(false, skus, List.of(events)));
  }

  private void told(Watched what, List<Event.StockMoved> said) {
    moves.told(what, said, moves.jumps());
  }

  private List<Long> shown(Watched what) {
    return moves.of(what).orElseThrow().stream().map(PastMove::n).toList();
  }

  @Test
  void whatIsLookedAtIsAskedForOnce() {
    assertEquals(Optional.empty(), moves.wanted());
    moves.watch(Optional.of(BOLTS));
    assertEquals(Optional.of(BOLTS), moves.wanted());
    assertEquals(1, rung);
    assertEquals(Optional.empty(), moves.of(BOLTS));
    told(BOLTS, List.of(bolt(4), bolt(2)));
    assertEquals(Optional.empty(), moves.wanted());
    assertEquals(List.of(4L, 2L), shown(BOLTS));
    moves.watch(Optional.empty());
    moves.watch(Optional.of(BOLTS));
    assertEquals(Optional.empty(), moves.wanted(), "asked for again although it was followed");
  }

  @Test
  void whatTheStreamSaidWhileTheServerWasAskedIsThereOnce() {
    moves.watch(Optional.of(BOLTS));
    streamed(bolt(5), bolt(6));
    assertEquals(Optional.empty(), moves.of(BOLTS), "a part is not shown as the whole");
    told(BOLTS, List.of(bolt(5), bolt(4)));
    assertEquals(List.of(6L, 5L, 4L), shown(BOLTS));
  }

  @Test
  void onlyTheLastFewAreKept() {
    moves.watch(Optional.of(BOLTS));
    told(BOLTS, List.of(bolt(3), bolt(2), bolt(1)));
    streamed(bolt(7), bolt(8), bolt(9), bolt(10));
    assertEquals(List.of(10L, 9L, 8L, 7L, 3L), shown(BOLTS));
  }

  @Test
  void whatWasLookedAtBeforeIsFollowedToo() {
    for (Watched what : List.of(BOLTS, LOT, PALLET)) {
      moves.watch(Optional.of(what));
      told(what, List.of());
    }
    streamed(move(1, "BOLT", "L1", "", "B-01"), move(2, "BOLT", "L2", "LP-1", "B-01"));
    streamed(move(3, "NUT", "L1", "LP-1", "B-01"));
    assertEquals(List.of(2L, 1L), shown(BOLTS));
    assertEquals(List.of(1L), shown(LOT));
    assertEquals(List.of(3L, 2L), shown(PALLET));
  }

  /// After a jump of the stream some may have been left out.
  @Test
  void afterAJumpAllIsAskedForAgain() {
    moves.watch(Optional.of(BOLTS));
    told(BOLTS, List.of(bolt(1)));
    moves.changed(new ReplicaChange(true, Set.of(), List.of()));
    assertEquals(Optional.empty(), moves.of(BOLTS));
    assertEquals(Optional.of(BOLTS), moves.wanted());
    assertTrue(moves.toBeShown());
    moves.told(BOLTS, List.of(bolt(1)), moves.jumps() - 1);
    assertEquals(Optional.of(BOLTS), moves.wanted(), "an answer of before the jump is no use");
  }

  @Test
  void theScreenFollowsWhatItShowsAndNothingElse() {
    moves.watch(Optional.of(BOLTS));
    told(BOLTS, List.of());
    streamed(move(1, "NUT", "", "", "A-01"));
    assertFalse(moves.toBeShown());
    streamed(bolt(2));
    assertTrue(moves.toBeShown());
    assertFalse(moves.toBeShown(), "shown once");
    moves.changed(new ReplicaChange(false, Set.of(BOLT), List.of())); // a reservation, or our own
    assertTrue(moves.toBeShown());
    moves.watch(Optional.of(BIN));
    streamed(bolt(3));
    assertFalse(moves.toBeShown());
    streamed(move(4, "NUT", "", "", "A-01"));
    assertTrue(moves.toBeShown());
    moves.watch(Optional.empty());
    streamed(move(5, "NUT", "", "", "A-01"));
    assertFalse(moves.toBeShown());
  }

  @Test
  void ofAPlaceNothingIsAsked() {
    moves.watch(Optional.of(BIN));
    assertEquals(Optional.empty(), moves.wanted());
    assertEquals(Optional.empty(), moves.of(BIN));
  }

  @Test
  void whoMustNotKnowIsLeftNothing() {
    moves.watch(Optional.of(BOLTS));
    told(BOLTS, List.of(bolt(1)));
    moves.forget();
    assertEquals(Optional.empty(), moves.of(BOLTS));
    told(BOLTS, List.of(bolt(1)));
    assertEquals(Optional.empty(), moves.of(BOLTS), "an answer that comes late tells nothing");
  }

  @Test
  void notMoreIsKeptThanSomebodyGoesBackTo() {
    for (int i = 0; i <= LastMoves.KEPT; i++) {
      Watched what = new Watched.Goods(new Sku("S-" + i), Optional.empty());
      moves.watch(Optional.of(what));
      told(what, List.of());
    }
    assertEquals(Optional.empty(), moves.of(new Watched.Goods(new Sku("S-0"), Optional.empty())));
    assertTrue(moves.of(new Watched.Goods(new Sku("S-1"), Optional.empty())).isPresent());
  }
}
