package dev.stockwright.desktop.receiving;

import java.util.List;

/// The RFID gate as it should look now.
///
/// @param read how many of the expected pieces are here
/// @param figures numbers with their names
/// @param rows what is missing, too much, unknown or ignored
public record GatePicture(
    String title, String document, long read, long expected, List<Figure> figures, List<Row> rows) {
  /// A number with its name below it.
  public record Figure(String value, String label) {}

  /// One thing that needs a look.
  ///
  /// @param kind of its own look
  public record Row(Kind kind, String what, String why, String value) {}

  /// What is the matter with it.
  public enum Kind {
    MISSING,
    EXTRA,
    IGNORED,
    OLD
  }

  public GatePicture {
    figures = List.copyOf(figures);
    rows = List.copyOf(rows);
  }
}
