package dev.stockwright.vocabulary;

import java.util.UUID;

/// The name of one command for ever, made by its device before the first send. Version 7
/// (time-ordered, RFC 9562) is best, because the server's index then grows at its end.
public record CommandId(UUID uuid) {
  /// Reads the usual 36 characters.
  public static CommandId of(String text) {
    if (text.length() == 36) {
      try {
        return new CommandId(UUID.fromString(text));
      } catch (IllegalArgumentException notOne) {
        throw Form.invalid(
            "command_id", text, "a UUID such as 0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f");
      }
    }
    throw Form.invalid("command_id", text, "a UUID such as 0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f");
  }

  /// A version 7 id of `millis` since 1970 with 74 random bits, given as two numbers.
  public static CommandId timeOrdered(long millis, long randomHigh, long randomLow) {
    long high = (millis << 16) | 0x7000L | (randomHigh & 0x0FFFL);
    long low = 0x8000000000000000L | (randomLow & 0x3FFFFFFFFFFFFFFFL);
    return new CommandId(new UUID(high, low));
  }

  /// By hand: a key of the server's busiest maps, and what a record brings is slower there.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof CommandId that && uuid.equals(that.uuid));
  }

  @Override
  public int hashCode() {
    return uuid.hashCode();
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
