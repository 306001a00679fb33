package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.CheckDigit;
import dev.stockwright.vocabulary.gs1.Decoded.Kind;
import java.util.List;
import java.util.Optional;

/// Tells the forms of codes apart and reads each; pure, and in time linear in the text.
public final class Decoder {
  /// What begins the composite component behind a linear symbol, with `|` in front or without.
  private static final String COMPOSITE = "]e0";

  private static final ApplicationIdentifier SSCC = ApplicationIdentifiers.known("00");
  private static final ApplicationIdentifier GTIN = ApplicationIdentifiers.known("01");

  private Decoder() {}

  /// Reads what a reader sends: with an AIM identifier that is believed, without one by the rules
  /// of [#withoutAim].
  public static Decoded scan(String text) {
    Optional<Symbology> symbology = Symbology.of(text);
    if (symbology.isEmpty()) {
      return withoutAim(text);
    }
    String data = text.substring(3);
    return switch (symbology.get().content()) {
      case ELEMENTS -> elements(symbology, text);
      case DIGITS_8, DIGITS_13 -> ean(symbology.get(), text);
      case DIGITS_14 -> data.length() == 14 ? ean(symbology.get(), text) : plain(symbology, data);
      case TEXT -> plain(symbology, data);
      case TEXT_OR_LINK ->
          DigitalLink.looksLike(data)
              ? of(Kind.DIGITAL_LINK, symbology, data, DigitalLink.parse(data), 3)
              : plain(symbology, data);
    };
  }

  /// Reads an element string whose FNC1 are written as separators, the first one left out.
  public static Decoded element(String data) {
    return of(Kind.ELEMENT_STRING, Optional.empty(), data, ElementString.parse(data), 0);
  }

  /// Reads the form for people, `(01)...(10)...`.
  public static Decoded bracketed(String text) {
    return of(Kind.BRACKETED, Optional.empty(), text, Bracketed.parse(text), 0);
  }

  /// Reads a GS1 Digital Link.
  public static Decoded digitalLink(String uri) {
    return of(Kind.DIGITAL_LINK, Optional.empty(), uri, DigitalLink.parse(uri), 0);
  }

  /// Without an AIM identifier the text must prove what it is: a leading separator or brackets
  /// say so; otherwise a right check digit must stand in the right place, and what begins like an
  /// element string must be one to its end. All else is plain. Eight digits are a GTIN-8, never a
  /// UPC-E.
  private static Decoded withoutAim(String text) {
    Optional<Symbology> none = Optional.empty();
    if (!text.isEmpty() && text.charAt(0) == ElementString.SEPARATOR) {
      return elements(none, text);
    }
    if (Bracketed.looksLike(text)) {
      return bracketed(text);
    }
    if (checked(text, 8)) {
      return new Decoded(Kind.EAN, none, text, eight(text), Optional.empty());
    }
    if (checked(text, 12) || checked(text, 13) || checked(text, 14)) {
      return new Decoded(Kind.EAN, none, text, Elements.NONE, Optional.empty());
    }
    if (checked(text, 18)) {
      ElementString sscc = Elements.checked(List.of(new Element(SSCC, text, 0)), null);
      return of(Kind.ELEMENT_STRING, none, text, sscc, 0);
    }
    boolean key = text.startsWith("00") || text.startsWith("01") || text.startsWith("02");
    if (key && ElementString.parse(text) instanceof Elements elements) {
      return of(Kind.ELEMENT_STRING, none, text, elements, 0);
    }
    if (DigitalLink.looksLike(text) && DigitalLink.parse(text) instanceof Elements elements) {
      return of(Kind.DIGITAL_LINK, none, text, elements, 0);
    }
    return plain(none, text);
  }

  private static Decoded plain(Optional<Symbology> symbology, String text) {
    return new Decoded(Kind.PLAIN, symbology, text, Elements.NONE, Optional.empty());
  }

  private static Elements eight(String digits) {
    return UpcE.expanded(digits)
        .map(twelve -> "read as GTIN-8; as UPC-E the same digits would be " + twelve)
        .map(Elements.NONE::warned)
        .orElse(Elements.NONE);
  }

  /// A separator in the first place is no data; some readers send it all the same.
  private static Decoded elements(Optional<Symbology> symbology, String text) {
    int aim = symbology.isPresent() ? 3 : 0;
    boolean separated = text.length() > aim && text.charAt(aim) == ElementString.SEPARATOR;
    ElementString read = ElementStringReader.read(text, separated ? aim + 1 : aim, null);
    if (separated && aim > 0 && read instanceof Elements elements) {
      read = elements.warned("a separator stands before the first AI");
    }
    return of(Kind.ELEMENT_STRING, symbology, text.substring(aim), read, 0);
  }

  private static Decoded ean(Symbology symbology, String text) {
    int composite = text.indexOf(COMPOSITE, 3);
    int end = composite < 0 ? text.length() : composite;
    if (composite > 3 && text.charAt(composite - 1) == '|') {
      end--;
    }
    String digits = text.substring(3, end);
    Optional<Symbology> known = Optional.of(symbology);
    Optional<String> upcE =
        symbology == Symbology.EAN_13 ? UpcE.expanded(digits) : Optional.empty();
    Optional<Malformed> fault = upcE.isPresent() ? Optional.empty() : eanFault(symbology, digits);
    if (fault.isPresent()) {
      return new Decoded(Kind.EAN, known, digits, Elements.NONE, fault);
    }
    ElementString read =
        composite < 0
            ? Elements.NONE
            : ElementStringReader.read(text, composite + COMPOSITE.length(), GTIN);
    if (upcE.isPresent() && read instanceof Elements elements) {
      read = elements.warned("the reader sends UPC-E with 8 digits instead of 13");
    }
    int wanted = symbology.content().digits();
    return of(Kind.EAN, known, upcE.orElseGet(() -> digits.substring(0, wanted)), read, 0);
  }

  /// Behind an EAN-13 with an add-on two or five digits more may stand.
  private static Optional<Malformed> eanFault(Symbology symbology, String digits) {
    int outside = Charset.DIGITS.firstOutside(digits);
    if (outside >= 0) {
      return Optional.of(
          new Malformed("wrong_character", 3 + outside, "only digits may stand here"));
    }
    int wanted = symbology.content().digits();
    int more = digits.length() - wanted;
    boolean addOn = symbology == Symbology.EAN_13_WITH_ADD_ON && (more == 2 || more == 5);
    if (more != 0 && !addOn) {
      return Optional.of(
          new Malformed(
              "wrong_length", 3, "there are " + digits.length() + " digits, not " + wanted));
    }
    return checked(digits.substring(0, wanted), wanted)
        ? Optional.empty()
        : Optional.of(new Malformed("wrong_check_digit", 2 + wanted, "the check digit is wrong"));
  }

  private static Decoded of(
      Kind kind, Optional<Symbology> symbology, String text, ElementString read, int shift) {
    return switch (read) {
      case Elements elements -> new Decoded(kind, symbology, text, elements, Optional.empty());
      case Malformed fault ->
          new Decoded(kind, symbology, text, Elements.NONE, Optional.of(fault.moved(shift)));
    };
  }

  /// Digits only, of this length, with a right check digit, and not all zero: a line that is
  /// stuck sends zeros, and their check digit is right.
  private static boolean checked(String text, int length) {
    return text.length() == length
        && Charset.DIGITS.firstOutside(text) < 0
        && CheckDigit.right(text, 0, length)
        && text.chars().anyMatch(c -> c != '0');
  }
}
