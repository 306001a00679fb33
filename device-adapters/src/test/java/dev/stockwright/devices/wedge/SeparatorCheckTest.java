package dev.stockwright.devices.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorCheckTest {
  @Test
  void anExpiryInsideALotIsSuspect() {
    assertEquals(
        Optional.of(new SeparatorCheck.Lost(false, "10", "ABC123", "17251231")),
        SeparatorCheck.of("]C1010950110153000310ABC12317251231"));
    assertTrue(
        SeparatorCheck.of("]d2010950110153000310ABC12317251231")
            .orElseThrow()
            .sentence()
            .startsWith("The separator (GS) of this code may be lost: (10) looks as if"));
  }

  @Test
  void aLotThatIsTooLongForItsFieldIsSure() {
    SeparatorCheck.Lost lost =
        SeparatorCheck.of("]C1010950110153000310ABCDEFGHIJKLMNOP21SERIAL12345").orElseThrow();
    assertTrue(lost.sure());
    assertEquals("10", lost.ai());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]C1010950110153000310ABC123\u001d17251231",
        "]C101095011015300031725123110ABC123",
        "]C1010950110153000310LOT-7",
        "]C1010950110153000310ABC12317251331",
        "]E09501101530003",
        "]C010ABC12317251231",
        "010950110153000310ABC12317251231",
        "]C1",
        ""
      })
  void whatIsWholeOrPromisesNothingIsNotSuspect(String text) {
    assertEquals(Optional.empty(), SeparatorCheck.of(text));
  }
}
