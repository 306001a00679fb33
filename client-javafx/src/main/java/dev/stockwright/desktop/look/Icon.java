package dev.stockwright.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/// The pictograms in use: outlines of Lucide (ISC licence) on a grid of 24, drawn with a round
/// stroke of 2 in the colour of the text beside them.
public enum Icon {
  ARROW_DOWN,
  ARROW_UP,
  BAN,
  BOXES,
  CHECK,
  CHECK_CHECK,
  CHEVRON_RIGHT,
  CIRCLE,
  CLIPBOARD_LIST,
  CLOCK,
  CLOUD_OFF,
  CLOUD_UPLOAD,
  EYE,
  FILTER,
  HISTORY,
  ID_CARD,
  INBOX,
  KEYBOARD,
  LAYERS,
  LIST_CHECKS,
  LOADER,
  LOCK,
  MONITOR,
  NFC,
  OCTAGON_X,
  PACKAGE,
  PACKAGE_CHECK,
  PACKAGE_OPEN,
  PLUG_ZAP,
  PRINTER,
  REFRESH_CW,
  SCAN_BARCODE,
  SCAN_LINE,
  SEARCH,
  SEND,
  SERVER,
  TRASH_2,
  TRIANGLE_ALERT,
  TRUCK,
  UNDO_2,
  USB,
  USER,
  WAREHOUSE,
  X;

  private static final Properties OUTLINES = outlines();

  /// The outline as an SVG path.
  public String outline() {
    String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    String outline = OUTLINES.getProperty(name);
    if (outline == null) {
      throw new IllegalStateException("icons.properties has no " + name);
    }
    return outline;
  }

  private static Properties outlines() {
    Properties properties = new Properties();
    try (InputStream in = Icon.class.getResourceAsStream("icons.properties")) {
      if (in == null) {
        throw new IllegalStateException("icons.properties is not on the path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
