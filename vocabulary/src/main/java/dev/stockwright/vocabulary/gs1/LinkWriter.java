package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes elements as a GS1 Digital Link: the first primary key among them and its qualifiers in
/// the path, in the standard's order, all others in the query, in theirs.
final class LinkWriter {
  private final Map<String, Element> elements = new LinkedHashMap<>();

  private LinkWriter(List<Element> elements) {
    elements.forEach(element -> this.elements.putIfAbsent(element.ai().code(), element));
  }

  /// @param stem the web address in front of the key, such as `https://id.example.com` or
  ///     `https://example.com/p`; neither query nor fragment
  static WrittenLink write(List<Element> elements, String stem) {
    Malformed wrongStem = stemFault(stem);
    String base = stem.endsWith("/") ? stem.substring(0, stem.length() - 1) : stem;
    return wrongStem != null ? wrongStem : new LinkWriter(elements).write(base);
  }

  private static @Nullable Malformed stemFault(String stem) {
    int domain = LinkText.afterScheme(stem);
    int slash = stem.indexOf('/', domain);
    int outside = LinkText.firstOutside(stem);
    if (domain == 0) {
      return new Malformed("no_web_address", 0, "it does not begin with http:// or https://");
    }
    if (outside >= 0 || stem.indexOf('?') >= 0 || stem.indexOf('#') >= 0) {
      return new Malformed(
          "wrong_character",
          Math.max(outside, 0),
          "in front of the key only a domain and a path may stand");
    }
    return LinkText.domain(stem, domain, slash < 0 ? stem.length() : slash)
        ? null
        : new Malformed("wrong_domain", domain, "this is no domain");
  }

  private WrittenLink write(String stem) {
    Optional<Element> key =
        elements.values().stream().filter(e -> e.ai().linkOrders().isPresent()).findFirst();
    if (key.isEmpty()) {
      return new Malformed(
          "no_key", 0, "none of the elements is a key; a link names something by its key, as (01)");
    }
    List<Element> path = path(key.get());
    StringBuilder uri = new StringBuilder(stem);
    for (Element element : path) {
      String value = element.value();
      if (value.equals(".") || value.equals("..")) {
        return refused(
            "dot_segment", element, "is only dots, which a web address takes for a folder");
      }
      uri.append('/').append(element.ai().code()).append('/').append(LinkText.escaped(value));
    }
    List<String> codes = path.stream().map(element -> element.ai().code()).toList();
    char before = '?';
    for (Element element : elements.values()) {
      String code = element.ai().code();
      if (codes.contains(code)) {
        continue;
      }
      if (!element.ai().row().linkAttribute() || DigitalLink.qualifierOf(codes, code)) {
        return refused("not_in_query", element, "may not stand in the query of a link");
      }
      uri.append(before).append(code).append('=').append(LinkText.escaped(element.value()));
      before = '&';
    }
    return new WrittenLink.Link(uri.toString());
  }

  private static Malformed refused(String code, Element element, String rule) {
    return new Malformed(code, 0, "the value of " + element.ai().name() + " " + rule);
  }

  /// The key with the qualifiers of that order that leaves the fewest that belong into no query,
  /// and of such the one that takes the most.
  private List<Element> path(Element key) {
    List<Element> path = new ArrayList<>(List.of(key));
    key.ai().linkOrders().orElseThrow().stream()
        .map(order -> order.stream().filter(elements::containsKey).map(elements::get).toList())
        .max(
            Comparator.<List<Element>>comparingLong(
                    taken -> taken.stream().filter(e -> !e.ai().row().linkAttribute()).count())
                .thenComparingInt(List::size))
        .ifPresent(path::addAll);
    return path;
  }
}
