package dev.stockwright.desktop.lists;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which rows are shown, and in what order.
final class RowOrder {
  private RowOrder() {}

  /// @param wanted in small letters; empty: every row
  static boolean fits(ListRow row, String wanted) {
    return wanted.isEmpty()
        || row.cells().stream()
            .anyMatch(cell -> cell.words().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// Empty: as the server sends them.
  static Optional<Comparator<ListRow>> of(ListKind kind, ListLayout layout) {
    List<String> ids = kind.columns().stream().map(ListKind.Column::id).toList();
    return layout
        .sort()
        .map(ids::indexOf)
        .filter(at -> at >= 0)
        .map(
            at -> {
              Comparator<ListRow> up = Comparator.comparing(row -> row.cells().get(at));
              return layout.descending() ? up.reversed() : up;
            });
  }
}
