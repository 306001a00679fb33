package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.util.OptionalLong;

/// One wish for labels on its way through a printer.
///
/// @param number counts up in one folder
/// @param title one line for people
/// @param by who asked
/// @param reprintOf the job that this one repeats
/// @param since when it came into this state
/// @param told why it is in this state
/// @param zpl what the printer gets, copies included
public record PrintJob(
    long number,
    DeviceId printer,
    String title,
    String by,
    Instant asked,
    OptionalLong reprintOf,
    State state,
    Instant since,
    Told told,
    String zpl) {
  /// Where a job is.
  public enum State {
    /// Waits; nothing of it has gone to a printer.
    QUEUED,
    /// Going out just now.
    SENDING,
    /// The printer took all of it and has not said that it is printed.
    SENT,
    /// The printer said afterwards that nothing is left to print.
    PRINTED,
    /// Perhaps printed, perhaps not: a person looks and decides.
    ATTENTION,
    /// Given up, because it waited too long.
    FAILED,
    CANCELLED;

    /// Whether it still needs a printer or a person.
    boolean open() {
      return this == QUEUED || this == SENDING || this == ATTENTION || this == FAILED;
    }
  }

  /// In English, for logs and terminals.
  public String reason() {
    return told.sentence();
  }

  PrintJob as(State next, Instant now, Told why) {
    return new PrintJob(
        number, printer, title, by, asked, reprintOf, next, next == state ? since : now, why, zpl);
  }

  PrintJob at(DeviceId other) {
    return new PrintJob(number, other, title, by, asked, reprintOf, state, since, told, zpl);
  }
}
