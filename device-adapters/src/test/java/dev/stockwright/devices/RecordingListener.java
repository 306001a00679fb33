package dev.stockwright.devices;

import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// Keeps all that a source tells, in order of each kind.
public final class RecordingListener implements ScanListener {
  public final List<Scan> scans = new CopyOnWriteArrayList<>();
  public final List<Scan> bounces = new CopyOnWriteArrayList<>();
  public final List<RefusedRead> refused = new CopyOnWriteArrayList<>();
  public final List<DeviceHealth> health = new CopyOnWriteArrayList<>();

  @Override
  public void scanned(Scan scan) {
    scans.add(scan);
  }

  @Override
  public void bounced(Scan scan) {
    bounces.add(scan);
  }

  @Override
  public void refused(RefusedRead read) {
    refused.add(read);
  }

  @Override
  public void healthChanged(DeviceHealth now) {
    health.add(now);
  }

  public List<String> texts() {
    return scans.stream().map(Scan::text).toList();
  }

  public List<DeviceState> states() {
    return health.stream().map(DeviceHealth::state).toList();
  }

  /// Waits until something holds; a test that waits in vain fails with what was there instead.
  public Duration await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(atMost) > 0) {
        throw new AssertionError(
            "not within " + atMost + "; scans " + texts() + ", refused " + refused + ", " + health);
      }
      Thread.sleep(1);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
