package dev.stockwright.server.masterdata.csv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file that was looked at, and perhaps brought in.
///
/// @param state `previewed` or `applied`
/// @param creates how many of its lines are new; those that change something, are so already, or
///     cannot be, beside it
/// @param created what it did, once applied
public record ImportItem(
    String id,
    String sheet,
    String state,
    List<String> columns,
    int creates,
    int changes,
    int sames,
    int errors,
    Instant madeAt,
    String madeBy,
    Optional<Instant> appliedAt,
    Optional<String> appliedBy,
    Optional<Integer> created,
    Optional<Integer> changed,
    Optional<Integer> skipped) {
  public ImportItem {
    columns = List.copyOf(columns);
  }

  /// One line of it.
  ///
  /// @param effect `create`, `change`, `same` or `error`
  /// @param field the column that is to blame, or those that change
  /// @param code of the error, stable
  /// @param sentence what is wrong, or what becomes what
  public record Line(
      int line,
      String key,
      String effect,
      Optional<String> field,
      Optional<String> code,
      Optional<String> sentence) {}
}
