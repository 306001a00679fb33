package dev.stockwright.fx.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void aBigNumberIsGroupedAndAnUnknownOneIsAQuestionMark() {
    assertEquals("1\u00a0204\u00a0000", Figures.of(1_204_000));
    assertEquals("\u22128", Figures.change(-8));
    assertEquals("?", Figures.of(OptionalLong.empty()));
  }
}
