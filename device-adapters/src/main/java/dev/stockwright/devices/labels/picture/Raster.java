package dev.stockwright.devices.labels.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The dots of a label. What falls beyond the edge is not drawn, but said.
final class Raster {
  /// Letters of the printers' font 0 are narrower than those of the Java font.
  private static final double SQUEEZE = 0.72;

  /// The share of a character's height that a capital takes in font 0 and in the Java font.
  private static final double CAPITAL = 0.73;

  private static final double JAVA_CAPITAL = 0.73;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private boolean reversed;
  private boolean crossed;

  Raster(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
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
    boolean flip = reversed && black && (image.getRGB(x, y) & 0xFF) < 128;
    image.setRGB(x, y, black && !flip ? 0xFF000000 : 0xFFFFFFFF);
  }

  /// The width of text in dots.
  int textWidth(String text, int height, int width) {
    return (int) Math.ceil(graphics.getFontMetrics(font(height, width)).stringWidth(text));
  }

  /// Draws a line of text whose cell begins at a left upper corner.
  void text(String text, int x, int y, int height, int width) {
    BufferedImage letters = new BufferedImage(width(), height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = letters.createGraphics();
    pen.setFont(font(height, width));
    pen.setColor(Color.WHITE);
    pen.drawString(text, x, y + (int) Math.round(height * CAPITAL));
    pen.dispose();
    crossed |= x < 0 || x + textWidth(text, height, width) > width() || y < 0 || y >= height();
    for (int row = Math.max(0, y - height); row < Math.min(height(), y + 2 * height); row++) {
      for (int column = 0; column < width(); column++) {
        if ((letters.getRGB(column, row) & 0xFF) > 127) {
          dot(column, row, true);
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
