package dev.stockwright.server.masterdata.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Cells that a spreadsheet would run, and what becomes of them.
class HarmlessTest {
  @Test
  void whatBeginsAFormulaIsMadeTextAndComesBackAsItWas() {
    for (String cell :
        List.of(
            "=1+2",
            "+44 20",
            "-x",
            "@SUM(A1)",
            "\tx",
            "\rx",
            " =1",
            "\u00a0=1",
            "line\n=1",
            "'=1",
            "''=1",
            "-5 pieces",
            "=cmd|' /C calc'!A0")) {
      assertEquals("'" + cell, Harmless.out(cell));
      assertEquals(cell, Harmless.in(Harmless.out(cell)));
    }
  }

  @Test
  void allElseStaysAsItIs() {
    for (String cell :
        List.of("", "Nail", "M4 x 16", "-5", "12", "'Tis tea", "a=b", "x-1", "5 - 3", "O'Neil")) {
      assertEquals(cell, Harmless.out(cell));
      assertEquals(cell, Harmless.in(cell));
    }
  }
}
