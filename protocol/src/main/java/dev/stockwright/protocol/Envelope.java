package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Operator;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Optional;

/// A command with its name and its origin. `id` and `sequence` are given before the first send and
/// never change.
///
/// @param sequence the device's own number, 1, 2, 3, ...; 0 from a sender that does not number
/// @param author who did it; the person who is signed in when absent
/// @param occurredAt by the device's clock: information, never an order
/// @param scan the raw scan that led to it
/// @param insisted the worker was asked and insists, or it is reported late: a fact is then
/// recorded even     where the books cannot explain it
@Json(naming = Json.Naming.LowerUnderscore)
public record Envelope(
    CommandId id,
    DeviceId device,
    long sequence,
    Optional<Operator> author,
    Optional<Instant> occurredAt,
    Optional<String> scan,
    boolean insisted,
    Command command) {
  /// The longest raw scan that is kept, in characters.
  public static final int SCAN_MAX = 8192;

  public Envelope {
    author = Required.orEmpty(author);
    occurredAt = Required.orEmpty(occurredAt);
    scan = Required.orEmpty(scan);
    Required.field("id", id);
    Required.field("device", device);
    Required.field("command", command);
    if (sequence < 0) {
      throw new InvalidValue("invalid_sequence", "sequence " + sequence + " is below 0");
    }
    if (scan.isPresent() && scan.get().length() > SCAN_MAX) {
      throw new InvalidValue("invalid_scan", "the scan is longer than 8192 characters");
    }
  }
}
