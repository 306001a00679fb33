package dev.stockwright.vocabulary.epc;

import dev.stockwright.vocabulary.gs1.Elements;
import java.util.Optional;

/// From GS1 elements to EPCs (TDS 1.13, section 7).
final class EpcElements {
  private EpcElements() {}

  static Optional<EpcText> read(Elements elements, int companyDigits) {
    if (companyDigits < 6 || companyDigits > 12) {
      return Optional.of(
          new MalformedEpc(
              "wrong_company_prefix", 0, "the company prefix must have 6 to 12 digits"));
    }
    int company = companyDigits;
    return elements
        .value("00")
        .map(key -> indicated(EpcKind.SSCC, key, company, ""))
        .or(() -> both(elements, "01", "21", (k, s) -> indicated(EpcKind.SGTIN, k, company, s)))
        .or(
            () ->
                elements
                    .value("414")
                    .map(
                        key ->
                            plain(EpcKind.SGLN, key, company, elements.value("254").orElse("0"))))
        .or(
            () ->
                elements
                    .value("8003")
                    .map(
                        key ->
                            plain(EpcKind.GRAI, key.substring(1, 14), company, key.substring(14))))
        .or(() -> elements.value("8004").map(key -> text(EpcKind.GIAI, key, company, "")))
        .or(() -> elements.value("8018").map(key -> plain(EpcKind.GSRN, key, company, "")))
        .or(() -> elements.value("8017").map(key -> plain(EpcKind.GSRNP, key, company, "")))
        .or(
            () ->
                elements
                    .value("253")
                    .map(
                        key ->
                            plain(EpcKind.GDTI, key.substring(0, 13), company, key.substring(13))))
        .or(() -> both(elements, "8010", "8011", (k, s) -> text(EpcKind.CPI, k, company, s)));
  }

  @FunctionalInterface
  private interface Made {
    EpcText of(String key, String serial);
  }

  private static Optional<EpcText> both(
      Elements elements, String keyCode, String serialCode, Made made) {
    return elements
        .value(keyCode)
        .flatMap(key -> elements.value(serialCode).map(serial -> made.of(key, serial)));
  }

  /// A key whose first digit goes in front of the reference, and whose last is the check digit.
  private static EpcText indicated(EpcKind kind, String key, int company, String serial) {
    String reference = key.charAt(0) + key.substring(1 + company, key.length() - 1);
    return Epc.of(kind, key.substring(1, 1 + company), reference, serial);
  }

  private static EpcText plain(EpcKind kind, String key, int company, String serial) {
    String reference = key.substring(company, key.length() - 1);
    return Epc.of(kind, key.substring(0, company), reference, serial);
  }

  private static EpcText text(EpcKind kind, String key, int company, String serial) {
    return key.length() <= company
        ? new MalformedEpc("wrong_reference", 0, "there is nothing behind the company prefix")
        : Epc.of(kind, key.substring(0, company), key.substring(company), serial);
  }
}
