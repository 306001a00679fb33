package dev.stockwright.devices.tryout;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.devices.tryout.ScannerCommand.Plan;
import dev.stockwright.devices.tryout.TriedScanner.Event;
import dev.stockwright.vocabulary.Scan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows each frame as it comes, with its bytes, and each change of the scanner's state.
final class Watch {
  private final Plan plan;
  private final Telling telling;
  private final Keyboard keyboard;
  private @Nullable Instant last; // No frame came yet.

  Watch(Plan plan, Telling telling, Keyboard keyboard) {
    this.plan = plan;
    this.telling = telling;
    this.keyboard = keyboard;
  }

  int run() throws InterruptedException {
    long begin = System.nanoTime();
    try (TriedScanner tried = TriedScanner.of(plan.record(), plan.start().source())) {
      Optional<ScannerProfile> found =
          plan.auto()
              ? new SpeedTalk(telling, tried).find(plan.start(), plan.left(begin))
              : Optional.of(plan.start());
      if (found.isEmpty()) {
        return ScannerCommand.NOTHING_CAME;
      }
      tried.forget();
      ScannerProfile profile = found.get();
      DeviceHealth health = watch(tried, profile, begin);
      telling.counters(health);
      if (health.reads() + health.rejects() > 0) {
        return ScannerCommand.DONE;
      }
      telling.say("nothing_came", "Nothing came from the scanner.");
      return ScannerCommand.NOTHING_CAME;
    } catch (IOException e) {
      telling.say("recording_failed", "The recording cannot be written: " + e.getMessage() + ".");
      return ScannerCommand.WRONG_USE;
    }
  }

  private DeviceHealth watch(TriedScanner tried, ScannerProfile profile, long begin)
      throws InterruptedException {
    try (SerialScanner scanner =
        new SerialScanner(profile.source(), profile.settings(), InstantSource.system(), tried)) {
      scanner.start(tried);
      while (!over(begin)) {
        tried.next().ifPresent(event -> tell(event, scanner));
      }
      return scanner.health();
    }
  }

  private boolean over(long begin) {
    return plan.isOver(begin) || keyboard.line().filter("q"::equals).isPresent();
  }

  private void tell(Event event, SerialScanner scanner) {
    switch (event) {
      case Event.Came came -> {}
      case Event.Quiet quiet -> {}
      case Event.Health(DeviceHealth health) -> telling.state(health);
      case Event.Seen(Scan scan, boolean bounce) ->
          telling.scan(scan, bounce, gap(scan), scanner.health());
      case Event.Refused(var read) -> telling.refused(read, gap(read.scan()), scanner.health());
    }
  }

  private Duration gap(Scan scan) {
    Instant before = last;
    last = scan.at();
    return before == null ? Duration.ZERO : Duration.between(before, scan.at());
  }
}
