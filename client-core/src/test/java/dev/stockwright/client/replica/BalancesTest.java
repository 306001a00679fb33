package dev.stockwright.client.replica;

import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Balances that are asked for part by part while goods move.
@NullUnmarked // fields are set before each test
class BalancesTest {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
  private static final LocationCode SUPPLIER = new LocationCode("SUPPLIER");
  private static final List<LocationCode> BINS =
      List.of(new LocationCode("A-01"), new LocationCode("A-02"), new LocationCode("B-01"));

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final MemoryOutbox outbox = new MemoryOutbox(DESK, clock);
  private final TreeMap<BalanceKey, Long> books = new TreeMap<>();
  private DeviceStore store;
  private StockReplica replica;
  private Balances balances;
  private long n;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    replica = new StockReplica(store, NORTH, outbox, clock);
    balances = new Balances(store, NORTH, clock);
    replica.keep(balances);
    replica.subscribed(new ServerFrame.Subscribed(NORTH, 1, 0));
    replica.snapshot(new ServerFrame.Snapshot(NORTH, 1, 0, 1, true, List.of()));
  }

  @AfterEach
  void close() {
    replica.close();
    store.close();
  }

  @RepeatedTest(40)
  void partsOfDifferentMomentsAndTheMovesBetweenThemMakeOneState(RepetitionInfo turn) {
    SplittableRandom random = new SplittableRandom(turn.getCurrentRepetition());
    List<Numbered> unheard = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      unheard.add(happens(random));
    }
    hear(unheard, unheard.size());
    assertTrue(balances.begin());
    Optional<BalanceKey> after = Optional.empty();
    boolean last;
    do {
      for (int i = random.nextInt(5); i > 0; i--) {
        unheard.add(happens(random));
      }
      hear(unheard, random.nextInt(unheard.size() + 1));
      List<Balance> part = part(after, 1 + random.nextInt(4));
      after = part.isEmpty() ? after : Optional.of(BalanceKey.of(part.getLast()));
      last = part(after, 1).isEmpty();
      assertTrue(balances.part(new Position(1, n), part, last));
    } while (!last);
    unheard.add(happens(random));
    while (!unheard.isEmpty()) {
      hear(unheard, 1 + random.nextInt(unheard.size()));
    }
    assertTrue(balances.sound());
    assertEquals(books, kept(), "seed " + turn.getCurrentRepetition());
  }

  @Test
  void aHiddenMoveIsAskedForAgainAndWhoCountsKeepsNothing() {
    all();
    hear(new ArrayList<>(List.of(move(SUPPLIER, BINS.getFirst(), "S-1", 5))), 1);
    assertTrue(balances.sound());
    Event hidden =
        new Event.DocumentChanged(
            ++n,
            THEN,
            CommandId.timeOrdered(n, n, n),
            DocumentKind.OTHER,
            new Reference("hidden"),
            "changed",
            Optional.empty(),
            List.of());
    replica.events(List.of(Numbered.of(hidden)));
    assertFalse(balances.sound());
    assertTrue(balances.wanted());
    assertEquals(books, kept(), "with its age");
    balances.forget();
    assertEquals(Map.of(), kept());
    assertEquals(Optional.empty(), balances.asOf());
    assertEquals(Map.of(), keptBy(new Balances(store, NORTH, clock)), "also after a restart");
  }

  @Test
  void moreThanIsThereCannotLeaveSoAllIsAskedForAgain() {
    all();
    hear(new ArrayList<>(List.of(move(BINS.getFirst(), SUPPLIER, "S-1", 5))), 1);
    assertTrue(balances.wanted());
  }

  @Test
  void aPartOfAnotherPastIsOfNoUse() {
    assertTrue(balances.begin());
    assertFalse(balances.part(new Position(2, 7), List.of(), true));
    assertTrue(balances.wanted());
  }

  @Test
  void whatIsKeptGoesOnAfterARestart() {
    all();
    hear(new ArrayList<>(List.of(move(SUPPLIER, BINS.getFirst(), "S-1", 5))), 1);
    Balances again = new Balances(store, NORTH, clock);
    assertTrue(again.sound());
    assertEquals(books, keptBy(again));
  }

  private void all() {
    assertTrue(balances.begin());
    assertTrue(balances.part(new Position(1, n), part(Optional.empty(), 500), true));
    assertTrue(balances.sound());
  }

  private void hear(List<Numbered> unheard, int count) {
    List<Numbered> now = List.copyOf(unheard.subList(0, count));
    unheard.subList(0, count).clear();
    if (!now.isEmpty()) {
      assertEquals(Step.GO_ON, replica.events(now));
    }
  }

  private List<Balance> part(Optional<BalanceKey> after, int size) {
    return after.map(key -> books.tailMap(key, false)).orElse(books).entrySet().stream()
        .limit(size)
        .map(each -> balance(each.getKey(), each.getValue()))
        .toList();
  }

  private static Balance balance(BalanceKey key, long units) {
    return new Balance(
        new Sku(key.sku()),
        new LocationCode(key.location()),
        Optional.empty(),
        Optional.of(key.handlingUnit()).filter(unit -> !unit.isEmpty()).map(HandlingUnit::new),
        Condition.of(key.condition()),
        key.owner(),
        units,
        Optional.empty());
  }

  private Numbered happens(SplittableRandom random) {
    String sku = "S-" + random.nextInt(4);
    LocationCode from = BINS.get(random.nextInt(BINS.size()));
    LocationCode to = BINS.get(random.nextInt(BINS.size()));
    long there = books.getOrDefault(key(sku, from), 0L);
    return there == 0 || from.equals(to)
        ? move(SUPPLIER, to, sku, 1 + random.nextInt(9))
        : move(from, random.nextInt(3) == 0 ? SUPPLIER : to, sku, 1 + random.nextLong(there));
  }

  private static BalanceKey key(String sku, LocationCode bin) {
    return new BalanceKey(sku, bin.code(), "", "", "available", "");
  }

  private Numbered move(LocationCode from, LocationCode to, String sku, long units) {
    n++;
    if (!from.equals(SUPPLIER)) {
      books.merge(key(sku, from), -units, BalancesTest::sum);
    }
    if (!to.equals(SUPPLIER)) {
      books.merge(key(sku, to), units, BalancesTest::sum);
    }
    return Numbered.of(
        new Event.StockMoved(
            n,
            THEN,
            CommandId.timeOrdered(n, n, n),
            new Sku(sku),
            from,
            to,
            units,
            Optional.empty(),
            Optional.empty(),
            Condition.AVAILABLE,
            new ReasonCode("move"),
            Optional.empty(),
            new Operator("ana"),
            new DeviceId("D-1"),
            Optional.empty(),
            Optional.empty(),
            0,
            units,
            0,
            new Level(new Sku(sku), NORTH, units, 0, 0, units, THEN, n)));
  }

  @SuppressWarnings("NullAway") // null takes the entry away, as merge says
  private static Long sum(long a, long b) {
    return a + b == 0 ? null : Long.valueOf(a + b);
  }

  private Map<BalanceKey, Long> kept() {
    return keptBy(balances);
  }

  private static Map<BalanceKey, Long> keptBy(Balances balances) {
    TreeMap<BalanceKey, Long> kept = new TreeMap<>();
    balances.all().forEach(each -> kept.put(BalanceKey.of(each), each.units()));
    return kept;
  }
}
