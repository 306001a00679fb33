package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderCommand.CancelOrder;
import dev.stockwright.protocol.OrderCommand.ChangeOrder;
import dev.stockwright.protocol.OrderCommand.ConfirmOrder;
import dev.stockwright.protocol.OrderCommand.FillOrder;
import dev.stockwright.protocol.OrderCommand.PlaceOrder;
import dev.stockwright.protocol.OrderCommand.ReleaseOrder;
import dev.stockwright.protocol.OrderCommand.RenewOrder;
import dev.stockwright.protocol.OrderCommand.TidyOrders;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Customers' orders and what is promised to them.
final class OrderIdeas {
  private OrderIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(PlaceOrder.class, OrderIdeas::place);
    ideas.put(RenewOrder.class, OrderIdeas::renew);
    ideas.put(ConfirmOrder.class, OrderIdeas::confirm);
    ideas.put(ReleaseOrder.class, OrderIdeas::release);
    ideas.put(ChangeOrder.class, OrderIdeas::change);
    ideas.put(FillOrder.class, OrderIdeas::fill);
    ideas.put(CancelOrder.class, OrderIdeas::cancel);
    ideas.put(TidyOrders.class, OrderIdeas::tidy);
  }

  private static Optional<Attempt> place(Scene scene) {
    WarehouseCode site = scene.site();
    Reference order = scene.fresh("SO");
    Map<Cell, Long> wanted = new HashMap<>();
    List<OrderCommand.Line> lines = new ArrayList<>();
    for (int i = (int) scene.dice.from(1, 3); i > 0; i--) {
      Sku sku = scene.dice.percent(15) ? new Sku(Scene.LOTTED) : scene.plain();
      Quantity quantity = scene.units(10);
      lines.add(new OrderCommand.Line(sku, quantity));
      wanted.merge(new Cell(site.code(), sku.code()), quantity.units(), Long::sum);
    }
    boolean committed = scene.dice.percent(55);
    boolean later = scene.dice.percent(25);
    long ttl = scene.dice.percent(50) ? scene.dice.from(1, 60) : scene.dice.from(60, 3000);
    PlaceOrder command =
        new PlaceOrder(
            site,
            order,
            no(),
            scene.dice.maybe(40, new Reference("C-1")),
            no(),
            lines,
            scene.dice.maybe(30, (int) scene.dice.from(0, 100)),
            scene.dice.maybe(40, scene.now().plus(Duration.ofHours(scene.dice.from(-5, 30)))),
            ttl,
            committed,
            later,
            List.of());
    boolean there =
        wanted.entrySet().stream()
            .allMatch(line -> scene.stock.available(line.getKey(), scene.now()) >= line.getValue());
    Attempt attempt =
        Attempt.of(command)
            .doing(
                answer ->
                    there
                        ? Effect.none()
                            .hold(
                                order,
                                wanted,
                                committed ? no() : Optional.of(scene.now().plusSeconds(ttl)))
                        : Effect.none().unsettled(order.code()));
    return Optional.of(there || later ? attempt.sure() : attempt.wrong());
  }

  /// An order as its list shows it: number, site, state, version, ordered, still back-ordered.
  private static Optional<Look.Row> order(Scene scene) {
    return scene.look.any(
        scene.dice,
        """
        SELECT o.number, w.code, o.state, o.version,
               EXISTS (SELECT FROM sales_order_line l WHERE l.order_id = o.id
                         AND (l.picked > 0 OR l.shipped > 0))
          FROM sales_order o JOIN warehouse w ON w.id = o.warehouse_id
         ORDER BY o.state IN ('shipped', 'cancelled', 'released'), o.id DESC LIMIT 12
        """);
  }

  private static WarehouseCode site(Look.Row row) {
    return new WarehouseCode(row.text(1));
  }

  private static Reference number(Look.Row row) {
    return new Reference(row.text(0));
  }

  private static boolean holds(Scene scene, Look.Row row) {
    return scene.stock.hold(row.text(0)).filter(hold -> hold.holds(scene.now())).isPresent();
  }

  /// It holds, and not for ever: nobody has confirmed the bare reservation.
  private static boolean ends(Scene scene, Look.Row row) {
    return scene
        .stock
        .hold(row.text(0))
        .flatMap(PlainStock.Hold::until)
        .filter(until -> until.isAfter(scene.now()))
        .isPresent();
  }

  private static Optional<Attempt> renew(Scene scene) {
    return order(scene)
        .map(
            row -> {
              long ttl = scene.dice.from(1, 4000);
              Attempt attempt = Attempt.of(new RenewOrder(site(row), number(row), ttl));
              boolean over = Set.of("shipped", "cancelled", "released").contains(row.text(2));
              if (over) {
                return attempt.wrong();
              }
              boolean placed = row.text(2).equals("placed") && ends(scene, row);
              return attempt
                  .doing(
                      answer ->
                          placed
                              ? Effect.none()
                                  .hold(
                                      number(row),
                                      scene.stock.hold(row.text(0)).orElseThrow().lines(),
                                      Optional.of(scene.now().plusSeconds(ttl)))
                              : Effect.none().unsettled(row.text(0)))
                  .sureIf(placed);
            });
  }

  private static Optional<Attempt> confirm(Scene scene) {
    return order(scene)
        .map(
            row -> {
              Attempt attempt = Attempt.of(new ConfirmOrder(site(row), number(row)));
              boolean over = Set.of("shipped", "cancelled", "released").contains(row.text(2));
              boolean placed = row.text(2).equals("placed") && holds(scene, row);
              return over
                  ? attempt.wrong()
                  : attempt
                      .doing(
                          placed
                              ? Effect.none().commit(row.text(0))
                              : Effect.none().unsettled(row.text(0)))
                      .sureIf(placed);
            });
  }

  private static Optional<Attempt> release(Scene scene) {
    return order(scene)
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(new ReleaseOrder(site(row), number(row)))
                      .doing(Effect.none().drop(row.text(0)));
              boolean early = row.text(2).equals("placed") || row.text(2).equals("committed");
              return early ? attempt.sureIf(holds(scene, row) && !row.flag(4)) : attempt.wrong();
            });
  }

  private static Optional<Attempt> change(Scene scene) {
    return order(scene)
        .map(
            row -> {
              boolean lines = scene.dice.percent(50);
              boolean stale = scene.dice.percent(15);
              Attempt attempt =
                  Attempt.of(
                          new ChangeOrder(
                              site(row),
                              number(row),
                              Optional.of((int) scene.dice.from(0, 100)),
                              no(),
                              lines
                                  ? List.of(new OrderCommand.Line(scene.plain(), scene.units(8)))
                                  : List.of(),
                              scene.dice.percent(40),
                              Optional.of(row.number(3) + (stale ? 3 : 0))))
                      .doing(Effect.none().unsettled(row.text(0)));
              return stale ? attempt.wrong() : attempt;
            });
  }

  private static Optional<Attempt> fill(Scene scene) {
    Optional<Look.Row> waiting =
        scene.look.any(
            scene.dice,
            """
            SELECT o.number, w.code, o.state FROM sales_order o
              JOIN warehouse w ON w.id = o.warehouse_id
             WHERE o.state NOT IN ('shipped', 'cancelled', 'released')
               AND EXISTS (SELECT FROM sales_order_line l WHERE l.order_id = o.id
                             AND l.back_ordered > 0)
             ORDER BY o.id
            """);
    return waiting.map(
        row ->
            Attempt.of(new FillOrder(site(row), number(row)))
                .doing(Effect.none().unsettled(row.text(0))));
  }

  private static Optional<Attempt> cancel(Scene scene) {
    return order(scene)
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(new CancelOrder(site(row), number(row), reason("unwanted")))
                      .doing(Effect.none().drop(row.text(0)));
              boolean over = Set.of("shipped", "cancelled", "released").contains(row.text(2));
              return over ? attempt.wrong() : attempt;
            });
  }

  private static Optional<Attempt> tidy(Scene scene) {
    return Optional.of(Attempt.of(new TidyOrders(scene.site())));
  }
}
