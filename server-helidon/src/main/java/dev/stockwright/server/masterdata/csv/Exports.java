package dev.stockwright.server.masterdata.csv;

import dev.stockwright.db.Database;
import dev.stockwright.server.masterdata.sheet.Kept;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.masterdata.sheet.SheetTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes sheets out as files that a spreadsheet opens without harm and that come in again as they
/// went out. Holds some thousand rows at a time. Thread-safe.
public final class Exports {
  private static final int ROWS = 2_000;

  private final Database database;

  public Exports(Database database) {
    this.database = database;
  }

  /// Writes the whole sheet; what changes while it is written may be in it or not.
  ///
  /// @param warehouses that may be shown
  public void write(Sheet sheet, List<String> warehouses, OutputStream to) {
    SheetTable table = new SheetTable(database.reading(), sheet);
    Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      List<String> header = new ArrayList<>(sheet.header());
      if (sheet.versioned()) {
        header.add("version");
      }
      out.printRecord(header);
      List<String> after = List.of();
      while (true) {
        List<Kept> part = table.page(after, warehouses, ROWS);
        for (Kept row : part) {
          List<String> cells = new ArrayList<>(row.cells().stream().map(Harmless::out).toList());
          if (sheet.versioned()) {
            cells.add(Long.toString(row.version()));
          }
          out.printRecord(cells);
        }
        if (part.size() < ROWS) {
          return;
        }
        after = part.getLast().cells().subList(0, sheet.keys());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
