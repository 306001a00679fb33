package dev.stockwright.client.words;

import java.util.Locale;

/// What the receiving desk of the floor app says around the cards of receiving: its lanes, its
/// RFID gate, its devices.
public enum DockPhrase implements Phrase {
  RECEIVING,
  RECEIVE,
  SCAN_PRODUCT,
  OR_ORDER,
  /// {0}: how many answers there are.
  CHOOSE_UP_TO,
  NOT_COUNTED_YET,
  /// {0}: the typed number.
  SCAN_TO_SAVE,
  /// {0}: the product of the chosen line.
  ENTER_SAVES,
  ESC_CLEARS,
  TYPE_QUANTITY,
  QUANTITY_HINT,
  /// {0}: the lane.
  SCAN_TO_BIND,
  BIND_HINT,
  /// {0}: the scanner, {1}: the lane.
  BOUND,
  NOT_BOUND,
  NOT_BOUND_HINT,
  /// {0}: 1 or 2.
  LANE,
  LANE_FREE,
  /// {0}: the lane, {1}: the receipt, {2}: its scanners.
  LANE_SPOKEN,
  /// {0}: 1 or 2.
  OF_LANE,
  /// {0}: its name.
  SCANNER,
  NO_SCAN_YET,
  READ_TWICE,
  LINES_DONE,
  PRODUCTS,
  IN_PROGRESS,
  EXPECTED,
  WITHOUT_ORDER,
  STATE_OPEN,
  STATE_DONE,
  STATE_OVER,
  STATE_EXTRA,
  NO_LINES,
  LINES_OF_RECEIPT,
  PRODUCT,
  SKU,
  RECEIVED,
  PROGRESS,
  STATE,
  RECEIPTS,
  NOTHING_EXPECTED,
  BLIND_HINT,
  SCAN_FEED,
  LAST_SCANS,
  ALL_SENT,
  /// {0}: commands that are not answered yet.
  SAVED_HERE,
  SENT,
  SAVED,
  SCANS_WAIT,
  CLEAR_NUMBER,
  NEXT_COUNTS,
  /// {0}: how many, {1}: the unit.
  OF_WHOLE,
  PIECES,
  NO_RECEIPT,
  OPEN_ONE,
  QUANTITY,
  LABEL,
  BLIND_RECEIPT,
  UNDO,
  /// {0}: what it does, {1}: the key.
  DIGITS,
  KEY_DIGITS,
  KEY_ENTER,
  KEY_ANSWERS,
  KEY_BLIND,
  KEY_SCANNER,
  KEY_QUANTITY,
  KEY_LABEL,
  KEY_UNDO,
  KEY_LANE,
  KEY_LINES,
  KEY_ESC,
  NO_ORDER,
  TODAY_HERE,
  /// {0}: a place.
  TO_PLACE,
  TO_DOCK,
  /// {0}: where it goes, {1}: a day.
  EXPECTED_ON,
  SCANNED,
  DO_NOW,
  UNDONE,
  REFUSED,
  LOT,
  SERIAL,
  LABELS_WAIT,
  NO_PRINTER,
  /// {0}: the option.
  NO_PRINTER_HINT,
  NOTHING_TO_PRINT,
  NOTHING_TO_PRINT_HINT,
  NOT_PRINTED,
  /// {0}: a folder.
  NOT_KEPT,
  /// {0}: the printer.
  LABEL_QUEUED,
  /// {0}: the printer.
  LABEL_AGAIN,
  /// {0}: the label.
  LABEL_NEEDS_YOU,
  /// {0}: who, {1}: when.
  ASKED_BY,
  /// {0}: who, {1}: when.
  ASKED_AGAIN,
  /// {0}: the printer.
  DOES_NOT_PRINT,
  /// {0}: the device.
  DOES_NOT_WORK,
  GATE_ROWS,
  /// {0}: how many are expected.
  GATE_OF,
  KEY_GATE,
  RELEASE,
  FINISH,
  KEY_RELEASE,
  KEY_FINISH,
  NOTHING_TO_RELEASE,
  SENT_FIRST,
  RELEASE_LATER,
  NOTHING_BLIND,
  BLIND_GATHERED,
  FIND_ITS_ORDER,
  CLOSE_WHY,
  GO_ON_RECEIVING;

  @Override
  public String key() {
    return "dock." + name().toLowerCase(Locale.ROOT);
  }
}
