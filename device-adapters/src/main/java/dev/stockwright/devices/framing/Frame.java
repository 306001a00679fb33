package dev.stockwright.devices.framing;

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
    NOISE(
        "noise", "The scanner sent noise. Scan again; if it stays, check the cable and the speed."),
    /// More than the largest frame without an end.
    TOO_LONG(
        "too_long",
        "The scanner sent too much without an end. Scan again; if it stays, check which ending"
            + " the scanner sends."),
    /// Nothing more came, and the end that the settings promise was missing.
    UNFINISHED(
        "unfinished",
        "The end of the scan is missing. Scan again; if it stays, check which ending the scanner"
            + " sends.");

    private final String code;
    private final String sentence;

    Cause(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    /// Stable, for machines.
    public String code() {
      return code;
    }

    /// For people; says what to do.
    public String sentence() {
      return sentence;
    }
  }
}
