package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.TillCommand.CorrectTillEntry;
import dev.stockwright.protocol.TillCommand.CoverTillEntry;
import dev.stockwright.protocol.TillCommand.DismissTillEntry;
import dev.stockwright.protocol.TillCommand.PostTillBatch;
import dev.stockwright.protocol.TillCommand.RetryTillEntries;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What tills report. How much of a sale the books had is said by its entry; the goods must have
/// gone by exactly that.
final class TillIdeas {
  private static final String SOLD =
      """
      SELECT p.sku, sum(CASE WHEN e.kind = 'return' THEN e.units ELSE -e.units END)::bigint
        FROM till_entry e JOIN product p ON p.id = e.product_id
        JOIN warehouse w ON w.id = e.warehouse_id WHERE w.code = ? GROUP BY p.sku ORDER BY 1
      """;

  private TillIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(PostTillBatch.class, TillIdeas::post);
    ideas.put(RetryTillEntries.class, TillIdeas::retry);
    ideas.put(CorrectTillEntry.class, TillIdeas::correct);
    ideas.put(CoverTillEntry.class, TillIdeas::cover);
    ideas.put(DismissTillEntry.class, TillIdeas::dismiss);
  }

  private static Map<String, Long> sold(Scene scene, WarehouseCode site) {
    Map<String, Long> all = new HashMap<>();
    scene.look.rows(SOLD, site.code()).forEach(row -> all.put(row.text(0), row.number(1)));
    return all;
  }

  /// What the entries say more after the command than before it.
  private static Attempt selling(Scene scene, WarehouseCode site, Attempt attempt) {
    Map<String, Long> before = sold(scene, site);
    return attempt.doing(
        answer -> {
          Effect effect = Effect.none().unsettledIn(site.code());
          sold(scene, site)
              .forEach(
                  (sku, units) ->
                      effect.somewhere(
                          new Cell(site.code(), sku), units - before.getOrDefault(sku, 0L)));
          return effect;
        });
  }

  private static Optional<Attempt> post(Scene scene) {
    WarehouseCode site = new WarehouseCode(scene.dice.percent(70) ? "SHOP" : "W1");
    List<TillCommand.Entry> entries = new ArrayList<>();
    for (int i = (int) scene.dice.from(1, 4); i > 0; i--) {
      entries.add(entry(scene, site));
    }
    return Optional.of(
        selling(
            scene,
            site,
            Attempt.of(new PostTillBatch(site, scene.fresh("TB"), entries)).by("till").sure()));
  }

  private static TillCommand.Entry entry(Scene scene, WarehouseCode site) {
    String sku = scene.plain().code();
    boolean unknown = scene.dice.percent(15);
    Optional<Reference> order =
        scene.dice.percent(25)
            ? scene
                .look
                .any(
                    scene.dice,
                    "SELECT o.number FROM sales_order o JOIN warehouse w ON w.id = o.warehouse_id"
                        + " WHERE w.code = ? ORDER BY o.id DESC LIMIT 8",
                    site.code())
                .map(row -> new Reference(row.text(0)))
            : no();
    return new TillCommand.Entry(
        new Reference("TILL-1"),
        scene.dice.percent(8) ? new Reference("N-1") : scene.fresh("N"),
        scene.dice.percent(80) ? "sale" : scene.dice.percent(85) ? "return" : "gift",
        unknown ? "UNKNOWN-" + scene.dice.from(1, 3) : scene.dice.percent(50) ? "BC-" + sku : sku,
        scene.dice.percent(95) ? scene.dice.from(1, 6) : -2,
        scene.now().minusSeconds(30),
        order,
        no());
  }

  private static Optional<Attempt> retry(Scene scene) {
    WarehouseCode site = new WarehouseCode("SHOP");
    return Optional.of(selling(scene, site, Attempt.of(new RetryTillEntries(site))));
  }

  /// An entry that waits: number, site, state.
  private static Optional<Look.Row> entry(Scene scene, String state) {
    return scene.look.any(
        scene.dice,
        "SELECT e.id, w.code FROM till_entry e JOIN warehouse w ON w.id = e.warehouse_id"
            + " WHERE e.state = ? ORDER BY e.id",
        state);
  }

  private static Optional<Attempt> correct(Scene scene) {
    return entry(scene, "kept")
        .map(
            row -> {
              WarehouseCode site = new WarehouseCode(row.text(1));
              return selling(
                  scene,
                  site,
                  Attempt.of(
                      new CorrectTillEntry(
                          site, new Reference(row.text(0)), scene.plain(), scene.dice.from(0, 4))));
            });
  }

  private static Optional<Attempt> cover(Scene scene) {
    return entry(scene, "short")
        .map(
            row -> {
              WarehouseCode site = new WarehouseCode(row.text(1));
              return selling(
                  scene, site, Attempt.of(new CoverTillEntry(site, new Reference(row.text(0)))));
            });
  }

  private static Optional<Attempt> dismiss(Scene scene) {
    return entry(scene, scene.dice.one(List.of("short", "kept", "applied")))
        .map(
            row ->
                Attempt.of(
                    new DismissTillEntry(
                        new WarehouseCode(row.text(1)),
                        new Reference(row.text(0)),
                        reason("unwanted"))));
  }
}
