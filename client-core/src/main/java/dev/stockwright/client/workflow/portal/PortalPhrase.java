package dev.stockwright.client.workflow.portal;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while goods pass an RFID gate.
public enum PortalPhrase implements Phrase {
  TITLE,
  NO_ORDER,
  OPEN_ORDER,
  NOTHING_WANTED,
  PRESS_READ,
  DRIVE_THROUGH,
  /// {0}: pieces that are here, {1}: those that are expected.
  READ_OF,
  /// {0}: the order.
  READY_FOR,
  /// {0}: pieces.
  MISSING,
  READ_OR_SCAN,
  /// {0}: pieces.
  EXTRA,
  TAKE_OFF,
  NOTHING_READ,
  /// {0}: the product.
  BY_BARCODE,
  /// {0}: the product.
  NOT_MISSING,
  /// {0}: the product, {1}: its serial number.
  READ_ALREADY,
  /// {0}: the product.
  NEEDS_SERIAL,
  SCAN_SERIAL,
  /// {0}: pieces.
  RECEIVED,
  /// {0}: pieces, {1}: those that are missing.
  RECEIVED_SHORT,
  NEXT_PASS,
  STOPPED,
  READ_AGAIN,
  READ_AGAIN_HINT,
  /// {0}: pieces.
  ACCEPT,
  /// {0}: pieces, {1}: those that are missing.
  ACCEPT_SHORT,
  ACCEPT_HINT,
  /// {0}: pieces.
  REMOVE_EXTRA,
  REMOVE_HINT,
  /// {0}: pieces.
  REMOVED,
  CHOOSE,
  SCANNING_ON,
  /// {0}: pieces, {1}: those that are expected, {2}: missing, {3}: extra.
  SUMMARY,
  ROW_MISSING,
  ROW_EXTRA,
  ROW_UNKNOWN,
  ROW_IGNORED,
  ROW_OLD,
  /// {0}: a serial number.
  SERIAL,
  COUNT_EXPECTED,
  COUNT_READ,
  COUNT_MISSING,
  COUNT_EXTRA,
  ANSWER_FIRST;

  @Override
  public String key() {
    return "portal." + name().toLowerCase(Locale.ROOT);
  }
}
