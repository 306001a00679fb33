package dev.stockwright.devices.labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where things stand on a label, as a text that people may change; its page in the documentation
/// says how it is written. All lengths in mm from the left upper corner.
///
/// @param widthMm the smallest label it is made for
/// @param heightMm likewise
record LabelTemplate(int widthMm, int heightMm, List<Row> rows) {
  /// What a row draws.
  enum Kind {
    /// Words: wrapped, and cut with an ellipsis.
    TEXT,
    /// A code for people: made smaller, never cut.
    CODE,
    BARCODE,
    MATRIX,
    LINE,
    BOX
  }

  /// One thing at its place.
  ///
  /// @param line its number in the file, for messages
  /// @param value a text with `{names}` in it, or the name of a barcode
  record Row(
      int line,
      Kind kind,
      double x,
      double y,
      double width,
      double height,
      Map<String, String> options,
      String value) {
    double number(String option, double otherwise) {
      return Optional.ofNullable(options.get(option)).map(Double::parseDouble).orElse(otherwise);
    }

    String word(String option, String otherwise) {
      return options.getOrDefault(option, otherwise);
    }
  }

  /// A template, or what is wrong with its text.
  sealed interface Parsed {
    record Good(LabelTemplate template) implements Parsed {}

    /// @param sentence names the line and what is wrong there
    record Bad(String sentence) implements Parsed {}
  }

  private static final Pattern SIZE = Pattern.compile("label (\\d{2,3})x(\\d{2,3})");
  private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,2})?)";
  private static final Pattern ROW =
      Pattern.compile(
          "([a-z]+) +%1$s +%1$s +%1$s +%1$s((?: +[a-z]+=[a-z0-9._]+)*)(?: +(.+))?"
              .formatted(NUMBER));
  private static final Pattern NAME = Pattern.compile("[a-z_]+");
  private static final Pattern NUMERIC = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");
  private static final Map<Kind, Set<String>> OPTIONS =
      Map.of(
          Kind.TEXT, Set.of("if", "lines", "align"),
          Kind.CODE, Set.of("if", "align", "min"),
          Kind.BARCODE, Set.of("module", "hri", "or"),
          Kind.MATRIX, Set.of("module", "hri"),
          Kind.LINE, Set.of("if"),
          Kind.BOX, Set.of("if", "thick"));

  /// Reads a template; the first fault ends it.
  static Parsed parse(String text) {
    List<Row> rows = new ArrayList<>();
    int width = 0;
    int height = 0;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      Matcher size = SIZE.matcher(line);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (width == 0) {
        if (!size.matches()) {
          return bad(number, "the first line must be the size, such as: label 100x150");
        }
        width = Integer.parseInt(size.group(1));
        height = Integer.parseInt(size.group(2));
        continue;
      }
      switch (row(number, line, width, height)) {
        case Read read -> rows.add(read.row());
        case Unread unread -> {
          return bad(number, unread.why());
        }
      }
    }
    return rows.isEmpty()
        ? bad(number, "nothing is on the label")
        : new Parsed.Good(new LabelTemplate(width, height, List.copyOf(rows)));
  }

  private static Parsed bad(int line, String why) {
    return new Parsed.Bad("line " + line + ": " + why);
  }

  private sealed interface RowRead {}

  private record Read(Row row) implements RowRead {}

  private record Unread(String why) implements RowRead {}

  private static RowRead row(int number, String line, int width, int height) {
    Matcher read = ROW.matcher(line);
    if (!read.matches()) {
      return new Unread("a row is: kind x y width height options value");
    }
    Optional<Kind> kind = kind(read.group(1));
    if (kind.isEmpty()) {
      return new Unread(read.group(1) + " is none of text, code, barcode, matrix, line, box");
    }
    Map<String, String> options = new HashMap<>();
    for (String option : read.group(6).strip().split(" +", -1)) {
      if (!option.isEmpty()) {
        String[] sides = option.split("=", 2);
        options.put(sides[0], sides[1]);
      }
    }
    Row row =
        new Row(
            number,
            kind.get(),
            Double.parseDouble(read.group(2)),
            Double.parseDouble(read.group(3)),
            Double.parseDouble(read.group(4)),
            Double.parseDouble(read.group(5)),
            Map.copyOf(options),
            Optional.ofNullable(read.group(7)).orElse(""));
    return fault(row, width, height)
        .<RowRead>map(Unread::new)
        .orElseGet(() -> new Read(unquoted(row)));
  }

  private static Optional<String> fault(Row row, int width, int height) {
    if (row.x() + row.width() > width || row.y() + row.height() > height) {
      return Optional.of("it reaches beyond the label of " + width + "x" + height + " mm");
    }
    for (Map.Entry<String, String> option : row.options().entrySet()) {
      if (!OPTIONS.getOrDefault(row.kind(), Set.of()).contains(option.getKey())
          || !good(option.getKey(), option.getValue())) {
        return Optional.of(option.getKey() + "=" + option.getValue() + " is not known here");
      }
    }
    boolean good =
        switch (row.kind()) {
          case TEXT, CODE -> row.value().matches("\".+\"");
          case BARCODE, MATRIX -> NAME.matcher(row.value()).matches();
          case LINE, BOX -> row.value().isEmpty();
        };
    return good
        ? Optional.empty()
        : Optional.of("a text stands in quotes, a barcode is named without, a line has neither");
  }

  private static boolean good(String option, String value) {
    return switch (option) {
      case "align" -> Set.of("left", "center", "right").contains(value);
      case "or" -> value.equals("matrix");
      case "if" -> NAME.matcher(value).matches();
      case "lines" -> value.matches("[1-9]");
      default -> NUMERIC.matcher(value).matches() && Double.parseDouble(value) > 0;
    };
  }

  private static Row unquoted(Row row) {
    String value = row.value();
    boolean quoted = value.length() > 1 && value.startsWith("\"");
    return new Row(
        row.line(),
        row.kind(),
        row.x(),
        row.y(),
        row.width(),
        row.height(),
        row.options(),
        quoted ? value.substring(1, value.length() - 1) : value);
  }

  private static Optional<Kind> kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
