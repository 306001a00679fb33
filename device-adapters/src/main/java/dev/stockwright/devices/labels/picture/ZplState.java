package dev.stockwright.devices.labels.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One label while its commands are carried out.
final class ZplState {
  /// Understood, and nothing to see of it.
  private static final Set<String> SILENT =
      Set.of(
          "^CI", "^PW", "^LL", "^LS", "^LT", "^PR", "^PO", "^PM", "^MD", "^MM", "^MN", "^MT", "^JM",
          "^JU", "^FX", "^MU", "^CW", "^ID", "^LR", "~SD", "~TA", "~HS", "~JS", "^SZ");

  private static final Set<String> BARCODES =
      Set.of("^BC", "^BX", "^BQ", "^BE", "^B2", "^B3", "^B8", "^BU");

  /// No bar of a label is wider, no letter higher.
  private static final int MODULE_MAX = 100;

  private static final int FONT_MAX = 2_000;

  private final Raster raster;
  private final ZplSymbols symbols;
  private final Set<String> notShown = new LinkedHashSet<>();
  private final List<String> offEdge = new ArrayList<>();

  private int homeX;
  private int homeY;
  private int copies = 1;
  private int standardHeight = 9;
  private int standardWidth = 5;
  private int module = 2;
  private int barHeight = 10;

  // Of the field that is being described, until ^FS.
  private int x;
  private int y;
  private boolean onBaseLine;
  private boolean reverse;
  private boolean hexadecimal;
  private char hexadecimalSign = '_';
  private int fontHeight;
  private int fontWidth;
  private Optional<ZplCommand> block = Optional.empty();
  private Optional<ZplCommand> barcode = Optional.empty();
  private Optional<ZplCommand> shape = Optional.empty();
  private Optional<String> data = Optional.empty();

  ZplState(Raster raster) {
    this.raster = raster;
    this.symbols = new ZplSymbols(raster);
    clearField();
  }

  LabelPicture picture() {
    return new LabelPicture(
        raster.png(), raster.width(), raster.height(), copies, List.copyOf(notShown), offEdge);
  }

  void accept(ZplCommand command) {
    switch (command.name()) {
      case "^LH" -> {
        homeX = command.number(0, 0);
        homeY = command.number(1, 0);
      }
      case "^PQ" -> copies = Math.max(1, command.number(0, 1));
      case "^CF" -> {
        standardHeight = command.number(1, standardHeight);
        standardWidth = command.number(2, standardHeight);
      }
      case "^BY" -> {
        module = Math.clamp(command.number(0, module), 1, MODULE_MAX);
        barHeight = Math.max(1, command.number(2, barHeight));
      }
      case "^FO", "^FT" -> origin(command);
      case "^FR" -> reverse = true;
      case "^FH" -> {
        hexadecimal = true;
        hexadecimalSign = command.rest().isEmpty() ? '_' : command.rest().charAt(0);
      }
      case "^FB" -> block = Optional.of(command);
      case "^GB" -> shape = Optional.of(command);
      case "^FD", "^FV" -> data = Optional.of(command.rest());
      case "^FS" -> draw();
      default -> other(command);
    }
  }

  private void origin(ZplCommand command) {
    x = homeX + command.number(0, 0);
    y = homeY + command.number(1, 0);
    onBaseLine = command.name().equals("^FT");
  }

  private void other(ZplCommand command) {
    String name = command.name();
    if (name.equals("^A")) {
      font(command);
    } else if (BARCODES.contains(name)) {
      barcode = Optional.of(command);
    } else if (!SILENT.contains(name)) {
      notShown.add(name);
    }
  }

  /// `^A0N,height,width`: the first word holds font and turn. Only upright text is drawn.
  private void font(ZplCommand command) {
    String word = command.word(0);
    if (word.length() > 1 && word.charAt(1) != 'N' && word.charAt(1) != 'n') {
      notShown.add("^A" + word);
    }
    fontHeight = command.number(1, 0);
    fontWidth = command.number(2, 0);
  }

  private void draw() {
    raster.reversed(reverse);
    shape.ifPresent(this::box);
    data.ifPresent(this::field);
    if (raster.crossedTheEdge()) {
      String what = barcode.or(() -> shape).map(ZplCommand::name).orElse("text");
      offEdge.add(what + " at " + x + "," + y);
    }
    clearField();
  }

  private void box(ZplCommand command) {
    int thick = Math.max(1, command.number(2, 1));
    int width = Math.max(thick, command.number(0, thick));
    int height = Math.max(thick, command.number(1, thick));
    boolean black = command.letter(3, 'B') != 'W';
    if (2 * thick >= width || 2 * thick >= height) {
      raster.fill(x, y, width, height, black);
      return;
    }
    raster.fill(x, y, width, thick, black);
    raster.fill(x, y + height - thick, width, thick, black);
    raster.fill(x, y + thick, thick, height - 2 * thick, black);
    raster.fill(x + width - thick, y + thick, thick, height - 2 * thick, black);
  }

  private void field(String raw) {
    String text = hexadecimal ? unescaped(raw) : raw;
    if (barcode.isEmpty()) {
      words(text);
      return;
    }
    int top = y;
    if (onBaseLine) {
      top -= barcode.get().name().equals("^BX") ? 0 : barcode.get().number(1, barHeight);
    }
    Optional<String> not =
        symbols.draw(barcode.get(), text, new ZplSymbols.Place(x, top, module, barHeight));
    not.ifPresent(notShown::add);
  }

  private void words(String text) {
    int high = fontHeight > 0 ? fontHeight : fontWidth > 0 ? fontWidth : standardHeight;
    int wide = fontWidth > 0 ? fontWidth : fontHeight > 0 ? fontHeight : standardWidth;
    int height = Math.clamp(high, 1, FONT_MAX);
    int width = Math.clamp(wide, 1, FONT_MAX);
    int top = onBaseLine ? y - height * 3 / 4 : y;
    if (block.isEmpty()) {
      raster.text(text, x, top, height, width);
      return;
    }
    int room = block.get().number(0, raster.width());
    int most = Math.max(1, block.get().number(1, 1));
    int gap = block.get().number(2, 0);
    char side = block.get().letter(3, 'L');
    List<String> lines = lines(text, room, height, width);
    for (int i = 0; i < lines.size(); i++) {
      int left = room - raster.textWidth(lines.get(i), height, width);
      int shift = side == 'C' ? left / 2 : side == 'R' ? left : 0;
      // What is beyond the last line is printed over it, as printers do.
      raster.text(
          lines.get(i), x + shift, top + Math.min(i, most - 1) * (height + gap), height, width);
    }
  }

  private List<String> lines(String text, int room, int height, int width) {
    List<String> lines = new ArrayList<>();
    for (String part : text.split("\\\\&", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : part.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && raster.textWidth(longer, height, width) > room) {
          lines.add(line.toString());
          line.setLength(0);
          line.append(word);
        } else {
          line.setLength(0);
          line.append(longer);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String unescaped(String text) {
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    byte[] to = new byte[from.length];
    int length = 0;
    for (int i = 0; i < from.length; i++) {
      boolean escape =
          from[i] == hexadecimalSign
              && i + 2 < from.length
              && HexFormat.isHexDigit(from[i + 1])
              && HexFormat.isHexDigit(from[i + 2]);
      if (escape) {
        to[length++] =
            (byte) (HexFormat.fromHexDigit(from[i + 1]) * 16 + HexFormat.fromHexDigit(from[i + 2]));
        i += 2;
      } else {
        to[length++] = from[i];
      }
    }
    return new String(to, 0, length, StandardCharsets.UTF_8);
  }

  private void clearField() {
    onBaseLine = false;
    reverse = false;
    hexadecimal = false;
    fontHeight = 0;
    fontWidth = 0;
    block = Optional.empty();
    barcode = Optional.empty();
    shape = Optional.empty();
    data = Optional.empty();
  }
}
