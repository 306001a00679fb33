package dev.stockwright.client;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said of the shift itself: who works, how the device stands with the server, how it
/// looks.
enum ShiftPhrase implements Phrase {
  RESUMED,
  NOT_LET_IN,
  /// {0}: the warehouse, {1}: the device.
  PLACE_AND_DEVICE,
  SIGNED_OUT,
  WORK_IS_KEPT,
  SIGN_OUT,
  SYNC,
  SETTINGS,
  HAND_OVER,
  /// {0}: the name of who takes over.
  HAND_OVER_TO,
  HAND_OVER_REASON,
  HAND_OVER_YES,
  HAND_OVER_NO,
  SIGN_OUT_ASKED,
  SIGN_OUT_REASON,
  OR_SCAN_ON,
  CHOOSE,
  NOTHING_REFUSED,
  TRY_NOW,
  TRYING,
  /// {0}: commands that are not sent.
  UNSENT,
  ALL_SENT,
  /// {0}: commands that were refused.
  REFUSED,
  /// {0}: when, {1}: what was scanned.
  REFUSED_ROW,
  REFUSED_ROW_NO_SCAN,
  WHAT_NOW,
  SEND_AGAIN,
  INSIST,
  DISCARD,
  DISCARD_DETAIL,
  SENT_AGAIN,
  DISCARDED,
  WHY_DISCARD,
  WHY_MISTAKE,
  WHY_DONE_OTHERWISE,
  WHY_NOT_HAPPENED,
  WHY_SUPERVISOR,
  REFER,
  REFER_DETAIL,
  REFER_NOTE,
  REFER_WRITE,
  REFER_SEND,
  REFERRED,
  /// {0}: since when.
  WITH_SUPERVISOR,
  /// {0}: who has decided.
  REFERRAL_RECORDED,
  REFERRAL_IS_BOOKED,
  /// {0}: who has decided.
  REFERRAL_REJECTED,
  REFUSED_NOW,
  THEME,
  THEME_LIGHT,
  THEME_DARK,
  THEME_SUN,
  TEXT_SIZE,
  /// {0}: a number.
  PERCENT,
  GLOVE,
  SOUND,
  LANGUAGE,
  ON,
  OFF;

  @Override
  public String key() {
    return "shift." + name().toLowerCase(Locale.ROOT);
  }
}
