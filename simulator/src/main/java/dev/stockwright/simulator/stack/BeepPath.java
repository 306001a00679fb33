package dev.stockwright.simulator.stack;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Sku;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// From the bytes at a serial port to another device's screen: a scanner on a pseudo-terminal, the
/// client's core behind it, a server, and a second device that watches the same warehouse.
public final class BeepPath implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final DeviceId GUN = new DeviceId("scanner-1");

  private final SerialLine line;
  private final FloorPost near;
  private final FloorPost far;
  private final SerialScanner scanner;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  private record Heard(Outcome outcome, long nanos) {}

  /// How long scans took, in microseconds.
  ///
  /// @param feedback until the worker is told; then the command is on the device's disk
  /// @param stored until the command and its movement are in PostgreSQL
  /// @param screen until the second device shows the level
  public record Times(Histogram feedback, Histogram stored, Histogram screen) {
    /// In milliseconds, `percentile` of each.
    public String at(double percentile) {
      return "feedback %.1f ms, stored %.1f ms, other screen %.1f ms"
          .formatted(
              feedback.getValueAtPercentile(percentile) / 1000.0,
              stored.getValueAtPercentile(percentile) / 1000.0,
              screen.getValueAtPercentile(percentile) / 1000.0);
    }
  }

  /// @param through where the scanning device reaches the server
  /// @param server where the watching device does
  public BeepPath(Path folder, URI through, URI server, Credentials.Password who) {
    line = SerialLine.in(folder);
    near = post(folder, "floor-1", through, who);
    far = post(folder, "floor-2", server, who);
    scanner = new SerialScanner(GUN, SerialSettings.of(line.device()), InstantSource.system());
    scanner.start(near);
    Waiting.until(
        () -> scanner.health().toString(),
        PATIENCE,
        () -> scanner.health().state() == DeviceState.READY);
  }

  private FloorPost post(Path folder, String name, URI server, Credentials.Password who) {
    return new FloorPost(
        new FloorPost.Place(
            folder.resolve(name + ".db"), new DeviceId(name), server, CodedSite.NORTH),
        who,
        (scan, outcome) -> heard.add(new Heard(outcome, System.nanoTime())));
  }

  public FloorPost near() {
    return near;
  }

  public FloorPost far() {
    return far;
  }

  /// One scan of a product; returns when the worker was told, with the command that is safe now.
  public CommandId scan(int product) {
    line.send(CodedSite.scanned(product));
    return told().outcome().command().orElseThrow();
  }

  /// Scans one product after the other, each followed until it is on the other screen.
  ///
  /// @param first product and number of products
  public Times time(DatabasePlace place, int first, int count) throws SQLException {
    Times times = new Times(histogram(), histogram(), histogram());
    try (Books books = new Books(place)) {
      for (int i = first; i < first + count; i++) {
        Sku sku = CodedSite.sku(i);
        long before = far.desk().stock().level(sku).onHand();
        long sent = System.nanoTime();
        line.send(CodedSite.scanned(i));
        Heard answer = told();
        record(times.feedback(), sent, answer.nanos());
        CommandId id = answer.outcome().command().orElseThrow();
        Waiting.until(() -> id + " in the database", PATIENCE, () -> books.knows(id));
        record(times.stored(), sent, System.nanoTime());
        Waiting.until(
            () -> sku + " at the other device",
            PATIENCE,
            () -> far.desk().stock().level(sku).onHand() == before + 1);
        record(times.screen(), sent, System.nanoTime());
      }
    }
    return times;
  }

  private Heard told() {
    try {
      Heard next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (next == null || next.outcome().signal() != Signal.ACCEPT) {
        throw new IllegalStateException("the scan was answered with " + next);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private static Histogram histogram() {
    return new Histogram(60_000_000L, 3);
  }

  private static void record(Histogram histogram, long from, long to) {
    histogram.recordValue(Math.clamp((to - from) / 1_000, 0, 60_000_000L));
  }

  @Override
  public void close() {
    scanner.close();
    near.close();
    far.close();
    line.close();
  }
}
