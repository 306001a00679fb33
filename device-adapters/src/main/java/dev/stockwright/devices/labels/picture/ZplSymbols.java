package dev.stockwright.devices.labels.picture;

import java.util.Optional;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.backend.Upc;
import uk.org.okapibarcode.graphics.Rectangle;

/// Draws the barcodes of ZPL.
final class ZplSymbols {
  /// Where a symbol begins, how wide its narrowest bar is, and how high it is by default; in dots.
  record Place(int x, int y, int module, int height) {}

  /// Printers set a QR code so many dots lower than they are told.
  private static final int QR_DROP = 10;

  private static final int EAN_MODULES = 95;
  private static final int GUARD_MODULES = 5;

  private final Raster raster;

  ZplSymbols(Raster raster) {
    this.raster = raster;
  }

  /// @return what was not shown, if anything
  Optional<String> draw(ZplCommand command, String data, Place place) {
    if (command.letter(0, 'N') != 'N') {
      return Optional.of(command.name() + " turned");
    }
    try {
      switch (command.name()) {
        case "^BC" -> code128(command, data, place);
        case "^BX" -> dataMatrix(command, data, place);
        case "^BQ" -> qr(command, data, place);
        default -> linear(command, data, place);
      }
      return Optional.empty();
    } catch (OkapiException | IllegalArgumentException e) {
      return Optional.of(command.name() + " (" + e.getMessage() + ")");
    }
  }

  private void code128(ZplCommand command, String data, Place place) {
    Code128Field field = Code128Field.of(data, command.letter(5, 'N'));
    int height = command.number(1, place.height());
    int x = place.x();
    boolean bar = true;
    String widths = Code128Bars.of(field.words());
    for (int i = 0; i < widths.length(); i++) {
      int dots = (widths.charAt(i) - '0') * place.module();
      if (bar) {
        raster.fill(x, place.y(), dots, height, true);
      }
      x += dots;
      bar = !bar;
    }
    if (command.letter(2, 'Y') == 'Y') {
      readable(field.readable(), place, height, x - place.x());
    }
  }

  private void linear(ZplCommand command, String data, Place place) {
    Symbol symbol =
        switch (command.name()) {
          case "^BE" -> new Ean(Ean.Mode.EAN13);
          case "^B8" -> new Ean(Ean.Mode.EAN8);
          case "^BU" -> new Upc(Upc.Mode.UPCA);
          case "^B2" -> new Code2Of5(Code2Of5.ToFMode.INTERLEAVED);
          default -> new Code3Of9();
        };
    int heightAt = command.name().equals("^B3") ? 2 : 1;
    int height = command.number(heightAt, place.height());
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setBarHeight(height);
    symbol.setContent(digitsFor(command.name(), data));
    for (Rectangle bar : symbol.getRectangles()) {
      int x = place.x() + (int) Math.round(bar.x * place.module());
      int length = height + (guard(command, bar) ? GUARD_MODULES * place.module() : 0);
      raster.fill(x, place.y(), (int) Math.round(bar.width * place.module()), length, true);
    }
    if (command.letter(heightAt + 1, 'Y') == 'Y') {
      readable(symbol.getContent(), place, height, symbol.getWidth() * place.module());
    }
  }

  /// The bars at the ends and in the middle of an EAN-13 are longer.
  private static boolean guard(ZplCommand command, Rectangle bar) {
    return command.name().equals("^BE")
        && (bar.x < 3 || bar.x >= 45 && bar.x < 50 || bar.x >= EAN_MODULES - 3);
  }

  /// A printer takes the digits without the check digit, and cuts or fills what is too long or too
  /// short.
  private static String digitsFor(String name, String data) {
    int wanted =
        switch (name) {
          case "^BE" -> 12;
          case "^B8" -> 7;
          case "^BU" -> 11;
          default -> data.length();
        };
    return data.length() > wanted
        ? data.substring(0, wanted)
        : "0".repeat(wanted - data.length()) + data;
  }

  private void readable(String text, Place place, int height, int width) {
    int size = Math.max(10, 10 * place.module());
    int left = Math.max(0, (width - raster.textWidth(text, size, size)) / 2);
    raster.text(text, place.x() + left, place.y() + height + 4, size, size);
  }

  private void dataMatrix(ZplCommand command, String data, Place place) {
    String sign = command.word(6).isEmpty() ? "~" : command.word(6).substring(0, 1);
    String fnc1 = sign + "1";
    DataMatrix symbol = new DataMatrix();
    symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
    int size = sizeOf(command.number(3, 0));
    if (size > 0) {
      symbol.setPreferredSize(size);
    }
    if (data.startsWith(fnc1)) {
      symbol.setDataType(Symbol.DataType.GS1);
      // Both ends of a value are allowed; there are readers that take FNC1 amiss in text encodings.
      symbol.setGs1SeparatorGs(true);
      symbol.setContent(Bracketed.of(data.substring(2).replace(fnc1, "\u001d")));
    } else {
      symbol.setContent(data);
    }
    modules(symbol, place.x(), place.y(), Math.clamp(command.number(1, place.module()), 1, 100));
  }

  /// The number that okapibarcode gives the square symbol of so many modules; 0 for the smallest
  /// that holds the data.
  private static int sizeOf(int modules) {
    int[] sides = {10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52, 64, 72, 80, 88, 96};
    for (int i = 0; i < sides.length; i++) {
      if (sides[i] == modules) {
        return i + 1;
      }
    }
    return 0;
  }

  /// `^FDMA,text`: the error correction, how the data is put in, and behind the comma the data.
  private void qr(ZplCommand command, String data, Place place) {
    int comma = data.indexOf(',');
    String text = comma < 0 ? data : data.substring(comma + 1);
    QrCode symbol = new QrCode();
    symbol.setPreferredEccLevel(
        switch (data.isEmpty() ? 'Q' : data.charAt(0)) {
          case 'H' -> QrCode.EccLevel.H;
          case 'M' -> QrCode.EccLevel.M;
          case 'L' -> QrCode.EccLevel.L;
          default -> QrCode.EccLevel.Q;
        });
    symbol.setContent(text);
    modules(symbol, place.x(), place.y() + QR_DROP, Math.clamp(command.number(2, 2), 1, 100));
  }

  private void modules(Symbol symbol, int x, int y, int dots) {
    for (Rectangle square : symbol.getRectangles()) {
      raster.fill(
          x + (int) Math.round(square.x * dots),
          y + (int) Math.round(square.y * dots),
          (int) Math.round(square.width * dots),
          (int) Math.round(square.height * dots),
          true);
    }
  }
}
