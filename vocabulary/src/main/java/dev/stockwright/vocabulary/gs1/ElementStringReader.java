package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the data of symbols; in one pass, because a gate with several scanners reads thousands a
/// second and a log of millions is read again in one go.
final class ElementStringReader {
  private ElementStringReader() {}

  /// Reads the data from an index on.
  ///
  /// @param beside an identifier that the other symbol of a composite carries
  static ElementString read(String data, int start, @Nullable ApplicationIdentifier beside) {
    List<Element> elements = new ArrayList<>();
    int length = data.length();
    int at = start;
    while (at < length) {
      ApplicationIdentifier ai = ApplicationIdentifiers.at(data, at);
      if (ai == null) {
        return unknown(data, at);
      }
      int from = at + ai.code().length();
      int end = end(data, ai, from);
      Malformed fault = ai.fault(data, from, end);
      if (fault != null) {
        return fault;
      }
      elements.add(new Element(ai, data.substring(from, end), from));
      at = end < length && data.charAt(end) == ElementString.SEPARATOR ? end + 1 : end;
    }
    return elements.isEmpty()
        ? new Malformed("empty", start, "there is nothing in it")
        : Elements.checked(elements, beside);
  }

  /// Looks no further than a value may reach, so that the time is linear in the data.
  private static int end(String data, ApplicationIdentifier ai, int from) {
    int longest = ai.predefinedLength() ? ai.maxLength() : ai.maxLength() + 1;
    int last = Math.min(data.length(), from + longest);
    int separator = data.indexOf(ElementString.SEPARATOR, from, last);
    return separator < 0 ? last : separator;
  }

  /// Says what stands there, as far as it is printable.
  private static Malformed unknown(String data, int at) {
    int end = at;
    while (end < data.length()
        && end < at + 4
        && data.charAt(end) > ' '
        && data.charAt(end) < 127) {
      end++;
    }
    String there = end == at ? "" : ": " + data.substring(at, end);
    return new Malformed("unknown_ai", at, "no application identifier stands here" + there);
  }
}
