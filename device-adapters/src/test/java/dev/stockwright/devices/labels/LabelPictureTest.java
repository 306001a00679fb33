package dev.stockwright.devices.labels;

import static dev.stockwright.devices.labels.Samples.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.labels.LabelPaper.Resolution;
import dev.stockwright.devices.labels.picture.LabelPicture;
import dev.stockwright.devices.labels.picture.ZplPicture;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is printed is what was asked: the ZPL is drawn, the picture is read by ZXing, and what that
/// says is read by our own reader of scans.
class LabelPictureTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String SIGNS =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void everyLabelOnEveryPaperSaysWhatItShall(Resolution resolution) {
    Identified item = item(Optional.empty(), Optional.empty(), Optional.empty());
    Identified lot = item(Optional.of("L2027-117"), Optional.of(DAY), Optional.empty());
    Identified all =
        item(
            Optional.of("ABCDEFGHIJKLMNOPQRST"),
            Optional.of(DAY),
            Optional.of("abcdefghijklmnopqrst"));
    Identified unit = new Identified.LogisticUnit(Samples.SSCC, Optional.empty());
    Identified content =
        new Identified.Contained(
            new Content(Samples.GTIN, 48, Optional.of(new LotCode("L2027")), Optional.of(DAY)));
    for (String size : List.of("100x150", "100x50", "57x32")) {
      LabelPaper paper = Samples.paper(size, resolution);
      assertEquals(List.of(item), said(Samples.product("Bolt"), paper));
      assertEquals(List.of(lot), said(Samples.product("L2027-117", DAY), paper));
      assertEquals(List.of(all), said(Samples.serialised(), paper));
      assertEquals(List.of(plain("BOLT-7")), said(Samples.withoutGtin("BOLT-7"), paper));
      assertEquals(
          size.equals("57x32")
              ? List.of(plain("A-03-02"))
              : List.of(plain("A-03-02"), plain("A-03-02")),
          said(Samples.location("A-03-02"), paper));
      assertEquals(
          size.equals("100x150") ? List.of(content, unit) : List.of(unit),
          said(Samples.unit("L2027", 48), paper));
      assertEquals(List.of(plain("SW-K7MPQ2XYZA")), said(Samples.badge("SW-K7MPQ2XYZA"), paper));
    }
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void theCommandCardHasTheEightCommands(Resolution resolution) {
    List<Identified> all = Stream.of(CommandBarcode.values()).map(c -> plain(c.code())).toList();
    assertEquals(all, said(new LabelContent.CommandCard(), Samples.paper("100x150", resolution)));
  }

  /// Random data: either refused in words, or all of it on the label and read back exactly.
  @Test
  void whateverIsAskedIsRefusedOrReadBack() {
    assertTrue(randomLabels(1, 16) > 8, "nearly all were refused");
  }

  @Test
  @Tag("thorough")
  void whateverIsAskedIsRefusedOrReadBackManyTimes() {
    assertTrue(randomLabels(2, 600) > 300, "nearly all were refused");
  }

  private int randomLabels(long seed, int times) {
    Random random = new Random(seed);
    int made = 0;
    for (int i = 0; i < times; i++) {
      LabelPaper paper =
          Samples.paper(
              List.of("100x150", "100x50", "57x32").get(random.nextInt(3)),
              random.nextBoolean() ? Resolution.DPI_203 : Resolution.DPI_300);
      String lot = text(random, 1 + random.nextInt(20));
      Identified wanted;
      LabelContent content;
      if (random.nextBoolean()) {
        content = Samples.product(lot, DAY);
        wanted = item(Optional.of(lot), Optional.of(DAY), Optional.empty());
      } else {
        String code = text(random, 1 + random.nextInt(30)).replaceAll("[^A-Za-z0-9./-]", "#");
        content =
            new LabelContent.Location(new WarehouseCode("M"), new LocationCode(code), lot + code);
        wanted = plain(code);
      }
      if (Samples.MAKER.make(content, paper, 1) instanceof MadeLabel.Ready ready) {
        List<Identified> said = said(ready);
        assertTrue(!said.isEmpty(), ready.zpl());
        for (Identified one : said) {
          assertEquals(wanted, one, () -> "seed " + seed + "\n" + ready.zpl());
        }
        made++;
      }
    }
    return made;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    boolean digits = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      text.append(
          digits && random.nextInt(8) > 0
              ? (char) ('0' + random.nextInt(10))
              : SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  /// The controls: the same check sees a code that says something else, and one beyond the edge.
  @Test
  void theCheckSeesAWrongCodeAndAnOverrun() {
    MadeLabel.Ready good =
        Samples.ready(
            Samples.MAKER.make(
                Samples.location("A-03-02"), Samples.paper("100x50", Resolution.DPI_203), 1));
    String wrong = good.zpl().replace(">:A-03-02", ">:A-03-03");
    assertNotEquals(good.zpl(), wrong);
    assertNotEquals(said(good), said(new MadeLabel.Ready(good.title(), wrong, good.paper())));
    String wide = good.zpl().replaceFirst("\\^BY\\d", "^BY9");
    assertEquals(1, new ZplPicture(0, 0).draw(wide).getFirst().offEdge().size());
  }

  private static List<Identified> said(LabelContent content, LabelPaper paper) {
    return said(Samples.ready(Samples.MAKER.make(content, paper, 1)));
  }

  private static List<Identified> said(MadeLabel.Ready label) {
    LabelPicture picture = Samples.picture(label);
    assertEquals(List.of(), picture.notShown(), label.zpl());
    assertEquals(List.of(), picture.offEdge(), label.zpl());
    assertEquals(label.paper().widthDots(), picture.width());
    assertEquals(label.paper().heightDots(), picture.height());
    return SymbolReader.read(label.zpl(), picture.png()).stream()
        .map(
            text ->
                ScanReader.read(Scan.ofText(text, new DeviceId("scanner-1"), Instant.EPOCH), TODAY))
        .toList();
  }

  private static Identified plain(String text) {
    return new Identified.PlainCode(text);
  }

  private static Identified item(
      Optional<String> lot, Optional<LocalDate> expiry, Optional<String> serial) {
    return new Identified.TradeItem(
        Samples.GTIN,
        lot.map(LotCode::new),
        serial.map(SerialNumber::new),
        expiry,
        OptionalLong.empty());
  }
}
