package dev.stockwright.devices.labels.picture;

import dev.stockwright.devices.labels.Code128;
import java.util.List;

/// The bars of Code 128 characters, as okapibarcode knows them. That library chooses the code sets
/// itself; here they are chosen already, so only its table is used.
final class Code128Bars extends uk.org.okapibarcode.backend.Code128 {
  private static final String STOP = "2331112";

  private Code128Bars() {}

  /// The widths of bars and gaps in modules, a bar first, check and stop character included.
  static String of(List<Integer> words) {
    StringBuilder widths = new StringBuilder();
    for (int word : words) {
      widths.append(CODE128_TABLE[word]);
    }
    return widths.append(CODE128_TABLE[Code128.check(words)]).append(STOP).toString();
  }
}
