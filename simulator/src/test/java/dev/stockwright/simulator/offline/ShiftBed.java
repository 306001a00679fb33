package dev.stockwright.simulator.offline;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A real server with the site of a shift, an office that gives commands over a good line, and
/// handhelds that are each behind a line of their own.
final class ShiftBed implements AutoCloseable {
  static final List<LocationCode> ZONE_A = bins("A");
  static final List<LocationCode> ZONE_B = bins("B");
  static final LocationCode DOCK = new LocationCode("DOCK-1");
  static final LocationCode CART = new LocationCode("STAGE-1");
  private static final int BATCH = 100;

  private final Path folder;
  private final ServerHere server;
  private final Asking office;
  private final SplittableRandom ids = new SplittableRandom(77);

  ShiftBed(Path folder) {
    this(folder, ShiftSite.site());
  }

  ShiftBed(Path folder, Site site) {
    this.folder = folder;
    this.server = ServerHere.start(folder, site, ShiftSite.people());
    this.office = new Asking(server.url());
    String token = office.signIn(server.who());
    assert !token.isEmpty();
  }

  private static List<LocationCode> bins(String zone) {
    List<LocationCode> bins = new ArrayList<>();
    for (int bin = 1; bin <= 6; bin++) {
      bins.add(new LocationCode(zone + "-0" + bin));
    }
    return bins;
  }

  Path folder() {
    return folder;
  }

  ServerHere server() {
    return server;
  }

  /// A line to the server that can go wrong.
  ChaosProxy line() {
    return new ChaosProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
  }

  /// A handheld behind a line; its store stays in the folder.
  Hand hand(String device, ChaosProxy line, InstantSource clock) {
    return hand(device, line, clock, ZoneOffset.UTC);
  }

  Hand hand(String device, ChaosProxy line, InstantSource clock, ZoneId zone) {
    return new Hand(
        new Hand.Device(store(device), device, Optional.of(ShiftSite.NORTH), zone),
        URI.create("http://127.0.0.1:" + line.port()),
        clock);
  }

  Path store(String device) {
    return folder.resolve(device).resolve("device.db");
  }

  /// The office does something; each of it must be taken.
  void office(List<Command> commands) {
    for (int from = 0; from < commands.size(); from += BATCH) {
      List<Envelope> batch =
          commands.subList(from, Math.min(commands.size(), from + BATCH)).stream()
              .map(command -> envelope(new DeviceId("office"), 0, command))
              .toList();
      var answer = office.post("/api/v1/commands", Receipts.body(batch));
      if (answer.statusCode() != 200
          || !answer.body().contains("\"accepted\"")
          || answer.body().contains("\"refused\"")
          || answer.body().contains("\"deferred\"")) {
        throw new IllegalStateException(answer.body());
      }
    }
  }

  void office(Command command) {
    office(List.of(command));
  }

  Envelope envelope(DeviceId device, long sequence, Command command) {
    return new Envelope(
        CommandId.timeOrdered(1_780_000_000_000L, ids.nextLong(), ids.nextLong()),
        device,
        sequence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        command);
  }

  /// Goods in a bin.
  static ReceiveGoods receipt(Sku sku, long units, LocationCode at) {
    return new ReceiveGoods(
        ShiftSite.NORTH,
        sku,
        new Quantity(units),
        Optional.of(at),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    office.close();
    server.close();
  }
}
