package dev.stockwright.client.outbox;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import java.time.Instant;
import java.util.Optional;

/// One command of this device and how it stands.
///
/// @param answer the server's final word, when it has said it
/// @param remark the id it was sent again or recorded as, why it was given up, or since when it is
/// with a supervisor; empty else
public record Entry(
    Envelope envelope,
    Fate fate,
    Instant addedAt,
    Optional<Instant> answeredAt,
    Optional<Answer> answer,
    String remark) {

  /// How a command stands.
  public enum Fate {
    /// Not answered yet.
    WAITING("waiting"),
    /// Done and durable on the server.
    ACCEPTED("accepted"),
    /// Refused; a person must look at it.
    ATTENTION("attention"),
    /// Refused, and given again as a new command, or recorded by a supervisor.
    RESENT("resent"),
    /// Refused, and given up with a reason.
    DISCARDED("discarded");

    private final String code;

    Fate(String code) {
      this.code = code;
    }

    /// As stored.
    public String code() {
      return code;
    }

    static Fate of(String code) {
      for (Fate fate : values()) {
        if (fate.code.equals(code)) {
          return fate;
        }
      }
      throw new IllegalArgumentException("fate " + code);
    }
  }

  /// Since when a supervisor has it to decide about; empty while it needs somebody here.
  public Optional<Instant> referredAt() {
    return fate == Fate.ATTENTION && !remark.isEmpty()
        ? Optional.of(Instant.parse(remark))
        : Optional.empty();
  }

  /// Why the server refused it: a sentence for people; empty when it did not.
  public String refusalSentence() {
    return answer.orElse(null) instanceof Answer.Refused refused ? refused.message() : "";
  }
}
