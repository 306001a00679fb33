package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.fx.harness.Sheet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The sheet of the handheld names colours and says none.
class SheetTest {
  private final Sheet sheet = Sheet.of(Look.class, "handheld.css");

  @Test
  void rulesUseOnlyColoursThatAreDefined() {
    assertEquals(Set.of("-sw-text"), sheet.undefined(), "handed down by the rules themselves");
  }

  @Test
  void rulesSayNoColourThemselves() {
    assertEquals(Set.of(), sheet.bareColours());
  }
}
