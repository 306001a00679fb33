package dev.stockwright.devices.wedge;

import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import dev.stockwright.vocabulary.gs1.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says whether a GS1 code has lost its separators on the way, as happens to scanners that type.
/// Pure.
///
/// A code whose AIM identifier promises elements, that holds no separator, and whose last field of
/// variable length ends in what could be further fields, is suspect. A lot may end like that by
/// chance, so a code that could be read is only suspect; a code that could not be read, but could
/// with a separator put in, is sure.
public final class SeparatorCheck {
  private static final Set<String> PROMISES = Set.of("]C1", "]d2", "]e0", "]Q3", "]J1");

  /// What stands behind a lost separator begins with one of these: predefined length, and content
  /// that can be checked. The others are too short or too free to prove anything.
  private static final Set<String> TELLING = Set.of("01", "02", "11", "12", "13", "15", "16", "17");

  private static final int FREE_MIN = 8;

  /// No symbol of a label holds more; longer texts are not searched.
  private static final int LENGTH_MAX = 400;

  private SeparatorCheck() {}

  /// What is suspect.
  ///
  /// @param sure whether the code cannot be read without a separator
  /// @param ai the application identifier of the field that seems to have swallowed the rest
  /// @param value what is left of that field
  /// @param rest what seems to be the next fields, as an element string
  public record Lost(boolean sure, String ai, String value, String rest) {
    /// For people; says what to do.
    public Told told() {
      Told lost =
          sure
              ? Told.of(ReadReason.SEPARATORS_GONE)
              : Told.of(ReadReason.SEPARATOR_SUSPECT, ai, value);
      return lost.and(ReadReason.SEND_GS);
    }

    /// In English, for logs and terminals.
    public String sentence() {
      return told().sentence();
    }
  }

  /// Judges a scan as it came.
  ///
  /// @param text with its AIM identifier; without one nothing is promised and nothing suspect
  public static Optional<Lost> of(String text) {
    if (text.length() <= 3
        || !PROMISES.contains(text.substring(0, 3))
        || text.indexOf(WedgeDetector.SEPARATOR) >= 0) {
      return Optional.empty();
    }
    String data = text.substring(3);
    Decoded decoded = Decoder.element(data);
    if (decoded.error().isPresent()) {
      return repaired(data);
    }
    List<Element> elements = decoded.elements().list();
    return elements.isEmpty() ? Optional.empty() : swallowed(elements.getLast());
  }

  /// Where one separator makes an unreadable code readable.
  private static Optional<Lost> repaired(String data) {
    for (int at = Math.min(data.length(), LENGTH_MAX) - 3; at > 2; at--) {
      String first = data.substring(0, at);
      String rest = data.substring(at);
      Decoded with = Decoder.element(first + WedgeDetector.SEPARATOR + rest);
      if (with.error().isEmpty() && with.elements().warnings().isEmpty()) {
        for (Element element : with.elements().list()) {
          if (element.at() + element.value().length() == first.length()) {
            return Optional.of(new Lost(true, element.ai().code(), element.value(), rest));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Lost> swallowed(Element last) {
    String value = last.value();
    for (int at = 1; at <= value.length() - FREE_MIN; at++) {
      String rest = value.substring(at);
      if (TELLING.contains(rest.substring(0, 2)) && readable(rest)) {
        return Optional.of(new Lost(false, last.ai().code(), value.substring(0, at), rest));
      }
    }
    return Optional.empty();
  }

  private static boolean readable(String rest) {
    Decoded decoded = Decoder.element(rest);
    return decoded.error().isEmpty() && !decoded.elements().list().isEmpty();
  }
}
