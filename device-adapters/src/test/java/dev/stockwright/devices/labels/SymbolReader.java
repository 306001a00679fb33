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
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/// Reads the barcodes of a picture with ZXing, which knows nothing of us, as a scanner would send
/// them: AIM identifier, data, 0x1D for FNC1.
public final class SymbolReader {
  private SymbolReader() {}

  public static List<String> read(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      TreeSet<String> found = new TreeSet<>();
      for (BarcodeFormat format :
          List.of(
              BarcodeFormat.CODE_128,
              BarcodeFormat.EAN_13,
              BarcodeFormat.DATA_MATRIX,
              BarcodeFormat.QR_CODE)) {
        found.addAll(read(image, format));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(BufferedImage image, BarcodeFormat format) {
    int[] dots =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
    Map<DecodeHintType, Object> hints =
        Map.of(
            DecodeHintType.POSSIBLE_FORMATS, EnumSet.of(format),
            DecodeHintType.TRY_HARDER, Boolean.TRUE,
            DecodeHintType.ASSUME_GS1, Boolean.TRUE);
    try {
      Result[] results =
          new GenericMultipleBarcodeReader(new MultiFormatReader())
              .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), hints);
      return List.of(results).stream().map(SymbolReader::asSent).toList();
    } catch (NotFoundException e) {
      return List.of();
    }
  }

  private static String asSent(Result result) {
    Object aim = result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
    String text = result.getText();
    if (text.startsWith("]C1")) {
      return text;
    }
    boolean fnc1 = text.startsWith("\u001d");
    String data = fnc1 ? text.substring(1) : text;
    return (aim == null ? "" : aim) + data;
  }
}
