package dev.stockwright.desktop.look;

import java.util.List;

/// A question that a person must answer before work goes on.
///
/// @param scanned what it is about, such as `Unknown barcode 5901234123457`
/// @param reason why it is asked, and what happens meanwhile
/// @param options two or three; the first is the usual one
public record Decision(String scanned, String reason, List<Option> options) {
  /// One answer, chosen with the key of its number.
  ///
  /// @param id stable, for whoever asked
  /// @param verb what it does, verb first
  /// @param consequence what follows from it
  public record Option(String id, String verb, String consequence) {}

  public Decision {
    options = List.copyOf(options);
    if (options.size() < 2 || options.size() > 3) {
      throw new IllegalArgumentException("two or three options, not " + options.size());
    }
  }
}
