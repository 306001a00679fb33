package dev.stockwright.simulator.walk;

import dev.stockwright.vocabulary.CommandId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// All chance of a walk; the same seed throws the same again.
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// From `least` to `most`, both included.
  long from(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  boolean percent(int of) {
    return random.nextInt(100) < of;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// One of them, when there are any.
  <T> Optional<T> any(List<T> of) {
    return of.isEmpty() ? Optional.empty() : Optional.of(one(of));
  }

  /// The thing at times, otherwise nothing.
  <T> Optional<T> maybe(int percent, T thing) {
    return percent(percent) ? Optional.of(thing) : Optional.empty();
  }

  /// Below `sum`, for weighted choices.
  double below(double sum) {
    return random.nextDouble() * sum;
  }

  CommandId id() {
    return new CommandId(new UUID(random.nextLong(), random.nextLong()));
  }
}
