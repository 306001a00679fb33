package dev.stockwright.server.watching;

import java.util.List;

/// What an alert is about. Its code is its name in the tables and on the wire.
public enum AlertKind {
  /// Little is available.
  LOW("low", 1, 2),
  /// Nothing is available.
  OUT("out", 2, 1),
  /// Too much is on hand.
  OVER("over", 4, 3),
  /// A lot expires soon, or has expired.
  EXPIRING("expiring", 0, 2),
  /// A document is late.
  LATE("late", 0, 2),
  /// Somebody has to decide about something.
  REVIEW("review", 0, 2);

  /// Those that a posting raises, and ends.
  public static final List<AlertKind> OF_LEVELS = List.of(LOW, OUT, OVER);

  private final String code;
  private final int bit;
  private final int severity;

  AlertKind(String code, int bit, int severity) {
    this.code = code;
    this.bit = bit;
    this.severity = severity;
  }

  public String code() {
    return code;
  }

  /// Its place among what stands of a level; 0 for those that a level does not raise.
  public int bit() {
    return bit;
  }

  /// 1 critical, 2 warning, 3 notice.
  public int severity() {
    return severity;
  }
}
