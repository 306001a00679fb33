package dev.stockwright.devices.framing;

import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.Scan;

/// What the framer cut out of the stream.
public sealed interface Frame {
  /// A scan's bytes, without what framed them.
  record Complete(Scan.Raw raw) implements Frame {}

  /// Bytes that are no scan.
  ///
  /// @param raw what came, cut at the largest frame
  record Refused(Cause cause, Scan.Raw raw) implements Frame {}

  /// Why bytes are no scan.
  enum Cause {
    /// Control characters that no code carries: line noise, a wrong speed, another protocol.
    NOISE("noise", ReadReason.NOISE),
    /// More than the largest frame without an end.
    TOO_LONG("too_long", ReadReason.TOO_LONG),
    /// Nothing more came, and the end that the settings promise was missing.
    UNFINISHED("unfinished", ReadReason.UNFINISHED);

    private final String code;
    private final ReadReason reason;

    Cause(String code, ReadReason reason) {
      this.code = code;
      this.reason = reason;
    }

    /// Stable, for machines.
    public String code() {
      return code;
    }

    /// For people; says what to do.
    public Told told() {
      return Told.of(reason);
    }
  }
}
