package dev.stockwright.devices.labels.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws ZPL as a printer would: the commands that our templates use and the common ones beside
/// them. What it does not know it names and goes on.
///
/// Linear and matrix codes are exact to the dot where the ZPL leaves the printer no choice, as ours
/// does; the letters are those of the Java font, squeezed to the width of the printers' font 0.
public final class ZplPicture {
  /// A label of this many dots either way is no label.
  private static final int SIDE_MAX = 10_000;

  private static final long DOTS_MAX = 20_000_000;

  private final int widthDots;
  private final int heightDots;

  /// @param widthDots of a label that does not say its width (`^PW`)
  /// @param heightDots of a label that does not say its length (`^LL`)
  public ZplPicture(int widthDots, int heightDots) {
    this.widthDots = Math.clamp(widthDots, 1, SIDE_MAX);
    this.heightDots = Math.clamp(heightDots, 1, SIDE_MAX);
  }

  /// The labels in a text of ZPL; one that is never ended (`^XZ`) is none.
  public List<LabelPicture> draw(String zpl) {
    List<LabelPicture> pictures = new ArrayList<>();
    List<ZplCommand> label = new ArrayList<>();
    boolean inside = false;
    for (ZplCommand command : ZplCommand.all(zpl)) {
      switch (command.name()) {
        case "^XA" -> {
          inside = true;
          label.clear();
        }
        case "^XZ" -> {
          if (inside) {
            pictures.add(picture(label));
          }
          inside = false;
        }
        default -> {
          if (inside) {
            label.add(command);
          }
        }
      }
    }
    return pictures;
  }

  private LabelPicture picture(List<ZplCommand> commands) {
    int width = widthDots;
    int height = heightDots;
    for (ZplCommand command : commands) {
      if (command.name().equals("^PW")) {
        width = side(command, width);
      } else if (command.name().equals("^LL")) {
        height = side(command, height);
      }
    }
    boolean tooLarge = (long) width * height > DOTS_MAX;
    ZplState state =
        new ZplState(tooLarge ? new Raster(widthDots, heightDots) : new Raster(width, height));
    commands.forEach(state::accept);
    return state.picture();
  }

  private static int side(ZplCommand command, int otherwise) {
    return Optional.of(command.number(0, otherwise))
        .filter(n -> n > 0 && n <= SIDE_MAX)
        .orElse(otherwise);
  }
}
