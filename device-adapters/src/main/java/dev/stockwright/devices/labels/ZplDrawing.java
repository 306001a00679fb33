package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.LabelTemplate.Row;
import dev.stockwright.devices.labels.MadeLabel.Refused;
import dev.stockwright.devices.labels.SymbolContent.Ean13;
import dev.stockwright.devices.labels.SymbolContent.Gs1;
import dev.stockwright.devices.labels.SymbolContent.Plain;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import java.util.List;
import java.util.Optional;

/// The ZPL of one label while it is drawn, row by row. Every method answers why it drew nothing.
final class ZplDrawing {
  /// Bars narrower than this are read badly; 2 dots at 203 dpi, 3 at 300.
  private static final double NARROWEST_MM = 0.25;

  private static final double WIDEST_MM = 0.5;
  private static final double MATRIX_NARROWEST_MM = 0.25;
  private static final double MATRIX_WIDEST_MM = 1.25;
  private static final int QUIET_MODULES = 10;
  private static final int EAN_MODULES = 95;
  private static final int EAN_QUIET_MODULES = 11;

  /// So far the bars at the ends and in the middle of an EAN reach below the others.
  private static final int EAN_GUARD_MODULES = 5;

  private static final int QR_QUIET_MODULES = 4;
  private static final int MATRIX_QUIET_MODULES = 1;

  /// Printers set a QR code so many dots lower than they are told.
  private static final int QR_DROP = 10;

  /// What a GS1-128 symbol may carry, separators included (GS1 General Specifications 5.4).
  private static final int GS1_128_MAX = 48;

  private static final int MAGNIFICATION_MAX = 10;
  private static final double CODE_SMALLEST_MM = 2;
  private static final double READABLE_SMALLEST_MM = 1.5;

  private final LabelPaper paper;
  private final StringBuilder zpl = new StringBuilder();

  ZplDrawing(LabelPaper paper) {
    this.paper = paper;
    zpl.append("^XA^CI28^LH0,0^PW").append(paper.widthDots());
    zpl.append("^LL").append(paper.heightDots()).append('\n');
  }

  String zpl(int copies) {
    return zpl + "^PQ" + copies + "\n^XZ\n";
  }

  Optional<Refused> box(Row row) {
    int width = paper.dots(row.width());
    int height = paper.dots(row.height());
    int thick =
        row.kind() == LabelTemplate.Kind.LINE
            ? Math.min(width, height)
            : paper.dots(row.number("thick", 0.5));
    at(row.x(), row.y());
    zpl.append("^GB%d,%d,%d".formatted(width, height, Math.max(1, thick)));
    end();
    return Optional.empty();
  }

  Optional<Refused> text(Row row, String text) {
    int lines = (int) row.number("lines", 1);
    int pitch = paper.dots(row.height() / lines);
    int height = Math.max(1, pitch * 9 / 10);
    int width = paper.dots(row.width());
    int y = paper.dots(row.y());
    for (String line : LabelFont.wrapped(text, width, height, lines)) {
      words(new Area(paper.dots(row.x()), y, width), height, row.word("align", "left"), line);
      y += pitch;
    }
    return Optional.empty();
  }

  Optional<Refused> code(Row row, String text) {
    Area area = new Area(paper.dots(row.x()), paper.dots(row.y()), paper.dots(row.width()));
    double smallest = row.number("min", CODE_SMALLEST_MM);
    return code(area, paper.dots(row.height()), smallest, row.word("align", "left"), text);
  }

  /// Text in one line, as high as its place allows.
  private Optional<Refused> code(
      Area area, int highest, double smallestMm, String align, String text) {
    int height = Math.min(highest, (int) (area.width() / LabelFont.width(text, 1)));
    if (height < paper.dots(smallestMm)) {
      return doesNotFit(text, PrinterReason.TEXT_TOO_SMALL);
    }
    words(area, height, align, text);
    return Optional.empty();
  }

  private record Area(int x, int y, int width) {}

  private void words(Area area, int height, String align, String text) {
    zpl.append("^FO%d,%d^A0N,%d,%d".formatted(area.x(), area.y(), height, height));
    // A backslash commands inside ^FB, so that such a text stays at the left.
    boolean block = !align.equals("left") && text.indexOf('\\') < 0;
    if (block) {
      char side = align.equals("center") ? 'C' : 'R';
      zpl.append("^FB%d,1,0,%c".formatted(area.width(), side));
    }
    zpl.append("^FH^FD").append(ZplText.escaped(text));
    end();
  }

  Optional<Refused> barcode(Row row, SymbolContent symbol) {
    int quiet = symbol instanceof Ean13 ? EAN_QUIET_MODULES : QUIET_MODULES;
    int width = paper.dots(row.width());
    Bars bars = bars(symbol, false);
    if (width / (bars.modules() + 2 * quiet) < paper.dots(NARROWEST_MM)) {
      bars = bars(symbol, true);
    }
    int widest = (int) (row.number("module", WIDEST_MM) * paper.resolution().dotsPerMm());
    int module = Math.min(width / (bars.modules() + 2 * quiet), Math.max(1, widest));
    boolean tooLong = symbol instanceof Gs1 gs1 && gs1.data(" ").length() > GS1_128_MAX;
    if (tooLong || module < paper.dots(NARROWEST_MM)) {
      return row.word("or", "").equals("matrix")
          ? matrix(row, symbol)
          : doesNotFit(symbol.readable(), PrinterReason.NO_ROOM_BARCODE);
    }
    int hri = paper.dots(row.number("hri", 0));
    int guards = symbol instanceof Ean13 && hri > 0 ? EAN_GUARD_MODULES * module : 0;
    int height = paper.dots(row.height()) - hri - guards;
    int x = paper.dots(row.x()) + (width - bars.modules() * module) / 2;
    int y = paper.dots(row.y());
    zpl.append("^FO%d,%d^BY%d^%sN,%d,N,N".formatted(x, y, module, bars.command(), height));
    zpl.append(bars.rest()).append("^FD").append(bars.data());
    end();
    if (hri == 0) {
      return Optional.empty();
    }
    Area below = new Area(paper.dots(row.x()), y + height + guards + hri / 10, width);
    return code(below, hri * 9 / 10, READABLE_SMALLEST_MM, "center", symbol.readable());
  }

  /// A linear symbol: how wide it is and how ZPL writes it.
  private record Bars(int modules, String command, String rest, String data) {}

  private static Bars bars(SymbolContent symbol, boolean shortest) {
    return switch (symbol) {
      case Ean13 ean -> new Bars(EAN_MODULES, "BE", "", ean.digits().substring(0, 12));
      case Gs1 gs1 -> bars(elements(gs1), shortest);
      case Plain plain -> bars(plain.text(), shortest);
    };
  }

  private static Bars bars(String text, boolean shortest) {
    Code128 code = shortest ? Code128.shortest(text) : Code128.plain(text);
    return new Bars(code.modules(), "BC", ",N", code.zpl());
  }

  private static String elements(Gs1 gs1) {
    return Code128.FNC1 + gs1.data(String.valueOf(Code128.FNC1));
  }

  /// GS1 elements as GS1 DataMatrix, all else as QR code, in the left upper corner of its place.
  Optional<Refused> matrix(Row row, SymbolContent symbol) {
    boolean gs1 = symbol instanceof Gs1;
    int modules = matrixModules(symbol);
    int quiet = gs1 ? MATRIX_QUIET_MODULES : QR_QUIET_MODULES;
    int room = paper.dots(Math.min(row.width(), row.height())) - (gs1 ? 0 : QR_DROP);
    int widest = (int) (row.number("module", MATRIX_WIDEST_MM) * paper.resolution().dotsPerMm());
    int module = modules == 0 ? 0 : Math.min(room / (modules + 2 * quiet), Math.max(1, widest));
    module = gs1 ? module : Math.min(module, MAGNIFICATION_MAX);
    if (module < paper.dots(MATRIX_NARROWEST_MM)) {
      return doesNotFit(symbol.readable(), PrinterReason.NO_ROOM_MATRIX);
    }
    int x = paper.dots(row.x()) + quiet * module;
    int y = paper.dots(row.y()) + quiet * module;
    zpl.append("^FO%d,%d".formatted(x, y));
    zpl.append(symbol instanceof Gs1 data ? dataMatrix(data, module, modules) : qr(symbol, module));
    end();
    double side = (modules + 2 * quiet) * module / (double) paper.resolution().dotsPerMm();
    return row.options().containsKey("hri") ? beside(row, side, symbol) : Optional.empty();
  }

  private static int matrixModules(SymbolContent symbol) {
    return symbol instanceof Gs1 gs1
        ? MatrixSize.dataMatrix(elements(gs1), Code128.FNC1)
        : MatrixSize.qr(plain(symbol));
  }

  private static String plain(SymbolContent symbol) {
    return switch (symbol) {
      case Ean13 ean -> ean.digits();
      case Gs1 gs1 -> gs1.readable();
      case Plain plain -> plain.text();
    };
  }

  /// The sign that announces FNC1 must not be one of the data.
  private static String dataMatrix(Gs1 gs1, int module, int modules) {
    String sign = gs1.data("").indexOf('_') < 0 ? "_" : "\\";
    String fnc1 = sign + "1";
    return "^BXN,%d,200,%d,%d,,%s^FD%s%s"
        .formatted(module, modules, modules, sign, fnc1, gs1.data(fnc1));
  }

  private static String qr(SymbolContent symbol, int module) {
    return "^BQN,2,%d^FH^FDMA,%s".formatted(module, ZplText.escaped(plain(symbol)));
  }

  /// The elements for people at the right of a two-dimensional code, each in its line.
  private Optional<Refused> beside(Row row, double side, SymbolContent symbol) {
    List<String> lines =
        symbol instanceof Gs1 gs1
            ? gs1.parts().stream().map(p -> "(" + p.ai() + ")" + p.value()).toList()
            : List.of(symbol.readable());
    int pitch = Math.min(paper.dots(row.number("hri", 3)), paper.dots(row.height() / lines.size()));
    int x = paper.dots(row.x() + side + 1);
    int width = paper.dots(row.x() + row.width()) - x;
    int y = paper.dots(row.y());
    for (String line : lines) {
      Optional<Refused> refused =
          code(new Area(x, y, width), pitch * 9 / 10, READABLE_SMALLEST_MM, "left", line);
      if (refused.isPresent()) {
        return refused;
      }
      y += pitch;
    }
    return Optional.empty();
  }

  private Optional<Refused> doesNotFit(String text, PrinterReason why) {
    return Optional.of(
        new Refused("does_not_fit", Told.of(why, text, paper.size(), paper.resolution().dpi())));
  }

  private void at(double x, double y) {
    zpl.append("^FO%d,%d".formatted(paper.dots(x), paper.dots(y)));
  }

  private void end() {
    zpl.append("^FS\n");
  }
}
