package dev.stockwright.desktop.shell;

import dev.stockwright.fx.look.Pictogram;

/// What the rail offers; only what exists.
public enum Section {
  RECEIVE(1, Pictogram.TRUCK),
  STOCK(2, Pictogram.BOXES),
  ATTENTION(3, Pictogram.INBOX),
  DEVICES(4, Pictogram.USB),
  WORK(5, Pictogram.LIST_CHECKS),
  LISTS(6, Pictogram.CLIPBOARD_LIST),
  PICKING(7, Pictogram.SHOPPING_CART);

  private final int number;
  private final Pictogram icon;

  Section(int number, Pictogram icon) {
    this.number = number;
    this.icon = icon;
  }

  /// Ctrl and this number bring it to the front.
  int number() {
    return number;
  }

  Pictogram icon() {
    return icon;
  }
}
