package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.mobile.look.PlateView.Piece;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlateViewTest {
  @Test
  void whatDiffersFromThePlaceBeforeIsBrightAndUnderlined() {
    assertEquals(
        List.of(new Piece("A-03-", false, false), new Piece("01", true, true)),
        PlateView.pieces("A-03-01", Optional.of("A-03-02")));
    assertEquals(
        List.of(new Piece("A-", false, false), new Piece("04-01", true, true)),
        PlateView.pieces("A-04-01", Optional.of("A-03-02")));
    assertEquals(
        List.of(
            new Piece("B", true, true),
            new Piece("-03-", false, false),
            new Piece("01", true, true)),
        PlateView.pieces("B-03-01", Optional.of("A-03-02")));
  }

  @Test
  void aPlaceOfAnotherShapeDiffersWhereItIsLonger() {
    assertEquals(
        List.of(new Piece("A-03-", false, false), new Piece("01", true, true)),
        PlateView.pieces("A-03-01", Optional.of("A-03")));
    assertEquals(
        List.of(new Piece("STAGE-2", true, true)),
        PlateView.pieces("STAGE-2", Optional.of("A-03-01")));
  }

  @Test
  void withoutAPlaceBeforeAllIsBright() {
    List<Piece> all = List.of(new Piece("A-03-01", true, false));
    assertEquals(all, PlateView.pieces("A-03-01", Optional.empty()));
    assertEquals(all, PlateView.pieces("A-03-01", Optional.of("A-03-01")));
  }
}
