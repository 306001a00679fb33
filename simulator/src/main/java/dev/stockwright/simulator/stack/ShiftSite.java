package dev.stockwright.simulator.stack;

import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A small site with everything that a shift needs: a dock, a staging place, a dozen bins in two
/// zones, goods of every kind, a purchase order, and people with badges.
public final class ShiftSite {
  public static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  public static final WarehouseCode EAST = new WarehouseCode("EAST");

  /// Where goods are received, in both warehouses.
  public static final LocationCode DOCK = new LocationCode("DOCK-1");

  /// Plain goods: each `5901234123457`, a case of 12 `15901234123454`.
  public static final Sku BOLT = new Sku("BOLT-8");

  /// Other plain goods.
  public static final Sku NUT = new Sku("NUT-8");

  /// Kept by lot.
  public static final Sku MILK = new Sku("MILK-1");

  /// Kept by piece.
  public static final Sku DRILL = new Sku("DRILL-1");

  public static final String BOLT_EACH = "5901234123457";
  public static final String BOLT_CASE = "15901234123454";
  public static final String NUT_EACH = "4006381333931";
  public static final String MILK_EACH = "5000112637922";
  public static final String DRILL_EACH = "9780201379624";

  public static final Worker ANA =
      new Worker("ana", "Ana Reyes", Role.WORKER, "SW-ANA-BADGE", "428571");
  public static final Worker BEN =
      new Worker("ben", "Ben Okafor", Role.WORKER, "SW-BEN-BADGE", "285714");
  public static final Worker CAL =
      new Worker("cal", "Cal Ito", Role.COUNTER, "SW-CAL-BADGE", "571428");
  public static final Worker SUE =
      new Worker("sue", "Sue Marsh", Role.SUPERVISOR, "SW-SUE-BADGE", "714285");

  private ShiftSite() {}

  /// Somebody with a badge.
  public record Worker(String user, String name, Role role, String badge, String pin) {}

  /// Both warehouses with the same places; the purchase order `PO-1` wants 24 bolts, 10 nuts, 20
  /// milk and 3 drills in NORTH.
  public static Site site() {
    List<Site.Warehouse> warehouses = new ArrayList<>();
    List<Site.Location> locations = new ArrayList<>();
    for (WarehouseCode code : List.of(NORTH, EAST)) {
      warehouses.add(new Site.Warehouse(code, "Warehouse " + code, ZoneOffset.UTC, DOCK));
      locations.add(new Site.Location(code, DOCK, "", Site.Kind.DOCK));
      locations.add(new Site.Location(code, new LocationCode("STAGE-1"), "", Site.Kind.STAGING));
      for (String zone : List.of("A", "B")) {
        for (int bin = 1; bin <= 6; bin++) {
          LocationCode at = new LocationCode(zone + "-0" + bin);
          locations.add(new Site.Location(code, at, zone, Site.Kind.BIN));
        }
      }
    }
    return new Site(
        warehouses,
        locations,
        List.of(
            new Site.Product(BOLT, "Hex bolt M8", "piece", false, false),
            new Site.Product(NUT, "Lock nut M8", "piece", false, false),
            new Site.Product(MILK, "Milk 1 l", "piece", true, false),
            new Site.Product(DRILL, "Drill 18 V", "piece", false, true)),
        List.of(
            new Site.Barcode("0" + BOLT_EACH, BOLT, Site.Pack.EACH, 1),
            new Site.Barcode(BOLT_CASE, BOLT, Site.Pack.CASE, 12),
            new Site.Barcode("0" + NUT_EACH, NUT, Site.Pack.EACH, 1),
            new Site.Barcode("0" + MILK_EACH, MILK, Site.Pack.EACH, 1),
            new Site.Barcode("0" + DRILL_EACH, DRILL, Site.Pack.EACH, 1)),
        List.of(),
        List.of(
            new Site.PurchaseOrder(
                new Reference("PO-1"),
                NORTH,
                "Fischer & Roth",
                Optional.empty(),
                List.of(
                    line(1, BOLT, 24), line(2, NUT, 10), line(3, MILK, 20), line(4, DRILL, 3)))));
  }

  private static Site.Line line(int number, Sku sku, long ordered) {
    return new Site.Line(number, sku, new Quantity(ordered), 5);
  }

  /// Everybody with a badge.
  public static List<NewPerson> people() {
    return Stream.of(ANA, BEN, CAL, SUE)
        .map(
            who ->
                new NewPerson(
                    new Operator(who.user()),
                    who.name(),
                    who.role(),
                    Set.of(NORTH, EAST),
                    Optional.empty(),
                    Optional.of(new NewPerson.Badge(who.badge(), who.pin()))))
        .toList();
  }
}
