package dev.stockwright.desktop.shell;

import dev.stockwright.fx.look.Pictogram;

/// What the rail offers; only what exists.
public enum Section {
  RECEIVE("Receive", 1, Pictogram.TRUCK),
  STOCK("Stock", 2, Pictogram.BOXES),
  ATTENTION("Needs you", 3, Pictogram.INBOX),
  DEVICES("Devices", 4, Pictogram.USB);

  private final String title;
  private final int number;
  private final Pictogram icon;

  Section(String title, int number, Pictogram icon) {
    this.title = title;
    this.number = number;
    this.icon = icon;
  }

  String title() {
    return title;
  }

  /// Ctrl and this number bring it to the front.
  int number() {
    return number;
  }

  Pictogram icon() {
    return icon;
  }
}
