package dev.stockwright.client.sync;

import java.util.List;
import java.util.Optional;

/// Some of a list, and where it goes on.
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
