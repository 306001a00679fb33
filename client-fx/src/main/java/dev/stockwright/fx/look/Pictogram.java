package dev.stockwright.fx.look;

import dev.stockwright.client.card.Icon;
import dev.stockwright.client.workflow.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/// The pictures in use: outlines of Lucide (ISC licence) on a grid of 24, drawn with a round stroke
/// in the colour of the text beside them.
public enum Pictogram {
  ARROW_DOWN,
  ARROW_LEFT_RIGHT,
  ARROW_RIGHT,
  ARROW_UP,
  BAN,
  BATTERY_FULL,
  BATTERY_LOW,
  BATTERY_MEDIUM,
  BOXES,
  CHECK,
  CHECK_CHECK,
  CHEVRONS_RIGHT,
  CHEVRON_LEFT,
  CHEVRON_RIGHT,
  CIRCLE,
  CIRCLE_ALERT,
  CIRCLE_HELP,
  CLIPBOARD_LIST,
  CLOCK,
  CLOUD_OFF,
  CLOUD_UPLOAD,
  DELETE,
  ELLIPSIS,
  EYE,
  FILE_TEXT,
  FILTER,
  HISTORY,
  ID_CARD,
  INBOX,
  KEYBOARD,
  LAYERS,
  LIGHTBULB,
  LIST_CHECKS,
  LOADER,
  LOCK,
  MAP_PIN,
  MONITOR,
  NFC,
  OCTAGON_X,
  PACKAGE,
  PACKAGE_CHECK,
  PACKAGE_OPEN,
  PLUG_ZAP,
  PRINTER,
  REFRESH_CW,
  ROUTE,
  RSS,
  SCALE,
  SCAN_BARCODE,
  SCAN_LINE,
  SEARCH,
  SEND,
  SERVER,
  SHIELD_CHECK,
  SHOPPING_CART,
  TRASH_2,
  TRIANGLE_ALERT,
  TRUCK,
  UNDO_2,
  USB,
  USER,
  WAREHOUSE,
  X;

  private static final Properties OUTLINES = outlines();

  /// The picture for what a card says.
  public static Pictogram of(Icon icon) {
    return switch (icon) {
      case NEXT -> ARROW_DOWN;
      case DONE, CLOSE -> CHECK;
      case ALL_DONE -> CHECK_CHECK;
      case WARNING -> TRIANGLE_ALERT;
      case PLACE -> MAP_PIN;
      case PRODUCT -> PACKAGE;
      case UNIT -> BOXES;
      case DOCUMENT -> FILE_TEXT;
      case PERSON -> USER;
      case KEYPAD -> KEYBOARD;
      case SHORT -> CIRCLE_ALERT;
      case SKIP -> CHEVRONS_RIGHT;
      case SWAP -> REFRESH_CW;
      case DAMAGED -> BAN;
      case LEAVE -> X;
      case PRINT -> PRINTER;
      case COUNT -> CLIPBOARD_LIST;
      case MOVE -> ARROW_LEFT_RIGHT;
      case LOOK_UP -> SEARCH;
      case RECEIVE -> TRUCK;
      case PUT_AWAY -> PACKAGE_CHECK;
      case PICK -> SHOPPING_CART;
      case TRANSFER -> ROUTE;
      case ADJUST -> SCALE;
      case PACK -> PACKAGE_OPEN;
      case SHIP -> SEND;
      case RFID -> RSS;
      case HELP -> CIRCLE_HELP;
    };
  }

  /// The picture of an outcome; no two outcomes share one.
  public static Pictogram of(Signal signal) {
    return switch (signal) {
      case ACCEPT -> CHECK;
      case DONE -> CHECK_CHECK;
      case ATTENTION -> TRIANGLE_ALERT;
      case REJECT -> OCTAGON_X;
      case SYSTEM -> CLOUD_OFF;
    };
  }

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
    try (InputStream in = Pictogram.class.getResourceAsStream("icons.properties")) {
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
