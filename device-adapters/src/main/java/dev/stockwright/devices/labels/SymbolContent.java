package dev.stockwright.devices.labels;

import java.util.List;

/// What a barcode of a label says, checked.
sealed interface SymbolContent {
  /// The form for people, printed near the code.
  String readable();

  /// Text without structure: characters 32 to 126.
  record Plain(String text) implements SymbolContent {
    @Override
    public String readable() {
      return text;
    }
  }

  /// A GTIN-13, 13 digits.
  record Ean13(String digits) implements SymbolContent {
    @Override
    public String readable() {
      return digits.charAt(0) + " " + digits.substring(1, 7) + " " + digits.substring(7);
    }
  }

  /// GS1 elements in the order in which they are written.
  record Gs1(List<Part> parts) implements SymbolContent {
    public Gs1 {
      parts = List.copyOf(parts);
    }

    @Override
    public String readable() {
      StringBuilder text = new StringBuilder();
      parts.forEach(p -> text.append('(').append(p.ai()).append(')').append(p.value()));
      return text.toString();
    }

    /// The data of the symbol with `separator` where FNC1 ends a value of variable length.
    String data(String separator) {
      StringBuilder data = new StringBuilder();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        data.append(part.ai()).append(part.value());
        if (!part.predefinedLength() && i < parts.size() - 1) {
          data.append(separator);
        }
      }
      return data.toString();
    }
  }

  /// One element.
  record Part(String ai, String value, boolean predefinedLength) {}
}
