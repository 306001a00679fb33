package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.fx.harness.Sheet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The sheet of the floor app names colours and says none, but for what a theme must not change.
class SheetTest {
  private final Sheet sheet = Sheet.of(Look.class, "stockwright.css");

  @Test
  void rulesUseOnlyColoursThatAreDefined() {
    assertEquals(Set.of("-sw-text"), sheet.undefined(), "handed down by the rules themselves");
  }

  @Test
  void onlySymbolsToBeScannedAreBlackOnWhiteInEveryTheme() {
    for (String line : sheet.bareColours()) {
      assertTrue(line.startsWith(".symbol-picture"), line);
    }
  }
}
