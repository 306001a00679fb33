package dev.stockwright.server.orders;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.OrderState.Act;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules of orders. The demand of a product is added up over all lines before it is checked,
/// so that two lines of one order cannot both have the last piece; all lines or none.
public final class OrderRules {
  private OrderRules() {}

  /// How far an order really is: what the ledger holds for it counts, because its time may be over
  /// or somebody may have confirmed or released the bare reservation.
  public static OrderState state(Order order, Optional<PromiseState> promise) {
    return switch (order.state()) {
      case PLACED, COMMITTED, EXPIRED ->
          switch (promise.orElse(PromiseState.EXPIRED)) {
            case PLACED -> OrderState.PLACED;
            case COMMITTED -> OrderState.COMMITTED;
            case RELEASED -> OrderState.RELEASED;
            case EXPIRED -> OrderState.EXPIRED;
            case SHIPPED -> OrderState.SHIPPED;
          };
      case PICKING, PICKED, PACKED, SHIPPED, RELEASED, CANCELLED -> order.state();
    };
  }

  /// A new order, or why not.
  ///
  /// @param wanted its lines, without kits
  /// @param until when its promise ends by itself
  static Ruling place(
      OrderCommand.PlaceOrder command, List<OrderCommand.Line> wanted, Stock stock, Instant until) {
    Optional<Refusal> unknown = unknown(command.warehouse(), wanted, stock);
    if (unknown.isPresent()) {
      return new Ruling.Refused(unknown.get());
    }
    if (stock.promise(command.order()).filter(open -> open.state().holding()).isPresent()) {
      return new Ruling.Refused(new Refusal.OrderAlreadyReserved(command.order()));
    }
    Demand demand = new Demand(command.warehouse(), stock, Map.of());
    List<Order.Line> lines = demand.lines(wanted, command.backOrder());
    if (!demand.missing.isEmpty()) {
      return demand.refused(command.order());
    }
    Optional<Instant> end = command.committed() ? Optional.empty() : Optional.of(until);
    return new Ruling.Becomes(
        command.committed() ? OrderState.COMMITTED : OrderState.PLACED,
        lines,
        end,
        List.of(promise(command.warehouse(), command.order(), lines, end)),
        waiting(lines));
  }

  /// More time; one whose time is over is promised again.
  static Ruling renew(Order order, Stock stock, Instant until) {
    return switch (now(order, stock)) {
      case PLACED ->
          new Ruling.Becomes(
              OrderState.PLACED,
              order.lines(),
              Optional.of(until),
              List.of(new Step.Renew(order.number(), until)),
              "until " + until);
      case EXPIRED -> again(order, stock, Optional.of(until));
      default -> wrong(order, stock, Act.RENEW);
    };
  }

  /// Bought; one whose time is over is promised again, or it is said of everything what is missing.
  static Ruling confirm(Order order, Stock stock) {
    OrderState now = now(order, stock);
    return switch (now) {
      case PLACED ->
          new Ruling.Becomes(
              OrderState.COMMITTED,
              order.lines(),
              Optional.empty(),
              List.of(new Step.Turn(order.number(), PromiseState.COMMITTED)),
              "");
      case COMMITTED ->
          order.state() == now
              ? new Ruling.Same()
              : becomes(order, OrderState.COMMITTED, List.of(), "");
      case EXPIRED -> again(order, stock, Optional.empty());
      default -> wrong(order, stock, Act.CONFIRM);
    };
  }

  /// Given back before anybody has begun.
  static Ruling release(Order order, Stock stock) {
    if (now(order, stock).then(Act.RELEASE).isEmpty() || order.begun()) {
      return wrong(order, stock, Act.RELEASE);
    }
    return becomes(
        order,
        OrderState.RELEASED,
        List.of(new Step.Turn(order.number(), PromiseState.RELEASED)),
        "");
  }

  /// Not wanted any more. Goods that were picked stay where they are and are free again.
  static Ruling cancel(Order order, Stock stock, String reason) {
    OrderState now = now(order, stock);
    if (now.then(Act.CANCEL).isEmpty()) {
      return wrong(order, stock, Act.CANCEL);
    }
    boolean held = stock.promise(order.number()).filter(p -> p.state().holding()).isPresent();
    return becomes(
        order,
        OrderState.CANCELLED,
        held ? List.of(new Step.Turn(order.number(), PromiseState.RELEASED)) : List.of(),
        reason);
  }

  /// An order and the lines that it should have.
  record Wish(Order order, List<OrderCommand.Line> lines) {}

  /// Other terms or other lines.
  ///
  /// @param wish the order as it is, and the lines that are wanted, without kits
  /// @param until when the promise of one that is promised again ends by itself
  static Ruling change(OrderCommand.ChangeOrder command, Wish wish, Stock stock, Instant until) {
    Order order = wish.order();
    List<OrderCommand.Line> wanted = wish.lines();
    if (command.version().isPresent() && command.version().get() != order.version()) {
      return new Ruling.Refused(
          new OrderRefusal.OrderChanged(order.number(), command.version().get(), order.version()));
    }
    OrderState now = now(order, stock);
    if (wanted.isEmpty()) {
      return now.then(Act.CHANGE_TERMS).isPresent()
          ? new Ruling.Becomes(now, order.lines(), order.expiresAt(), List.of(), terms(command))
          : wrong(order, stock, Act.CHANGE_TERMS);
    }
    if (now.then(Act.CHANGE_LINES).isEmpty() || order.begun()) {
      return wrong(order, stock, Act.CHANGE_LINES);
    }
    Optional<Refusal> unknown = unknown(order.warehouse(), wanted, stock);
    if (unknown.isPresent()) {
      return new Ruling.Refused(unknown.get());
    }
    Map<Sku, Long> held = now == OrderState.EXPIRED ? Map.of() : held(order, stock);
    Demand demand = new Demand(order.warehouse(), stock, held);
    List<Order.Line> lines = demand.lines(wanted, command.backOrder());
    if (!demand.missing.isEmpty()) {
      return demand.refused(order.number());
    }
    if (now == OrderState.EXPIRED) {
      Optional<Instant> end = Optional.of(until);
      return new Ruling.Becomes(
          OrderState.PLACED,
          lines,
          end,
          List.of(promise(order.warehouse(), order.number(), lines, end)),
          "lines changed, promised again");
    }
    return new Ruling.Becomes(
        now,
        lines,
        order.expiresAt(),
        resize(order.warehouse(), order.number(), held, Order.promised(lines)),
        joined("lines changed", waiting(lines)));
  }

  /// What waits for goods is promised as far as there are some now.
  static Ruling fill(Order order, Stock stock) {
    OrderState now = now(order, stock);
    if (now.then(Act.FILL).isEmpty()) {
      return wrong(order, stock, Act.FILL);
    }
    Map<Sku, Long> free = new LinkedHashMap<>();
    Map<Sku, Long> wanted = new LinkedHashMap<>();
    Map<Sku, Long> found = new LinkedHashMap<>();
    List<Order.Line> lines = new ArrayList<>();
    for (Order.Line line : order.lines()) {
      long units = 0;
      if (line.backOrdered() > 0) {
        long left =
            free.computeIfAbsent(
                line.sku(), sku -> Math.max(0, stock.available(order.warehouse(), sku)));
        units = Math.min(left, line.backOrdered());
        free.put(line.sku(), left - units);
        wanted.merge(line.sku(), line.backOrdered(), Long::sum);
        found.merge(line.sku(), units, Long::sum);
      }
      lines.add(line.filled(units));
    }
    if (wanted.isEmpty()) {
      return new Ruling.Same();
    }
    if (found.values().stream().allMatch(units -> units == 0)) {
      List<OrderRefusal.Missing> missing = new ArrayList<>();
      wanted.forEach((sku, units) -> missing.add(new OrderRefusal.Missing(sku, units, 0)));
      return new Ruling.Refused(new OrderRefusal.OrderShort(order.number(), missing));
    }
    return new Ruling.Becomes(
        now,
        lines,
        order.expiresAt(),
        resize(order.warehouse(), order.number(), Map.of(), found),
        joined("filled", waiting(lines)));
  }

  private static Ruling again(Order order, Stock stock, Optional<Instant> until) {
    Demand demand = new Demand(order.warehouse(), stock, Map.of());
    order.promised().forEach(demand::check);
    if (!demand.missing.isEmpty()) {
      return demand.refused(order.number());
    }
    return new Ruling.Becomes(
        until.isPresent() ? OrderState.PLACED : OrderState.COMMITTED,
        order.lines(),
        until,
        List.of(promise(order.warehouse(), order.number(), order.lines(), until)),
        "promised again");
  }

  private static Ruling becomes(Order order, OrderState state, List<Step> steps, String detail) {
    return new Ruling.Becomes(state, order.lines(), Optional.empty(), steps, detail);
  }

  private static OrderState now(Order order, Stock stock) {
    return state(order, stock.promise(order.number()).map(Promise::state));
  }

  private static Ruling wrong(Order order, Stock stock, Act act) {
    OrderState now = now(order, stock);
    boolean begun = now.then(act).isPresent();
    return new Ruling.Refused(
        new DocumentRefusal.WrongState(
            DocumentKind.ORDER,
            order.number(),
            begun ? "partly handed over" : now.code(),
            OrderState.wanted(act)));
  }

  private static Optional<Refusal> unknown(
      WarehouseCode warehouse, List<OrderCommand.Line> lines, Stock stock) {
    return lines.stream()
        .flatMap(line -> Checks.known(stock, warehouse, line.sku()).stream())
        .findFirst();
  }

  /// What the ledger holds for an order in its own warehouse.
  private static Map<Sku, Long> held(Order order, Stock stock) {
    Map<Sku, Long> held = new LinkedHashMap<>();
    stock.promise(order.number()).map(Promise::lines).orElse(List.of()).stream()
        .filter(line -> line.warehouse().equals(order.warehouse()))
        .forEach(line -> held.put(line.sku(), line.quantity()));
    return held;
  }

  private static Step promise(
      WarehouseCode warehouse, Reference number, List<Order.Line> lines, Optional<Instant> until) {
    List<Promise.Line> promised = new ArrayList<>();
    Order.promised(lines)
        .forEach(
            (sku, units) -> {
              if (units > 0) {
                promised.add(new Promise.Line(warehouse, sku, units));
              }
            });
    return new Step.Promise(number, promised, until);
  }

  private static List<Step> resize(
      WarehouseCode warehouse, Reference number, Map<Sku, Long> from, Map<Sku, Long> to) {
    Set<Sku> all = new LinkedHashSet<>(from.keySet());
    all.addAll(to.keySet());
    List<Step> steps = new ArrayList<>();
    for (Sku sku : all) {
      long change = to.getOrDefault(sku, 0L) - from.getOrDefault(sku, 0L);
      if (change != 0) {
        steps.add(new Step.Resize(number, warehouse, sku, change));
      }
    }
    return steps;
  }

  private static String terms(OrderCommand.ChangeOrder command) {
    List<String> terms = new ArrayList<>();
    command.priority().ifPresent(priority -> terms.add("priority " + priority));
    command.shipBy().ifPresent(time -> terms.add("ship by " + time));
    return String.join(", ", terms);
  }

  private static String waiting(List<Order.Line> lines) {
    long units = lines.stream().mapToLong(Order.Line::backOrdered).sum();
    return units == 0 ? "" : units + " back-ordered";
  }

  private static String joined(String first, String second) {
    return second.isEmpty() ? first : first + ", " + second;
  }

  /// The demand of an order, product by product, against what is free for it.
  private static final class Demand {
    private final WarehouseCode warehouse;
    private final Stock stock;
    private final Map<Sku, Long> own;
    final List<OrderRefusal.Missing> missing = new ArrayList<>();

    /// @param own what is promised to the same order already, which it may keep
    Demand(WarehouseCode warehouse, Stock stock, Map<Sku, Long> own) {
      this.warehouse = warehouse;
      this.stock = stock;
      this.own = own;
    }

    /// The lines of an order; what is not there waits when that is allowed, and is missing when
    /// not.
    List<Order.Line> lines(List<OrderCommand.Line> wanted, boolean backOrder) {
      Map<Sku, Long> sums = new LinkedHashMap<>();
      wanted.forEach(line -> sums.merge(line.sku(), line.quantity().units(), Math::addExact));
      Map<Sku, Long> free = new LinkedHashMap<>();
      sums.forEach((sku, units) -> free.put(sku, backOrder ? free(sku) : check(sku, units)));
      List<Order.Line> lines = new ArrayList<>();
      for (OrderCommand.Line line : wanted) {
        long units = line.quantity().units();
        long left = free.getOrDefault(line.sku(), 0L);
        long now = Math.min(left, units);
        free.put(line.sku(), left - now);
        lines.add(Order.Line.fresh(lines.size() + 1, line.sku(), units, units - now));
      }
      return lines;
    }

    /// How much is free for it; too little is missing.
    long check(Sku sku, long units) {
      long free = free(sku);
      if (free < units) {
        missing.add(new OrderRefusal.Missing(sku, units, free));
      }
      return free;
    }

    private long free(Sku sku) {
      return Math.max(0, stock.available(warehouse, sku)) + own.getOrDefault(sku, 0L);
    }

    Ruling refused(Reference order) {
      return new Ruling.Refused(new OrderRefusal.OrderShort(order, missing));
    }
  }
}
