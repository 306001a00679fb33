package dev.stockwright.vocabulary.epc;

import dev.stockwright.vocabulary.gs1.Charset;
import java.util.Optional;

/// The rules for the parts of each kind (TDS 1.13, sections 6.3 and A).
final class EpcRules {
  private EpcRules() {}

  static Optional<MalformedEpc> fault(
      EpcKind kind, String company, String reference, String serial) {
    if (!digits(company) || company.length() < 6 || company.length() > 12) {
      return no("wrong_company_prefix", "the company prefix must have 6 to 12 digits");
    }
    int length = kind.referenceLength(company.length());
    if (kind.textReference()) {
      Charset allowed = kind == EpcKind.CPI ? Charset.SET_39 : Charset.SET_82;
      if (reference.isEmpty()
          || reference.length() > length
          || allowed.firstOutside(reference) >= 0) {
        return no(
            "wrong_reference", "the reference must have 1 to " + length + " of " + allowed.title());
      }
    } else if (reference.length() != length || !digits(reference)) {
      return no("wrong_reference", "the reference must have " + length + " digits");
    }
    return serialFault(kind, serial);
  }

  private static Optional<MalformedEpc> serialFault(EpcKind kind, String serial) {
    int most = kind.serialMax();
    return switch (kind.serial()) {
      case NONE ->
          serial.isEmpty() ? Optional.empty() : no("wrong_serial", "this kind has no serial");
      case TEXT ->
          serial.isEmpty() || serial.length() > most || Charset.SET_82.firstOutside(serial) >= 0
              ? no("wrong_serial", "the serial must have 1 to " + most + " of GS1's 82 characters")
              : Optional.empty();
      case NUMBER ->
          number(serial, most)
              ? Optional.empty()
              : no(
                  "wrong_serial",
                  "the serial must be a number of up to " + most + " digits without leading zeros");
    };
  }

  /// A number as it is written in an EPC: no leading zeros.
  static boolean number(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && digits(text)
        && (text.length() == 1 || text.charAt(0) != '0');
  }

  static boolean digits(String text) {
    return Charset.DIGITS.firstOutside(text) < 0;
  }

  private static Optional<MalformedEpc> no(String code, String message) {
    return Optional.of(new MalformedEpc(code, 0, message));
  }
}
