package dev.stockwright.devices.framing;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// How a scanner marks the end of a scan.
///
/// @param marks what ends a frame; at least one
/// @param gap silence that ends a frame where [Mark#SILENCE] is set
/// @param patience silence after which a frame whose end is missing is given up
/// @param maxBytes the largest frame
public record Framing(Set<Mark> marks, Duration gap, Duration patience, int maxBytes) {
  /// What may end a frame. CR LF together are one end, because an empty frame is none.
  public enum Mark {
    CR,
    LF,
    TAB,
    /// STX before and ETX behind the data; between them CR, LF and TAB are data.
    STX_ETX,
    /// Nothing for [Framing#gap].
    SILENCE
  }

  private static final Duration GAP = Duration.ofMillis(60);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int MAX_BYTES = 8192;

  /// Takes every mark: right for a scanner that nobody configured, and for a mixture of them. Its
  /// price: a line break inside a code ends the frame, and so does a pause of 60 ms.
  public static final Framing AUTOMATIC = of(EnumSet.allOf(Mark.class));

  public Framing {
    if (marks.isEmpty() || maxBytes < 1 || !gap.isPositive() || patience.compareTo(gap) < 0) {
      throw new IllegalArgumentException(
          "marks " + marks + ", gap " + gap + ", patience " + patience + ", max " + maxBytes);
    }
    marks = Set.copyOf(marks);
  }

  /// These marks with 60 ms gap, 500 ms patience and 8 kB.
  public static Framing of(Set<Mark> marks) {
    return new Framing(marks, GAP, PATIENCE, MAX_BYTES);
  }
}
