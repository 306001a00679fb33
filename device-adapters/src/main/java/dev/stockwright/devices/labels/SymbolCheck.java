package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.MadeLabel.Refused;
import dev.stockwright.devices.labels.SymbolContent.Ean13;
import dev.stockwright.devices.labels.SymbolContent.Gs1;
import dev.stockwright.devices.labels.SymbolContent.Plain;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.gs1.ElementString;
import dev.stockwright.vocabulary.gs1.Malformed;
import java.time.LocalDate;
import java.util.Optional;

/// Whether a barcode may say what it shall say. A GS1 code is read back by the reader of scans
/// before it is printed, so that no label is made that our own people cannot scan.
final class SymbolCheck {
  /// Plain codes longer than this are read badly by hand scanners.
  private static final int PLAIN_MAX = 48;

  /// Two digits of a year beyond this are read as one of the past century.
  private static final int LAST_YEAR = 2075;

  private static final int FIRST_YEAR = 2000;

  private SymbolCheck() {}

  static Optional<Refused> fault(SymbolContent symbol) {
    return switch (symbol) {
      case Ean13 ean -> Optional.empty();
      case Gs1 gs1 -> {
        String data = gs1.data(String.valueOf(ElementString.SEPARATOR));
        yield ElementString.parse(data) instanceof Malformed fault
            ? Optional.of(new Refused("not_gs1", Told.of(PrinterReason.NOT_GS1, fault.message())))
            : Optional.empty();
      }
      case Plain plain -> plain(plain.text());
    };
  }

  private static Optional<Refused> plain(String text) {
    if (text.isBlank() || !text.equals(text.strip()) || text.length() > PLAIN_MAX) {
      return Optional.of(
          new Refused("not_a_code", Told.of(PrinterReason.CODE_LENGTH, text.length())));
    }
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
    return printable
        ? Optional.empty()
        : Optional.of(new Refused("not_a_code", Told.of(PrinterReason.CODE_SIGNS)));
  }

  /// Whether six digits can say this day.
  static Optional<Refused> fault(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
        ? Optional.empty()
        : Optional.of(new Refused("wrong_date", Told.of(PrinterReason.WRONG_YEAR, day.getYear())));
  }
}
