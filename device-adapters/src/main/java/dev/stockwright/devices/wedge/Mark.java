package dev.stockwright.devices.wedge;

/// What a scanner puts before or after each code so that nobody can take it for typing.
public sealed interface Mark {
  /// Characters, such as `~`; choose some that nobody types and no code holds.
  record Characters(String text) implements Mark {
    public Characters {
      if (text.isEmpty() || text.length() > 32) {
        throw new IllegalArgumentException("mark \"" + text + "\": give 1 to 32 characters");
      }
    }
  }

  /// A key, such as F13.
  record Key(WedgeKey key) implements Mark {}
}
