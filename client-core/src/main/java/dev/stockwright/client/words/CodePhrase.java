package dev.stockwright.client.words;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What people call the kinds and states that the server's lists name by codes.
public enum CodePhrase implements Phrase {
  RECEIVE,
  PUT_AWAY,
  PICK,
  REPLENISH,
  COUNT,
  ZERO_CHECK,
  PACK,
  LOAD,
  TRANSFER,
  CHECK,
  OPEN,
  LEASED,
  REQUESTED,
  APPROVED,
  PACKED,
  SHIPPED,
  SHORT,
  RECEIVED,
  CLOSED,
  REFUSED,
  CANCELLED,
  CRITICAL,
  WARNING,
  NOTICE,
  LOW,
  OUT,
  OVER,
  EXPIRING,
  LATE,
  REVIEW;

  /// The words for a code; absent: of a server that is newer than this app.
  public static Optional<CodePhrase> of(String code) {
    String name = code.toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(phrase -> phrase.name().equals(name)).findFirst();
  }

  @Override
  public String key() {
    return "code." + name().toLowerCase(Locale.ROOT);
  }
}
