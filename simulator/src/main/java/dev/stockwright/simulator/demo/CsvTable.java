package dev.stockwright.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A CSV file with a head line (RFC 4180: commas, quotes doubled inside quotes), read whole.
final class CsvTable {
  private final Path file;
  private final List<String> head;
  private final List<Row> rows = new ArrayList<>();

  /// @throws DemoUnfit when it cannot be read or a row has not as many fields as the head
  CsvTable(Path file) {
    this.file = file;
    List<List<String>> records = records(file);
    if (records.isEmpty()) {
      throw new DemoUnfit(file + " is empty");
    }
    this.head = records.getFirst();
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i).size() != head.size()) {
        throw new DemoUnfit(file + ", row " + (i + 1) + ": not " + head.size() + " fields");
      }
      rows.add(new Row(i + 1, records.get(i)));
    }
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  private static List<List<String>> records(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new DemoUnfit("The demo's file " + file + " cannot be read: " + e, e);
    }
    List<List<String>> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (doubled) {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ',' && c != '\n' && c != '\r') {
        field.append(c);
      } else if (c != '\r') {
        fields.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(List.copyOf(fields));
          fields.clear();
        }
      }
    }
    if (quoted || !fields.isEmpty() || !field.isEmpty()) {
      throw new DemoUnfit(file + " ends in the middle of a row");
    }
    return records;
  }

  /// One row; its fields by the names of the head.
  final class Row {
    private final int number;
    private final List<String> fields;

    private Row(int number, List<String> fields) {
      this.number = number;
      this.fields = fields;
    }

    /// What the field holds, which may be nothing.
    Optional<String> optional(String name) {
      int column = head.indexOf(name);
      if (column < 0) {
        throw new DemoUnfit(file + " has no column " + name);
      }
      return Optional.of(fields.get(column)).filter(text -> !text.isEmpty());
    }

    String text(String name) {
      return optional(name)
          .orElseThrow(() -> new DemoUnfit(file + ", row " + number + ": " + name + " is empty"));
    }

    int number(String name) {
      try {
        return Integer.parseInt(text(name));
      } catch (NumberFormatException e) {
        throw new DemoUnfit(
            file + ", row " + number + ": " + name + " is not a whole number: " + text(name), e);
      }
    }

    boolean yes(String name) {
      return text(name).equals("true");
    }
  }
}
