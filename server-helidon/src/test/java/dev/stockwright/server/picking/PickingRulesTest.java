package dev.stockwright.server.picking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Usable;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pure rules of picking.
class PickingRulesTest {
  private static final Sku SKU = new Sku("S-1");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /// One bin a word: code, free, days until it expires or -, when it came, sequence, x.
  private static Map<Sku, List<Spot>> shelves(String words) {
    List<Spot> spots = new ArrayList<>();
    for (String word : words.split(" ")) {
      String[] p = word.split(":");
      Optional<LocalDate> expiry =
          p[2].equals("-") ? Optional.empty() : Optional.of(TODAY.plusDays(Long.parseLong(p[2])));
      spots.add(
          new Spot(
              SKU,
              new PileKey(
                  new LocationCode(p[0]),
                  expiry.isPresent() ? "L" : "",
                  "",
                  Condition.AVAILABLE,
                  ""),
              Long.parseLong(p[1]),
              0,
              expiry,
              0,
              Long.parseLong(p[3]),
              place("bin", Integer.parseInt(p[4]), Integer.parseInt(p[5]))));
    }
    return Map.of(SKU, spots);
  }

  private static Spot.Place place(String kind, int sequence, int x) {
    return new Spot.Place(1, kind, "Z", sequence, x, 0, false, "", true, false);
  }

  @ParameterizedTest
  @CsvSource({
    // what is wanted, how, which bins, what is taken
    "5,  FEFO,         A:9:20:1:1:1 B:9:10:2:2:2 C:9:-:0:3:3,  B 5",
    "12, FEFO,         A:9:20:1:1:1 B:9:10:2:2:2 C:9:-:0:3:3,  B 9 A 3",
    "5,  FEFO,         A:9:-1:1:1:1 B:9:0:2:2:2,                B 5",
    "5,  FEFO,         A:9:-1:1:1:1,                            missing 5",
    "5,  FIFO,         A:9:20:7:1:1 B:9:10:3:2:2,               B 5",
    "5,  CLOSEST,      A:9:-:1:1:900 B:9:-:2:2:100,             B 5",
    "5,  FEWEST_STOPS, A:3:-:1:1:1 B:6:-:1:2:2 C:9:-:1:3:3,     B 5",
    "10, FEWEST_STOPS, A:3:-:1:1:1 B:6:-:1:2:2 C:4:-:1:3:3,     B 6 C 4",
    "20, FEFO,         A:9:-:1:1:1 B:6:-:1:2:2,                 A 9 B 6 missing 5",
  })
  void goodsAreChosenAsTheWarehouseWants(
      long wanted, Allocation how, String shelves, String taken) {
    var plan =
        AllocationRules.allocate(
            List.of(new Demand(1, 1, SKU, 50, wanted)),
            shelves(shelves),
            new AllocationRules.Choice(how, TODAY, 0, 0));
    String said =
        plan.takings().stream()
            .map(each -> each.spot().location() + " " + each.quantity())
            .collect(Collectors.joining(" "));
    String missing =
        plan.missing().stream()
            .map(each -> "missing " + each.quantity())
            .collect(Collectors.joining());
    assertEquals(taken, (said + " " + missing).strip());
  }

  @Test
  void noGoodsAreGivenTwiceWhateverIsWanted() {
    Random random = new Random(4);
    for (int round = 0; round < 300; round++) {
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        words.append(
            "B%d:%d:%d:%d:%d:%d "
                .formatted(
                    i,
                    1 + random.nextInt(9),
                    random.nextInt(5) - 1,
                    i,
                    random.nextInt(3),
                    random.nextInt(9)));
      }
      var shelves = shelves(words.toString());
      List<Demand> demands = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        demands.add(new Demand(i, 1, SKU, random.nextInt(3), 1 + random.nextInt(9)));
      }
      Allocation how =
          List.of(Allocation.FEFO, Allocation.FIFO, Allocation.CLOSEST, Allocation.FEWEST_STOPS)
              .get(random.nextInt(4));
      var plan =
          AllocationRules.allocate(demands, shelves, new AllocationRules.Choice(how, TODAY, 0, 0));
      Map<LocationCode, Long> given = new HashMap<>();
      plan.takings()
          .forEach(each -> given.merge(each.spot().location(), each.quantity(), Long::sum));
      long usable = 0;
      for (Spot spot : Objects.requireNonNull(shelves.get(SKU))) {
        long free = spot.obstacle(TODAY).isEmpty() ? spot.free() : 0;
        usable += free;
        assertTrue(given.getOrDefault(spot.location(), 0L) <= free, words.toString());
      }
      long wanted = demands.stream().mapToLong(Demand::quantity).sum();
      long taken = given.values().stream().mapToLong(Long::longValue).sum();
      long missing = plan.missing().stream().mapToLong(Demand::quantity).sum();
      assertEquals(wanted, taken + missing);
      assertEquals(Math.min(wanted, usable), taken, "nothing is left while somebody wants it");
    }
  }

  @Test
  void goodsAreGoodThroughTheirLastDayByTheWallClockOfTheSite() {
    Random random = new Random(7);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    LocalDate last = LocalDate.of(2026, 3, 1);
    for (int round = 0; round < 2_000; round++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      int left = random.nextInt(4);
      LocalDate expiry = last.plusDays(random.nextInt(300));
      ZonedDateTime midnight = expiry.plusDays(1L - left).atStartOfDay(zone);
      assertTrue(
          Usable.usable(Optional.of(expiry), midnight.minusNanos(1).toInstant(), zone, left),
          zone + " " + expiry);
      assertEquals(
          false,
          Usable.usable(Optional.of(expiry), midnight.toInstant(), zone, left),
          zone + " " + expiry);
      LocalDate today = last.plusDays(random.nextInt(300));
      assertEquals(
          Usable.usable(Optional.of(expiry), today, left),
          !expiry.isBefore(Usable.goodFrom(today, left)),
          "a report in SQL says the same");
    }
    assertTrue(Usable.usable(Optional.empty(), last, 99));
  }

  @Test
  void allocationScanAndReportAskTheSameQuestion() {
    for (int days = -2; days <= 2; days++) {
      Spot spot = Objects.requireNonNull(shelves("A:1:" + days + ":0:0:0").get(SKU)).getFirst();
      assertEquals(
          Usable.usable(spot.expiry(), TODAY, 0), spot.obstacle(TODAY).isEmpty(), days + " days");
    }
  }

  @Test
  void theWayFollowsTheSequenceAndThenTheAisles() {
    record Bin(String code, int sequence, int x, int y) {}
    List<Bin> bins =
        List.of(
            new Bin("N-2", 0, 2, 1),
            new Bin("N-1", 0, 1, 9),
            new Bin("N-4", 0, 1, 1),
            new Bin("N-3", 0, 2, 9),
            new Bin("S-2", 20, 0, 0),
            new Bin("S-1", 10, 0, 0));
    var order =
        PickPath.order(
            bins.stream()
                .map(
                    bin ->
                        new PickPath.Stop(
                            new LocationCode(bin.code()), bin.sequence(), bin.x(), bin.y()))
                .toList());
    assertEquals(
        List.of("S-1", "S-2", "N-4", "N-1", "N-3", "N-2"),
        order.entrySet().stream()
            .sorted(Comparator.comparingInt(Map.Entry::getValue))
            .map(each -> each.getKey().code())
            .toList());
  }
}
