package dev.stockwright.client;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while a device is brought to its server, and taken away from it.
enum PairingPhrase implements Phrase {
  SCAN_CODE,
  SCAN_CODE_DETAIL,
  NOT_A_CODE,
  DAMAGED,
  EXPIRED,
  USED,
  UNKNOWN,
  /// {0}: the warehouse of this device.
  WRONG_SITE,
  BAD_CERTIFICATE,
  TOO_OFTEN,
  REFUSED,
  NOT_REACHED,
  NOT_REACHED_DETAIL,
  MAKE_NEW,
  ASK_ADMIN,
  WAIT,
  NOT_KEPT,
  /// {0}: the warehouse.
  PAIRED,
  SIGN_IN_NEXT,
  CLOCK_WRONG,
  /// {0}: minutes.
  CLOCK_WRONG_REASON,
  GO_ON,
  SET_CLOCK,
  UNPAIR,
  /// {0}: the server.
  UNPAIR_ASKED,
  UNPAIR_REASON,
  KEEP,
  /// {0}: steps that are not sent.
  UNSENT,
  UNSENT_DETAIL,
  UNPAIRED,
  SCAN_NEW_CODE;

  @Override
  public String key() {
    return "pairing." + name().toLowerCase(Locale.ROOT);
  }
}
