package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The stock as it was, against what the desk said at the time.
class HistoryTest {
  private static final long SEED = 7;
  private static final int STEPS = 150;
  private static final List<Sku> SKUS =
      List.of(TestSite.S1, TestSite.S2, new Sku("S-3"), new Sku("S-4"));

  private final SplittableRandom random = new SplittableRandom(SEED);
  private int orders;

  @Test
  void everyMomentIsAsTheEventsUpToItSay() {
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    try (TestSite site =
        new TestSite(
            (warehouse, epoch, told) -> {
              if (warehouse.equals(TestSite.W1)) {
                events.addAll(told);
              }
            })) {
      for (int i = 0; i < STEPS; i++) {
        site.ask(command());
      }
      long promises = events.stream().filter(e -> !(e instanceof Event.StockMoved)).count();
      assertTrue(promises > 20 && events.size() - promises > 20, promises + " of " + events.size());
      HistoryQueries history = new HistoryQueries(site.database);
      Scope scope = new Scope(List.of("W1"));
      for (Event event : events) {
        for (Instant time : List.of(event.at(), event.at().minusNanos(1_000))) {
          for (Sku sku : SKUS) {
            assertEquals(
                folded(events, sku, time),
                shown(history.asOf(scope, sku, TestSite.W1, time).orElseThrow()),
                () -> "seed " + SEED + ", " + sku + " at " + time + ", by event " + event.n());
          }
        }
      }
    }
  }

  /// S-4 only ever comes in at the beginning, S-3 is mostly promised.
  private Command command() {
    Reference order = new Reference("SO-" + orders);
    return switch (random.nextInt(orders == 0 ? 1 : 8)) {
      case 0, 1 -> receipt(SKUS.get(random.nextInt(orders < 3 ? 4 : 2)));
      case 2 -> adjustment(SKUS.get(random.nextInt(2)));
      case 3 -> new ConfirmReservation(order);
      case 4, 5 -> new ReleaseReservation(order);
      default -> place();
    };
  }

  private Command receipt(Sku sku) {
    orders = Math.max(orders, 1);
    return new ReceiveGoods(
        TestSite.W1,
        sku,
        new Quantity(1 + random.nextInt(20)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Command adjustment(Sku sku) {
    return new AdjustStock(
        TestSite.W1,
        sku,
        random.nextInt(2) == 0 ? 1 : -1,
        Optional.of(new ReasonCode("count")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Command place() {
    orders++;
    int first = random.nextInt(3);
    List<PlaceReservation.Line> lines = new ArrayList<>();
    for (Sku sku : SKUS.subList(first, first + 1 + random.nextInt(2))) {
      lines.add(new PlaceReservation.Line(sku, TestSite.W1, new Quantity(1)));
    }
    return new PlaceReservation(new Reference("SO-" + orders), lines, 900);
  }

  private static String folded(List<Event> events, Sku sku, Instant time) {
    String level = "0 0 0";
    for (Event event : events) {
      for (Level after : event.levels()) {
        if (!event.at().isAfter(time) && after.sku().equals(sku)) {
          level = shown(after);
        }
      }
    }
    return level;
  }

  private static String shown(Level level) {
    return level.quantity() + " " + level.reserved() + " " + level.blocked();
  }
}
