package dev.stockwright.vocabulary.epc;

import dev.stockwright.vocabulary.CheckDigit;
import dev.stockwright.vocabulary.gs1.ApplicationIdentifiers;
import dev.stockwright.vocabulary.gs1.Element;
import dev.stockwright.vocabulary.gs1.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pure identity: what is named, whatever carries the name. Two tags with the same identity name
/// the same thing, even when their filters or schemes differ; so this is the key, not a tag's bits.
///
/// @param companyPrefix 6 to 12 digits
/// @param reference the digits that stand beside it in the GS1 key without the check digit, of an
///     SGTIN or SSCC with the indicator or extension digit in front; text for GIAI and CPI
/// @param serial empty for kinds without one
public record Epc(EpcKind kind, String companyPrefix, String reference, String serial)
    implements EpcText {
  /// @throws IllegalArgumentException when a part breaks the rules of its kind; whoever reads what
  ///     others wrote uses the readers, which say what is wrong instead
  public Epc {
    Optional<MalformedEpc> fault = EpcRules.fault(kind, companyPrefix, reference, serial);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get().message());
    }
  }

  /// An EPC, or what is wrong with its parts.
  static EpcText of(EpcKind kind, String companyPrefix, String reference, String serial) {
    return EpcRules.fault(kind, companyPrefix, reference, serial)
        .<EpcText>map(fault -> fault)
        .orElseGet(() -> new Epc(kind, companyPrefix, reference, serial));
  }

  /// The pure identity URI, such as `urn:epc:id:sgtin:0614141.812345.6789`.
  public String uri() {
    return "urn:epc:id:" + kind.title() + ":" + body();
  }

  /// The parts as they stand in URIs.
  String body() {
    String body = companyPrefix + "." + EpcUri.escaped(reference);
    return kind.serial() == EpcKind.Serial.NONE ? body : body + "." + EpcUri.escaped(serial);
  }

  /// The same as GS1 elements, with check digits.
  public Elements elements() {
    return switch (kind) {
      case SGTIN -> {
        String digits = reference.charAt(0) + companyPrefix + reference.substring(1);
        yield elements("01", checked(digits), "21", serial);
      }
      case SSCC ->
          elements("00", checked(reference.charAt(0) + companyPrefix + reference.substring(1)));
      case SGLN ->
          serial.equals("0")
              ? elements("414", checked(companyPrefix + reference))
              : elements("414", checked(companyPrefix + reference), "254", serial);
      case GRAI -> elements("8003", "0" + checked(companyPrefix + reference) + serial);
      case GIAI -> elements("8004", companyPrefix + reference);
      case GSRN -> elements("8018", checked(companyPrefix + reference));
      case GSRNP -> elements("8017", checked(companyPrefix + reference));
      case GDTI -> elements("253", checked(companyPrefix + reference) + serial);
      case CPI -> elements("8010", companyPrefix + reference, "8011", serial);
    };
  }

  /// Reads a pure identity URI.
  public static EpcText ofUri(String uri) {
    return EpcUri.identity(uri);
  }

  /// The EPC of GS1 elements, or nothing when they name no single thing by a key that has an EPC.
  ///
  /// @param companyDigits digits of the company prefix in the key, which the elements do not tell
  public static Optional<EpcText> of(Elements elements, int companyDigits) {
    return EpcElements.read(elements, companyDigits);
  }

  private static String checked(String digits) {
    return digits + CheckDigit.of(digits);
  }

  private static Elements elements(String... codesAndValues) {
    List<Element> list = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < codesAndValues.length; i += 2) {
      at += codesAndValues[i].length();
      list.add(
          new Element(
              ApplicationIdentifiers.of(codesAndValues[i]).orElseThrow(),
              codesAndValues[i + 1],
              at));
      at += codesAndValues[i + 1].length();
    }
    return new Elements(list, List.of());
  }
}
