package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.stock.StockQuery.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How somebody wants the stock list.
///
/// @param order all columns from the left
/// @param widths of those that somebody has made wider or narrower
public record StockLayout(
    Column sort,
    boolean descending,
    Set<Column> hidden,
    List<Column> order,
    Map<Column, Double> widths) {
  /// Nobody has chosen anything.
  public static final StockLayout USUAL =
      new StockLayout(
          StockQuery.ALL.sort(),
          StockQuery.ALL.descending(),
          Set.of(),
          List.of(Column.values()),
          Map.of());

  /// Narrower nobody can read a column.
  public static final double LEAST = 48;

  private static final double MOST = 1_200;
  private static final Pattern WORD = Pattern.compile("([a-z_]+)(!?)(?::([0-9]{2,4}))?");
  private static final Pattern BLANK = Pattern.compile(" ");

  public StockLayout {
    hidden = Set.copyOf(hidden);
    order = List.copyOf(order);
    widths = Map.copyOf(widths);
  }

  /// As it is kept: by what it is sorted, with `-` when descending, then the columns from the left,
  /// with `!` when hidden and their widths.
  public String text() {
    StringJoiner all = new StringJoiner(" ");
    all.add(code(sort) + (descending ? "-" : "+"));
    for (Column column : order) {
      String width =
          Optional.ofNullable(widths.get(column)).map(w -> ":" + Math.round(w)).orElse("");
      all.add(code(column) + (hidden.contains(column) ? "!" : "") + width);
    }
    return all.toString();
  }

  /// Reads it back. What is no longer a column is left out, one that is new stands where it usually
  /// does, and what makes no sense is as at first.
  public static StockLayout of(String text) {
    List<String> words = BLANK.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      return USUAL;
    }
    String first = words.getFirst();
    Optional<Column> by = column(first.replaceAll("[-+]$", ""));
    Set<Column> hidden = EnumSet.noneOf(Column.class);
    List<Column> order = new ArrayList<>();
    Map<Column, Double> widths = new EnumMap<>(Column.class);
    for (String word : words.subList(1, words.size())) {
      Matcher read = WORD.matcher(word);
      Optional<Column> column = read.matches() ? column(read.group(1)) : Optional.empty();
      if (column.isPresent() && !order.contains(column.get())) {
        order.add(column.get());
        if (!read.group(2).isEmpty() && Column.OPTIONAL.contains(column.get())) {
          hidden.add(column.get());
        }
        Optional.ofNullable(read.group(3))
            .map(Double::valueOf)
            .filter(width -> width >= LEAST && width <= MOST)
            .ifPresent(width -> widths.put(column.get(), width));
      }
    }
    for (int i = 0; i < USUAL.order().size(); i++) {
      if (!order.contains(USUAL.order().get(i))) {
        order.add(Math.min(i, order.size()), USUAL.order().get(i));
      }
    }
    boolean down = by.isPresent() && first.endsWith("-");
    return new StockLayout(by.orElse(USUAL.sort()), down, hidden, order, widths);
  }

  private static Optional<Column> column(String code) {
    return Arrays.stream(Column.values()).filter(each -> code(each).equals(code)).findFirst();
  }

  private static String code(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
