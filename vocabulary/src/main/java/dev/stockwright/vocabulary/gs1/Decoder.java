package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.CheckDigit;
import dev.stockwright.vocabulary.gs1.Decoded.Kind;
import java.util.List;
import java.util.Optional;

/// Tells the forms of codes apart and reads each; pure.
public final class Decoder {
  /// Parts a linear symbol from its composite component in one transmission.
  private static final String COMPOSITE = "|]e0";

  private static final Elements NONE = new Elements(List.of(), List.of());

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
      case ELEMENTS -> elements(symbology, data);
      case DIGITS_8, DIGITS_13 -> ean(symbology.get(), data);
      case DIGITS_14 ->
          data.length() == 14
              ? ean(symbology.get(), data)
              : new Decoded(Kind.PLAIN, symbology, data, NONE, Optional.empty());
      case TEXT -> new Decoded(Kind.PLAIN, symbology, data, NONE, Optional.empty());
      case TEXT_OR_LINK ->
          DigitalLink.looksLike(data)
              ? of(Kind.DIGITAL_LINK, symbology, data, DigitalLink.parse(data), 0)
              : new Decoded(Kind.PLAIN, symbology, data, NONE, Optional.empty());
    };
  }

  /// Reads an element string whose FNC1 are written as separators, the first one left out.
  public static Decoded element(String data) {
    return of(Kind.ELEMENT_STRING, Optional.empty(), data, ElementString.parse(data), 0);
  }

  /// Reads the form for people, `(01)...(10)...`.
  public static Decoded bracketed(String text) {
    return of(Kind.BRACKETED, Optional.empty(), text, ElementString.parseBracketed(text), 0);
  }

  /// Reads a GS1 Digital Link.
  public static Decoded digitalLink(String uri) {
    return of(Kind.DIGITAL_LINK, Optional.empty(), uri, DigitalLink.parse(uri), 0);
  }

  /// Without an AIM identifier the text must prove what it is: a leading separator or brackets
  /// say so; otherwise a right check digit must stand in the right place, and what begins like an
  /// element string must be one to its end. All else is plain.
  private static Decoded withoutAim(String text) {
    Optional<Symbology> none = Optional.empty();
    if (!text.isEmpty() && text.charAt(0) == ElementString.SEPARATOR) {
      return elements(none, text);
    }
    if (text.matches("\\(\\d{2,4}\\).*")) {
      return bracketed(text);
    }
    if (checked(text, 8) || checked(text, 12) || checked(text, 13) || checked(text, 14)) {
      return new Decoded(Kind.EAN, none, text, NONE, Optional.empty());
    }
    String data = checked(text, 18) ? "00" + text : text;
    if (data.matches("(?s)0[012].*") && ElementString.parse(data) instanceof Elements elements) {
      return of(Kind.ELEMENT_STRING, none, text, elements, 0);
    }
    if (DigitalLink.looksLike(text) && DigitalLink.parse(text) instanceof Elements elements) {
      return of(Kind.DIGITAL_LINK, none, text, elements, 0);
    }
    return new Decoded(Kind.PLAIN, none, text, NONE, Optional.empty());
  }

  /// A separator in the first place is no data; some readers send it all the same.
  private static Decoded elements(Optional<Symbology> symbology, String data) {
    int from = !data.isEmpty() && data.charAt(0) == ElementString.SEPARATOR ? 1 : 0;
    ElementString read = ElementString.parse(data.substring(from));
    if (from == 1 && symbology.isPresent() && read instanceof Elements elements) {
      read = new Elements(elements.list(), List.of("a separator stands before the first AI"));
    }
    return of(Kind.ELEMENT_STRING, symbology, data, read, (symbology.isPresent() ? 3 : 0) + from);
  }

  private static Decoded ean(Symbology symbology, String data) {
    int bar = data.indexOf(COMPOSITE);
    String digits = bar < 0 ? data : data.substring(0, bar);
    int wanted = symbology.content().digits();
    if (symbology == Symbology.EAN_13_WITH_ADD_ON && digits.length() > wanted) {
      digits = digits.substring(0, wanted);
    }
    Optional<Malformed> fault = eanFault(digits, wanted);
    ElementString composite =
        bar < 0 ? NONE : ElementString.parse(data.substring(bar + COMPOSITE.length()));
    Decoded read =
        of(Kind.EAN, Optional.of(symbology), digits, composite, 3 + bar + COMPOSITE.length());
    return fault.isEmpty()
        ? read
        : new Decoded(Kind.EAN, Optional.of(symbology), digits, NONE, fault);
  }

  private static Optional<Malformed> eanFault(String digits, int wanted) {
    int outside = Charset.DIGITS.firstOutside(digits);
    if (outside >= 0) {
      return Optional.of(
          new Malformed("wrong_character", 3 + outside, "only digits may stand here"));
    }
    if (digits.length() != wanted) {
      return Optional.of(
          new Malformed(
              "wrong_length", 3, "there are " + digits.length() + " digits, not " + wanted));
    }
    return checked(digits, wanted)
        ? Optional.empty()
        : Optional.of(new Malformed("wrong_check_digit", 2 + wanted, "the check digit is wrong"));
  }

  private static Decoded of(
      Kind kind, Optional<Symbology> symbology, String text, ElementString read, int shift) {
    return switch (read) {
      case Elements elements -> new Decoded(kind, symbology, text, elements, Optional.empty());
      case Malformed fault ->
          new Decoded(
              kind,
              symbology,
              text,
              NONE,
              Optional.of(new Malformed(fault.code(), fault.at() + shift, fault.message())));
    };
  }

  /// Digits only, of this length, with a right check digit, and not all zero: a line that is
  /// stuck sends zeros, and their check digit is right.
  private static boolean checked(String text, int length) {
    return text.length() == length
        && Charset.DIGITS.firstOutside(text) < 0
        && CheckDigit.of(text.substring(0, length - 1)) == text.charAt(length - 1)
        && text.chars().anyMatch(c -> c != '0');
  }
}
