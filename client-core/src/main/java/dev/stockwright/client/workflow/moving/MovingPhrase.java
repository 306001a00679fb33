package dev.stockwright.client.workflow.moving;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while things are moved.
public enum MovingPhrase implements Phrase {
  TITLE,
  SCAN_FROM,
  SCAN_FROM_DETAIL,
  SCAN_WHAT,
  SCAN_LOT,
  SCAN_TO,
  FROM,
  TAKEN_FROM,
  UNIT_FROM,
  UNIT_SOMEWHERE,
  HERE,
  IN_HAND,
  UNIT_IN_HAND,
  UNIT_IN_HAND_ELSEWHERE,
  MORE_IN_HAND,
  MOVED,
  MOVED_ROW,
  SCAN_NEXT,
  WHICH_LOT,
  LOT_FIRST,
  PLACE_FIRST,
  SCAN_PLACE_FIRST,
  RECEIVE_IT_FIRST,
  SAME_PLACE,
  SCAN_OTHER_PLACE,
  OTHER_GOODS,
  OTHER_LOT,
  PUT_FIRST,
  SERIAL_SINGLE,
  SCAN_EACH,
  TOO_MANY,
  KEY_IN_LESS,
  LARGE,
  LARGE_REASON,
  LARGE_YES,
  LARGE_NO,
  LARGE_AFTER,
  LOT_OF,
  KEYPAD,
  PUT_BACK;

  @Override
  public String key() {
    return "moving." + name().toLowerCase(Locale.ROOT);
  }
}
