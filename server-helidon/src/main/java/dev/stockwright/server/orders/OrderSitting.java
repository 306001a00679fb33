package dev.stockwright.server.orders;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderType;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.ledger.Sheaf;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Sitting;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is done to orders while customers wait, many at once: placing, renewing, confirming and
/// releasing.
final class OrderSitting implements Sitting<OrderCommand> {
  private static final int PRIORITY_USUAL = 50;

  private final OrderSheets sheets = new OrderSheets();
  private final Map<WarehouseCode, Long> limits = new HashMap<>();

  @Override
  public void prepare(OrderCommand command, Needs needs) {
    Reference number = number(command);
    needs.promise(number);
    if (command instanceof OrderCommand.PlaceOrder place) {
      place.lines().forEach(line -> needs.promised(place.warehouse(), line.sku()));
      place.customer().ifPresent(sheets::wantCustomer);
    }
    if (command instanceof OrderCommand.ReleaseOrder) {
      sheets.wantLines(number);
    }
    if (sheets.want(number)) {
      needs.alongside(sheets::read);
    }
  }

  private static Reference number(OrderCommand command) {
    return switch (command) {
      case OrderCommand.PlaceOrder c -> c.order();
      case OrderCommand.RenewOrder c -> c.order();
      case OrderCommand.ConfirmOrder c -> c.order();
      case OrderCommand.ReleaseOrder c -> c.order();
      case OrderCommand.ChangeOrder _,
          OrderCommand.FillOrder _,
          OrderCommand.CancelOrder _,
          OrderCommand.TidyOrders _ ->
          throw alone(command);
    };
  }

  private static IllegalStateException alone(OrderCommand command) {
    return new IllegalStateException("judged alone: " + command);
  }

  @Override
  public Decision handle(OrderCommand command, Work work) {
    return switch (command) {
      case OrderCommand.PlaceOrder c -> place(c, work);
      case OrderCommand.RenewOrder c ->
          known(
              c.warehouse(),
              c.order(),
              work,
              order ->
                  OrderRules.renew(
                      order, work.stock(), until(c.warehouse(), c.ttlSeconds(), work)));
      case OrderCommand.ConfirmOrder c ->
          known(c.warehouse(), c.order(), work, order -> OrderRules.confirm(order, work.stock()));
      case OrderCommand.ReleaseOrder c ->
          known(c.warehouse(), c.order(), work, order -> OrderRules.release(order, work.stock()));
      case OrderCommand.ChangeOrder _,
          OrderCommand.FillOrder _,
          OrderCommand.CancelOrder _,
          OrderCommand.TidyOrders _ ->
          throw alone(command);
    };
  }

  @Override
  public void write(Sheaf sheaf) {
    sheets.write(sheaf);
  }

  private Decision place(OrderCommand.PlaceOrder command, Work work) {
    if (sheets.find(command.order()).isPresent()) {
      return new Decision.Refuse(
          new DocumentRefusal.DocumentExists(DocumentKind.ORDER, command.order()));
    }
    Optional<Integer> customer = command.customer().flatMap(sheets::customer);
    if (command.customer().isPresent() && customer.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.CUSTOMER, command.customer().get()));
    }
    Kits kits = kits(command.lines(), work);
    Optional<Refusal> many = kits.tooMany(command.lines());
    if (many.isPresent()) {
      return new Decision.Refuse(many.get());
    }
    Kits.Apart wanted = apart(command.warehouse(), kits, command.lines(), work);
    Instant until = until(command.warehouse(), command.ttlSeconds(), work);
    return switch (OrderRules.place(command, wanted.lines(), work.stock(), until)) {
      case Ruling.Refused(var why) -> new Decision.Refuse(why);
      case Ruling.Same _ -> new Decision.Act(List.of());
      case Ruling.Becomes becomes -> {
        sheets.place(head(command, customer, wanted.kits()), becomes, work);
        yield act(command.warehouse(), command.order(), becomes);
      }
    };
  }

  /// The kits among what is ordered. Whether there are any is remembered.
  private static Kits kits(List<OrderCommand.Line> lines, Work work) {
    List<Sku> kits =
        lines.stream()
            .map(OrderCommand.Line::sku)
            .filter(sku -> !work.stock().gates().components(sku).isEmpty())
            .toList();
    return kits.isEmpty() ? Kits.NONE : Kits.read(work.sql(), kits);
  }

  /// The lines without kits; what those are made of is looked at as well.
  static Kits.Apart apart(
      WarehouseCode warehouse, Kits kits, List<OrderCommand.Line> lines, Work work) {
    Kits.Apart apart = kits.apart(lines);
    if (!apart.kits().isEmpty()) {
      work.learnProducts(apart.components());
      work.stock().bring(warehouse, apart.components());
    }
    return apart;
  }

  private static OrderSheets.Head head(
      OrderCommand.PlaceOrder command, Optional<Integer> customer, List<Kits.Ordered> kits) {
    return new OrderSheets.Head(
        command.warehouse(),
        command.order(),
        command.type().orElse(OrderType.ORDER).code(),
        customer,
        command.name().orElse(""),
        command.priority().orElse(PRIORITY_USUAL),
        command.shipBy(),
        Attributes.json(command.attributes()),
        kits);
  }

  private Decision known(
      WarehouseCode warehouse, Reference number, Work work, Function<Order, Ruling> rules) {
    Optional<Order> order =
        sheets.find(number).filter(found -> found.warehouse().equals(warehouse));
    if (order.isEmpty()) {
      return new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, number));
    }
    Order known = enough(order.get(), work);
    return switch (rules.apply(known)) {
      case Ruling.Refused(var why) -> new Decision.Refuse(why);
      case Ruling.Same _ -> new Decision.Act(List.of());
      case Ruling.Becomes becomes -> {
        sheets.turn(known, becomes, work);
        yield act(warehouse, number, becomes);
      }
    };
  }

  /// What is promised again is looked at line by line; for the rest of what is done here, how far
  /// the order is says enough.
  private Order enough(Order order, Work work) {
    Optional<PromiseState> promise = work.stock().promise(order.number()).map(Promise::state);
    return OrderRules.state(order, promise) == OrderState.EXPIRED
        ? sheets.whole(order, work)
        : order;
  }

  private static Decision act(WarehouseCode warehouse, Reference number, Ruling.Becomes becomes) {
    List<Step> steps = new ArrayList<>(becomes.steps());
    steps.add(OrderBook.note(warehouse, number, becomes.state(), becomes.detail()));
    return new Decision.Act(steps);
  }

  private Instant until(WarehouseCode warehouse, long ttlSeconds, Work work) {
    return work.now()
        .plusSeconds(
            ttlSeconds > 0
                ? ttlSeconds
                : limits.computeIfAbsent(warehouse, any -> usual(warehouse, work)));
  }

  /// How long a promise holds when nobody says it, in seconds.
  static long usual(WarehouseCode warehouse, Work work) {
    return work.setting(warehouse, OrderClerk.TTL_SETTING, PlaceReservation.TTL_SECONDS_DEFAULT);
  }
}
