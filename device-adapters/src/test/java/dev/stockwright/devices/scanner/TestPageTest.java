package dev.stockwright.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The pictures are read by a reader that is not ours.
class TestPageTest {
  private static final List<Integer> TOPS = List.of(215, 525, 835, 1145);

  private static Result read(int top, int height, BarcodeFormat format)
      throws IOException, NotFoundException {
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(TestPage.png()));
    int width = page.getWidth();
    int[] pixels = page.getRGB(0, top, width, height, new int[width * height], 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(
            new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new MultiFormatReader()
        .decode(
            bitmap,
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(format),
                DecodeHintType.ASSUME_GS1,
                true,
                DecodeHintType.TRY_HARDER,
                true));
  }

  @Test
  void everyCodeOfThePageCanBeRead() throws IOException, NotFoundException {
    assertEquals(
        TestCode.LAYOUT.content(), read(TOPS.get(0), 200, BarcodeFormat.CODE_128).getText());
    assertEquals(
        "]C1" + TestCode.GS1.content(), read(TOPS.get(1), 200, BarcodeFormat.CODE_128).getText());
    assertEquals(TestCode.EAN.content(), read(TOPS.get(2), 200, BarcodeFormat.EAN_13).getText());
    assertEquals(TestCode.LINES.content(), read(TOPS.get(3), 500, BarcodeFormat.QR_CODE).getText());
  }

  @Test
  void theDrawingHoldsTheSameBars() {
    String svg = TestPage.svg();
    assertTrue(svg.startsWith("<svg "), svg.substring(0, 40));
    assertEquals(4, svg.split("<path ", -1).length - 1);
    assertFalse(svg.contains("NaN"));
  }
}
