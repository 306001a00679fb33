package dev.stockwright.devices.labels.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ZplPictureTest {
  private static final String COMMANDS =
      "^XA ^XZ ^FO ^FT ^FD ^FS ^FB ^A0N ^CF0 ^BY ^BCN ^BXN ^BQN ^BEN ^B2N ^GB ^FR ^FH ^CI ^PQ ^PW"
          + " ^LL ^LH ^XG ~HS ^B3N ^BUN";

  @Test
  void boxesStandWhereTheyAreTold() {
    BufferedImage image = image(one("^XA^PW40^LL30^LH2,1^FO3,4^GB10,6,1^FS^XZ"));
    assertEquals(40, image.getWidth());
    assertEquals(30, image.getHeight());
    assertTrue(black(image, 5, 5) && black(image, 14, 10) && black(image, 5, 10));
    assertFalse(black(image, 6, 6) || black(image, 15, 5) || black(image, 4, 5));
  }

  @Test
  void reversedBlackIsWhite() {
    BufferedImage image =
        image(one("^XA^PW40^LL30^FO0,0^GB20,20,20^FS^FO10,0^FR^GB20,20,20^FS^XZ"));
    assertTrue(black(image, 5, 5) && black(image, 25, 5));
    assertFalse(black(image, 15, 5));
  }

  @Test
  void textStandsInItsFieldAndBlocksAreCentred() {
    BufferedImage left = image(one("^XA^PW200^LL60^FO10,10^A0N,30,30^FDI^FS^XZ"));
    BufferedImage middle = image(one("^XA^PW200^LL60^FO0,10^A0N,30,30^FB200,1,0,C^FDI^FS^XZ"));
    assertTrue(firstBlack(left) >= 10 && firstBlack(left) < 20, "at " + firstBlack(left));
    assertTrue(firstBlack(middle) > 90 && firstBlack(middle) < 110, "at " + firstBlack(middle));
  }

  @Test
  void baseLinesAndHexadecimalWork() {
    BufferedImage low = image(one("^XA^PW200^LL60^FT10,40^A0N,30,30^FDI^FS^XZ"));
    assertTrue(black(low, firstBlack(low), 38) && !black(low, firstBlack(low), 44));
    LabelPicture escaped = one("^XA^PW200^LL60^FO10,10^A0N,30,30^FH^FD_5E_C3_84^FS^XZ");
    assertEquals(List.of(), escaped.notShown());
    assertTrue(firstBlack(image(escaped)) < 200);
  }

  @Test
  void whatIsNotKnownIsNamed() {
    LabelPicture picture = one("^XA^PW40^LL30^FO1,1^XGR:LOGO.GRF,1,1^FS^FO1,1^GFA,1,1,1,FF^FS^XZ");
    assertEquals(List.of("^XG", "^GF"), picture.notShown());
  }

  @Test
  void whatIsBeyondTheEdgeIsNamed() {
    LabelPicture picture =
        one("^XA^PW100^LL100^FO50,10^BY3^BCN,50,N^FD12345678^FS^FO10,90^GB5,20,5^FS^XZ");
    assertEquals(List.of("^BC at 50,10", "^GB at 10,90"), picture.offEdge());
  }

  @Test
  void copiesAndSeveralLabels() {
    List<LabelPicture> pictures = new ZplPicture(50, 50).draw("x^XA^PQ3^XZ^XA^XZ^XA^FO1,1");
    assertEquals(2, pictures.size());
    assertEquals(3, pictures.getFirst().copies());
    assertEquals(50, pictures.getLast().width());
  }

  @Test
  void wrongDataOfABarcodeIsSaidAndNotThrown() {
    LabelPicture picture = one("^XA^PW400^LL100^FO1,1^BXN,4,200,,,,_^FD_101123^FS^XZ");
    assertEquals(1, picture.notShown().size(), picture.notShown().toString());
  }

  @Test
  void noiseIsDrawnWithoutACrash() {
    fuzz(11, 400);
  }

  @Test
  @Tag("thorough")
  void muchNoiseIsDrawnWithoutACrash() {
    fuzz(12, 20_000);
  }

  private static void fuzz(long seed, int times) {
    Random random = new Random(seed);
    String[] commands = COMMANDS.split(" ", -1);
    for (int i = 0; i < times; i++) {
      StringBuilder zpl = new StringBuilder("^XA^PW120^LL80");
      for (int n = random.nextInt(12); n > 0; n--) {
        zpl.append(commands[random.nextInt(commands.length)]);
        for (int m = random.nextInt(8); m > 0; m--) {
          zpl.append(
              switch (random.nextInt(5)) {
                case 0 -> ",";
                case 1 -> String.valueOf(random.nextInt(2_000_000_000));
                case 2 -> String.valueOf((char) (32 + random.nextInt(95)));
                case 3 -> String.valueOf(random.nextInt(60));
                default -> ">" + (char) ('0' + random.nextInt(12));
              });
        }
      }
      new ZplPicture(100, 100).draw(zpl + "^XZ");
    }
  }

  private static LabelPicture one(String zpl) {
    return new ZplPicture(10, 10).draw(zpl).getFirst();
  }

  private static BufferedImage image(LabelPicture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean black(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFF) < 128;
  }

  private static int firstBlack(BufferedImage image) {
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (black(image, x, y)) {
          return x;
        }
      }
    }
    return image.getWidth();
  }
}
