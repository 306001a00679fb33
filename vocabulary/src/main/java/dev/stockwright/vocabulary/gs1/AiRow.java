package dev.stockwright.vocabulary.gs1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One row of [AiTable]: identifiers that differ in their number only.
record AiRow(
    List<String> codes,
    boolean predefinedLength,
    boolean linkAttribute,
    List<Component> form,
    String title,
    List<String> rules) {

  static List<AiRow> all() {
    return AiTable.ROWS.lines().map(AiRow::of).toList();
  }

  private static AiRow of(String row) {
    String[] cells = Stream.of(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    String numbers = cells[0].replace("=", "").replace("?", "");
    return new AiRow(
        codes(numbers),
        cells[0].contains("="),
        cells[0].contains("?"),
        Stream.of(cells[1].split(" ")).map(Component::of).toList(),
        cells[2],
        Stream.of(cells[3].split(" ")).filter(rule -> !rule.isEmpty()).toList());
  }

  private static List<String> codes(String numbers) {
    int[] ends = Arrays.stream(numbers.split("-")).mapToInt(Integer::parseInt).toArray();
    int digits = numbers.split("-")[0].length();
    return IntStream.rangeClosed(ends[0], ends[ends.length - 1])
        .mapToObj(code -> String.format(Locale.ROOT, "%0" + digits + "d", code))
        .toList();
  }

  /// What stands behind each rule of a name.
  Stream<String> rules(String name) {
    return rules.stream()
        .filter(rule -> rule.startsWith(name + ":"))
        .map(rule -> rule.substring(name.length() + 1));
  }

  /// Of a primary key, the orders in which its qualifiers may follow; none where it has none.
  Optional<List<List<String>>> linkOrders() {
    return rules.contains("key")
        ? Optional.of(List.of())
        : rules("key")
            .map(orders -> Stream.of(orders.split("/")).map(o -> List.of(o.split(","))).toList())
            .findFirst();
  }
}
