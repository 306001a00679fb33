package dev.stockwright.desktop.shell;

import dev.stockwright.desktop.look.Icon;

/// What the rail offers; only what exists.
public enum Section {
  RECEIVE("Receive", 1, Icon.TRUCK),
  STOCK("Stock", 2, Icon.BOXES),
  ATTENTION("Needs you", 3, Icon.INBOX),
  DEVICES("Devices", 4, Icon.USB);

  private final String title;
  private final int number;
  private final Icon icon;

  Section(String title, int number, Icon icon) {
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

  Icon icon() {
    return icon;
  }
}
