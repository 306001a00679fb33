package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/// A code that can be scanned from the screen: black on white in every theme, with the quiet zone
/// that its standard asks for, each module a whole number of pixels.
final class SymbolPicture extends VBox {
  private static final int BARS_HEIGHT = 84;

  SymbolPicture(SymbolOnScreen shown, Speech speech) {
    getStyleClass().add("symbol-picture");
    setId("symbol");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    SVGPath bars = new SVGPath();
    bars.setFillRule(FillRule.NON_ZERO);
    bars.setSmooth(false);
    bars.getStyleClass().add("symbol-bars");
    Symbol symbol = symbol(shown);
    int scale = scale(shown.kind());
    bars.setContent(outline(symbol, scale));
    Region quiet = new Region();
    double margin = quietModules(shown.kind()) * (double) scale;
    quiet.setMinSize(
        symbol.getWidth() * (double) scale + 2 * margin, height(shown.kind(), symbol, scale));
    bars.setManaged(false);
    bars.setLayoutX(margin);
    bars.setLayoutY(shown.kind() == SymbolOnScreen.Kind.QR ? margin : 0);
    javafx.scene.layout.Pane ground = new javafx.scene.layout.Pane(quiet, bars);
    Label caption = Words.of(shown.caption(), "code", "essential", "symbol-caption");
    getChildren().addAll(ground, caption);
    setAccessibleText(speech.say(EquipmentPhrase.TEST_CODE, shown.caption()));
  }

  private static Symbol symbol(SymbolOnScreen shown) {
    Symbol symbol =
        switch (shown.kind()) {
          case CODE_128 -> new Code128();
          case GS1_128 -> {
            Code128 code = new Code128();
            code.setDataType(Symbol.DataType.GS1);
            yield code;
          }
          case EAN_13 -> {
            Ean ean = new Ean();
            ean.setMode(Ean.Mode.EAN13);
            // Without text the guard bars need not stand out.
            ean.setGuardPatternExtraHeight(0);
            yield ean;
          }
          case QR -> new QrCode();
        };
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setBarHeight(BARS_HEIGHT);
    symbol.setModuleWidth(1);
    symbol.setContent(
        switch (shown.kind()) {
          case CODE_128, QR -> shown.content();
          case GS1_128 -> bracketed(shown);
          // The encoder makes the check digit.
          case EAN_13 -> shown.content().substring(0, 12);
        });
    return symbol;
  }

  /// The one GS1 code that is shown, in the form that the encoder takes.
  private static String bracketed(SymbolOnScreen shown) {
    return shown.caption().replace(" ", "").replace('(', '[').replace(')', ']');
  }

  private static int scale(SymbolOnScreen.Kind kind) {
    return switch (kind) {
      case CODE_128, GS1_128 -> 2;
      case EAN_13 -> 3;
      case QR -> 4;
    };
  }

  private static int quietModules(SymbolOnScreen.Kind kind) {
    return switch (kind) {
      case CODE_128, GS1_128 -> 10;
      case EAN_13 -> 11;
      case QR -> 4;
    };
  }

  private static double height(SymbolOnScreen.Kind kind, Symbol symbol, int scale) {
    return kind == SymbolOnScreen.Kind.QR
        ? (symbol.getHeight() + 2.0 * quietModules(kind)) * scale
        : BARS_HEIGHT;
  }

  private static String outline(Symbol symbol, int scale) {
    boolean square = symbol instanceof QrCode;
    StringBuilder path = new StringBuilder();
    for (Rectangle bar : symbol.getRectangles()) {
      long width = Math.round(bar.width * scale);
      long top = square ? Math.round(bar.y * scale) : 0;
      long height = square ? Math.round(bar.height * scale) : BARS_HEIGHT;
      path.append(
          "M%d %dh%dv%dh-%dz".formatted(Math.round(bar.x * scale), top, width, height, width));
    }
    return path.toString();
  }
}
