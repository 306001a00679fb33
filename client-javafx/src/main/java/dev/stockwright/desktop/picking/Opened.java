package dev.stockwright.desktop.picking;

import java.util.List;

/// The order whose lines are shown.
public record Opened(BoardOrder order, Progress progress, List<BoardLine> lines) {
  /// How asking for them went.
  public enum Progress {
    ASKING,
    SHOWN,
    UNANSWERED
  }

  public Opened {
    lines = List.copyOf(lines);
  }

  static Opened asking(BoardOrder order) {
    return new Opened(order, Progress.ASKING, List.of());
  }

  Opened with(BoardOrder fresh) {
    return new Opened(fresh, progress, lines);
  }

  Opened with(List<BoardLine> fresh) {
    return new Opened(order, Progress.SHOWN, fresh);
  }

  /// What is there stays.
  Opened unanswered() {
    return progress == Progress.SHOWN ? this : new Opened(order, Progress.UNANSWERED, List.of());
  }
}
