package dev.stockwright.devices.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.org.okapibarcode.backend.Symbol;

class Code128Test {
  @Test
  void digitsStandInPairsAndTheRestInSetB() {
    assertEquals(">;>800106141412345678908", Code128.plain("\u001d00106141412345678908").zpl());
    assertEquals(List.of(105, 102, 0), Code128.plain("\u001d00").words());
    assertEquals(">:A-03-02", Code128.plain("A-03-02").zpl());
    assertEquals(">;12>6345", Code128.plain("12345").zpl(), "no digit stands alone at the end");
    assertEquals(5, Code128.shortest("12345").words().size());
  }

  @Test
  void signsOfZplHaveNamesOfTheirOwn() {
    assertEquals(">:a><b>0c>=", Code128.plain("a^b>c~").zpl());
  }

  @Test
  void theCheckCharacterIsTheOneOfTheStandard() {
    // Start B, then PJJ123C: the example that textbooks work out, check character 54.
    assertEquals(54, Code128.check(List.of(103, 48, 42, 42, 17, 18, 19, 35)));
  }

  /// okapibarcode is the judge of length: ours is as short, and the other one never returns to C.
  @Test
  void noRowIsShorterThanTheShortest() {
    Random random = new Random(3);
    int longer = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(30); n > 0; n--) {
        text.append(
            random.nextInt(4) > 0
                ? (char) ('0' + random.nextInt(10))
                : (char) (' ' + random.nextInt(95)));
      }
      String whole = text.toString();
      var okapi = new uk.org.okapibarcode.backend.Code128();
      okapi.setDataType(Symbol.DataType.ECI);
      okapi.setContent(whole);
      assertTrue(Code128.shortest(whole).modules() <= okapi.getWidth(), whole);
      assertEquals(
          Code128.shortest(whole).modules(),
          (Code128.shortest(whole).words().size() + 1) * 11 + 13);
      Code128 plain = Code128.plain(whole);
      assertTrue(plain.zpl().indexOf(">5", 1) < 0 || whole.contains(">"), whole);
      if (plain.modules() > Code128.shortest(whole).modules()) {
        longer++;
      }
    }
    assertTrue(longer > 100, "the two ways were never told apart");
  }
}
