package dev.stockwright.devices.labels.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// The dots of a label. What falls beyond the edge is not drawn, but said.
final class Raster {
  /// Letters of the printers' font 0 are narrower than those of the Java font.
  private static final double SQUEEZE = 0.72;

  /// The share of a character's height that a capital takes in font 0 and in the Java font.
  private static final double CAPITAL = 0.73;

  private static final double JAVA_CAPITAL = 0.73;
  private static final byte BLACK = 0;
  private static final byte WHITE = (byte) 0xFF;

  private final BufferedImage image;
  private final byte[] dots;
  private final Graphics2D measure;
  private boolean reversed;
  private boolean crossed;

  Raster(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    dots = dots(image);
    Arrays.fill(dots, WHITE);
    measure = image.createGraphics();
  }

  private static byte[] dots(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /// From now on black on black is white (`^FR`).
  void reversed(boolean on) {
    reversed = on;
  }

  /// Whether anything crossed the edge since this was last asked.
  boolean crossedTheEdge() {
    boolean was = crossed;
    crossed = false;
    return was;
  }

  void fill(int x, int y, int width, int height, boolean black) {
    crossed |= x < 0 || y < 0 || x + width > width() || y + height > height();
    for (int row = Math.max(0, y); row < Math.min(height(), y + height); row++) {
      for (int column = Math.max(0, x); column < Math.min(width(), x + width); column++) {
        dot(column, row, black);
      }
    }
  }

  private void dot(int x, int y, boolean black) {
    int at = y * width() + x;
    boolean flip = reversed && black && dots[at] != WHITE;
    dots[at] = black && !flip ? BLACK : WHITE;
  }

  /// The width of text in dots.
  int textWidth(String text, int height, int width) {
    return (int) Math.ceil(measure.getFontMetrics(font(height, width)).stringWidth(text));
  }

  /// Draws a line of text whose cell begins at a left upper corner.
  void text(String text, int x, int y, int height, int width) {
    int length = textWidth(text, height, width);
    crossed |= x < 0 || x + length > width() || y < 0 || y >= height();
    // No wider than the label: what is beyond is not drawn.
    int room = Math.clamp(length + height, 1, width() + height);
    BufferedImage letters = new BufferedImage(room, 2 * height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = letters.createGraphics();
    pen.setFont(font(height, width));
    pen.setColor(Color.WHITE);
    pen.drawString(text, 0, (int) Math.round(height * CAPITAL));
    pen.dispose();
    byte[] ink = dots(letters);
    for (int row = Math.max(0, -y); row < Math.min(2 * height, height() - y); row++) {
      for (int column = Math.max(0, -x); column < Math.min(room, width() - x); column++) {
        if (ink[row * room + column] != BLACK) {
          dot(x + column, y + row, true);
        }
      }
    }
  }

  private static Font font(int height, int width) {
    double points = height * CAPITAL / JAVA_CAPITAL;
    double stretch = SQUEEZE * width / height;
    return new Font(Font.SANS_SERIF, Font.BOLD, 1)
        .deriveFont((float) points)
        .deriveFont(AffineTransform.getScaleInstance(stretch, 1));
  }

  byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
