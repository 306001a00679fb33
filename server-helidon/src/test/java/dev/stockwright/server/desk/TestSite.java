package dev.stockwright.server.desk;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A small site on a real PostgreSQL with a real desk: warehouses W1 and W2 with DOCK, A-01 and
/// A-02, products S-1 to S-9, purchase order PO-1 of 10 S-1 for W1.
public final class TestSite implements AutoCloseable {
  public static final WarehouseCode W1 = new WarehouseCode("W1");
  public static final WarehouseCode W2 = new WarehouseCode("W2");
  public static final LocationCode DOCK = new LocationCode("DOCK");
  public static final LocationCode A1 = new LocationCode("A-01");
  public static final LocationCode A2 = new LocationCode("A-02");
  public static final Sku S1 = new Sku("S-1");
  public static final Sku S2 = new Sku("S-2");
  public static final Operator ANA = new Operator("ana");
  public static final DeviceId DESK = new DeviceId("DESK-1");

  private final TestDatabase own = TestDatabase.fresh();
  public final Database database;
  public final Catalogue catalogue = new Catalogue();
  public final CommandDesk desk;

  public TestSite(CommitListener listener) {
    this(listener, DeskSettings.standard());
  }

  public TestSite(CommitListener listener, DeskSettings settings) {
    this.database = Database.open(own.place());
    seed();
    this.desk = new CommandDesk(database, catalogue, settings, listener);
  }

  private void seed() {
    database
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .execute(
                        """
                        INSERT INTO warehouse (code, name, receiving_location)
                        VALUES ('W1', 'One', 'DOCK'), ('W2', 'Two', 'DOCK');
                        INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse;
                        INSERT INTO location (warehouse_id, code, kind)
                        SELECT w.id, c.code, c.kind FROM warehouse w,
                          (VALUES ('DOCK', 'dock'), ('A-01', 'bin'), ('A-02', 'bin')) c(code, kind);
                        INSERT INTO product (sku, name)
                        SELECT 'S-' || i, 'Product ' || i FROM generate_series(1, 9) i;
                        INSERT INTO purchase_order (number, warehouse_id, supplier)
                        SELECT 'PO-1', id, 'Halvorsen' FROM warehouse WHERE code = 'W1';
                        INSERT INTO purchase_order_line (purchase_order_id, line, product_id,
                          ordered, over_percent)
                        SELECT o.id, 1, p.id, 10, 10 FROM purchase_order o, product p
                         WHERE p.sku = 'S-1';
                        """));
  }

  /// Where its database is.
  public DatabasePlace place() {
    return own.place();
  }

  /// Changes the tables past the desk, as a test's beginning.
  public void change(String sql) {
    database.changing().transaction(tx -> tx.dsl().execute(sql));
  }

  /// Judges a command with an id of its own.
  public Answer ask(Command command) {
    return ask(envelope(command));
  }

  public Answer ask(Envelope envelope) {
    return ask(desk, envelope);
  }

  /// Asks one of several desks.
  public static Answer ask(CommandDesk desk, Envelope envelope) {
    try {
      return desk.submit(Submission.of(envelope, ANA)).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static Envelope envelope(Command command) {
    return envelope(new CommandId(UUID.randomUUID()), 0, false, command);
  }

  public static Envelope envelope(CommandId id, long sequence, boolean insisted, Command command) {
    return new Envelope(
        id,
        DESK,
        sequence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        insisted,
        command);
  }

  public static ReceiveGoods receive(Sku sku, long quantity) {
    return new ReceiveGoods(
        W1,
        sku,
        new Quantity(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static MoveStock move(Sku sku, long quantity, LocationCode from, LocationCode to) {
    return new MoveStock(
        W1,
        sku,
        new Quantity(quantity),
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static TransferStock transfer(Sku sku, long quantity) {
    return new TransferStock(
        W1,
        W2,
        sku,
        new Quantity(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    desk.close();
    database.close();
    own.close();
  }
}
