package dev.stockwright.simulator.stack;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What the office does while a shift runs: products, places, orders, waves and counts, over HTTP.
/// Safe for threads.
public final class Office implements AutoCloseable {
  private static final DeviceId DESK = new DeviceId("office");
  private static final long DAY_SECONDS = 86_400;

  private final Asking asking;
  private final SplittableRandom random = new SplittableRandom(20_261_121);

  public Office(ServerHere server) {
    this(server.url(), server);
  }

  private Office(URI url, ServerHere server) {
    asking = new Asking(url);
    String token = asking.signIn(server.who());
    if (token.isEmpty()) {
      throw new IllegalStateException("the office is not let in");
    }
  }

  /// Gives a command; throws when the server refuses it.
  public void give(Command command) {
    String answer = tell(command);
    if (!answer.contains("\"accepted\"")) {
      throw new IllegalStateException(command + " was not accepted: " + answer);
    }
  }

  /// Gives a command and returns what the server says to it.
  public String tell(Command command) {
    return asking.post("/api/v1/commands", Receipts.body(List.of(envelope(command)))).body();
  }

  /// What the server answers to a question.
  public String ask(String path) {
    HttpResponse<String> answer = asking.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private synchronized Envelope envelope(Command command) {
    return new Envelope(
        CommandId.timeOrdered(1_780_000_000_000L, random.nextLong(), random.nextLong()),
        DESK,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        command);
  }

  /// A new product that is not kept by lot or piece; its barcode is `barcode`.
  public Sku product(String sku, String name, String barcode) {
    return product(sku, name, barcode, false);
  }

  /// A new product whose lots have a last day.
  public Sku perishable(String sku, String name, String barcode) {
    return product(sku, name, barcode, true);
  }

  private Sku product(String code, String name, String barcode, boolean lots) {
    Sku sku = new Sku(code);
    give(
        new CatalogCommand.SaveProduct(
            sku,
            Optional.of(name),
            Optional.of("piece"),
            Optional.empty(),
            Optional.of(100L),
            Optional.empty(),
            Optional.empty(),
            Optional.of(lots),
            Optional.of(false),
            Optional.of(lots),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    give(
        new CatalogCommand.SaveBarcode(
            new Reference(barcode),
            sku,
            Optional.of("each"),
            Optional.of(1L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return sku;
  }

  /// A new place in [ShiftSite#NORTH].
  ///
  /// @param kind `bin`, `dock`, `staging`, `cart` or `packing`
  public LocationCode place(String code, String kind) {
    return place(ShiftSite.NORTH, code, kind);
  }

  /// A new place anywhere.
  public LocationCode place(WarehouseCode warehouse, String code, String kind) {
    LocationCode location = new LocationCode(code);
    give(
        new PlaceCommand.SaveLocation(
            warehouse,
            location,
            Optional.empty(),
            Optional.of(kind),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return location;
  }

  /// Goods that somebody has brought straight into a place.
  public void stock(Sku sku, long units, LocationCode at) {
    give(goods(sku, units, at, Optional.empty(), Optional.empty()));
  }

  /// The same, of a lot with its last day.
  public void stock(Sku sku, long units, LocationCode at, String lot, LocalDate expiry) {
    give(goods(sku, units, at, Optional.of(new LotCode(lot)), Optional.of(expiry)));
  }

  private static ReceiveGoods goods(
      Sku sku, long units, LocationCode at, Optional<LotCode> lot, Optional<LocalDate> expiry) {
    return new ReceiveGoods(
        ShiftSite.NORTH,
        sku,
        new Quantity(units),
        Optional.of(at),
        lot,
        expiry,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A line of an order.
  public static OrderCommand.Line line(Sku sku, long units) {
    return new OrderCommand.Line(sku, new Quantity(units));
  }

  /// A committed order that is released to be picked by itself, in a wave of the same number.
  public void toPick(String number, OrderCommand.Line... lines) {
    order(number, lines);
    give(
        new PickingCommand.ReleaseToPick(
            ShiftSite.NORTH,
            Optional.of(new Reference("W-" + number)),
            List.of(new Reference(number)),
            Optional.of("single"),
            Optional.empty()));
  }

  /// A committed order.
  public void order(String number, OrderCommand.Line... lines) {
    give(
        new OrderCommand.PlaceOrder(
            ShiftSite.NORTH,
            new Reference(number),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Arrays.asList(lines),
            Optional.empty(),
            Optional.empty(),
            DAY_SECONDS,
            true,
            true,
            List.of()));
  }

  /// Somebody who is bought from.
  public void supplier(String code) {
    give(
        new CatalogCommand.SaveSupplier(
            new Reference(code),
            Optional.of("Supplier " + code),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /// So many are bought.
  public void buy(String order, String supplier, Sku sku, long units) {
    give(
        new PurchaseCommand.OpenPurchaseOrder(
            ShiftSite.NORTH,
            new Reference(order),
            new Reference(supplier),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(new PurchaseCommand.Line(sku, new Quantity(units)))));
  }

  /// A count of bins.
  public void count(String number, LocationCode... bins) {
    give(
        new CountCommand.RequestCount(
            ShiftSite.NORTH,
            Optional.of(new Reference(number)),
            Optional.empty(),
            Arrays.asList(bins),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public void close() {
    asking.close();
  }
}
