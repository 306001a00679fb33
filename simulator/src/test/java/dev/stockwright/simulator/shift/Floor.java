package dev.stockwright.simulator.shift;

import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.simulator.offline.SameBooks;
import dev.stockwright.simulator.offline.Told;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.FloorPost;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// The server of all shifts of a class, its office, and the devices that work there. Safe for the
/// tests of a class, which run beside each other.
final class Floor implements AutoCloseable {
  static final LocationCode CART = new LocationCode("CART-1");
  static final LocationCode PACKING = new LocationCode("PACK-1");
  static final LocationCode DOCK = new LocationCode("DOCK-1");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final ServerHere server;
  private final Office office;
  private final Books books;
  private final List<Runnable> opened = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger hands = new AtomicInteger();

  private Floor(Path folder, ServerHere server) throws SQLException {
    this.folder = folder;
    this.server = server;
    this.office = new Office(server);
    this.books = new Books(server.place());
    office.place(CART.code(), "cart");
    office.place(PACKING.code(), "packing");
  }

  static Floor open(Path folder) throws SQLException {
    return new Floor(folder, ServerHere.start(folder, ShiftSite.site(), ShiftSite.people()));
  }

  Office office() {
    return office;
  }

  /// A new device in somebody's hands, who has signed in and is at home.
  Hand hand(ShiftSite.Worker who) {
    return hand(who, ShiftSite.NORTH, server.url(), InstantSource.system());
  }

  Hand hand(ShiftSite.Worker who, InstantSource clock) {
    return hand(who, ShiftSite.NORTH, server.url(), clock);
  }

  /// At another site.
  Hand hand(ShiftSite.Worker who, WarehouseCode warehouse) {
    return hand(who, warehouse, server.url(), InstantSource.system());
  }

  /// The same, over a line that can be cut.
  Hand hand(ShiftSite.Worker who, ChaosProxy line) {
    return hand(who, ShiftSite.NORTH, line);
  }

  Hand hand(ShiftSite.Worker who, WarehouseCode warehouse, ChaosProxy line) {
    URI url = URI.create("http://127.0.0.1:" + line.port());
    return hand(who, warehouse, url, InstantSource.system());
  }

  /// The same, with the time of a device.
  Hand hand(ShiftSite.Worker who, ChaosProxy line, InstantSource clock) {
    return hand(who, ShiftSite.NORTH, URI.create("http://127.0.0.1:" + line.port()), clock);
  }

  /// The same, over a line on which somebody listens.
  Hand hand(ShiftSite.Worker who, OverheardLine line) {
    return hand(who, ShiftSite.NORTH, line.url(), InstantSource.system());
  }

  private Hand hand(ShiftSite.Worker who, WarehouseCode warehouse, URI url, InstantSource clock) {
    String name = "tc-" + hands.incrementAndGet();
    Hand hand =
        new Hand(
            new FloorPost.Place(folder.resolve(name + ".db"), new DeviceId(name), url, warehouse),
            clock);
    opened.add(hand::close);
    hand.signIn(who);
    hand.awaitQuiet();
    return hand;
  }

  /// A transfer from NORTH to EAST that is promised; nobody approves what they have asked for.
  void transfer(String number, Sku sku, long units) {
    office.give(
        new TransferCommand.RequestTransfer(
            ShiftSite.NORTH,
            ShiftSite.EAST,
            Optional.of(new Reference(number)),
            List.of(new TransferCommand.Wanted(sku, new Quantity(units))),
            Optional.empty(),
            Optional.empty()));
    Hand boss = hand(ShiftSite.SUE);
    Added kept =
        boss.core()
            .add(
                new TransferCommand.ApproveTransfer(
                    ShiftSite.NORTH, new Reference(number), List.of()),
                false);
    settled(boss);
    if (!boss.core().attention().isEmpty()) {
      throw new IllegalStateException(kept + ": " + boss.core().attention());
    }
  }

  ChaosProxy line() {
    ChaosProxy line =
        new ChaosProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    opened.add(line::close);
    return line;
  }

  OverheardLine overheard() {
    OverheardLine line = new OverheardLine(server.port());
    opened.add(line::close);
    return line;
  }

  /// Waits until the device knows what it must know.
  static void until(Hand hand, BooleanSupplier so) {
    Waiting.until(() -> said(hand), PATIENCE, so);
  }

  private static String said(Hand hand) {
    return hand.said() + " / " + hand.instruction() + " / " + hand.core().attention();
  }

  static WarehouseDesk desk(Hand hand) {
    return hand.core().desk().orElseThrow();
  }

  /// Waits until the device knows a product by its barcode, which is told after the product.
  static void knows(Hand hand, Sku sku) {
    until(
        hand,
        () ->
            hand.core().catalogue().product(sku).isPresent()
                && !hand.core().catalogue().barcodes(sku).isEmpty());
  }

  /// Waits until the device shows so many of a product in a place.
  static void sees(Hand hand, Sku sku, LocationCode at, long units) {
    knows(hand, sku);
    until(
        hand,
        () ->
            desk(hand).balances().all().stream()
                    .filter(pile -> pile.sku().equals(sku) && pile.location().equals(at))
                    .mapToLong(pile -> pile.units())
                    .sum()
                == units);
  }

  /// What a device has otherwise than the server.
  List<String> differences(Hand hand) {
    synchronized (books) {
      try {
        return SameBooks.of(books).differences(hand.core());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// What of all that a device has told is not on the server as it must be.
  List<String> complaints(Told told, Hand hand) {
    synchronized (books) {
      return told.complaints(books, hand.core(), told.envelopes().getFirst().device());
    }
  }

  static void settled(Hand hand) {
    until(hand, () -> hand.core().syncStatus().unsent() == 0);
  }

  /// What the server's books have of a product in a place.
  long there(Sku sku, LocationCode at) {
    return number(
        "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN product p ON p.id = b.product_id"
            + " JOIN location l ON l.id = b.location_id WHERE p.sku = ? AND l.code = ?",
        sku.code(),
        at.code());
  }

  String text(String sql) {
    synchronized (books) {
      try (Statement statement = books.connection().createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return rows.next() ? rows.getString(1) : "";
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }

  long number(String sql, Object... values) {
    synchronized (books) {
      return books.number(sql, values);
    }
  }

  /// How many tasks of a kind are in a state for a product.
  long tasks(String kind, String state, Sku sku) {
    return number(
        "SELECT count(*) FROM task t JOIN product p ON p.id = t.product_id"
            + " WHERE t.kind = ? AND t.state = ? AND p.sku = ?",
        kind,
        state,
        sku.code());
  }

  @Override
  public void close() throws SQLException {
    List.copyOf(opened).reversed().forEach(Runnable::run);
    List<String> findings = books.findings();
    books.close();
    office.close();
    server.close();
    if (!findings.isEmpty()) {
      throw new AssertionError(findings);
    }
  }
}
