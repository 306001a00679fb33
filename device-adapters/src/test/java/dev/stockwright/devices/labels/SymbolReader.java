package dev.stockwright.devices.labels;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// Reads the barcodes of a picture with ZXing, which knows nothing of us, as a scanner would send
/// them: AIM identifier, data, 0x1D for FNC1. Like a person it points at one code after another:
/// the ZPL says where they are.
final class SymbolReader {
  private static final Pattern SYMBOL =
      Pattern.compile(
          "\\^FO(\\d+),(\\d+)(?:\\^BY(\\d+))?\\^B([CEXQ])N,(\\d+)(?:,(\\d+))?(?:,(\\d+))?"
              + "[^^]*(?:\\^FH)?\\^FD(?:MA,)?([^^]*)");

  private SymbolReader() {}

  /// What each barcode of a label says; a barcode that cannot be read says `?`.
  static List<String> read(String zpl, byte[] png) {
    BufferedImage image = image(png);
    List<String> found = new ArrayList<>();
    Matcher symbol = SYMBOL.matcher(zpl);
    while (symbol.find()) {
      int x = Integer.parseInt(symbol.group(1));
      int y = Integer.parseInt(symbol.group(2));
      int last = Integer.parseInt(symbol.group(5));
      found.add(
          switch (symbol.group(4)) {
            case "X" -> {
              int side = last * Integer.parseInt(symbol.group(7));
              yield square(image, x - last, y - last, side + 2 * last, BarcodeFormat.DATA_MATRIX);
            }
            case "Q" -> {
              int module = Integer.parseInt(symbol.group(6));
              int side = (8 + MatrixSize.qr(symbol.group(8))) * module + 10;
              yield square(image, x - 4 * module, y - 4 * module, side, BarcodeFormat.QR_CODE);
            }
            case "E" ->
                decode(image.getSubimage(0, y, image.getWidth(), last), BarcodeFormat.EAN_13);
            default -> bars(image, x, y, last);
          });
    }
    return found;
  }

  /// Half a label, as the command card has them; the whole width where that is too little.
  private static String bars(BufferedImage image, int x, int y, int height) {
    int half = image.getWidth() / 2;
    int left = x < half ? 0 : half;
    String read = decode(image.getSubimage(left, y, half, height), BarcodeFormat.CODE_128);
    return read.equals("?")
        ? decode(image.getSubimage(0, y, image.getWidth(), height), BarcodeFormat.CODE_128)
        : read;
  }

  private static String square(BufferedImage image, int x, int y, int side, BarcodeFormat format) {
    int left = Math.max(0, x);
    int top = Math.max(0, y);
    int width = Math.min(side, image.getWidth() - left);
    int height = Math.min(side, image.getHeight() - top);
    return decode(image.getSubimage(left, top, width, height), format);
  }

  private static String decode(BufferedImage part, BarcodeFormat format) {
    int[] dots = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
    LuminanceSource source = new RGBLuminanceSource(part.getWidth(), part.getHeight(), dots);
    Map<DecodeHintType, Object> hints =
        Map.of(
            DecodeHintType.POSSIBLE_FORMATS, EnumSet.of(format),
            DecodeHintType.TRY_HARDER, true,
            DecodeHintType.ASSUME_GS1, true);
    // ZXing now and then overlooks a clean symbol; without looking for it, it reads it.
    Map<DecodeHintType, Object> pure = new HashMap<>(hints);
    pure.put(DecodeHintType.PURE_BARCODE, true);
    String read = decode(source, hints);
    return read.equals("?") ? decode(source, pure) : read;
  }

  private static String decode(LuminanceSource source, Map<DecodeHintType, Object> hints) {
    try {
      BinaryBitmap black = new BinaryBitmap(new HybridBinarizer(source));
      return asSent(new MultiFormatReader().decode(black, hints));
    } catch (NotFoundException e) {
      return "?";
    }
  }

  /// ZXing writes the first FNC1 as the AIM identifier, as 0x1D, or not at all, by symbology.
  private static String asSent(Result result) {
    Object aim = result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
    String text = result.getText();
    if (text.startsWith("]C1")) {
      return text;
    }
    return aim + (text.startsWith("\u001d") ? text.substring(1) : text);
  }

  private static BufferedImage image(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
