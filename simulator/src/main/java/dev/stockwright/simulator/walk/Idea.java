package dev.stockwright.simulator.walk;

import java.util.Optional;

/// How a command of one kind comes about.
@FunctionalInterface
interface Idea {
  /// Empty when there is nothing now that it could be about.
  Optional<Attempt> draw(Scene scene);
}
