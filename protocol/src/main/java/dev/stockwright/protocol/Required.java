package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import org.jspecify.annotations.Nullable;

/// The codec leaves a field that the sender left out null; here it is refused by its wire name, so
/// that
/// behind the constructors of the messages nothing is ever null.
final class Required {
  private Required() {}

  static void field(String name, @Nullable Object value) {
    if (value == null) {
      throw new InvalidValue("missing_" + name, name + " is missing; add it");
    }
  }
}
