package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Products, partners, reasons, settings, sites and places. None of it moves goods.
final class MasterIdeas {
  private static final List<String> SETTINGS =
      List.of(
          "orders.time_limit_seconds=600",
          "picking.short=wait",
          "picking.short=back_order",
          "picking.substitute=picker",
          "picking.substitute=ask",
          "picking.batch_orders=3",
          "adjustment.limit_units=10",
          "alerts.expiring_days=20000",
          "tills.only_location=yes",
          "tills.only_location=no",
          "receiving.over_percent=10",
          "transfer.staging=STAGE",
          "transfer.other_person=1",
          "transfer.other_person=0",
          "cross_dock.lane=STAGE",
          "reorder.rejected_days=1");

  private MasterIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(CatalogCommand.SaveProduct.class, MasterIdeas::product);
    ideas.put(CatalogCommand.SaveBarcode.class, MasterIdeas::barcode);
    ideas.put(CatalogCommand.LearnBarcode.class, MasterIdeas::learn);
    ideas.put(CatalogCommand.RemoveBarcode.class, MasterIdeas::forget);
    ideas.put(CatalogCommand.SaveSupplier.class, MasterIdeas::supplier);
    ideas.put(CatalogCommand.SaveCustomer.class, MasterIdeas::customer);
    ideas.put(CatalogCommand.SaveReason.class, MasterIdeas::reasonCode);
    ideas.put(CatalogCommand.SaveSetting.class, MasterIdeas::setting);
    ideas.put(CatalogCommand.SaveKit.class, MasterIdeas::kit);
    ideas.put(CatalogCommand.TellImport.class, MasterIdeas::imported);
    ideas.put(PlaceCommand.OpenWarehouse.class, MasterIdeas::open);
    ideas.put(PlaceCommand.ChangeWarehouse.class, MasterIdeas::change);
    ideas.put(PlaceCommand.SaveZone.class, MasterIdeas::zone);
    ideas.put(PlaceCommand.SaveLocation.class, MasterIdeas::location);
    ideas.put(PlaceCommand.LockLocation.class, MasterIdeas::lock);
    ideas.put(PlaceCommand.UnlockLocation.class, MasterIdeas::unlock);
    ideas.put(PlaceCommand.SaveMinimum.class, MasterIdeas::minimum);
  }

  /// The code and version of one, and at times a version that is not its own.
  private record Seen(String code, Optional<Long> version, boolean stale) {}

  private static Optional<Seen> seen(Scene scene, String sql, Object... values) {
    return scene
        .look
        .any(scene.dice, sql, values)
        .map(
            row -> {
              boolean stale = scene.dice.percent(15);
              return new Seen(
                  row.text(0), Optional.of(stale ? row.number(1) + 5 : row.number(1)), stale);
            });
  }

  private static Optional<Attempt> product(Scene scene) {
    boolean fresh = scene.dice.percent(40);
    Optional<Seen> known =
        fresh ? no() : seen(scene, "SELECT sku, version FROM product ORDER BY sku");
    String sku = known.map(Seen::code).orElseGet(() -> scene.fresh("N").code());
    boolean ours = sku.startsWith("N-");
    CatalogCommand.SaveProduct command =
        new CatalogCommand.SaveProduct(
            new Sku(sku),
            Optional.of("Thing " + scene.dice.from(1, 1000)),
            no(),
            scene.dice.maybe(30, scene.dice.one(List.of("tools", "paint"))),
            scene.dice.maybe(50, scene.dice.from(1, 5000)),
            scene.dice.maybe(20, scene.dice.from(1, 500)),
            no(),
            no(),
            no(),
            no(),
            no(),
            scene.dice.maybe(30, scene.dice.one(List.of("A", "B", "C"))),
            no(),
            no(),
            ours && !fresh ? scene.dice.maybe(30, scene.dice.percent(50)) : no(),
            known.flatMap(Seen::version));
    return saved(Attempt.of(command), known);
  }

  /// Of a product that nobody has; its components lie on shelves.
  private static Optional<Attempt> kit(Scene scene) {
    return scene
        .look
        .any(scene.dice, "SELECT sku FROM product WHERE sku LIKE 'N-%' ORDER BY sku")
        .map(
            row ->
                Attempt.of(
                    new CatalogCommand.SaveKit(
                        new Sku(row.text(0)),
                        List.of(
                            new CatalogCommand.Component(
                                new Sku("S-1"), new Quantity(scene.dice.from(1, 4))),
                            new CatalogCommand.Component(new Sku("S-2"), new Quantity(1))),
                        no())));
  }

  private static Optional<Attempt> imported(Scene scene) {
    boolean known = scene.dice.percent(80);
    Attempt attempt =
        Attempt.of(
            new CatalogCommand.TellImport(
                known ? new Reference(WalkSite.IMPORTED) : scene.fresh("IMP")));
    return Optional.of(known ? attempt.sure() : attempt.wrong());
  }

  private static Optional<Attempt> saved(Attempt attempt, Optional<Seen> known) {
    return Optional.of(known.filter(Seen::stale).isPresent() ? attempt.idle() : attempt.sure());
  }

  private static Optional<Attempt> barcode(Scene scene) {
    Optional<Seen> known =
        scene.dice.percent(50)
            ? no()
            : seen(scene, "SELECT code, version FROM barcode WHERE code LIKE 'CODE-%' ORDER BY 1");
    String code = known.map(Seen::code).orElseGet(() -> scene.fresh("CODE").code());
    return saved(
        Attempt.of(
            new CatalogCommand.SaveBarcode(
                new Reference(code),
                scene.plain(),
                Optional.of("case"),
                Optional.of(scene.dice.from(2, 12)),
                no(),
                scene.dice.maybe(20, scene.dice.from(50, 500)),
                known.flatMap(Seen::version))),
        known);
  }

  private static Optional<Attempt> learn(Scene scene) {
    Optional<String> known =
        scene
            .look
            .any(scene.dice, "SELECT code FROM barcode WHERE code LIKE 'CODE-%' ORDER BY 1")
            .map(row -> row.text(0));
    boolean fresh = known.isEmpty() || scene.dice.percent(70);
    Attempt attempt =
        Attempt.of(
            new CatalogCommand.LearnBarcode(
                fresh ? scene.fresh("CODE") : new Reference(known.get()),
                scene.plain(),
                Optional.of("inner"),
                Optional.of(99L),
                no()));
    return Optional.of(attempt.sureIf(fresh));
  }

  private static Optional<Attempt> forget(Scene scene) {
    return seen(scene, "SELECT code, version FROM barcode WHERE code LIKE 'CODE-%' ORDER BY 1")
        .flatMap(
            known ->
                saved(
                    Attempt.of(
                        new CatalogCommand.RemoveBarcode(
                            new Reference(known.code()), known.version())),
                    Optional.of(known)));
  }

  private static Optional<Attempt> supplier(Scene scene) {
    Optional<Seen> known =
        scene.dice.percent(40)
            ? no()
            : seen(scene, "SELECT code, version FROM supplier ORDER BY code");
    String code = known.map(Seen::code).orElseGet(() -> scene.fresh("SUP").code());
    return saved(
        Attempt.of(
            new CatalogCommand.SaveSupplier(
                new Reference(code),
                Optional.of("Supplier " + scene.dice.from(1, 1000)),
                Optional.of((int) scene.dice.from(0, 20)),
                no(),
                no(),
                known.flatMap(Seen::version))),
        known);
  }

  private static Optional<Attempt> customer(Scene scene) {
    Optional<Seen> known =
        scene.dice.percent(40)
            ? no()
            : seen(scene, "SELECT code, version FROM customer ORDER BY code");
    String code = known.map(Seen::code).orElseGet(() -> scene.fresh("CUST").code());
    return saved(
        Attempt.of(
            new CatalogCommand.SaveCustomer(
                new Reference(code),
                Optional.of("Customer " + scene.dice.from(1, 1000)),
                scene.dice.maybe(50, "Street " + scene.dice.from(1, 99)),
                no(),
                known.flatMap(Seen::version))),
        known);
  }

  private static Optional<Attempt> reasonCode(Scene scene) {
    Optional<Seen> known =
        scene.dice.percent(50)
            ? no()
            : seen(scene, "SELECT code, version FROM reason WHERE code LIKE 'WHY-%' ORDER BY 1");
    String code = known.map(Seen::code).orElseGet(() -> scene.fresh("WHY").code());
    return saved(
        Attempt.of(
            new CatalogCommand.SaveReason(
                reason(code),
                Optional.of("Because " + scene.dice.from(1, 1000)),
                Optional.of("skip adjust"),
                known.isPresent() ? scene.dice.maybe(30, scene.dice.percent(50)) : no(),
                known.flatMap(Seen::version))),
        known);
  }

  private static Optional<Attempt> setting(Scene scene) {
    String chosen = scene.dice.one(SETTINGS);
    String name = chosen.substring(0, chosen.indexOf('='));
    String value = chosen.substring(chosen.indexOf('=') + 1);
    WarehouseCode site = scene.site();
    Optional<Long> version =
        scene
            .look
            .rows(
                "SELECT s.version FROM setting s JOIN warehouse w ON w.id = s.warehouse_id"
                    + " WHERE s.name = ? AND w.code = ?",
                name,
                site.code())
            .stream()
            .findFirst()
            .map(row -> row.number(0));
    boolean off = version.isPresent() && scene.dice.percent(25);
    return Optional.of(
        Attempt.of(
                new CatalogCommand.SaveSetting(
                    new Reference(name),
                    Optional.of(site),
                    off ? no() : Optional.of(value),
                    version))
            .sure());
  }

  private static Optional<Attempt> open(Scene scene) {
    boolean known = scene.dice.percent(50);
    WarehouseCode site =
        new WarehouseCode(known ? scene.dice.one(Scene.SITES) : scene.fresh("X").code());
    Attempt attempt =
        Attempt.of(
            new PlaceCommand.OpenWarehouse(
                site, Optional.of("Hall"), Optional.of("Europe/Berlin"), no(), no()));
    return Optional.of(known ? attempt.wrong() : attempt.sure());
  }

  private static Optional<Attempt> change(Scene scene) {
    return seen(scene, "SELECT code, version FROM warehouse ORDER BY code")
        .flatMap(
            known ->
                saved(
                    Attempt.of(
                        new PlaceCommand.ChangeWarehouse(
                            new WarehouseCode(known.code()),
                            Optional.of("Hall " + scene.dice.from(1, 99)),
                            no(),
                            no(),
                            no(),
                            no(),
                            known.version())),
                    Optional.of(known)));
  }

  private static Optional<Attempt> zone(Scene scene) {
    WarehouseCode site = scene.site();
    Optional<Seen> known =
        scene.dice.percent(40)
            ? no()
            : seen(
                scene,
                "SELECT z.code, z.version FROM zone z JOIN warehouse w ON w.id = z.warehouse_id"
                    + " WHERE w.code = ? ORDER BY 1",
                site.code());
    String code = known.map(Seen::code).orElseGet(() -> scene.fresh("Z").code());
    return saved(
        Attempt.of(
            new PlaceCommand.SaveZone(
                site,
                new Reference(code),
                Optional.of("Zone " + scene.dice.from(1, 1_000_000)), // hardly ever the same again
                no(),
                known.flatMap(Seen::version))),
        known);
  }

  /// New bins, which the walk does not use, and other ways through the ones that it does.
  private static Optional<Attempt> location(Scene scene) {
    WarehouseCode site = scene.site();
    Optional<Seen> known =
        scene.dice.percent(30)
            ? no()
            : seen(
                scene,
                "SELECT l.code, l.version FROM location l JOIN warehouse w"
                    + " ON w.id = l.warehouse_id WHERE w.code = ? AND l.kind = 'bin' ORDER BY 1",
                site.code());
    String code = known.map(Seen::code).orElseGet(() -> scene.fresh("BIN").code());
    return saved(
        Attempt.of(
            new PlaceCommand.SaveLocation(
                site,
                new LocationCode(code),
                scene.dice.maybe(40, scene.dice.one(List.of("A", "B"))),
                Optional.of("bin"),
                no(),
                Optional.of((int) scene.dice.from(1, 9000)),
                no(),
                Optional.of((int) scene.dice.from(1, 99)),
                no(),
                scene.dice.maybe(20, scene.dice.from(100, 900)),
                no(),
                no(),
                scene.dice.maybe(20, scene.dice.from(300, 3_000)),
                scene.dice.maybe(20, scene.dice.one(List.of("any", "one_product", "one_lot"))),
                no(),
                known.flatMap(Seen::version))),
        known);
  }

  private static Optional<Attempt> lock(Scene scene) {
    if (scene.closed.size() > 2) {
      return no();
    }
    WarehouseCode site = scene.site();
    LocationCode bin = scene.bin();
    boolean in = scene.dice.percent(60);
    return Optional.of(
        Attempt.of(
                new PlaceCommand.LockLocation(
                    site, bin, in, !in || scene.dice.percent(50), reason("blocked")))
            .doing(
                answer -> {
                  scene.closed.add(site + " " + bin);
                  return Effect.none();
                }));
  }

  private static Optional<Attempt> unlock(Scene scene) {
    return scene
        .dice
        .any(scene.closed.stream().sorted().toList())
        .map(
            place -> {
              int blank = place.indexOf(' ');
              return Attempt.of(
                      new PlaceCommand.UnlockLocation(
                          new WarehouseCode(place.substring(0, blank)),
                          new LocationCode(place.substring(blank + 1))))
                  .doing(
                      answer -> {
                        scene.closed.remove(place);
                        return Effect.none();
                      })
                  .sure();
            });
  }

  /// Below what anybody says is over.
  private static Optional<Attempt> minimum(Scene scene) {
    return Optional.of(
        Attempt.of(
                new PlaceCommand.SaveMinimum(scene.site(), scene.plain(), scene.dice.from(0, 40)))
            .sure());
  }
}
