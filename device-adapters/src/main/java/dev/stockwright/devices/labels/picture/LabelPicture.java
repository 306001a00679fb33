package dev.stockwright.devices.labels.picture;

import java.util.List;

/// What a printer would make of one label.
///
/// @param png the picture, black on white, one pixel a dot
/// @param copies how many of it (`^PQ`)
/// @param notShown commands that were not understood, such as `^XG`
/// @param offEdge what would be printed beyond the label, such as `^BC at 10,20`
public record LabelPicture(
    byte[] png, int width, int height, int copies, List<String> notShown, List<String> offEdge) {
  public LabelPicture {
    notShown = List.copyOf(notShown);
    offEdge = List.copyOf(offEdge);
  }
}
