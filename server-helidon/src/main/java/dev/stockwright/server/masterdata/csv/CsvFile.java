package dev.stockwright.server.masterdata.csv;

import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.vocabulary.InvalidValue;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file of comma separated values (RFC 4180, UTF-8, with or without a byte order mark) read line
/// by line, never held whole. A file whose first line has semicolons or tabs instead of commas is
/// read by those.
final class CsvFile {
  /// A line is never longer than this, however many cells it has.
  private static final int LINE_MAX = 64 * 1024;

  private static final int LINES_MAX = 1_000_000;
  private static final int HEADER_MAX = 8 * 1024;

  private final Sheet sheet;
  private final int[] places;
  private final int versionAt;
  private final int width;
  private final CSVParser parser;
  private final LineLimit limit;
  private final Iterator<CSVRecord> records;

  /// A line with its cells by the sheet's columns, as they were written.
  ///
  /// @param problem why it cannot be read as one
  record Line(
      int number,
      List<Optional<String>> cells,
      Optional<String> version,
      Optional<InvalidValue> problem) {}

  CsvFile(Sheet sheet, InputStream in) {
    this.sheet = sheet;
    try {
      BufferedReader text =
          new BufferedReader(
              new InputStreamReader(
                  in,
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)),
              HEADER_MAX);
      text.mark(HEADER_MAX);
      if (text.read() != '\ufeff') {
        text.reset();
      }
      this.limit = new LineLimit(text);
      this.parser =
          CSVParser.builder()
              .setReader(limit)
              .setFormat(CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get())
              .get();
      this.records = parser.iterator();
      List<String> header = header();
      this.places = new int[sheet.columns().size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = header.indexOf(sheet.header().get(i));
      }
      this.versionAt = header.indexOf("version");
      this.width = header.size();
    } catch (IOException e) {
      throw readable(e, 1);
    } catch (UncheckedIOException e) {
      throw readable(e, 1);
    }
  }

  /// The columns of the sheet that the file has.
  List<String> columns() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        found.add(sheet.header().get(i));
      }
    }
    return found;
  }

  /// Gives every line to `each`.
  ///
  /// @throws InvalidValue when the file is none of this kind from some line on
  void read(Consumer<Line> each) {
    int count = 0;
    int line = 1;
    try {
      while (true) {
        line = (int) Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + 1);
        limit.begin();
        if (!records.hasNext()) {
          return;
        }
        CSVRecord record = records.next();
        count++;
        if (count > LINES_MAX) {
          throw new InvalidValue(
              "too_many_lines", "the file has more than 1000000 lines; send it in parts");
        }
        if (!blank(record)) {
          each.accept(line(line, record));
        }
      }
    } catch (UncheckedIOException e) {
      throw readable(e, line);
    }
  }

  private Line line(int number, CSVRecord record) {
    List<Optional<String>> cells = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      boolean there = places[i] >= 0 && places[i] < record.size();
      String cell = there ? Harmless.in(record.get(places[i])) : "";
      cells.add(
          !there || (cell.isBlank() && !sheet.emptyIsAValue(i))
              ? Optional.empty()
              : Optional.of(cell));
    }
    Optional<String> version =
        versionAt >= 0 && versionAt < record.size()
            ? Optional.of(record.get(versionAt).strip()).filter(text -> !text.isEmpty())
            : Optional.empty();
    return new Line(
        number,
        cells,
        version,
        record.size() == width
            ? Optional.empty()
            : Optional.of(
                new InvalidValue(
                    "wrong_cell_count",
                    "the line has "
                        + record.size()
                        + " cells and the first line "
                        + width
                        + "; check commas and quotes")));
  }

  private static boolean blank(CSVRecord record) {
    for (String cell : record) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private List<String> header() {
    limit.begin();
    if (!records.hasNext()) {
      throw new InvalidValue("empty_file", "the file is empty; begin it with its column names");
    }
    List<String> header = new ArrayList<>();
    Set<String> known = new HashSet<>(sheet.header());
    known.add("version");
    for (String cell : records.next()) {
      String name = cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      if (!known.contains(name)) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
        throw new InvalidValue(
            "unknown_column",
            "column \""
                + shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?")
                + "\" is not known; the columns are "
                + String.join(", ", sheet.header())
                + " and version");
      }
      if (header.contains(name)) {
        throw new InvalidValue("double_column", "column " + name + " is there twice; keep one");
      }
      header.add(name);
    }
    for (String key : sheet.header().subList(0, sheet.keys())) {
      if (!header.contains(key)) {
        throw new InvalidValue("missing_column", "column " + key + " is missing; add it");
      }
    }
    return header;
  }

  /// What stands between the cells of the first line.
  private static char delimiter(BufferedReader text) throws IOException {
    text.mark(HEADER_MAX);
    char found = ',';
    int most = 0;
    int[] seen = new int[3];
    for (int i = 0; i < HEADER_MAX - 1; i++) {
      int c = text.read();
      if (c < 0 || c == '\n' || c == '\r') {
        break;
      }
      int which = ",;\t".indexOf(c);
      if (which >= 0) {
        seen[which]++;
        if (seen[which] > most) {
          most = seen[which];
          found = (char) c;
        }
      }
    }
    text.reset();
    return found;
  }

  private static RuntimeException readable(UncheckedIOException thrown, int line) {
    IOException cause = thrown.getCause();
    return cause == null ? thrown : readable(cause, line);
  }

  private static RuntimeException readable(IOException thrown, int line) {
    if (thrown instanceof CharacterCodingException) {
      return new InvalidValue(
          "not_utf8", "the file is not UTF-8 text near line " + line + "; save it as CSV UTF-8");
    }
    if (thrown instanceof CSVException) {
      return new InvalidValue("invalid_csv", "line " + line + " cannot be read; check its quotes");
    }
    return new UncheckedIOException(thrown);
  }

  /// Breaks off a line without end, and a text with a NUL, which is none.
  private static final class LineLimit extends FilterReader {
    private int since;

    LineLimit(Reader in) {
      super(in);
    }

    void begin() {
      since = 0;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      since += Math.max(read, 0);
      if (since > LINE_MAX) {
        throw new InvalidValue(
            "line_too_long", "a line is longer than 65536 characters; check its quotes");
      }
      for (int i = offset; i < offset + read; i++) {
        if (buffer[i] == 0) {
          throw new InvalidValue("not_text", "the file holds a NUL, so it is no text; send CSV");
        }
      }
      return read;
    }
  }
}
