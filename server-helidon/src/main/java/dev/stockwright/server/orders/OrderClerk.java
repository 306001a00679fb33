package dev.stockwright.server.orders;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.RESERVATION;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Sitting;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Keeps customers' orders and has their stock promised. They do not wrap the bare reservations:
/// both stand on the same promises of the ledger, under the order's number.
public final class OrderClerk implements Clerk<OrderCommand> {
  /// The setting that says how long a promise holds when nobody says it, in seconds.
  public static final String TTL_SETTING = "orders.time_limit_seconds";

  /// Orders that one command tidies; who tidies often has less.
  static final int TIDY_MAX = 500;

  /// What else must be done when an order is cancelled that somebody is at work on.
  public interface Followers {
    /// The steps that follow; written already is what they say.
    List<Step> cancelled(Order order, Work work);
  }

  private final Followers followers;

  public OrderClerk(Followers followers) {
    this.followers = followers;
  }

  @Override
  public void prepare(OrderCommand command, DSLContext sql, Needs needs) {
    switch (command) {
      case OrderCommand.ChangeOrder c -> {
        needs.promise(c.order());
        c.lines().forEach(line -> needs.taken(c.warehouse(), line.sku()));
      }
      case OrderCommand.FillOrder c -> {
        needs.promise(c.order());
        waiting(c, sql).forEach(sku -> needs.taken(c.warehouse(), sku));
      }
      case OrderCommand.CancelOrder c -> needs.promise(c.order());
      case OrderCommand.PlaceOrder _,
          OrderCommand.RenewOrder _,
          OrderCommand.ConfirmOrder _,
          OrderCommand.ReleaseOrder _ ->
          throw new IllegalStateException("judged together: " + command);
      case OrderCommand.TidyOrders _ -> {
        // nothing of the stock changes
      }
    }
  }

  /// What is done while a customer waits. The others look at the ledger's tables, or what follows
  /// them does.
  @Override
  public boolean together(OrderCommand command) {
    return switch (command) {
      case OrderCommand.PlaceOrder _,
          OrderCommand.RenewOrder _,
          OrderCommand.ConfirmOrder _,
          OrderCommand.ReleaseOrder _ ->
          true;
      case OrderCommand.ChangeOrder _,
          OrderCommand.FillOrder _,
          OrderCommand.CancelOrder _,
          OrderCommand.TidyOrders _ ->
          false;
    };
  }

  /// Judges such commands.
  public Sitting<OrderCommand> sitting() {
    return new OrderSitting();
  }

  private static List<Sku> waiting(OrderCommand.FillOrder command, DSLContext sql) {
    return sql.selectDistinct(PRODUCT.SKU)
        .from(SALES_ORDER)
        .join(SALES_ORDER_LINE)
        .on(SALES_ORDER_LINE.ORDER_ID.eq(SALES_ORDER.ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(SALES_ORDER_LINE.PRODUCT_ID))
        .where(SALES_ORDER.NUMBER.eq(command.order().code()))
        .and(SALES_ORDER_LINE.BACK_ORDERED.gt(0L))
        .fetch(row -> new Sku(row.value1()));
  }

  @Override
  public Decision handle(OrderCommand command, Work work) {
    OrderBook book = new OrderBook(work);
    return switch (command) {
      case OrderCommand.PlaceOrder _,
          OrderCommand.RenewOrder _,
          OrderCommand.ConfirmOrder _,
          OrderCommand.ReleaseOrder _ ->
          throw new IllegalStateException("judged together: " + command);
      case OrderCommand.ChangeOrder c ->
          known(c.warehouse(), c.order(), book, order -> change(c, order, book, work));
      case OrderCommand.FillOrder c ->
          known(
              c.warehouse(),
              c.order(),
              book,
              order -> done(order, OrderRules.fill(order, work.stock()), book));
      case OrderCommand.CancelOrder c ->
          known(c.warehouse(), c.order(), book, order -> cancel(c, order, book, work));
      case OrderCommand.TidyOrders c -> tidy(c.warehouse(), book, work);
    };
  }

  private static Decision change(
      OrderCommand.ChangeOrder command, Order order, OrderBook book, Work work) {
    Instant until = work.now().plusSeconds(OrderSitting.usual(command.warehouse(), work));
    Kits kits =
        Kits.read(work.sql(), command.lines().stream().map(OrderCommand.Line::sku).toList());
    Optional<Refusal> many = kits.tooMany(command.lines());
    if (many.isPresent()) {
      return new Decision.Refuse(many.get());
    }
    Kits.Apart wanted = OrderSitting.apart(command.warehouse(), kits, command.lines(), work);
    Ruling ruling =
        OrderRules.change(command, new OrderRules.Wish(order, wanted.lines()), work.stock(), until);
    if (ruling instanceof Ruling.Becomes) {
      if (!wanted.lines().isEmpty()) {
        book.kits(command.order(), wanted.kits());
      }
      work.sql()
          .update(SALES_ORDER)
          .set(
              SALES_ORDER.PRIORITY,
              command.priority().map(Integer::shortValue).orElse((short) order.priority()))
          .set(
              SALES_ORDER.SHIP_BY,
              command
                  .shipBy()
                  .or(order::shipBy)
                  .map(time -> time.atOffset(ZoneOffset.UTC))
                  .orElse(null))
          .where(SALES_ORDER.ID.eq(order.id()))
          .execute();
    }
    return done(order, ruling, book);
  }

  private Decision cancel(
      OrderCommand.CancelOrder command, Order order, OrderBook book, Work work) {
    Optional<Refusal> reason = work.wrongReason(command.reason(), "cancel");
    if (reason.isPresent()) {
      return new Decision.Refuse(reason.get());
    }
    Decision decision =
        done(order, OrderRules.cancel(order, work.stock(), command.reason().code()), book);
    boolean atWork =
        switch (order.state()) {
          case PICKING, PICKED, PACKED -> true;
          case PLACED, COMMITTED, SHIPPED, RELEASED, EXPIRED, CANCELLED -> false;
        };
    if (atWork && decision instanceof Decision.Act(var steps)) {
      List<Step> all = new ArrayList<>(steps);
      all.addAll(followers.cancelled(order, work));
      return new Decision.Act(all);
    }
    return decision;
  }

  /// Writes down what the ledger has decided already.
  private static Decision tidy(WarehouseCode warehouse, OrderBook book, Work work) {
    var open =
        DSL.selectOne()
            .from(RESERVATION)
            .where(RESERVATION.ORDER_CODE.eq(SALES_ORDER.NUMBER))
            .and(RESERVATION.STATE.in("placed", "committed"))
            .and(RESERVATION.EXPIRES_AT.isNull().or(RESERVATION.EXPIRES_AT.gt(work.at())));
    List<Reference> over =
        work.sql()
            .select(SALES_ORDER.NUMBER)
            .from(SALES_ORDER)
            .where(SALES_ORDER.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
            .and(SALES_ORDER.STATE.in("placed", "committed"))
            .andNotExists(open)
            .orderBy(SALES_ORDER.ID)
            .limit(TIDY_MAX)
            .fetch(row -> new Reference(row.value1()));
    List<Step> steps = new ArrayList<>();
    for (Reference number : over) {
      book.find(warehouse, number)
          .map(order -> book.turn(order, ended(order, work), "time over"))
          .ifPresent(steps::add);
    }
    return new Decision.Act(steps);
  }

  /// Released by hand, or its time is over.
  private static OrderState ended(Order order, Work work) {
    boolean released =
        work.sql()
            .select(RESERVATION.STATE)
            .from(RESERVATION)
            .where(RESERVATION.ORDER_CODE.eq(order.number().code()))
            .orderBy(RESERVATION.ID.desc())
            .limit(1)
            .fetchOptional(RESERVATION.STATE)
            .filter("released"::equals)
            .isPresent();
    return released ? OrderState.RELEASED : OrderState.EXPIRED;
  }

  private static Decision known(
      WarehouseCode warehouse, Reference number, OrderBook book, Function<Order, Decision> doing) {
    return book.find(warehouse, number)
        .map(doing)
        .orElseGet(
            () ->
                new Decision.Refuse(
                    new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, number)));
  }

  private static Decision done(Order order, Ruling ruling, OrderBook book) {
    return switch (ruling) {
      case Ruling.Refused(var why) -> new Decision.Refuse(why);
      case Ruling.Same _ -> new Decision.Act(List.of());
      case Ruling.Becomes becomes -> {
        if (!becomes.lines().equals(order.lines())) {
          book.lines(order, becomes.lines());
        }
        List<Step> steps = new ArrayList<>(becomes.steps());
        steps.add(book.turn(order, becomes.state(), becomes.until(), becomes.detail()));
        yield new Decision.Act(steps);
      }
    };
  }
}
