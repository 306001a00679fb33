package dev.stockwright.devices.reasons;

import java.util.Locale;

/// Why a device is as it is, or why something was not done: stable, without a language. Whoever
/// shows it has a sentence for each; a switch over these types is complete or does not compile.
public sealed interface Reason
    permits LineReason, PrinterReason, ReadReason, ReaderReason, WizardReason {
  /// Of the constant.
  String name();

  /// For logs and terminals; `{0}` and so on are gaps.
  String english();

  /// Stable, such as `printer.head_open`.
  default String code() {
    String family =
        switch (this) {
          case LineReason line -> "line";
          case PrinterReason printer -> "printer";
          case ReadReason read -> "read";
          case ReaderReason reader -> "reader";
          case WizardReason wizard -> "wizard";
        };
    return family + "." + name().toLowerCase(Locale.ROOT);
  }
}
