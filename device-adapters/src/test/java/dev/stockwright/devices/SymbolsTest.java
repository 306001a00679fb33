package dev.stockwright.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import dev.stockwright.vocabulary.gs1.ElementString;
import dev.stockwright.vocabulary.gs1.Elements;
import dev.stockwright.vocabulary.gs1.ElementsToWrite;
import dev.stockwright.vocabulary.gs1.Opening;
import dev.stockwright.vocabulary.gs1.WrittenLink;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.DataBar14;
import uk.org.okapibarcode.backend.DataBarExpanded;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.backend.Upc;
import uk.org.okapibarcode.graphics.Rectangle;

/// Symbols drawn by one library and read by another, neither of them ours: what we write is what
/// the world reads, and what the world reads is what we understand.
class SymbolsTest {
  /// Pixels of one module, and white modules around the symbol.
  private static final int MODULE = 4;

  private static final int QUIET = 12;

  /// What carries application identifiers.
  enum Carrier {
    GS1_128(Code128::new, BarcodeFormat.CODE_128),
    GS1_DATAMATRIX(SymbolsTest::squareMatrix, BarcodeFormat.DATA_MATRIX),
    GS1_QR(QrCode::new, BarcodeFormat.QR_CODE),
    GS1_DATABAR(DataBarExpanded::new, BarcodeFormat.RSS_EXPANDED);

    private final Supplier<Symbol> symbol;
    private final BarcodeFormat format;

    Carrier(Supplier<Symbol> symbol, BarcodeFormat format) {
      this.symbol = symbol;
      this.format = format;
    }
  }

  /// ZXing overlooks some of the oblong ones.
  private static Symbol squareMatrix() {
    DataMatrix matrix = new DataMatrix();
    matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
    return matrix;
  }

  private record Picture(int width, int height, int[] pixels) {}

  private static Picture drawn(Symbol symbol, String content) {
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setContent(content);
    int width = (symbol.getWidth() + 2 * QUIET) * MODULE;
    int height = (symbol.getHeight() + 2 * QUIET) * MODULE;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xFFFFFF);
    for (Rectangle black : symbol.getRectangles()) {
      int left = (int) Math.round((black.x + QUIET) * MODULE);
      int top = (int) Math.round((black.y + QUIET) * MODULE);
      int right = left + (int) Math.round(black.width * MODULE);
      int bottom = top + (int) Math.round(black.height * MODULE);
      for (int y = top; y < bottom; y++) {
        Arrays.fill(pixels, y * width + left, y * width + right, 0);
      }
    }
    return new Picture(width, height, pixels);
  }

  private static Result seen(Picture picture, BarcodeFormat format) throws NotFoundException {
    RGBLuminanceSource light =
        new RGBLuminanceSource(picture.width(), picture.height(), picture.pixels());
    Map<DecodeHintType, Object> hints =
        Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(format),
            DecodeHintType.ASSUME_GS1,
            true,
            DecodeHintType.TRY_HARDER,
            true);
    return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(light)), hints);
  }

  /// The reading as a scanner sends it. ZXing puts the AIM identifier into the text of a GS1-128, a
  /// separator into that of a DataMatrix, brackets into that of a DataBar Expanded, and leaves the
  /// zero of a UPC-A and the identifier of DataBar away.
  private static String asSent(Result result) {
    String text = result.getText();
    String aim =
        String.valueOf(result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
    return switch (result.getBarcodeFormat()) {
      case CODE_128 -> text.startsWith(aim) ? text : aim + text;
      case DATA_MATRIX -> aim + (text.startsWith("\u001d") ? text.substring(1) : text);
      case RSS_EXPANDED -> aim + elements(text).elementString(Opening.NONE);
      case RSS_14 -> aim + "01" + text;
      case UPC_A -> aim + "0" + text;
      case ITF -> "]I1" + text;
      default -> aim + text;
    };
  }

  private static Elements elements(String bracketed) {
    return assertInstanceOf(Elements.class, ElementString.parseBracketed(bracketed), bracketed);
  }

  /// As okapi takes it; square brackets belong to no value.
  private static String squared(Elements elements) {
    return elements.list().stream()
        .map(element -> "[" + element.ai().code() + "]" + element.value())
        .collect(Collectors.joining());
  }

  private static Decoded printedAndRead(Carrier carrier, Elements elements) throws Exception {
    Symbol symbol = carrier.symbol.get();
    symbol.setDataType(Symbol.DataType.GS1);
    return Decoder.scan(asSent(seen(drawn(symbol, squared(elements)), carrier.format)));
  }

  private static String answer(Decoded decoded) {
    return decoded.symbology().map(Enum::name).orElse("none")
        + decoded.error().map(fault -> " " + fault).orElse("")
        + " "
        + decoded.elements().bracketed();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void whatWeWriteIsPrintedAndReadByOthers(Carrier carrier) throws Exception {
    long seed = 20261203L;
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      Elements elements = label(random);
      assertEquals(
          carrier + " " + elements.bracketed(),
          answer(printedAndRead(carrier, elements)),
          "seed " + seed);
    }
  }

  /// A trade item with some attributes, short enough for a GS1-128 and a DataBar.
  private static Elements label(Random random) {
    ElementsToWrite toWrite = Elements.toWrite().with("01", "09501101530003");
    if (random.nextBoolean()) {
      toWrite.with("17", "27" + (10 + random.nextInt(3)) + "00");
    }
    if (random.nextBoolean()) {
      toWrite.with("3103", String.format(java.util.Locale.ROOT, "%06d", random.nextInt(1_000_000)));
    }
    if (random.nextBoolean()) {
      toWrite.with("10", text(random));
    }
    if (random.nextBoolean()) {
      toWrite.with("21", text(random));
    }
    return assertInstanceOf(Elements.class, toWrite.done());
  }

  private static String text(Random random) {
    String all = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz-/+.";
    return random
        .ints(1 + random.nextInt(7), 0, all.length())
        .mapToObj(i -> String.valueOf(all.charAt(i)))
        .collect(Collectors.joining());
  }

  @Test
  void theLabelOfAHandlingUnitIsPrintedAndRead() throws Exception {
    Elements unit = elements("(00)106141412345678908(02)09501101530003(37)24");
    assertEquals(
        "GS1_128 (00)106141412345678908(02)09501101530003(37)24",
        answer(printedAndRead(Carrier.GS1_128, unit)));
  }

  @Test
  void aLinkIsPrintedAndRead() throws Exception {
    Elements elements = elements("(01)09501101530003(17)270131(10)L/1(21)S1");
    WrittenLink.Link link =
        assertInstanceOf(WrittenLink.Link.class, elements.digitalLink("https://id.example.com"));
    for (BarcodeFormat format : List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX)) {
      Symbol symbol = format == BarcodeFormat.QR_CODE ? new QrCode() : squareMatrix();
      Decoded decoded = Decoder.scan(asSent(seen(drawn(symbol, link.uri()), format)));
      assertEquals(Decoded.Kind.DIGITAL_LINK, decoded.kind());
      assertEquals("(01)09501101530003(10)L/1(21)S1(17)270131", decoded.elements().bracketed());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EAN_13, 9501101530003, 09501101530003",
    "EAN_8, 96385074, 00000096385074",
    "UPC_A, 036000291452, 00036000291452",
    "UPC_E, 04252614, 00042100005264",
    "ITF, 19501101530000, 19501101530000",
    "RSS_14, 09501101530003, 09501101530003",
  })
  void digitsArePrintedAndRead(BarcodeFormat format, String printed, String gtin) throws Exception {
    Symbol symbol =
        switch (format) {
          case EAN_13 -> new Ean(Ean.Mode.EAN13);
          case EAN_8 -> new Ean(Ean.Mode.EAN8);
          case UPC_A -> new Upc(Upc.Mode.UPCA);
          case UPC_E -> new Upc(Upc.Mode.UPCE);
          case ITF -> new Code2Of5(Code2Of5.ToFMode.ITF14);
          default -> new DataBar14();
        };
    // Each of these reckons its check digit itself, so that the one printed is theirs, not ours.
    String content =
        format == BarcodeFormat.UPC_E ? printed.substring(0, 7) : withoutCheck(printed);
    Decoded decoded = Decoder.scan(asSent(seen(drawn(symbol, content), format)));
    assertEquals(gtin, decoded.gtin().orElseThrow().digits());
  }

  private static String withoutCheck(String digits) {
    return digits.substring(0, digits.length() - 1);
  }

  @Test
  void aPictureWithoutASymbolIsSeenAsNone() {
    Picture picture = drawn(new DataMatrix(), "A");
    Arrays.fill(picture.pixels(), 0xFFFFFF);
    assertThrows(NotFoundException.class, () -> seen(picture, BarcodeFormat.DATA_MATRIX));
  }
}
