package dev.stockwright.vocabulary.epc;

/// What the EPC memory of a tag holds: an EPC, something that is none of the schemes read here, or
/// an EPC with a fault in it.
public sealed interface TagRead permits EpcTag, OtherTag, MalformedEpc {
  /// Bits that the EPC memory of a tag can hold at most (the length in its protocol control word).
  int MAX_BITS = 496;

  /// Reads the EPC memory of a tag, most significant bit first, written as hexadecimal digits.
  static TagRead ofHex(String hex) {
    if (hex.isEmpty()) {
      return new MalformedEpc("empty", 0, "there is nothing in it");
    }
    for (int i = 0; i < hex.length(); i++) {
      if (hex.charAt(i) >= 128 || Character.digit(hex.charAt(i), 16) < 0) {
        return new MalformedEpc(
            "no_hex", 4 * i, "only the digits 0 to 9 and a to f may stand here");
      }
    }
    if (hex.length() * 4 > MAX_BITS) {
      return new MalformedEpc("too_long", MAX_BITS, "a tag holds at most " + MAX_BITS + " bits");
    }
    return hex.length() < 2
        ? new MalformedEpc(
            "too_short", hex.length() * 4, "the header of eight bits is not complete")
        : of(Bits.ofHex(hex));
  }

  private static TagRead of(Bits bits) {
    int header = (int) bits.number(0, 8);
    for (EpcScheme scheme : EpcScheme.values()) {
      if (scheme.header() == header) {
        return TagReader.read(scheme, bits);
      }
    }
    return OtherTag.of(header, bits.hex());
  }
}
