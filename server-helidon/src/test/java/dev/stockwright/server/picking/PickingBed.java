package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.ANA;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A warehouse to pick in: bins B-1 to B-6 along the way (B-1 to B-3 in zone Z1, the others in Z2),
/// two carts, a bench, a dock. Each test begins with nothing in it.
public final class PickingBed implements AutoCloseable {
  public static final Operator BEN = new Operator("ben");
  public static final LocationCode CART = new LocationCode("CART-1");
  public static final LocationCode CART_2 = new LocationCode("CART-2");
  public static final LocationCode BENCH = new LocationCode("PACK-1");
  public static final LocalDate SOON = LocalDate.of(2099, 1, 1);

  public final TestSite site = new TestSite((warehouse, epoch, events) -> {});
  private int orders;

  public PickingBed() {
    site.change(
        """
        INSERT INTO location (warehouse_id, code, kind, zone, pick_sequence, x_mm, y_mm)
        SELECT w.id, c.code, c.kind, c.zone, c.sequence, c.x, 0 FROM warehouse w,
          (VALUES ('B-1', 'bin', 'Z1', 10, 1000), ('B-2', 'bin', 'Z1', 20, 2000),
                  ('B-3', 'bin', 'Z1', 30, 3000), ('B-4', 'bin', 'Z2', 40, 4000),
                  ('B-5', 'bin', 'Z2', 50, 5000), ('B-6', 'bin', 'Z2', 60, 6000),
                  ('CART-1', 'cart', '', 0, 0), ('CART-2', 'cart', '', 0, 0),
                  ('PACK-1', 'packing', '', 0, 0)) c(code, kind, zone, sequence, x)
         WHERE w.code = 'W1';
        UPDATE product SET serial_tracked = true WHERE sku = 'S-9'
        """);
  }

  /// Everything that was is over: other products are used by each test.
  public void clear() {
    site.change(
        """
        UPDATE location SET locked_out = false, pick_face = false;
        DELETE FROM pick_face; DELETE FROM setting;
        DELETE FROM task_skip; UPDATE task SET state = 'cancelled', leased_to = null,
          leased_on = null, lease_until = null WHERE state IN ('open', 'leased');
        UPDATE pick SET state = 'cancelled' WHERE state IN ('open', 'waiting');
        DELETE FROM picked_goods;
        """);
  }

  /// A product that no other test uses.
  public Sku product() {
    String code = "T-" + UUID.randomUUID();
    site.change("INSERT INTO product (sku, name) VALUES ('" + code + "', 'Thing')");
    return new Sku(code);
  }

  public static LocationCode bin(int number) {
    return new LocationCode("B-" + number);
  }

  public void stock(Sku sku, long quantity, LocationCode at) {
    stock(sku, quantity, at, "", Optional.empty());
  }

  public void stock(
      Sku sku, long quantity, LocationCode at, String lot, Optional<LocalDate> expiry) {
    accepted(
        new ReceiveGoods(
            W1,
            sku,
            new Quantity(quantity),
            Optional.of(at),
            lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)),
            expiry,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /// One line of an order.
  public record Wants(Sku sku, long quantity) {}

  /// A committed order.
  public Reference order(Wants... lines) {
    Reference number = new Reference("SO-" + ++orders);
    accepted(place(number, true, lines));
    return number;
  }

  public static OrderCommand.PlaceOrder place(Reference number, boolean committed, Wants... lines) {
    return new OrderCommand.PlaceOrder(
        W1,
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(lines)
            .map(line -> new OrderCommand.Line(line.sku(), new Quantity(line.quantity())))
            .toList(),
        Optional.empty(),
        Optional.empty(),
        0,
        committed,
        false,
        List.of());
  }

  public static PickingCommand.ReleaseToPick release(
      String method, String allocation, Reference... orders) {
    return new PickingCommand.ReleaseToPick(
        W1, Optional.empty(), List.of(orders), Optional.of(method), Optional.of(allocation));
  }

  /// Releases the orders and gives the wave's number.
  public Reference released(String method, Reference... orders) {
    return accepted(release(method, "fefo", orders)).documents().stream()
        .filter(document -> document.document() == DocumentKind.WAVE)
        .map(Answer.Document::number)
        .findFirst()
        .orElseThrow();
  }

  public static PickingCommand.PickStock take(Reference pick, long quantity) {
    return take(pick, quantity, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static PickingCommand.PickStock take(
      Reference pick,
      long quantity,
      Optional<LocationCode> from,
      Optional<String> lot,
      Optional<String> tote) {
    return new PickingCommand.PickStock(
        W1,
        pick,
        new Quantity(quantity),
        CART,
        from,
        lot.map(LotCode::new),
        Optional.empty(),
        tote.map(HandlingUnit::new));
  }

  public static PickingCommand.ShortPick shortPick(Reference pick, String reason) {
    return new PickingCommand.ShortPick(W1, pick, new ReasonCode(reason));
  }

  /// The open picks of an order in the order of the way, as `P-1 B-1 3`.
  public List<String> way(Reference order) {
    return rows(
        "SELECT 'P-' || p.id || ' ' || coalesce(l.code, '-') || ' ' || (p.quantity - p.picked)"
            + " FROM pick p JOIN sales_order o ON o.id = p.order_id"
            + " LEFT JOIN location l ON l.id = p.location_id"
            + " WHERE p.state IN ('open', 'waiting') AND o.number = '"
            + order
            + "' ORDER BY p.skipped_at NULLS FIRST, p.stop, p.id");
  }

  /// The same without numbers: `B-1 3, B-2 1`.
  public String bins(Reference order) {
    return String.join(
        ", ", way(order).stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList());
  }

  /// The first open pick of an order.
  public Reference first(Reference order) {
    return picks(order).getFirst();
  }

  public List<Reference> picks(Reference order) {
    return way(order).stream()
        .map(line -> new Reference(line.substring(0, line.indexOf(' '))))
        .toList();
  }

  /// The one value that a question gives.
  public String value(String sql) {
    return rows(sql).getFirst();
  }

  public List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    site.database.reading().fetch(sql).forEach(row -> rows.add(String.valueOf(row.get(0))));
    return rows;
  }

  public long onHand(Sku sku, LocationCode at) {
    return Long.parseLong(
        value(
            "SELECT coalesce(sum(b.on_hand), 0) FROM balance b"
                + " JOIN product p ON p.id = b.product_id"
                + " JOIN location l ON l.id = b.location_id WHERE p.sku = '"
                + sku
                + "' AND l.code = '"
                + at
                + "'"));
  }

  /// On hand and reserved.
  public String level(Sku sku) {
    return value(
        "SELECT v.on_hand || ' ' || v.reserved FROM stock_level v JOIN product p"
            + " ON p.id = v.product_id WHERE p.sku = '"
            + sku
            + "'");
  }

  public String state(Reference order) {
    return value("SELECT state FROM sales_order WHERE number = '" + order + "'");
  }

  /// Ordered, back-ordered, picked, packed, shipped of the first line.
  public String line(Reference order) {
    return value(
        "SELECT concat_ws(' ', ordered, back_ordered, picked, packed, shipped)"
            + " FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id"
            + " WHERE o.number = '"
            + order
            + "' ORDER BY line LIMIT 1");
  }

  /// Waiting tasks of a kind, as `B-1 3`.
  public List<String> tasks(String kind) {
    return rows(
        "SELECT trim(place || ' ' || to_place) || ' ' || quantity FROM task WHERE kind = '"
            + kind
            + "' AND state IN ('open', 'leased') ORDER BY id");
  }

  public Answer.Accepted accepted(Command command) {
    return accepted(command, ANA);
  }

  public Answer.Accepted accepted(Command command, Operator who) {
    Answer answer = ask(TestSite.envelope(command), who);
    return assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  public Refusal refused(Command command) {
    return refused(command, ANA);
  }

  public Refusal refused(Command command, Operator who) {
    return assertInstanceOf(Answer.Refused.class, ask(TestSite.envelope(command), who)).refusal();
  }

  /// The person says that it has happened all the same.
  public Answer.Accepted insisted(Command command) {
    Answer answer = ask(TestSite.envelope(new CommandId(UUID.randomUUID()), 0, true, command), ANA);
    return assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  public Answer ask(Envelope envelope, Operator who) {
    try {
      return site.desk.submit(Submission.of(envelope, who)).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    site.close();
  }
}
