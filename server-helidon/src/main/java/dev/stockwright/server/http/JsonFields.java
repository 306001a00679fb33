package dev.stockwright.server.http;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The fields of a small JSON object, asked for one by one; what is missing or of the wrong kind is
/// refused by its name.
final class JsonFields {
  private final JsonText text;
  private final Map<String, JsonText.Slice> fields;

  private JsonFields(JsonText text, Map<String, JsonText.Slice> fields) {
    this.text = text;
    this.fields = fields;
  }

  static JsonFields of(byte[] body, int depthMax) {
    JsonText text = new JsonText(body, depthMax);
    return new JsonFields(text, text.fields());
  }

  /// A text that must be there.
  <T> T required(String name, Function<String, T> of) {
    return optional(name, of)
        .orElseThrow(() -> new InvalidValue("missing_" + name, name + " is missing; add it"));
  }

  /// A text that may be there; null counts as absent.
  <T> Optional<T> optional(String name, Function<String, T> of) {
    JsonText.Slice slice = fields.get(name);
    if (slice == null || text.kind(slice) == 'n') {
      return Optional.empty();
    }
    if (text.kind(slice) != '"') {
      throw new InvalidValue("invalid_" + name, name + " must be a text in quotes");
    }
    return Optional.of(of.apply(text.string(slice)));
  }

  /// A quantity that must be there.
  Quantity quantity(String name) {
    long units =
        whole(name, "a whole number from 1 to 1000000000")
            .orElseThrow(
                () -> new InvalidValue("invalid_quantity", name + " is missing; give a number"));
    return new Quantity(units);
  }

  /// A change of a quantity that must be there.
  long change(String name) {
    return whole(name, "a whole number other than 0")
        .orElseThrow(
            () -> new InvalidValue("invalid_quantity", name + " is missing; give a number"));
  }

  /// A whole number, or a text that `of` makes one from.
  Optional<Long> number(String name, String code, Function<String, Long> of) {
    JsonText.Slice slice = fields.get(name);
    if (slice == null || text.kind(slice) == 'n') {
      return Optional.empty();
    }
    return switch (text.kind(slice)) {
      case '"' -> Optional.of(of.apply(text.string(slice)));
      default -> Optional.of(exact(slice, code, name + " must be a whole number of seconds"));
    };
  }

  /// The objects of a list that must be there.
  List<JsonFields> objects(String name, int most) {
    JsonText.Slice slice = fields.get(name);
    if (slice == null) {
      throw new InvalidValue("missing_" + name, name + " is missing; add it");
    }
    if (text.kind(slice) != '[') {
      throw new InvalidValue("invalid_" + name, name + " must be a list");
    }
    return text.elements(slice, most).stream()
        .map(
            element -> {
              if (text.kind(element) != '{') {
                throw new InvalidValue("invalid_" + name, name + " must be a list of objects");
              }
              return new JsonFields(text, text.fields(element));
            })
        .toList();
  }

  private Optional<Long> whole(String name, String wanted) {
    JsonText.Slice slice = fields.get(name);
    if (slice == null) {
      return Optional.empty();
    }
    return Optional.of(exact(slice, "invalid_quantity", name + " must be " + wanted));
  }

  private long exact(JsonText.Slice slice, String code, String message) {
    char kind = text.kind(slice);
    if (kind != '-' && (kind < '0' || kind > '9')) {
      throw new InvalidValue(code, message);
    }
    try {
      return new BigDecimal(text.raw(slice)).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new InvalidValue(code, message);
    }
  }
}
