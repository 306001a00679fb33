package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Identified.Contained;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.Identified.LogisticUnit;
import dev.stockwright.vocabulary.Identified.PlainCode;
import dev.stockwright.vocabulary.Identified.TradeItem;
import dev.stockwright.vocabulary.Identified.Unreadable;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sscc;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// From a [Scan] to what it is: the third hop of the straight path. Pure.
///
/// A lot's expiry is the first of AI 17 (use by), 7003 (expiry with time) and 15 (best before)
/// that the label carries.
public final class ScanReader {
  /// Identifiers whose value alone names something: a document, a place, an asset, a person, or
  /// what the company chose (90 to 99).
  private static final Set<String> NAMES =
      Set.of("253", "255", "400", "401", "402", "8002", "8003", "8004", "8017", "8018");

  private ScanReader() {}

  /// What the scan is.
  ///
  /// @param today for the century of dates
  public static Identified read(Scan scan, LocalDate today) {
    boolean withAim = Symbology.of(scan.text()).isPresent();
    Optional<String> text = ScanText.of(scan.data(), withAim);
    if (text.isEmpty()) {
      return new Unreadable(
          "noise",
          "The scanner sent characters that belong to no code. Scan again; if it stays, check the"
              + " scanner's cable and speed.");
    }
    Decoded decoded = Decoder.scan(tolerant(text.get()));
    if (decoded.error().isPresent()) {
      return unreadable(decoded.error().get());
    }
    return switch (decoded.kind()) {
      case EAN -> item(Gtin.of(decoded.text()), decoded.elements(), today);
      case ELEMENT_STRING, BRACKETED, DIGITAL_LINK -> identified(decoded.elements(), today);
      case PLAIN -> plain(decoded.text());
    };
  }

  /// Whether the bytes are no text of any code, such as those of a line at the wrong speed.
  public static boolean noise(Scan.Raw raw) {
    return ScanText.of(raw, Symbology.of(raw.text()).isPresent()).isEmpty();
  }

  /// Some scanners send a UPC-A as the 12 digits printed, although its AIM identifier promises 13.
  private static String tolerant(String text) {
    return text.length() == 15
            && text.startsWith("]E0")
            && Charset.DIGITS.firstOutside(text, 3, 15) < 0
        ? "]E00" + text.substring(3)
        : text;
  }

  private static Identified plain(String text) {
    String shown = text.strip();
    return shown.isEmpty()
        ? new Unreadable("empty", "The code is empty. Scan another code of the label.")
        : new PlainCode(shown);
  }

  private static Unreadable unreadable(Malformed fault) {
    if (fault.code().equals("wrong_check_digit")) {
      return new Unreadable(
          fault.code(), "The check digit is wrong. Scan again; if it stays, set it aside.");
    }
    return new Unreadable(
        fault.code(),
        "This code cannot be read: "
            + fault.message()
            + ". Scan again; if it stays, scan another code of the label or enter it by hand.");
  }

  private static Identified identified(Elements elements, LocalDate today) {
    if (elements.list().stream().anyMatch(ScanReader::zeroKey)) {
      return new Unreadable(
          "zero_key",
          "The number in this code is all zeros and names nothing. Scan again; if it stays, scan"
              + " another code of the label.");
    }
    if (elements.has("01") && elements.has("02")) {
      return new Unreadable(
          "contradiction",
          "The label names a product and also the content of a unit. Scan the product's own code.");
    }
    if (elements.has("37") && !elements.has("02")) {
      return new Unreadable(
          "count_without_content",
          "The label gives a count but not of what. Scan the product and enter the quantity.",
          counted(elements, today));
    }
    if (elements.has("00")) {
      return unit(new Sscc(required(elements, "00")), elements, today);
    }
    if (elements.has("02")) {
      return switch (content(elements, "02", "37", today)) {
        case Stated stated -> new Contained(stated.content());
        case NotStated(Unreadable why) -> why;
      };
    }
    if (elements.has("01")) {
      return item(new Gtin(required(elements, "01")), elements, today);
    }
    return named(elements);
  }

  /// The standard has AI 37 beside 02 only. A label with 01 and 37 most likely tells how many of
  /// the product there are, which nobody but a person can say.
  private static Optional<TradeItem> counted(Elements elements, LocalDate today) {
    long count = elements.value("37").map(Long::parseLong).orElse(0L);
    if (!elements.has("01") || elements.has("00") || elements.has("30") || count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new TradeItem(
            new Gtin(required(elements, "01")),
            lot(elements),
            elements.value("21").map(SerialNumber::new),
            expiry(elements, today),
            OptionalLong.of(count)));
  }

  /// A line that is stuck sends zeros, and their check digit is right.
  private static boolean zeroKey(Element element) {
    return (element.is("00") || element.is("01") || element.is("02"))
        && element.value().chars().allMatch(c -> c == '0');
  }

  private static Identified unit(Sscc sscc, Elements elements, LocalDate today) {
    if (!elements.has("01") && !elements.has("02")) {
      return new LogisticUnit(sscc, Optional.empty());
    }
    // A unit that is itself a trade item holds one of it, or as many as AI 30 says.
    ContentOf content =
        elements.has("02")
            ? content(elements, "02", "37", today)
            : content(elements, "01", "30", today);
    return switch (content) {
      case Stated stated -> new LogisticUnit(sscc, Optional.of(stated.content()));
      case NotStated(Unreadable why) -> why;
    };
  }

  private sealed interface ContentOf {}

  private record Stated(Content content) implements ContentOf {}

  private record NotStated(Unreadable why) implements ContentOf {}

  private static ContentOf content(
      Elements elements, String what, String howMany, LocalDate today) {
    Gtin gtin = new Gtin(required(elements, what));
    Optional<String> count = elements.value(howMany);
    if (count.isEmpty() && what.equals("02")) {
      return new NotStated(
          new Unreadable(
              "count_missing",
              "The label says what the unit holds but not how many. Count and enter the"
                  + " quantity."));
    }
    long pieces = count.map(Long::parseLong).orElse(1L);
    if (pieces == 0) {
      return new NotStated(zeroCount());
    }
    return new Stated(new Content(gtin, pieces, lot(elements), expiry(elements, today)));
  }

  private static Identified item(Gtin gtin, Elements elements, LocalDate today) {
    OptionalLong count =
        elements
            .value("30")
            .map(text -> OptionalLong.of(Long.parseLong(text)))
            .orElse(OptionalLong.empty());
    if (count.isPresent() && count.getAsLong() == 0) {
      return zeroCount();
    }
    return new TradeItem(
        gtin,
        lot(elements),
        elements.value("21").map(SerialNumber::new),
        expiry(elements, today),
        count);
  }

  private static Unreadable zeroCount() {
    return new Unreadable(
        "zero_count", "The label says that it holds 0 pieces. Count and enter the quantity.");
  }

  private static Identified named(Elements elements) {
    if (elements.list().size() == 1) {
      Element only = elements.list().getFirst();
      String code = only.ai().code();
      if (NAMES.contains(code) || code.startsWith("9") || code.startsWith("41")) {
        return new PlainCode(only.value());
      }
    }
    return new Unreadable(
        "no_product",
        "This code names no product and no unit. Scan the code of the product beside it.");
  }

  private static Optional<LotCode> lot(Elements elements) {
    return elements.value("10").map(LotCode::new);
  }

  private static Optional<LocalDate> expiry(Elements elements, LocalDate today) {
    return elements
        .value("17")
        .or(() -> elements.value("7003").map(time -> time.substring(0, 6)))
        .or(() -> elements.value("15"))
        .map(date -> Gs1Date.of(date, today));
  }

  private static String required(Elements elements, String code) {
    return elements.value(code).orElseThrow();
  }
}
