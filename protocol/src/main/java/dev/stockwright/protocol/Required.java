package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The codec gives null for a field that was left out and for an explicit `null`. Here a field that
/// must be there is refused by its wire name, and one that may be absent becomes empty, so that
/// behind the constructors of the messages nothing is ever null.
final class Required {
  private Required() {}

  static void field(String name, @Nullable Object value) {
    if (value == null) {
      throw new InvalidValue("missing_" + name, name + " is missing; add it");
    }
  }

  static <T> Optional<T> orEmpty(@Nullable Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }

  static <T> List<T> orEmpty(@Nullable List<T> value) {
    return value == null ? List.of() : List.copyOf(value);
  }
}
