package dev.stockwright.devices.tryout;

import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.devices.serial.BaudFinder;
import java.time.Duration;
import java.util.Optional;

/// Finds the speed of a scanner with a person who scans.
final class SpeedTalk {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Telling telling;
  private final TriedScanner tried;

  SpeedTalk(Telling telling, TriedScanner tried) {
    this.telling = telling;
    this.tried = tried;
  }

  /// The profile with the speed that was found; its last scan waits among the events.
  ///
  /// @param left how long to search, where the person said it
  Optional<ScannerProfile> find(ScannerProfile start, Optional<Duration> left)
      throws InterruptedException {
    telling.say(
        "speed_search", "Scan code 1 again and again, until this says that the speed is found.");
    BaudFinder finder = new BaudFinder(TestCode::isOne, tried);
    BaudFinder.Outcome outcome =
        finder.find(
            start.settings(),
            left.orElse(PATIENCE),
            baud -> {
              tried.forget();
              telling.say("speed_tried", "Listening at " + baud + " baud.");
            });
    return switch (outcome) {
      case BaudFinder.Outcome.Found(int baud, String text) -> {
        telling.say("speed_found", "The scanner sends at " + baud + " baud.");
        yield Optional.of(at(start, baud));
      }
      case BaudFinder.Outcome.NotFound(String sentence) -> {
        telling.say("speed_not_found", sentence);
        yield Optional.empty();
      }
      case BaudFinder.Outcome.Failed(String sentence) -> {
        telling.say("not_there", sentence);
        yield Optional.empty();
      }
    };
  }

  private static ScannerProfile at(ScannerProfile start, int baud) {
    return switch (start.line()) {
      case Line.Serial line ->
          start.withLine(
              new Line.Serial(line.path(), baud, line.dataBits(), line.stopBits(), line.parity()));
      case Line.Wedge wedge -> start;
    };
  }
}
