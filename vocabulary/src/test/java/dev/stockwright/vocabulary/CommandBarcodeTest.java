package dev.stockwright.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandBarcodeTest {
  @Test
  void theCodesAreFixedBecauseCardsArePrinted() {
    assertEquals(
        List.of(
            "SW-CMD-OK",
            "SW-CMD-BACK",
            "SW-CMD-UNDO",
            "SW-CMD-QTY",
            "SW-CMD-SHORT",
            "SW-CMD-SKIP",
            "SW-CMD-DONE",
            "SW-CMD-HELP"),
        Stream.of(CommandBarcode.values()).map(CommandBarcode::code).toList());
  }

  @Test
  void aScannedCodeIsItsCommandAndNothingElseIs() {
    for (CommandBarcode command : CommandBarcode.values()) {
      Decoded scanned = Decoder.scan("]C0" + command.code());
      assertEquals(Decoded.Kind.PLAIN, scanned.kind());
      assertEquals(Optional.of(command), CommandBarcode.of(scanned.text()));
    }
    for (String other : List.of("OK", "SW-CMD-", "sw-cmd-ok", "SW-CMD-OKAY", "SW-K7MPQ2XYZA", "")) {
      assertTrue(CommandBarcode.of(other).isEmpty(), other);
    }
  }
}
