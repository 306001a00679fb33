package dev.stockwright.vocabulary.gs1;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One GS1 application identifier: what the value behind it must look like.
public final class ApplicationIdentifier {
  private final int index;
  private final String code;
  private final AiRow row;
  private final Component[] components;
  private final Optional<List<List<String>>> linkOrders;
  private final int length;

  ApplicationIdentifier(int index, String code, AiRow row) {
    this.index = index;
    this.code = code;
    this.row = row;
    this.components = row.form().toArray(Component[]::new);
    this.linkOrders = row.linkOrders();
    this.length = row.form().stream().mapToInt(Component::max).sum();
  }

  /// Two to four digits, such as `01` or `3103`.
  public String code() {
    return code;
  }

  /// The standard's short title, such as `BATCH/LOT`.
  public String title() {
    return row.title();
  }

  /// Whether the value has a length known to every reader, so that no separator follows it.
  public boolean predefinedLength() {
    return row.predefinedLength();
  }

  /// The longest value; with [#predefinedLength] the only length.
  public int maxLength() {
    return length;
  }

  /// Its place among [ApplicationIdentifiers#all].
  int index() {
    return index;
  }

  AiRow row() {
    return row;
  }

  /// Of a primary key of a GS1 Digital Link, the orders in which its qualifiers may follow.
  Optional<List<List<String>>> linkOrders() {
    return linkOrders;
  }

  /// Number and title, as messages name it.
  String name() {
    return row.title().isEmpty() ? "AI (" + code + ")" : "AI (" + code + ") " + row.title();
  }

  /// What is wrong with the value that stands from `from` to `to` of the data; null where nothing
  /// is, because this runs once for every element of every scan.
  @Nullable Malformed fault(String data, int from, int to) {
    int at = from;
    for (Component component : components) {
      int left = to - at;
      if (left == 0 && component.optional()) {
        return null;
      }
      if (left < component.min()) {
        return to == from
            ? fault("empty", from, "is missing")
            : fault("wrong_length", from, "is too short: " + (to - from) + " characters");
      }
      int end = at + Math.min(left, component.max());
      Malformed fault = fault(component, data, at, end);
      if (fault != null) {
        return fault;
      }
      at = end;
    }
    return at == to ? null : fault("too_long", at, "is longer than " + length + " characters");
  }

  private @Nullable Malformed fault(Component component, String data, int from, int to) {
    int outside = component.charset().firstOutside(data, from, to);
    if (outside >= 0) {
      String set = component.charset().title();
      return fault("wrong_character", outside, "has a character outside " + set);
    }
    List<ContentCheck> checks = component.checks();
    for (int i = 0; i < checks.size(); i++) {
      ContentCheck check = checks.get(i);
      if (!check.holds(data, from, to)) {
        return fault(check.code(), from, "is refused: " + check.sentence());
      }
    }
    if (component.charset() == Charset.BASE64URL && !padded(data, from, to)) {
      return fault("wrong_padding", from, "has = in the wrong number or place");
    }
    return null;
  }

  /// Padding stands at the end only, at most two, and fills up groups of three.
  private static boolean padded(String data, int from, int to) {
    int first = data.indexOf('=', from);
    if (first < 0 || first >= to) {
      return true;
    }
    return to - first <= 2 && (to - from) % 3 == 0 && data.charAt(to - 1) == '=';
  }

  private Malformed fault(String faultCode, int at, String rest) {
    return new Malformed(faultCode, at, "the value of " + name() + " " + rest);
  }

  @Override
  public String toString() {
    return code;
  }
}
