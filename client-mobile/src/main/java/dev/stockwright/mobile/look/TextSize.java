package dev.stockwright.mobile.look;

import java.util.Optional;

/// How large texts are. Small ones grow by what the name says, larger ones by less, as on Android
/// 14 (its tables for 1.3, 1.5 and 2.0), since a headline of twice its size leaves no room for what
/// it heads. Numbers and codes of 24 px and more are as large as they fit in any case.
public enum TextSize {
  NORMAL(100, "text-100"),
  LARGE(130, "text-130"),
  LARGER(150, "text-150"),
  LARGEST(200, "text-200");

  private final int percent;
  private final String styleClass;

  TextSize(int percent, String styleClass) {
    this.percent = percent;
    this.styleClass = styleClass;
  }

  /// The largest that is not above `percent`.
  public static TextSize of(int percent) {
    TextSize found = NORMAL;
    for (TextSize size : values()) {
      found = size.percent <= percent ? size : found;
    }
    return found;
  }

  public String styleClass() {
    return styleClass;
  }

  /// The next one below; absent below the usual one.
  public Optional<TextSize> smaller() {
    return switch (this) {
      case NORMAL -> Optional.empty();
      case LARGE -> Optional.of(NORMAL);
      case LARGER -> Optional.of(LARGE);
      case LARGEST -> Optional.of(LARGER);
    };
  }

  /// By how much a screen must be higher to be as roomy as with usual texts.
  public double crowding() {
    return switch (this) {
      case NORMAL -> 1;
      case LARGE -> 1.15;
      case LARGER -> 1.3;
      case LARGEST -> 1.5;
    };
  }

  /// How large a text is that has one of the usual sizes otherwise.
  int px(int usual) {
    return switch (this) {
      case NORMAL -> usual;
      case LARGE -> usual + (usual < 16 ? 5 : usual < 24 ? 4 : 2);
      case LARGER -> usual + (usual < 16 ? 8 : usual < 17 ? 7 : usual < 24 ? 6 : 4);
      case LARGEST -> usual + (usual < 20 ? 12 : usual < 24 ? 14 : 12);
    };
  }
}
