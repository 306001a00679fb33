package dev.stockwright.desktop.lists;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which rows of a list are shown, and in which order. Pure.
final class RowOrder {
  private RowOrder() {}

  /// The rows that have what is looked for, as the layout wants them.
  static List<ListRow> of(
      ListKind kind, ListLayout layout, List<ListRow> known, String filter) {
    String wanted = kind == ListKind.JOURNEY ? "" : filter.strip().toLowerCase(Locale.ROOT);
    List<ListRow> fit = known.stream().filter(row -> fits(row, wanted)).toList();
    return order(kind, layout).map(by -> fit.stream().sorted(by).toList()).orElse(fit);
  }

  private static boolean fits(ListRow row, String wanted) {
    return wanted.isEmpty()
        || row.cells().stream()
            .anyMatch(cell -> cell.words().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static Optional<Comparator<ListRow>> order(ListKind kind, ListLayout layout) {
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
