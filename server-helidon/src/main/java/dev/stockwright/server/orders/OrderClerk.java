package dev.stockwright.server.orders;

import static dev.stockwright.db.tables.Tables.CUSTOMER;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.RESERVATION;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderType;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Clerk;
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

  private static final int PRIORITY_USUAL = 50;

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
      case OrderCommand.PlaceOrder c -> {
        needs.promise(c.order());
        c.lines().forEach(line -> needs.taken(c.warehouse(), line.sku()));
      }
      case OrderCommand.ChangeOrder c -> {
        needs.promise(c.order());
        c.lines().forEach(line -> needs.taken(c.warehouse(), line.sku()));
      }
      case OrderCommand.FillOrder c -> {
        needs.promise(c.order());
        waiting(c, sql).forEach(sku -> needs.taken(c.warehouse(), sku));
      }
      case OrderCommand.RenewOrder c -> needs.promise(c.order());
      case OrderCommand.ConfirmOrder c -> needs.promise(c.order());
      case OrderCommand.ReleaseOrder c -> needs.promise(c.order());
      case OrderCommand.CancelOrder c -> needs.promise(c.order());
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
      case OrderCommand.PlaceOrder c -> place(c, book, work);
      case OrderCommand.RenewOrder c ->
          known(
              c.warehouse(),
              c.order(),
              book,
              order ->
                  done(
                      order,
                      OrderRules.renew(
                          order, work.stock(), until(c.warehouse(), c.ttlSeconds(), work)),
                      book));
      case OrderCommand.ConfirmOrder c ->
          known(
              c.warehouse(),
              c.order(),
              book,
              order -> done(order, OrderRules.confirm(order, work.stock()), book));
      case OrderCommand.ReleaseOrder c ->
          known(
              c.warehouse(),
              c.order(),
              book,
              order -> done(order, OrderRules.release(order, work.stock()), book));
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

  private static Decision place(OrderCommand.PlaceOrder command, OrderBook book, Work work) {
    OrderBook.Look look = book.look(command.order(), command.lines());
    if (look.taken()) {
      return new Decision.Refuse(
          new DocumentRefusal.DocumentExists(DocumentKind.ORDER, command.order()));
    }
    Optional<Integer> customer = command.customer().flatMap(code -> customer(code, work));
    if (command.customer().isPresent() && customer.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.CUSTOMER, command.customer().get()));
    }
    Optional<Refusal> many = look.kits().tooMany(command.lines());
    if (many.isPresent()) {
      return new Decision.Refuse(many.get());
    }
    Kits.Apart wanted = apart(command.warehouse(), look.kits(), command.lines(), work);
    Instant until = until(command.warehouse(), command.ttlSeconds(), work);
    return switch (OrderRules.place(command, wanted.lines(), work.stock(), until)) {
      case Ruling.Refused(var why) -> new Decision.Refuse(why);
      case Ruling.Same _ -> new Decision.Act(List.of());
      case Ruling.Becomes becomes -> {
        List<Step> steps = new ArrayList<>(becomes.steps());
        steps.add(book.place(head(command, customer), becomes));
        if (!wanted.kits().isEmpty()) {
          book.kits(command.order(), wanted.kits());
        }
        yield new Decision.Act(steps);
      }
    };
  }

  /// The lines without kits; what those are made of is looked at as well.
  private static Kits.Apart apart(
      WarehouseCode warehouse, Kits kits, List<OrderCommand.Line> lines, Work work) {
    Kits.Apart apart = kits.apart(lines);
    if (!apart.kits().isEmpty()) {
      work.learnProducts(apart.components());
      work.stock().bring(warehouse, apart.components());
    }
    return apart;
  }

  private static OrderBook.Head head(OrderCommand.PlaceOrder command, Optional<Integer> customer) {
    return new OrderBook.Head(
        command.warehouse(),
        command.order(),
        command.type().orElse(OrderType.ORDER).code(),
        customer,
        command.name().orElse(""),
        command.priority().orElse(PRIORITY_USUAL),
        command.shipBy(),
        Attributes.json(command.attributes()));
  }

  private static Optional<Integer> customer(Reference code, Work work) {
    return work.sql()
        .select(CUSTOMER.ID)
        .from(CUSTOMER)
        .where(CUSTOMER.CODE.eq(code.code()))
        .and(CUSTOMER.ACTIVE)
        .fetchOptional(CUSTOMER.ID);
  }

  private static Decision change(
      OrderCommand.ChangeOrder command, Order order, OrderBook book, Work work) {
    Instant until = until(command.warehouse(), 0, work);
    Kits kits = book.look(command.order(), command.lines()).kits();
    Optional<Refusal> many = kits.tooMany(command.lines());
    if (many.isPresent()) {
      return new Decision.Refuse(many.get());
    }
    Kits.Apart wanted = apart(command.warehouse(), kits, command.lines(), work);
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

  private static Instant until(WarehouseCode warehouse, long ttlSeconds, Work work) {
    long seconds =
        ttlSeconds > 0
            ? ttlSeconds
            : work.setting(warehouse, TTL_SETTING, PlaceReservation.TTL_SECONDS_DEFAULT);
    return work.now().plusSeconds(seconds);
  }
}
