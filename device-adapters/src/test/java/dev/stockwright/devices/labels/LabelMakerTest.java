package dev.stockwright.devices.labels;

import static dev.stockwright.devices.labels.Samples.DAY;
import static dev.stockwright.devices.labels.Samples.MAKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.labels.LabelPaper.Resolution;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sscc;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelMakerTest {
  private static final LabelPaper LARGE = Samples.paper("100x150", Resolution.DPI_203);
  private static final LabelPaper SMALL = Samples.paper("57x32", Resolution.DPI_203);

  @Test
  void aNameCannotCommandThePrinter() {
    String zpl = Samples.ready(MAKER.make(Samples.product("A^XZ~JA_41\\&\u00e4"), LARGE, 1)).zpl();
    assertEquals(1, count(zpl, "^XZ"));
    assertFalse(zpl.contains("~"), zpl);
    assertTrue(zpl.contains("A_5EXZ_7EJA_5F41_5C&_C3_A4"), zpl);
  }

  @Test
  void invisibleCharactersAreLeftOut() {
    assertEquals("ab c ?", ZplText.shown("\u202ea\u200bb\tc\u0000\ud83d\ude00 "));
  }

  @Test
  void longNamesAreWrappedAndCutButCodesAreNot() {
    String zpl = Samples.ready(MAKER.make(Samples.product("word ".repeat(60)), SMALL, 1)).zpl();
    assertEquals(2, count(zpl, "^FDword word"), zpl);
    assertTrue(zpl.contains("...^FS"), zpl);
    String sku = "S".repeat(30);
    assertTrue(
        Samples.ready(MAKER.make(Samples.withoutGtin(sku), LARGE, 1)).zpl().contains(sku), sku);
    assertEquals(
        "does_not_fit", Samples.refusal(MAKER.make(Samples.withoutGtin("W".repeat(48)), SMALL, 1)));
  }

  @ParameterizedTest
  @CsvSource({"0, wrong_copies", "1000, wrong_copies"})
  void copiesAreBounded(int copies, String code) {
    assertEquals(code, Samples.refusal(MAKER.make(Samples.product("x"), LARGE, copies)));
  }

  @Test
  void copiesArePrintedByThePrinter() {
    String zpl = Samples.ready(MAKER.make(Samples.product("x"), LARGE, 12)).zpl();
    assertTrue(zpl.contains("^PQ12\n"), zpl);
  }

  @Test
  void whatNoCodeCanSayIsRefusedInWords() {
    assertThrows(InvalidValue.class, () -> new Sscc("106141412345678901"));
    assertEquals(
        "not_gs1", Samples.refusal(MAKER.make(Samples.product("L".repeat(21), DAY), LARGE, 1)));
    assertEquals("not_gs1", Samples.refusal(MAKER.make(Samples.product("L 1", DAY), LARGE, 1)));
    assertEquals("not_gs1", Samples.refusal(MAKER.make(Samples.unit("L1", 100_000_000), LARGE, 1)));
    assertEquals(
        "wrong_date",
        Samples.refusal(MAKER.make(Samples.product("L1", LocalDate.of(2090, 1, 1)), LARGE, 1)));
    assertEquals(
        "wrong_date",
        Samples.refusal(MAKER.make(Samples.product("L1", LocalDate.of(1999, 1, 1)), LARGE, 1)));
    assertEquals("not_a_code", Samples.refusal(MAKER.make(Samples.badge("B\u00e4"), LARGE, 1)));
    assertEquals("not_a_code", Samples.refusal(MAKER.make(Samples.badge(" "), LARGE, 1)));
    assertEquals(
        "not_a_code", Samples.refusal(MAKER.make(Samples.badge("B".repeat(49)), LARGE, 1)));
    assertEquals(
        "no_template", Samples.refusal(MAKER.make(new LabelContent.CommandCard(), SMALL, 1)));
  }

  @Test
  void aBarcodeThatHasNoRoomBecomesNarrowerThenSquareThenIsRefused() {
    String few = Samples.ready(MAKER.make(Samples.location("A-01"), SMALL, 1)).zpl();
    String more = Samples.ready(MAKER.make(Samples.location("AISLE-01-02"), SMALL, 1)).zpl();
    String most =
        Samples.ready(MAKER.make(Samples.location("AISLE-01-BAY-02-LEVEL-3"), SMALL, 1)).zpl();
    assertTrue(few.contains("^BY4^BC"), few);
    assertTrue(more.contains("^BY2^BC"), more);
    assertTrue(most.contains("^BQN"), most);
    assertEquals(
        "does_not_fit", Samples.refusal(MAKER.make(Samples.location("W".repeat(48)), SMALL, 1)));
  }

  @Test
  void aUnitWithALongLotGetsADataMatrix() {
    String zpl =
        Samples.ready(MAKER.make(Samples.unit("ABCDEFGHIJKLMNOPQRST", 48), LARGE, 1)).zpl();
    assertTrue(zpl.contains("^BXN"), zpl);
    assertTrue(zpl.contains("^BCN"), "the SSCC stays a GS1-128: " + zpl);
  }

  @Test
  void largerPaperTakesTheLargestTemplateThatFits() {
    LabelPaper inches = Samples.paper("102x152", Resolution.DPI_203);
    String zpl = Samples.ready(MAKER.make(new LabelContent.CommandCard(), inches, 1)).zpl();
    assertTrue(zpl.contains("^PW816^LL1216"), zpl);
  }

  @Test
  void checkCharactersTellNeighboursApart() {
    WarehouseCode main = new WarehouseCode("MAIN");
    Set<String> seen = new HashSet<>();
    for (int level = 1; level <= 9; level++) {
      seen.add(LocationCheck.of(main, new LocationCode("A-03-0" + level)));
    }
    assertEquals(9, seen.size());
    assertTrue(seen.stream().allMatch(c -> c.matches("\\d\\d")), seen.toString());
  }

  @Test
  void aTemplateOfOnesOwnReplacesOurs(@TempDir Path folder) throws IOException {
    LabelMaker own = new LabelMaker(LabelTemplates.withFolder(folder));
    Path file = folder.resolve("badge-57x32.label");
    Files.writeString(file, "label 57x32\ncode 2 2 50 8 \"{badge}\"\n");
    String zpl = Samples.ready(own.make(Samples.badge("SW-1"), SMALL, 1)).zpl();
    assertFalse(zpl.contains("^BC"), zpl);
    assertTrue(zpl.contains("^FDSW-1^FS"), zpl);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text 1 1 9 9 \"x\"                       | line 1: the first line must be the size",
        "label 57x32\\n                           | nothing is on the label",
        "label 57x32\\ntext 50 1 9 9 \"x\"        | line 2: it reaches beyond the label",
        "label 57x32\\nimage 1 1 9 9 \"x\"        | line 2: image is none of",
        "label 57x32\\ntext 1 1 9 \"x\"           | line 2: a row is",
        "label 57x32\\ntext 1 1 9 9 x             | line 2: a text stands in quotes",
        "label 57x32\\nbarcode 1 1 9 9 \"x\"      | line 2: a text stands in quotes",
        "label 57x32\\ntext 1 1 9 9 lines=0 \"x\" | line 2: lines=0 is not known here",
        "label 57x32\\nbarcode 1 1 9 9 or=qr c    | line 2: or=qr is not known here",
        "label 57x32\\n\\n# so\\ntext 1 1 9 9 \"{lot}\" | line 4: this kind of label has no \"lot\"",
        "label 57x32\\nbarcode 1 1 50 20 sku_code | line 2: this kind of label has no \"sku_code\"",
        "label 57x32\\ntext 1 1 9 9 if=x \"x\"    | line 2: this kind of label has no \"x\""
      })
  void aWrongTemplateSaysWhereItIsWrong(String text, String why, @TempDir Path folder)
      throws IOException {
    LabelMaker own = new LabelMaker(LabelTemplates.withFolder(folder));
    Files.writeString(folder.resolve("badge-57x32.label"), text.replace("\\n", "\n"));
    switch (own.make(Samples.badge("SW-1"), SMALL, 1)) {
      case MadeLabel.Ready ready -> throw new AssertionError("taken: " + ready.zpl());
      case MadeLabel.Refused refused -> {
        assertEquals("wrong_template", refused.code());
        assertTrue(refused.sentence().contains(why), refused.sentence());
      }
    }
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
