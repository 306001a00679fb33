package dev.stockwright.client.workflow.shipping;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said at a dock.
public enum ShippingPhrase implements Phrase {
  TITLE,
  SCAN_DOCK,
  SCAN_DOCK_DETAIL,
  NO_DOCK,
  DOCK_FIRST,
  NONE_KNOWN,
  NONE_WHY,
  OPEN_NEW,
  NOT_NOW,
  BEGIN_AFTER,
  OPENED,
  GOES_ON,
  SCAN_PACKAGE,
  LOADED,
  LOADED_ALREADY,
  UNDO_TAKES_OUT,
  IN_OTHER,
  DOUBT,
  DOUBT_WHY,
  LOAD_IT,
  LEAVE_IT,
  AFTER,
  SHIP,
  LEAVE_ASK,
  LEAVE_WHY,
  GO_ON,
  LEFT,
  NEXT_DOCK,
  GONE,
  DOCK,
  TO_LOAD,
  STANDS_AT,
  AT_DOCK,
  STAYS_OPEN;

  @Override
  public String key() {
    return "shipping." + name().toLowerCase(Locale.ROOT);
  }
}
