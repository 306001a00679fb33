package dev.stockwright.devices.scanner;

import java.util.Optional;

/// One test code as it came.
///
/// @param prefix what stood before it, without STX and AIM identifier
/// @param aim the AIM identifier, empty for none
/// @param separator what stood where the code has its separator; present for [TestCode#GS1] only
/// @param suffix what stood behind it, without the ending
/// @param ending CR, LF, TAB and ETX at the very end
/// @param stx whether STX began it
/// @param flaw what is wrong with the content itself
/// @param garble what has become of all characters
/// @param bits how many data bits the line should have
record Seen(
    TestCode code,
    String prefix,
    String aim,
    Optional<String> separator,
    String suffix,
    String ending,
    boolean stx,
    Optional<Flaw> flaw,
    Garble garble,
    Bits bits) {
  /// What may be wrong with the content of one code.
  enum Flaw {
    /// The EAN came without its check digit.
    CHECK_DIGIT_MISSING,
    /// Line breaks are gone or have become something else.
    LINE_BREAKS_CHANGED,
    /// The long code has no end.
    CUT
  }

  /// How many bits of each byte are data, and what the eighth is.
  enum Bits {
    EIGHT,
    SEVEN_EVEN,
    SEVEN_ODD,
    SEVEN_OTHER
  }
}
