package dev.stockwright.devices.labels;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The label that is in a printer, and how finely the printer prints.
///
/// @param widthMm across the print head, 15 to 220
/// @param heightMm along the paper, 10 to 600
public record LabelPaper(int widthMm, int heightMm, Resolution resolution) {
  /// How fine a print head is.
  public enum Resolution {
    /// 203 dots an inch.
    DPI_203(203, 8),
    /// 300 dots an inch.
    DPI_300(300, 12);

    private final int dpi;
    private final int dotsPerMm;

    Resolution(int dpi, int dotsPerMm) {
      this.dpi = dpi;
      this.dotsPerMm = dotsPerMm;
    }

    public int dpi() {
      return dpi;
    }

    /// As the makers count: 8 and 12.
    public int dotsPerMm() {
      return dotsPerMm;
    }

    /// 203 or 300.
    public static Optional<Resolution> of(String dpi) {
      return switch (dpi) {
        case "203" -> Optional.of(DPI_203);
        case "300" -> Optional.of(DPI_300);
        default -> Optional.empty();
      };
    }
  }

  private static final Pattern SIZE = Pattern.compile("(\\d{2,3})x(\\d{2,3})");

  public LabelPaper {
    if (widthMm < 15 || widthMm > 220 || heightMm < 10 || heightMm > 600) {
      throw new IllegalArgumentException("label " + widthMm + "x" + heightMm + " mm");
    }
  }

  /// Reads `100x150`, in mm.
  public static Optional<LabelPaper> of(String size, Resolution resolution) {
    Matcher read = SIZE.matcher(size);
    if (!read.matches()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(read.group(1));
    int height = Integer.parseInt(read.group(2));
    return width < 15 || width > 220 || height < 10 || height > 600
        ? Optional.empty()
        : Optional.of(new LabelPaper(width, height, resolution));
  }

  public int widthDots() {
    return dots(widthMm);
  }

  public int heightDots() {
    return dots(heightMm);
  }

  int dots(double mm) {
    return (int) Math.round(mm * resolution.dotsPerMm());
  }

  /// Such as `100x150`.
  public String size() {
    return widthMm + "x" + heightMm;
  }
}
