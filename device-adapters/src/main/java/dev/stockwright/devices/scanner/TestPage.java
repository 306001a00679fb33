package dev.stockwright.devices.scanner;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/// The page with the four test codes, to be printed or shown on a screen: A4 upright at about 150
/// dots an inch. The only class of scanners that draws.
public final class TestPage {
  private static final int WIDTH = 1240;
  private static final int HEIGHT = 1754;
  private static final int LEFT = 120;
  private static final int TITLE_Y = 110;

  /// Dots of a bar's thinnest line: half a millimetre.
  private static final int MODULE = 3;

  private static final int DOT = 6;

  private static final List<Integer> TOPS = List.of(220, 530, 840, 1150);

  private TestPage() {}

  /// The page as a PNG file.
  public static byte[] png() {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36));
    pen.drawString(title(), LEFT, TITLE_Y);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
    for (TestCode code : TestCode.values()) {
      int top = TOPS.get(number(code) - 1);
      pen.drawString(caption(code), LEFT, top - 14);
      for (Rectangle bar : symbol(code).getRectangles()) {
        int scale = scale(code);
        pen.fillRect(
            LEFT + (int) Math.round(bar.x * scale),
            top + (int) Math.round(bar.y * scale),
            (int) Math.round(bar.width * scale),
            (int) Math.round(bar.height * scale));
      }
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(page, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  /// The page as an SVG file.
  public static String svg() {
    StringBuilder svg =
        new StringBuilder(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm"
             viewBox="0 0 %d %d">
            <rect width="100%%" height="100%%" fill="white"/>
            <g fill="black" font-family="sans-serif" font-size="26">
            <text x="%d" y="%d" font-size="36" font-weight="bold">%s</text>
            """
                .formatted(WIDTH, HEIGHT, LEFT, TITLE_Y, title()));
    for (TestCode code : TestCode.values()) {
      int top = TOPS.get(number(code) - 1);
      svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(LEFT, top - 14, caption(code)));
      svg.append("<path shape-rendering=\"crispEdges\" d=\"");
      for (Rectangle bar : symbol(code).getRectangles()) {
        int scale = scale(code);
        svg.append(
            String.format(
                Locale.ROOT,
                "M%.0f %.0fh%.0fv%.0fh-%3$.0fz",
                LEFT + bar.x * scale,
                top + bar.y * scale,
                bar.width * scale,
                bar.height * scale));
      }
      svg.append("\"/>\n");
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static int number(TestCode code) {
    return List.of(TestCode.values()).indexOf(code) + 1;
  }

  private static int scale(TestCode code) {
    return code == TestCode.LINES ? DOT : MODULE;
  }

  private static String title() {
    return "Stockwright: test codes for a scanner";
  }

  private static String caption(TestCode code) {
    String text =
        switch (code) {
          case LAYOUT -> code.content();
          case GS1 -> "(01)09501101530003(10)SWa1(21)7Zy";
          case EAN -> code.content();
          case LINES -> "QR code of several lines";
        };
    return number(code) + "   " + text;
  }

  private static Symbol symbol(TestCode code) {
    return switch (code) {
      case LAYOUT -> bars(new Code128(), code.content());
      case GS1 -> {
        Code128 gs1 = new Code128();
        gs1.setDataType(Symbol.DataType.GS1);
        yield bars(gs1, "[01]09501101530003[10]SWa1[21]7Zy");
      }
      case EAN -> bars(new Ean(Ean.Mode.EAN13), code.content().substring(0, 12));
      case LINES -> {
        QrCode qr = new QrCode();
        qr.setPreferredEccLevel(QrCode.EccLevel.M);
        qr.setContent(code.content());
        yield qr;
      }
    };
  }

  private static Symbol bars(Symbol symbol, String content) {
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setBarHeight(60);
    symbol.setModuleWidth(1);
    symbol.setContent(content);
    return symbol;
  }
}
