package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.fx.harness.Sheet;
import dev.stockwright.fx.look.Colours;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The sheet of the floor app names colours and says none, but for what a theme must not change.
class SheetTest {
  private final Sheet sheet = Sheet.of(Look.class, "stockwright.css");

  @Test
  void rulesUseOnlyColoursThatAreDefined() {
    Set<String> names = new TreeSet<>(sheet.names());
    names.removeAll(Sheet.of(Colours.class, "colours.css").colours(".root").keySet());
    assertEquals(Set.of("-sw-text"), names, "handed down by the rules themselves");
  }

  @Test
  void onlySymbolsToBeScannedAreBlackOnWhiteInEveryTheme() {
    for (String line : sheet.bareColours()) {
      assertTrue(line.startsWith(".symbol-picture"), line);
    }
  }
}
