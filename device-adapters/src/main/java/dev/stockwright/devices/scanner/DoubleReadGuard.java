package dev.stockwright.devices.scanner;

import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tells a trigger pulled twice from a second piece: the same code from the same scanner for the
/// same task line again within the window.
///
/// A bounce ([dev.stockwright.devices.ScanDelivery]) is the scanner's doing, is judged by its bytes
/// alone and counts from the last one seen. A double read is a person's: it is judged where the
/// task is known, counts from the last scan that was taken, and never applies where each scan is a
/// piece. One owner, not thread-safe.
public final class DoubleReadGuard {
  /// What is usual; 500 to 1000 ms suit most people.
  public static final Duration WINDOW = Duration.ofMillis(700);

  private final Duration window;
  private @Nullable Taken last; // Nothing was taken yet.

  private record Taken(Scan scan, String taskLine) {}

  /// A guard that has seen nothing.
  ///
  /// @param window zero: nothing is ever a double read
  public DoubleReadGuard(Duration window) {
    this.window = window;
  }

  /// Judges a scan and remembers it when it is taken.
  ///
  /// @param taskLine the line of work that the scan would change, such as `PO-1001/3`
  /// @param everyScanIsAPiece piece counting: the second beep is a second piece
  /// @return whether it is a double read, not to be booked without a word
  public boolean doubleRead(Scan scan, String taskLine, boolean everyScanIsAPiece) {
    Taken before = last;
    boolean again = !everyScanIsAPiece && before != null && repeats(before, scan, taskLine);
    if (!again) {
      last = new Taken(scan, taskLine);
    }
    return again;
  }

  private boolean repeats(Taken taken, Scan scan, String taskLine) {
    Duration between = Duration.between(taken.scan().at(), scan.at());
    return taken.taskLine().equals(taskLine)
        && taken.scan().source().equals(scan.source())
        && taken.scan().data().equals(scan.data())
        && !between.isNegative()
        && between.compareTo(window) < 0;
  }
}
