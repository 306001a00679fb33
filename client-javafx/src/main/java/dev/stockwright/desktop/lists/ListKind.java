package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The lists, with the columns of each. The widths are those of the smallest window.
public enum ListKind {
  TASKS(
      FloorPhrase.TASKS,
      words("number", FloorPhrase.NUMBER, 116),
      words("kind", FloorPhrase.KIND, 102),
      words("state", FloorPhrase.STATE, 82),
      figure("priority", FloorPhrase.PRIORITY, 76),
      words("place", FloorPhrase.PLACE, 86),
      words("to", FloorPhrase.TO, 86),
      words("product", FloorPhrase.PRODUCT, 144),
      figure("units", FloorPhrase.UNITS, 70),
      words("due", FloorPhrase.DUE, 72),
      words("who", FloorPhrase.WHO, 92)),
  MOVEMENTS(
      FloorPhrase.MOVEMENTS,
      words("time", FloorPhrase.TIME, 110),
      words("product", FloorPhrase.PRODUCT, 196),
      words("from", FloorPhrase.FROM, 108),
      words("to", FloorPhrase.TO, 108),
      figure("units", FloorPhrase.UNITS, 76),
      words("reason", FloorPhrase.REASON, 104),
      words("who", FloorPhrase.WHO, 106),
      words("number", FloorPhrase.NUMBER, 114)),
  VARIANCES(
      FloorPhrase.VARIANCES,
      words("number", FloorPhrase.NUMBER, 116),
      words("bin", FloorPhrase.BIN, 106),
      words("product", FloorPhrase.PRODUCT, 230),
      figure("expected", FloorPhrase.EXPECTED, 102),
      figure("counted", FloorPhrase.COUNTED, 92),
      figure("variance", FloorPhrase.VARIANCE, 92),
      words("who", FloorPhrase.WHO, 92),
      words("time", FloorPhrase.TIME, 92)),
  TRANSFERS(
      FloorPhrase.TRANSFERS,
      words("number", FloorPhrase.NUMBER, 140),
      words("from", FloorPhrase.FROM, 130),
      words("to", FloorPhrase.TO, 130),
      words("state", FloorPhrase.STATE, 130),
      figure("in_transit", FloorPhrase.IN_TRANSIT, 112),
      words("due", FloorPhrase.DUE, 140),
      words("who", FloorPhrase.WHO, 140)),
  ALERTS(
      FloorPhrase.ALERTS,
      words("severity", FloorPhrase.SEVERITY, 100),
      words("kind", FloorPhrase.KIND, 100),
      words("what", FloorPhrase.WHAT, 392),
      words("product", FloorPhrase.PRODUCT, 220),
      words("time", FloorPhrase.TIME, 110)),
  UNMATCHED(
      FloorPhrase.UNMATCHED,
      words("number", FloorPhrase.NUMBER, 222),
      words("time", FloorPhrase.TIME, 110),
      words("who", FloorPhrase.WHO, 140),
      words("supplier", FloorPhrase.SUPPLIER, 150),
      figure("products", FloorPhrase.PRODUCTS, 96),
      figure("units", FloorPhrase.UNITS, 108),
      figure("received", FloorPhrase.RECEIVED, 106)),
  STAGED(
      FloorPhrase.STAGED,
      words("place", FloorPhrase.PLACE, 120),
      words("product", FloorPhrase.PRODUCT, 262),
      figure("units", FloorPhrase.UNITS, 90),
      words("lot", FloorPhrase.LOT, 120),
      words("unit", FloorPhrase.UNIT, 226),
      words("state", FloorPhrase.STATE, 104)),
  JOURNEY(
      FloorPhrase.JOURNEY,
      words("time", FloorPhrase.TIME, 110),
      words("product", FloorPhrase.PRODUCT, 174),
      words("from", FloorPhrase.FROM, 100),
      words("to", FloorPhrase.TO, 100),
      figure("units", FloorPhrase.UNITS, 70),
      words("lot", FloorPhrase.LOT, 90),
      words("unit", FloorPhrase.UNIT, 96),
      words("reason", FloorPhrase.REASON, 92),
      words("who", FloorPhrase.WHO, 90)),
  REFERRALS(
      FloorPhrase.REFERRALS,
      words("time", FloorPhrase.TIME, 110),
      words("what", FloorPhrase.WHAT, 170),
      words("reason", FloorPhrase.REASON, 338),
      words("note", FloorPhrase.NOTE, 190),
      words("who", FloorPhrase.WHO, 114)),
  MISMATCHES(
      FloorPhrase.MISMATCHES,
      words("time", FloorPhrase.TIME, 110),
      words("who", FloorPhrase.WHO, 114),
      words("kind", FloorPhrase.KIND, 130),
      words("number", FloorPhrase.NUMBER, 180),
      words("expected", FloorPhrase.EXPECTED, 200),
      words("scanned", FloorPhrase.SCANNED, 188));

  /// @param id stable, for what is kept of it
  /// @param figure a number, to the right
  /// @param width in the smallest window
  public record Column(String id, FloorPhrase head, boolean figure, double width) {}

  private final FloorPhrase title;
  private final List<Column> columns;

  ListKind(FloorPhrase title, Column... columns) {
    this.title = title;
    this.columns = List.of(columns);
  }

  private static Column words(String id, FloorPhrase head, double width) {
    return new Column(id, head, false, width);
  }

  private static Column figure(String id, FloorPhrase head, double width) {
    return new Column(id, head, true, width);
  }

  public FloorPhrase title() {
    return title;
  }

  /// What its field asks for.
  FloorPhrase sought() {
    return this == JOURNEY ? FloorPhrase.JOURNEY_SOUGHT : FloorPhrase.FILTER;
  }

  public List<Column> columns() {
    return columns;
  }

  /// Its name in files and on nodes.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What stands in a column of a row.
  String words(ListRow row, String column) {
    List<String> ids = columns.stream().map(Column::id).toList();
    return row.cells().get(ids.indexOf(column)).words();
  }

  /// The list that a digit stands for; 0 is the tenth.
  static Optional<ListKind> numbered(int number) {
    long before = number == 0 ? 9 : Math.max(0, number - 1L);
    return Stream.of(values()).skip(before).findFirst().filter(_ -> number >= 0);
  }
}
