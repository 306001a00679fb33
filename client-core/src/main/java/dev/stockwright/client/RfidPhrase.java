package dev.stockwright.client;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while a reader of RFID tags is at work.
enum RfidPhrase implements Phrase {
  COUNT_BY_RFID,
  STOP_READING,
  /// {0}: the place.
  READING_AT,
  WALK_ALONG,
  STOPPED,
  SCAN_ON,
  CONNECTING,
  /// {0}: different tags, {1}: reads in the last second.
  PASS,
  /// {0}: different tags.
  PASS_COMPLETE,
  LOST,
  LOST_DETAIL,
  LOST_HINT,
  LOCATE,
  SCAN_SOUGHT,
  SCAN_SOUGHT_DETAIL,
  FOLLOW,
  FOLLOW_DETAIL,
  NOT_HEARD,
  /// {0}: hundredths.
  NEARNESS,
  /// {0}: dBm.
  SIGNAL,
  /// {0}: the name or code of what is looked for.
  LOOKING_FOR,
  /// {0}: the serial number.
  SERIAL,
  ANY_PIECE,
  NOT_TO_BE_FOUND,
  NOT_COUNTING,
  OPEN_A_BIN;

  @Override
  public String key() {
    return "rfid." + name().toLowerCase(Locale.ROOT);
  }
}
