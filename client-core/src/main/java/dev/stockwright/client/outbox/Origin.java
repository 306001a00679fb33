package dev.stockwright.client.outbox;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Operator;
import java.util.Optional;

/// Where a command comes from.
///
/// @param author who did it; absent when nobody was signed in, then the server takes the person who
/// is signed in when it is sent
/// @param scan the raw scan that led to it, cut to what an envelope may hold
/// @param insisted the worker was asked and insists
/// @param late the server was not reached, so that it will hear of it late
public record Origin(
    Optional<Operator> author, Optional<String> scan, boolean insisted, boolean late) {
  public Origin {
    scan = scan.map(s -> s.length() > Envelope.SCAN_MAX ? s.substring(0, Envelope.SCAN_MAX) : s);
  }

  /// With the server in reach.
  public Origin(Optional<Operator> author, Optional<String> scan, boolean insisted) {
    this(author, scan, insisted, false);
  }

  /// A command that a person gave without a scan.
  public static Origin of(Operator author) {
    return new Origin(Optional.of(author), Optional.empty(), false);
  }

  /// Whether the books shall follow although they say otherwise. An envelope never changes after it
  /// was written, so this is decided before.
  public boolean insistsOn(Command command) {
    return insisted || late && Lateness.handled(command);
  }
}
