package dev.stockwright.vocabulary.epc;

import java.util.Optional;

/// From an EPC to the bits of a tag (TDS 1.13, section 14.3).
final class TagWriter {
  private TagWriter() {}

  /// Why the scheme cannot hold the EPC.
  static Optional<MalformedEpc> fault(EpcScheme scheme, int filter, Epc epc) {
    if (filter < 0 || filter > 7) {
      return no("wrong_filter", "the filter must be 0 to 7");
    }
    if (scheme.kind() != epc.kind()) {
      return no("wrong_scheme", scheme.title() + " names no " + epc.kind().title());
    }
    int digits = epc.companyPrefix().length();
    if (scheme.numberReference() && !fits(epc.reference(), referenceBits(scheme, digits))) {
      return no(
          "reference_too_large",
          "the reference must be a number without leading zeros that fits in "
              + referenceBits(scheme, digits)
              + " bits");
    }
    if (scheme.numberReference() && epc.reference().length() > scheme.numberReferenceMax(digits)) {
      return no("reference_too_large", "the reference has too many digits");
    }
    return switch (scheme.form()) {
      case NONE -> Optional.empty();
      case NUMBER ->
          fits(epc.serial(), scheme.serialBits())
              ? Optional.empty()
              : no(
                  "wrong_serial",
                  "the serial must be a number without leading zeros that fits in "
                      + scheme.serialBits()
                      + " bits");
      case TEXT -> Optional.empty();
    };
  }

  private static int referenceBits(EpcScheme scheme, int digits) {
    return scheme.referenceBits(12 - digits);
  }

  private static boolean fits(String text, int bits) {
    return EpcRules.number(text, 18) && Long.parseLong(text) < 1L << bits;
  }

  static String hex(EpcTag tag) {
    EpcScheme scheme = tag.scheme();
    Epc epc = tag.epc();
    int partition = 12 - epc.companyPrefix().length();
    Bits bits = new Bits(TagRead.MAX_BITS);
    bits.append(scheme.header(), 8);
    bits.append(tag.filter(), 3);
    bits.append(partition, 3);
    bits.append(Long.parseLong(epc.companyPrefix()), EpcScheme.companyBits(partition));
    if (scheme.variable()) {
      epc.reference().chars().forEach(c -> bits.append(c & 63, 6));
      bits.append(0, 6);
    } else {
      int length = scheme.referenceBits(partition);
      if (scheme.kind().textReference() && !scheme.numberReference()) {
        text(bits, epc.reference(), length);
      } else {
        String digits = epc.reference();
        bits.append(digits.isEmpty() ? 0 : Long.parseLong(digits), length);
      }
    }
    switch (scheme.form()) {
      case NONE -> bits.fill(bits.size() + scheme.serialBits());
      case NUMBER -> bits.append(Long.parseLong(epc.serial()), scheme.serialBits());
      case TEXT -> text(bits, epc.serial(), scheme.serialBits());
    }
    bits.fill((bits.size() + 15) / 16 * 16);
    return bits.hex();
  }

  private static void text(Bits bits, String text, int length) {
    int end = bits.size() + length;
    text.chars().forEach(c -> bits.append(c, 7));
    bits.fill(end);
  }

  private static Optional<MalformedEpc> no(String code, String message) {
    return Optional.of(new MalformedEpc(code, 0, message));
  }
}
