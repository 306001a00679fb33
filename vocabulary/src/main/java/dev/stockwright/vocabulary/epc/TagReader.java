package dev.stockwright.vocabulary.epc;

import dev.stockwright.vocabulary.gs1.Charset;

/// From the bits of a tag to its EPC (TDS 1.13, section 14.4).
final class TagReader {
  /// Characters of a component reference, six bits each: the lower six of their ASCII code.
  private static final int PART_BITS = 6;

  private static final int TEXT_BITS = 7;

  private TagReader() {}

  /// Stops a reading; never leaves this class.
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient MalformedEpc why;

    Fault(String code, int at, String message) {
      super(message, null, false, false);
      this.why = new MalformedEpc(code, at, message);
    }
  }

  static TagRead read(EpcScheme scheme, Bits bits) {
    try {
      return whole(scheme, bits);
    } catch (Fault fault) {
      return fault.why;
    }
  }

  private static TagRead whole(EpcScheme scheme, Bits bits) {
    if (bits.size() < scheme.bits()) {
      throw new Fault(
          "too_short", bits.size(), scheme.title() + " has " + scheme.bits() + " bits or more");
    }
    int filter = (int) bits.number(8, 3);
    int partition = (int) bits.number(11, 3);
    if (partition >= EpcScheme.partitions()) {
      throw new Fault("wrong_partition", 11, "the partition is 7, but the last one is 6");
    }
    int digits = EpcScheme.companyDigits(partition);
    int at = EpcScheme.COMPANY_AT;
    String company = padded(bits, at, EpcScheme.companyBits(partition), digits, "company prefix");
    at += EpcScheme.companyBits(partition);
    String reference;
    if (scheme.variable()) {
      reference = parts(bits, at);
      at += PART_BITS * (reference.length() + 1);
      if (bits.size() < at + scheme.serialBits()) {
        throw new Fault("too_short", bits.size(), "the serial is not complete");
      }
    } else {
      int length = scheme.referenceBits(partition);
      reference = reference(scheme, bits, at, length, digits);
      at += length;
    }
    String serial = serial(scheme, bits, at);
    at += scheme.serialBits();
    if (!bits.zeroFrom(at)) {
      throw new Fault("bits_behind_the_end", bits.firstSet(at, bits.size()), "bits are set there");
    }
    return switch (Epc.of(scheme.kind(), company, reference, serial)) {
      case Epc epc -> EpcTag.of(scheme, filter, epc);
      case EpcTag tag -> tag;
      case MalformedEpc fault -> fault;
    };
  }

  private static String reference(EpcScheme scheme, Bits bits, int at, int length, int digits) {
    if (scheme.numberReference()) {
      long number = bits.number(at, length);
      String text = Long.toString(number);
      if (text.length() > scheme.numberReferenceMax(digits)) {
        throw new Fault("reference_too_large", at, "the reference has too many digits");
      }
      return text;
    }
    return scheme.kind().textReference()
        ? text(bits, at, length)
        : padded(bits, at, length, scheme.kind().referenceLength(digits), "reference");
  }

  private static String serial(EpcScheme scheme, Bits bits, int at) {
    return switch (scheme.form()) {
      case NONE -> {
        if (bits.firstSet(at, at + scheme.serialBits()) >= 0) {
          throw new Fault("reserved_bits", at, "the reserved bits must be zero");
        }
        yield "";
      }
      case NUMBER -> Long.toString(bits.number(at, scheme.serialBits()));
      case TEXT -> text(bits, at, scheme.serialBits());
    };
  }

  /// A number with leading zeros; where there are no digits its bits must be zero.
  private static String padded(Bits bits, int at, int length, int digits, String what) {
    long number = bits.number(at, length);
    String text = digits == 0 && number == 0 ? "" : Long.toString(number);
    if (text.length() > digits) {
      throw new Fault(
          (what.equals("reference") ? "reference" : "company_prefix") + "_too_large",
          at,
          "the " + what + " has more than " + digits + " digits");
    }
    return "0".repeat(digits - text.length()) + text;
  }

  /// Characters up to the first zero one, behind which no bit may be set.
  private static String text(Bits bits, int from, int length) {
    StringBuilder text = new StringBuilder();
    int at = from;
    for (; at + TEXT_BITS <= from + length; at += TEXT_BITS) {
      char c = (char) bits.number(at, TEXT_BITS);
      if (c == 0) {
        break;
      }
      if (Charset.SET_82.firstOutside(String.valueOf(c)) >= 0) {
        throw new Fault("wrong_character", at, "a character that may not stand in an EPC");
      }
      text.append(c);
    }
    int more = bits.firstSet(at, from + length);
    if (more >= 0) {
      throw new Fault("bits_behind_the_end", more, "bits are set behind the end of the text");
    }
    if (text.isEmpty()) {
      throw new Fault("empty_text", from, "a text must have a character at least");
    }
    return text.toString();
  }

  private static String parts(Bits bits, int from) {
    StringBuilder text = new StringBuilder();
    for (int at = from; ; at += PART_BITS) {
      if (at + PART_BITS > bits.size()) {
        throw new Fault("too_short", bits.size(), "the reference does not end");
      }
      int six = (int) bits.number(at, PART_BITS);
      if (six == 0) {
        return text.toString();
      }
      text.append((char) (six < 32 ? six + 64 : six));
    }
  }
}
