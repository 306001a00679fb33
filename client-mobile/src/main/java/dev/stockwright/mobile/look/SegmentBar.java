package dev.stockwright.mobile.look;

import javafx.scene.layout.Region;

/// How much of it is done: one piece for each up to 12, one bar beyond.
final class SegmentBar extends Region {
  static final int PIECES_MAX = 12;
  private static final double GAP = 4;
  private static final double HEIGHT = 10;

  private final long whole;
  private final long done;

  SegmentBar(long done, long whole) {
    this.whole = Math.max(1, whole);
    this.done = Math.max(0, Math.min(done, this.whole));
    getStyleClass().add("segments");
    int pieces = this.whole <= PIECES_MAX ? (int) this.whole : 1;
    for (int i = 0; i < pieces; i++) {
      getChildren().add(piece("segment"));
    }
    if (pieces == 1) {
      getChildren().add(piece("segment-done"));
    } else {
      getChildren()
          .subList(0, (int) this.done)
          .forEach(piece -> piece.getStyleClass().setAll("segment-done"));
    }
  }

  private static Region piece(String styleClass) {
    Region piece = new Region();
    piece.getStyleClass().setAll(styleClass);
    return piece;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    int pieces = whole <= PIECES_MAX ? (int) whole : 1;
    double each = (getWidth() - GAP * (pieces - 1)) / pieces;
    for (int i = 0; i < pieces; i++) {
      getChildren().get(i).resizeRelocate(i * (each + GAP), 0, each, HEIGHT);
    }
    if (pieces == 1) {
      getChildren().get(1).resizeRelocate(0, 0, getWidth() * done / whole, HEIGHT);
    }
  }
}
