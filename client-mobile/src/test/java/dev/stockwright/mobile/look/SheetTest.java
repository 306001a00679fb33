package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.fx.harness.Sheet;
import dev.stockwright.fx.look.Colours;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The sheet of the handheld names colours and says none.
class SheetTest {
  private final Sheet sheet = Sheet.of(Look.class, "handheld.css");

  @Test
  void rulesUseOnlyColoursThatAreDefined() {
    Set<String> names = new TreeSet<>(sheet.names());
    names.removeAll(Sheet.of(Colours.class, "colours.css").colours(".root").keySet());
    assertEquals(Set.of("-sw-text"), names, "handed down by the rules themselves");
  }

  @Test
  void rulesSayNoColourThemselves() {
    assertEquals(Set.of(), sheet.bareColours());
  }
}
