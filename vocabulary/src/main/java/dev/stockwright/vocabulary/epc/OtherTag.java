package dev.stockwright.vocabulary.epc;

import java.util.Map;

/// A tag whose EPC memory is none of the schemes read here. It is kept as it is, never guessed at.
///
/// @param what the scheme's name where its header is known, otherwise what such a tag is as a rule
/// @param hex the memory, in lower-case digits
public record OtherTag(Sort sort, String what, String hex) implements TagRead {
  /// Why it is not read.
  public enum Sort {
    /// A scheme of version 2 of the standard, such as `sgtin+`.
    NEWER_SCHEME,
    /// A scheme of the standard that no warehouse of ours uses.
    UNUSED_SCHEME,
    /// Nothing was written yet.
    BLANK,
    /// A header that the standard does not give.
    UNKNOWN
  }

  /// The binary headers of version 2: those with one plus of TDS 2.0, with two of TDS 2.3.
  private static final Map<Integer, String> NEWER =
      Map.ofEntries(
          Map.entry(0xE6, "cpi++"),
          Map.entry(0xE7, "gsrn++"),
          Map.entry(0xE8, "gsrnp++"),
          Map.entry(0xE9, "sgln++"),
          Map.entry(0xEA, "gdti++"),
          Map.entry(0xEB, "grai++"),
          Map.entry(0xEC, "sgcn++"),
          Map.entry(0xED, "itip++"),
          Map.entry(0xEE, "giai++"),
          Map.entry(0xEF, "sscc++"),
          Map.entry(0xF0, "cpi+"),
          Map.entry(0xF1, "grai+"),
          Map.entry(0xF2, "sgln+"),
          Map.entry(0xF3, "itip+"),
          Map.entry(0xF4, "gsrn+"),
          Map.entry(0xF5, "gsrnp+"),
          Map.entry(0xF6, "gdti+"),
          Map.entry(0xF7, "sgtin+"),
          Map.entry(0xF8, "sgcn+"),
          Map.entry(0xF9, "sscc+"),
          Map.entry(0xFA, "giai+"),
          Map.entry(0xFB, "dsgtin+"),
          Map.entry(0xFC, "dsgtin++"),
          Map.entry(0xFD, "sgtin++"));

  private static final Map<Integer, String> UNUSED =
      Map.of(
          0x2F, "usdod-96",
          0x35, "gid-96",
          0x3A, "gdti-113",
          0x3B, "adi-var",
          0x3F, "sgcn-96",
          0x40, "itip-110",
          0x41, "itip-212");

  static OtherTag of(int header, String hex) {
    String newer = NEWER.get(header);
    if (newer != null) {
      return new OtherTag(Sort.NEWER_SCHEME, newer, hex);
    }
    String unused = UNUSED.get(header);
    if (unused != null) {
      return new OtherTag(Sort.UNUSED_SCHEME, unused, hex);
    }
    return switch (header) {
      case 0x00 -> new OtherTag(Sort.BLANK, "a blank tag", hex);
      case 0xE2 ->
          new OtherTag(Sort.BLANK, "the chip's own number, as on a tag never written", hex);
      default -> new OtherTag(Sort.UNKNOWN, "no scheme of the standard", hex);
    };
  }
}
