package dev.stockwright.server.orders;

import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_KIT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.ledger.LedgerFailure;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/// The orders of a warehouse, for one command at work. Every change of a state is written into the
/// order's history and gives the step that tells everybody of it. What is done while customers wait
/// is done for many orders at once instead ([OrderSitting]).
public final class OrderBook {
  private static final String FIND =
      """
      SELECT o.id, o.state, o.priority, o.expires_at, o.ship_by, o.version,
             l.line, p.sku, l.ordered, l.back_ordered, l.picked, l.packed, l.shipped
        FROM sales_order o
        JOIN sales_order_line l ON l.order_id = o.id
        JOIN product p ON p.id = l.product_id
       WHERE o.number = ? AND o.warehouse_id = ?
       ORDER BY l.line""";

  private static final String TURN =
      """
      WITH o AS (
        UPDATE sales_order
           SET state = ?, expires_at = ?, changed_at = ?, changed_by = ?, version = version + 1
         WHERE id = ? RETURNING id)
      INSERT INTO sales_order_history (order_id, at, author, device, command_id, state, detail)
      SELECT o.id, ?, ?, ?, ?::uuid, ?, ? FROM o""";

  private final Work work;

  public OrderBook(Work work) {
    this.work = work;
  }

  /// Which kits an order was placed for, instead of those that it was for before.
  void kits(Reference number, List<Kits.Ordered> kits) {
    var order =
        DSL.select(SALES_ORDER.ID).from(SALES_ORDER).where(SALES_ORDER.NUMBER.eq(number.code()));
    work.sql().deleteFrom(SALES_ORDER_KIT).where(SALES_ORDER_KIT.ORDER_ID.eq(order)).execute();
    for (Kits.Ordered kit : kits) {
      work.sql()
          .insertInto(SALES_ORDER_KIT)
          .set(SALES_ORDER_KIT.ORDER_ID, order)
          .set(SALES_ORDER_KIT.FIRST_LINE, kit.firstLine())
          .set(SALES_ORDER_KIT.LAST_LINE, kit.lastLine())
          .set(SALES_ORDER_KIT.PRODUCT_ID, product(kit.sku()))
          .set(SALES_ORDER_KIT.QUANTITY, kit.quantity())
          .execute();
    }
  }

  /// The order with this number, if the warehouse has it.
  public Optional<Order> find(WarehouseCode warehouse, Reference number) {
    return with(
        FIND,
        s -> {
          s.setString(1, number.code());
          s.setInt(2, work.warehouseId(warehouse));
          try (ResultSet rows = s.executeQuery()) {
            return read(rows, warehouse, number);
          }
        });
  }

  private static Optional<Order> read(ResultSet rows, WarehouseCode warehouse, Reference number)
      throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    Order head =
        new Order(
            rows.getLong(1),
            warehouse,
            number,
            OrderState.of(rows.getString(2)),
            rows.getInt(3),
            time(rows, 4),
            time(rows, 5),
            rows.getLong(6),
            List.of());
    List<Order.Line> lines = new ArrayList<>();
    do {
      lines.add(
          new Order.Line(
              rows.getInt(7),
              new Sku(rows.getString(8)),
              rows.getLong(9),
              rows.getLong(10),
              rows.getLong(11),
              rows.getLong(12),
              rows.getLong(13)));
    } while (rows.next());
    return Optional.of(head.with(lines));
  }

  /// The order is in this state now.
  public Step turn(Order order, OrderState state, String detail) {
    return turn(order, state, Optional.empty(), detail);
  }

  /// The same, for one whose promise ends by itself.
  public Step turn(Order order, OrderState state, Optional<Instant> until, String detail) {
    with(
        TURN,
        s -> {
          s.setString(1, state.code());
          time(s, 2, until);
          s.setObject(3, work.at());
          s.setString(4, work.author().code());
          s.setLong(5, order.id());
          history(s, 6, state, detail);
          return s.executeUpdate();
        });
    return note(order.warehouse(), order.number(), state, detail);
  }

  /// What it wants and how far that is, line by line; lines that are not named are taken away.
  public void lines(Order order, List<Order.Line> lines) {
    if (lines.size() < order.lines().size()) {
      work.sql()
          .deleteFrom(SALES_ORDER_LINE)
          .where(SALES_ORDER_LINE.ORDER_ID.eq(order.id()))
          .and(SALES_ORDER_LINE.LINE.notIn(lines.stream().map(Order.Line::line).toList()))
          .execute();
    }
    for (Order.Line line : lines) {
      if (!order.lines().contains(line)) {
        line(order, line);
      }
    }
  }

  private void line(Order order, Order.Line line) {
    work.sql()
        .insertInto(SALES_ORDER_LINE)
        .set(SALES_ORDER_LINE.ORDER_ID, order.id())
        .set(SALES_ORDER_LINE.LINE, line.line())
        .set(SALES_ORDER_LINE.PRODUCT_ID, product(line.sku()))
        .set(SALES_ORDER_LINE.ORDERED, line.ordered())
        .set(SALES_ORDER_LINE.BACK_ORDERED, line.backOrdered())
        .set(SALES_ORDER_LINE.PICKED, line.picked())
        .set(SALES_ORDER_LINE.PACKED, line.packed())
        .set(SALES_ORDER_LINE.SHIPPED, line.shipped())
        .onConflict(SALES_ORDER_LINE.ORDER_ID, SALES_ORDER_LINE.LINE)
        .doUpdate()
        .set(SALES_ORDER_LINE.PRODUCT_ID, DSL.excluded(SALES_ORDER_LINE.PRODUCT_ID))
        .set(SALES_ORDER_LINE.ORDERED, DSL.excluded(SALES_ORDER_LINE.ORDERED))
        .set(SALES_ORDER_LINE.BACK_ORDERED, DSL.excluded(SALES_ORDER_LINE.BACK_ORDERED))
        .set(SALES_ORDER_LINE.PICKED, DSL.excluded(SALES_ORDER_LINE.PICKED))
        .set(SALES_ORDER_LINE.PACKED, DSL.excluded(SALES_ORDER_LINE.PACKED))
        .set(SALES_ORDER_LINE.SHIPPED, DSL.excluded(SALES_ORDER_LINE.SHIPPED))
        .execute();
  }

  private void history(PreparedStatement s, int at, OrderState state, String detail)
      throws SQLException {
    s.setObject(at, work.at());
    s.setString(at + 1, work.author().code());
    s.setString(at + 2, work.device().code());
    s.setString(at + 3, work.by().id().toString());
    s.setString(at + 4, state.code());
    s.setString(at + 5, detail);
  }

  static Step note(WarehouseCode warehouse, Reference number, OrderState state, String detail) {
    return detail.isEmpty()
        ? Work.note(warehouse, DocumentKind.ORDER, number, state.code())
        : Work.note(warehouse, DocumentKind.ORDER, number, state.code(), detail);
  }

  private int product(Sku sku) {
    return work.productId(sku).orElseThrow();
  }

  private static Optional<Instant> time(ResultSet rows, int column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void time(PreparedStatement s, int at, Optional<Instant> time)
      throws SQLException {
    s.setObject(
        at, time.map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private interface Doing<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Doing<T> doing) {
    Connection connection = work.connection();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return doing.with(statement);
    } catch (SQLException e) {
      throw new LedgerFailure(e);
    }
  }
}
