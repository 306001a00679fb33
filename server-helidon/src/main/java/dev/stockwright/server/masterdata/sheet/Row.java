package dev.stockwright.server.masterdata.sheet;

import dev.stockwright.vocabulary.InvalidValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What somebody wants a row of a sheet to be.
///
/// @param cells by the sheet's columns, in their one form; absent: stays as it is
/// @param version that it was made from
/// @param strict without a version it must be new or as it is already
public record Row(List<Optional<String>> cells, Optional<Long> version, boolean strict) {
  static final String SEPARATOR = "\u001f";

  public Row {
    cells = List.copyOf(cells);
  }

  /// From texts as somebody wrote them.
  ///
  /// @throws InvalidValue when one of them cannot be
  public static Row of(
      Sheet sheet, List<Optional<String>> texts, Optional<Long> version, boolean strict) {
    List<Optional<String>> cells = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Column column = sheet.columns().get(i);
      cells.add(texts.get(i).map(text -> column.grammar().canonical(column.name(), text)));
    }
    return new Row(cells, version, strict);
  }

  /// Its key as one text.
  public String code(Sheet sheet) {
    return code(sheet, cells.stream().map(cell -> cell.orElse("")).toList());
  }

  static String code(Sheet sheet, List<String> cells) {
    return String.join(SEPARATOR, cells.subList(0, sheet.keys()));
  }

  static List<String> parts(String code) {
    return Arrays.asList(code.split(SEPARATOR, -1));
  }
}
