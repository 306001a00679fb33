package dev.stockwright.server.queries;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list.
///
/// @param next where the next part begins; absent on the last
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /// The same part of other things.
  public <R> Page<R> map(Function<T, R> other) {
    return new Page<>(items.stream().map(other).toList(), next);
  }

  /// From one row more than wanted, which tells whether there is a next part.
  static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, Optional.empty());
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
  }

  /// From a list that is never long, held whole.
  ///
  /// @param key what only one of them has
  public static <T> Page<T> part(
      List<T> whole, Function<T, String> key, int limit, Optional<String> after) {
    int from =
        after
            .map(cursor -> 1 + keys(whole, key).indexOf(Cursor.parts("part", 1, cursor).getFirst()))
            .orElse(0);
    if (after.isPresent() && from == 0) {
      throw Cursor.unknown();
    }
    List<T> rows = whole.subList(from, Math.min(whole.size(), from + limit + 1));
    return cut(rows, limit, last -> Cursor.of("part", key.apply(last)));
  }

  private static <T> List<String> keys(List<T> whole, Function<T, String> key) {
    return whole.stream().map(key).toList();
  }
}
