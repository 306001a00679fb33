package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a GS1 Digital Link, uncompressed: a web address whose path ends with a primary key and its
/// qualifiers, and whose query may carry more application identifiers. [LinkWriter] writes them.
final class DigitalLink {
  /// What stood for the numbers of keys in links of the first versions of the standard, which took
  /// it out again.
  private static final Set<String> FORMER_WORDS =
      Set.of(
          "gtin", "itip", "gmn", "cpid", "gln", "payTo", "party", "gsrn", "gsrnp", "gcn", "sscc",
          "gdti", "ginc", "gsin", "grai", "giai", "upui");

  private final String uri;
  private final List<Element> elements = new ArrayList<>();
  private final BitSet seen = new BitSet();

  private DigitalLink(String uri) {
    this.uri = uri;
  }

  /// Whether a text is a web address, written in one case.
  static boolean looksLike(String text) {
    return LinkText.afterScheme(text) > 0;
  }

  static ElementString parse(String uri) {
    DigitalLink link = new DigitalLink(uri);
    Malformed fault = link.read();
    return fault == null ? Elements.checked(link.elements, null) : fault;
  }

  /// Null when all is well: the elements are collected then.
  private @Nullable Malformed read() {
    int domain = LinkText.afterScheme(uri);
    if (domain == 0) {
      return new Malformed("no_web_address", 0, "it does not begin with http:// or https://");
    }
    int outside = LinkText.firstOutside(uri);
    if (outside >= 0) {
      return new Malformed("wrong_character", outside, "this character may not stand in a link");
    }
    int fragment = uri.indexOf('#');
    int end = fragment < 0 ? uri.length() : fragment;
    int question = uri.indexOf('?');
    int pathEnd = question < 0 || question > end ? end : question;
    int path = uri.indexOf('/', domain);
    if (path <= domain || path >= pathEnd) {
      return new Malformed("no_path", domain, "a domain with a path behind it is missing");
    }
    if (!LinkText.domain(uri, domain, path)) {
      return new Malformed("wrong_domain", domain, "this is no domain");
    }
    Malformed fault = path(path + 1, pathEnd);
    return fault != null || pathEnd == end ? fault : query(pathEnd + 1, end);
  }

  /// The last place in the path at which a primary key stands with a value begins the elements.
  private @Nullable Malformed path(int from, int to) {
    List<Segment> segments = segments(from, to, '/');
    for (int i = segments.size() - 2; i >= 0; i -= 2) {
      Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(segments.get(i).text());
      if (ai.isEmpty()) {
        return noKey(segments);
      }
      Optional<List<List<String>>> orders = ai.get().linkOrders();
      if (orders.isPresent()) {
        boolean nothingBehind = i == segments.size() - 2 && segments.get(i + 1).text().isEmpty();
        return nothingBehind
            ? noKey(segments)
            : keyed(segments.subList(i, segments.size()), orders.get());
      }
    }
    return noKey(segments);
  }

  private static Malformed noKey(List<Segment> segments) {
    for (Segment segment : segments) {
      if (FORMER_WORDS.contains(segment.text())) {
        return new Malformed(
            "no_key",
            segment.at(),
            "the path names its key by the word " + segment.text() + " instead of the AI's number");
      }
    }
    return new Malformed("no_key", segments.getFirst().at(), "the path ends with no GS1 key");
  }

  private @Nullable Malformed keyed(List<Segment> segments, List<List<String>> orders) {
    List<String> qualifiers = new ArrayList<>();
    for (int i = 0; i < segments.size(); i += 2) {
      if (i > 0) {
        qualifiers.add(segments.get(i).text());
      }
      Malformed fault = element(segments.get(i).text(), segments.get(i + 1));
      if (fault != null) {
        return fault;
      }
    }
    boolean ordered =
        qualifiers.isEmpty() || orders.stream().anyMatch(order -> inOrder(qualifiers, order));
    return ordered
        ? null
        : new Malformed(
            "wrong_qualifiers",
            segments.get(2).at(),
            elements.getFirst().ai().name()
                + " may not be followed by ("
                + String.join("), (", qualifiers)
                + ") in a path");
  }

  private static boolean inOrder(List<String> qualifiers, List<String> order) {
    int last = -1;
    for (String qualifier : qualifiers) {
      int place = order.indexOf(qualifier);
      if (place <= last) {
        return false;
      }
      last = place;
    }
    return true;
  }

  /// Names that are no numbers belong to others and are passed over.
  private @Nullable Malformed query(int from, int to) {
    List<String> path = elements.stream().map(element -> element.ai().code()).toList();
    for (Segment pair : segments(from, to, '&')) {
      int equals = pair.text().indexOf('=');
      if (equals <= 0 || Charset.DIGITS.firstOutside(pair.text(), 0, equals) >= 0) {
        continue;
      }
      String code = pair.text().substring(0, equals);
      Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(code);
      if (ai.isEmpty()) {
        return unknown(pair.at());
      }
      if (seen.get(ai.get().index())) {
        return new Malformed("repeated", pair.at(), ai.get().name() + " stands twice in the link");
      }
      if (!ai.get().row().linkAttribute() || qualifierOf(path, code)) {
        return new Malformed(
            "not_in_query", pair.at(), ai.get().name() + " may not stand in the query of a link");
      }
      // In a query, a plus is a blank, which no value may hold; a plus itself is written %2B.
      String escaped = pair.text().substring(equals + 1).replace('+', ' ');
      Malformed fault = element(code, new Segment(escaped, pair.at() + equals + 1));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /// Whether an identifier belongs into the path, given the key and the qualifiers there.
  static boolean qualifierOf(List<String> path, String code) {
    List<String> present = path.subList(1, path.size());
    return ApplicationIdentifiers.known(path.getFirst()).linkOrders().orElseThrow().stream()
        .anyMatch(order -> order.contains(code) && order.containsAll(present));
  }

  private static Malformed unknown(int at) {
    return new Malformed("unknown_ai", at, "this number is no application identifier");
  }

  private @Nullable Malformed element(String code, Segment segment) {
    Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(code);
    if (ai.isEmpty()) {
      return unknown(segment.at());
    }
    Optional<String> plain = LinkText.unescaped(segment.text());
    if (plain.isEmpty()) {
      return new Malformed(
          "wrong_escape",
          segment.at(),
          "in the value of " + ai.get().name() + " a % is not followed by a character");
    }
    String value = toFourteen(code, plain.get());
    Malformed fault = ai.get().fault(value, 0, value.length());
    if (fault == null) {
      seen.set(ai.get().index());
      elements.add(new Element(ai.get(), value, segment.at()));
      return null;
    }
    int index = Math.max(0, fault.at() - (value.length() - plain.get().length()));
    return new Malformed(
        fault.code(), segment.at() + LinkText.escapedIndex(segment.text(), index), fault.message());
  }

  /// A GTIN may be written with 8, 12 or 13 digits here.
  private static String toFourteen(String code, String value) {
    boolean shorter = value.length() == 8 || value.length() == 12 || value.length() == 13;
    return code.equals("01") && shorter ? "0".repeat(14 - value.length()) + value : value;
  }

  private record Segment(String text, int at) {}

  private List<Segment> segments(int from, int to, char separator) {
    List<Segment> segments = new ArrayList<>();
    int at = from;
    for (int i = from; i <= to; i++) {
      if (i == to || uri.charAt(i) == separator) {
        segments.add(new Segment(uri.substring(at, i), at));
        at = i + 1;
      }
    }
    return segments;
  }
}
