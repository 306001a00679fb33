package dev.stockwright.simulator.stack;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.ClientSettings;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;

/// The floor app without its window: the client's whole core in a warehouse, with a queue for
/// scans.
public final class FloorPost implements ScanListener, AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClientCore core;
  private final WarehouseDesk desk;
  private final ScanQueue queue;

  /// Where it stands and who works there.
  public record Place(Path store, DeviceId device, URI server, WarehouseCode warehouse) {}

  /// Opens its store, signs in, goes to the warehouse, and waits until it knows the products.
  ///
  /// @param told hears what came of each scan; `ACCEPT` means that the command is on the disk
  public FloorPost(Place place, Credentials who, BiConsumer<Scan, Outcome> told) {
    core =
        ClientCore.open(
            new ClientSettings(
                place.store(), place.device(), place.server(), ZoneOffset.UTC, CLOCK),
            scan -> ScanReader.read(scan, LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC)));
    Reply<SignedIn> reply = core.signIn(who);
    if (!(reply instanceof Reply.Ok<SignedIn>)) {
      core.close();
      throw new IllegalStateException("not signed in: " + reply);
    }
    desk = core.enter(place.warehouse());
    queue = new ScanQueue(desk.receiving()::onScan, told);
    Waiting.until(
        () -> "the catalogue of " + place.device(),
        PATIENCE,
        () ->
            !core.catalogue().byBarcode("0" + CodedSite.ean(0)).isEmpty()
                && desk.stock().freshness().live());
  }

  public ClientCore core() {
    return core;
  }

  public WarehouseDesk desk() {
    return desk;
  }

  /// Waits until the server has answered everything.
  public void awaitSent(Duration patience) {
    Waiting.until(
        () -> core.syncStatus().toString(), patience, () -> core.syncStatus().unsent() == 0);
  }

  @Override
  public void scanned(Scan scan) {
    queue.offer(scan);
  }

  @Override
  public void bounced(Scan scan) {}

  @Override
  public void refused(RefusedRead refused) {
    throw new IllegalStateException("the scanner refused " + refused);
  }

  @Override
  public void healthChanged(DeviceHealth health) {}

  @Override
  public void close() {
    queue.close();
    core.close();
  }
}
