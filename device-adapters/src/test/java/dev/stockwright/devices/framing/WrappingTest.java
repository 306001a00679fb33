package dev.stockwright.devices.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrappingTest {
  @Test
  void takesPrefixAndSuffixOffAndPutsGsBack() {
    Wrapping wrapping = new Wrapping("~", "#E", "|");
    assertEquals(Optional.of("0195\u001d10"), wrapping.unwrap("~0195|10#E"));
    assertEquals(Optional.of("]C10195"), wrapping.unwrap("~]C10195#E"));
    assertEquals(Optional.of("]C10195"), wrapping.unwrap("]C1~0195#E"));
    assertEquals(Optional.of(""), wrapping.unwrap("~#E"));
  }

  @Test
  void aPieceIsNoScan() {
    Wrapping wrapping = new Wrapping("ab", "ba", "");
    for (String piece : new String[] {"", "ab", "aba", "x", "abx", "xba", "]C1", "]"}) {
      assertEquals(Optional.empty(), wrapping.unwrap(piece), piece);
    }
  }

  @Test
  void nothingSetChangesNothing() {
    assertEquals(Optional.of(" ]C1|x "), Wrapping.NONE.unwrap(" ]C1|x "));
  }

  @Test
  void moreThanAFewCharactersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Wrapping("x".repeat(33), "", ""));
    assertThrows(IllegalArgumentException.class, () -> new Wrapping("", "\u20ac", ""));
  }
}
