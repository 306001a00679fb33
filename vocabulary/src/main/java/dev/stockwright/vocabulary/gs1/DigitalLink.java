package dev.stockwright.vocabulary.gs1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// GS1 Digital Link, uncompressed: a web address whose path ends with a primary key and its
/// qualifiers, and whose query may carry more application identifiers.
final class DigitalLink {
  private static final String ADDRESS = "-._~!$&'()*+,;=:@/?#[]%";

  /// Primary keys with the orders of qualifiers that each allows.
  private static final Map<String, List<List<String>>> KEYS =
      Map.ofEntries(
          Map.entry("00", List.of()),
          Map.entry("01", List.of(List.of("22", "10", "21"), List.of("235"))),
          Map.entry("253", List.of()),
          Map.entry("255", List.of()),
          Map.entry("401", List.of()),
          Map.entry("402", List.of()),
          Map.entry("414", List.of(List.of("254"), List.of("7040"))),
          Map.entry("415", List.of(List.of("8020"))),
          Map.entry("417", List.of(List.of("7040"))),
          Map.entry("8003", List.of()),
          Map.entry("8004", List.of(List.of("7040"))),
          Map.entry("8006", List.of(List.of("22", "10", "21"))),
          Map.entry("8010", List.of(List.of("8011"))),
          Map.entry("8013", List.of()),
          Map.entry("8017", List.of(List.of("8019"))),
          Map.entry("8018", List.of(List.of("8019"))));

  /// Identifiers that may not stand in the query.
  private static final Set<String> NOT_IN_QUERY =
      Set.of(
          "03", "21", "22", "235", "254", "7040", "7041", "8011", "8014", "8019", "8020", "8030",
          "8040", "8041", "8042", "8043", "8200");

  private final String uri;
  private final List<Element> elements = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private DigitalLink(String uri) {
    this.uri = uri;
  }

  /// Whether a text is a web address, written in one case.
  static boolean looksLike(String text) {
    return afterScheme(text) > 0;
  }

  static ElementString parse(String uri) {
    DigitalLink link = new DigitalLink(uri);
    Malformed fault = link.read();
    return fault == null ? new Elements(link.elements, List.of()) : fault;
  }

  private static int afterScheme(String uri) {
    for (String scheme : List.of("https://", "HTTPS://", "http://", "HTTP://")) {
      if (uri.startsWith(scheme)) {
        return scheme.length();
      }
    }
    return 0;
  }

  /// Null when all is well: the elements are collected then.
  private @Nullable Malformed read() {
    int domain = afterScheme(uri);
    if (domain == 0) {
      return new Malformed("no_web_address", 0, "it does not begin with http:// or https://");
    }
    for (int i = 0; i < uri.length(); i++) {
      if (!letterOrDigit(uri.charAt(i)) && ADDRESS.indexOf(uri.charAt(i)) < 0) {
        return new Malformed("wrong_character", i, "this character may not stand in an address");
      }
    }
    int fragment = uri.indexOf('#');
    int end = fragment < 0 ? uri.length() : fragment;
    int question = uri.indexOf('?');
    int pathEnd = question < 0 || question > end ? end : question;
    int path = uri.indexOf('/', domain);
    if (path <= domain || path >= pathEnd) {
      return new Malformed("no_path", domain, "a domain with a path behind it is missing");
    }
    if (!uri.substring(domain, path)
        .matches("[-A-Za-z0-9._]+(:\\d+)?|\\[[0-9A-Fa-f:.]+](:\\d+)?")) {
      return new Malformed("wrong_domain", domain, "this is no domain");
    }
    Malformed fault = path(path + 1, pathEnd);
    return fault != null || pathEnd == end ? fault : query(pathEnd + 1, end);
  }

  /// The last place in the path at which a primary key stands with a value begins the elements.
  private @Nullable Malformed path(int from, int to) {
    List<Segment> segments = segments(from, to, '/');
    for (int i = segments.size() - 2; i >= 0; i -= 2) {
      String code = segments.get(i).text();
      List<List<String>> orders = KEYS.get(code);
      if (orders != null) {
        if (segments.get(i + 1).text().isEmpty() && segments.size() - i == 2) {
          return noKey(from);
        }
        return keyed(segments.subList(i, segments.size()), orders);
      }
      if (ApplicationIdentifiers.of(code).isEmpty()) {
        return noKey(from);
      }
    }
    return noKey(from);
  }

  private static Malformed noKey(int at) {
    return new Malformed("no_key", at, "the path ends with no GS1 key");
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
            "AI (" + segments.get(0).text() + ") may not be followed by " + qualifiers);
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
    for (Segment pair : segments(from, to, '&')) {
      int equals = pair.text().indexOf('=');
      String name = equals < 0 ? pair.text() : pair.text().substring(0, equals);
      if (name.isEmpty() || equals < 0 || Charset.DIGITS.firstOutside(name) >= 0) {
        continue;
      }
      if (seen.contains(name)) {
        return new Malformed("repeated", pair.at(), "AI (" + name + ") stands twice");
      }
      if (NOT_IN_QUERY.contains(name) || qualifierOfPath(name)) {
        return new Malformed(
            "not_in_query", pair.at(), "AI (" + name + ") belongs into the path of the address");
      }
      // In a query, a plus is a blank, which no value may hold; a plus itself is written %2B.
      String escaped = pair.text().substring(equals + 1).replace('+', ' ');
      Segment value = new Segment(escaped, pair.at() + equals + 1);
      Malformed fault = element(name, value);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /// Whether an identifier could stand in the path of this link as it is.
  private boolean qualifierOfPath(String code) {
    List<String> path = elements.stream().map(e -> e.ai().code()).filter(this::fromPath).toList();
    List<String> present = path.subList(1, path.size());
    return KEYS.getOrDefault(path.getFirst(), List.of()).stream()
        .anyMatch(order -> order.contains(code) && order.containsAll(present));
  }

  private boolean fromPath(String code) {
    int question = uri.indexOf('?');
    return elements.stream()
        .anyMatch(e -> e.ai().code().equals(code) && (question < 0 || e.at() < question));
  }

  private @Nullable Malformed element(String code, Segment segment) {
    Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(code);
    if (ai.isEmpty()) {
      return new Malformed("unknown_ai", segment.at(), "(" + code + ") is no known AI");
    }
    Optional<String> plain = unescaped(segment.text());
    if (plain.isEmpty() || plain.get().indexOf(0) >= 0) {
      return new Malformed("wrong_escape", segment.at(), "% is not followed by a character");
    }
    String value = toFourteen(code, plain.get());
    Optional<Malformed> fault = ai.get().fault(value, segment.at());
    if (fault.isEmpty()) {
      seen.add(code);
      elements.add(new Element(ai.get(), value, segment.at()));
    }
    return fault.orElse(null);
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

  private static Optional<String> unescaped(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        bytes.put((byte) text.charAt(i));
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean letterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
