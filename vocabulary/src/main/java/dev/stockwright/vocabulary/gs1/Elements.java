package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The elements of one code, in the order in which they stand there.
///
/// @param warnings what was tolerated, as sentences
public record Elements(List<Element> list, List<String> warnings) implements ElementString {
  static final Elements NONE = new Elements(List.of(), List.of());

  public Elements {
    list = List.copyOf(list);
    warnings = List.copyOf(warnings);
  }

  /// Elements to be written, one after the other; each [ElementsToWrite#with] adds one.
  public static ElementsToWrite toWrite() {
    return new ElementsToWrite();
  }

  /// The value behind an application identifier, such as `10`.
  public Optional<String> value(String code) {
    return element(code).map(Element::value);
  }

  /// The first element of an application identifier.
  public Optional<Element> element(String code) {
    for (Element element : list) {
      if (element.is(code)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  boolean has(String code) {
    return value(code).isPresent();
  }

  /// The same elements, those of predefined length first: the order that needs the fewest
  /// separators. Within each half the order stays.
  public Elements predefinedFirst() {
    Stream<Element> predefined = list.stream().filter(e -> e.ai().predefinedLength());
    Stream<Element> others = list.stream().filter(e -> !e.ai().predefinedLength());
    return new Elements(Stream.concat(predefined, others).toList(), warnings);
  }

  /// The data of a symbol: a separator stands only where the reader needs one.
  public String elementString(Opening opening) {
    StringBuilder text = new StringBuilder(opening.text());
    for (int i = 0; i < list.size(); i++) {
      Element element = list.get(i);
      text.append(element.ai().code()).append(element.value());
      if (!element.ai().predefinedLength() && i < list.size() - 1) {
        text.append(opening.separator());
      }
    }
    return text.toString();
  }

  /// The form for people, `(01)09501101530003(10)A\(1)`: a bracket of a value has a backslash.
  public String bracketed() {
    return Bracketed.written(this);
  }

  /// A GS1 Digital Link, or why these elements can be none: there is no key among them, or one may
  /// stand neither behind the key nor in a query.
  ///
  /// @param stem the web address in front of the key, such as `https://id.example.com`
  public WrittenLink digitalLink(String stem) {
    return LinkWriter.write(list, stem);
  }

  /// Elements that are each in order by itself: refused when there are none or when one contradicts
  /// another, with warnings where they do not belong together.
  ///
  /// @param beside an identifier that another symbol of the same thing carries
  static ElementString checked(List<Element> elements, @Nullable ApplicationIdentifier beside) {
    if (elements.isEmpty()) {
      return new Malformed("empty", 0, "there is nothing in it");
    }
    BitSet present = new BitSet(ApplicationIdentifiers.all().size());
    for (Element element : elements) {
      ApplicationIdentifier ai = element.ai();
      if (present.get(ai.index())) {
        if (!first(elements, ai).value().equals(element.value())) {
          return new Malformed(
              "contradiction", element.at(), ai.name() + " stands twice with two values");
        }
      }
      present.set(ai.index());
    }
    if (beside != null) {
      present.set(beside.index());
    }
    return new Elements(elements, Pairing.warnings(elements, present));
  }

  private static Element first(List<Element> elements, ApplicationIdentifier ai) {
    for (Element element : elements) {
      if (element.ai() == ai) {
        return element;
      }
    }
    throw new IllegalStateException(ai.name() + " is not there");
  }

  /// The same elements with one warning more, in front of the others.
  Elements warned(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.addFirst(warning);
    return new Elements(list, all);
  }
}
