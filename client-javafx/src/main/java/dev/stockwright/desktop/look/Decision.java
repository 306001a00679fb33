package dev.stockwright.desktop.look;

import java.util.List;

/// A question that a person must answer before work goes on.
///
/// @param scanned what it is about, such as `Unknown barcode 5901234123457`
/// @param reason why it is asked, and what happens meanwhile
/// @param options two or three, seldom more; the first is the usual one
public record Decision(String scanned, String reason, List<Option> options) {
  /// More have no key.
  private static final int OPTIONS_MAX = 9;

  /// One answer, chosen with the key of its number.
  ///
  /// @param id stable, for whoever asked
  /// @param verb what it does, verb first
  /// @param consequence what follows from it
  public record Option(String id, String verb, String consequence) {}

  public Decision {
    options = List.copyOf(options);
    if (options.isEmpty() || options.size() > OPTIONS_MAX) {
      throw new IllegalArgumentException(options.size() + " options");
    }
  }
}
