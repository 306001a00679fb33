package dev.stockwright.desktop.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// How somebody wants a list: by which column it is sorted, which columns stand where, how wide.
///
/// @param sort the id of a column; absent: as the server sends it
/// @param widths of columns from the left, by their ids; empty: as at first
public record ListLayout(Optional<String> sort, boolean descending, Map<String, Double> widths) {
  /// Nobody has chosen anything.
  public static final ListLayout NONE = new ListLayout(Optional.empty(), false, Map.of());

  /// The order of the map is that of the columns.
  public ListLayout {
    widths = new LinkedHashMap<>(widths);
  }

  public ListLayout sorted(Optional<String> by, boolean down) {
    return new ListLayout(by, down, widths);
  }

  public ListLayout wide(Map<String, Double> columns) {
    return new ListLayout(sort, descending, columns);
  }

  /// As it is kept: the sort with `-` when descending, then `id:width` from the left.
  public String text() {
    StringJoiner all = new StringJoiner(" ");
    all.add(sort.orElse(".") + (descending ? "-" : ""));
    widths.forEach((id, width) -> all.add(id + ":" + Math.round(width)));
    return all.toString();
  }

  /// Reads it back; what is no longer a column is left out, and a damaged one is as at first.
  public static ListLayout of(String text, ListKind kind) {
    List<String> ids = kind.columns().stream().map(ListKind.Column::id).toList();
    List<String> parts = new ArrayList<>(text.lines().flatMap(ListLayout::words).toList());
    if (parts.isEmpty()) {
      return NONE;
    }
    String first = parts.removeFirst();
    boolean down = first.endsWith("-");
    String by = down ? first.substring(0, first.length() - 1) : first;
    Map<String, Double> widths = new LinkedHashMap<>();
    for (String part : parts) {
      int colon = part.indexOf(':');
      if (colon > 0
          && ids.contains(part.substring(0, colon))
          && part.substring(colon + 1).matches("\\d{1,4}")) {
        widths.put(part.substring(0, colon), Double.valueOf(part.substring(colon + 1)));
      }
    }
    boolean whole = widths.size() == ids.size();
    return new ListLayout(Optional.of(by).filter(ids::contains), down, whole ? widths : Map.of());
  }

  private static java.util.stream.Stream<String> words(String line) {
    return java.util.regex.Pattern.compile(" ").splitAsStream(line).filter(w -> !w.isEmpty());
  }
}
