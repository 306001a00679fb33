package dev.stockwright.desktop.shell;

import dev.stockwright.desktop.look.Icon;

/// What the rail offers; only what exists.
public enum Section {
  RECEIVE("Receive", Icon.TRUCK),
  STOCK("Stock", Icon.BOXES),
  ATTENTION("Needs you", Icon.INBOX);

  private final String title;
  private final Icon icon;

  Section(String title, Icon icon) {
    this.title = title;
    this.icon = icon;
  }

  String title() {
    return title;
  }

  Icon icon() {
    return icon;
  }
}
