package dev.stockwright.devices.tryout;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.recording.RawRecorder;
import dev.stockwright.devices.serial.LineTap;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What comes from the line of the scanner that is tried out, as one sequence of events for the
/// thread that talks. At most 10 000 wait; what comes on top is dropped, which no person is quick
/// enough for.
final class TriedScanner implements LineTap, ScanListener, AutoCloseable {
  /// Something that happened.
  sealed interface Event {
    record Came(String characters, long nanos) implements Event {}

    record Quiet(long nanos) implements Event {}

    record Health(DeviceHealth health) implements Event {}

    record Seen(Scan scan, boolean bounce) implements Event {}

    record Refused(RefusedRead read) implements Event {}
  }

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(10_000);
  private final Optional<RawRecorder> recorder;
  private final LineTap recording;

  private TriedScanner(Optional<RawRecorder> recorder, DeviceId source) {
    this.recorder = recorder;
    this.recording = recorder.map(r -> LineTap.to(r, source)).orElse(LineTap.NOBODY);
  }

  /// @param record where the raw bytes are kept
  static TriedScanner of(Optional<Path> record, DeviceId source) throws IOException {
    return new TriedScanner(
        record.isPresent() ? Optional.of(RawRecorder.to(record.get())) : Optional.empty(), source);
  }

  /// The next event, waiting a little for it.
  Optional<Event> next() throws InterruptedException {
    return Optional.ofNullable(events.poll(50, TimeUnit.MILLISECONDS));
  }

  /// Forgets what was not asked for.
  void forget() {
    events.clear();
  }

  private void happened(Event event) {
    boolean kept = events.offer(event);
    if (!kept) {
      events.poll();
    }
  }

  @Override
  public void came(byte[] bytes, int length, long nanos) {
    recording.came(bytes, length, nanos);
    Scan.Raw raw = new Scan.Raw(Arrays.copyOf(bytes, length));
    happened(new Event.Came(raw.text(), nanos));
  }

  @Override
  public void silent(long untilNanos) {
    happened(new Event.Quiet(untilNanos));
  }

  @Override
  public void scanned(Scan scan) {
    happened(new Event.Seen(scan, false));
  }

  @Override
  public void bounced(Scan scan) {
    happened(new Event.Seen(scan, true));
  }

  @Override
  public void refused(RefusedRead read) {
    happened(new Event.Refused(read));
  }

  @Override
  public void healthChanged(DeviceHealth health) {
    happened(new Event.Health(health));
  }

  @Override
  public void close() {
    recorder.ifPresent(RawRecorder::close);
  }
}
