package dev.stockwright.server.transferring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How far a transfer is.
public enum TransferState {
  REQUESTED,
  APPROVED,
  /// All that was approved stands ready.
  PACKED,
  /// In transit, wholly or in part.
  SHIPPED,
  /// Nobody expects more; what is missing is in transit until it is explained.
  SHORT,
  /// All of it has arrived.
  RECEIVED,
  /// What did not arrive is explained.
  CLOSED,
  REFUSED,
  CANCELLED;

  /// As written in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state that is written `code`.
  public static TransferState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Several, as a sentence names them.
  static String words(Set<TransferState> states) {
    return Arrays.stream(values())
        .filter(states::contains)
        .map(TransferState::code)
        .collect(Collectors.joining(" or "));
  }
}
