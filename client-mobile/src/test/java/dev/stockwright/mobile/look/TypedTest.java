package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedTest {
  @Test
  void digitsMakeANumber() {
    assertEquals(Optional.empty(), Typed.NOTHING.number());
    assertEquals(Optional.of(24L), Typed.NOTHING.digits("2").digits("4").number());
    assertEquals(Optional.of(7L), Typed.NOTHING.digits("0").digits("7").number());
    assertEquals(Optional.of(0L), Typed.NOTHING.digits("00").number());
    assertEquals(Optional.of(2L), Typed.of(24).shorter().number());
    assertEquals(Optional.of(-24L), Typed.of(24).turned().number());
    assertEquals("\u221224", Typed.of(24).turned().text());
  }

  @Test
  void packsAreMultiplied() {
    assertEquals(Optional.of(40L), Typed.of(2).times(20).number());
    assertEquals(Optional.of(20L), Typed.NOTHING.times(20).number());
  }

  @Test
  void aBarcodeDoesNotFit() {
    assertEquals(Optional.of(999_999L), Typed.of(999_999).digits("9").number());
    assertEquals(Optional.of(999_999L), Typed.of(999_999).times(20).number());
  }
}
