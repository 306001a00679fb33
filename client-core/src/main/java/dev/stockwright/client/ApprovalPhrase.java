package dev.stockwright.client;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while a supervisor allows something at the device of somebody else.
enum ApprovalPhrase implements Phrase {
  TITLE,
  SCAN_BADGE,
  SCAN_BADGE_DETAIL,
  TYPE_PIN,
  TO_ALLOW,
  ALLOW,
  OTHER_BADGE,
  GO_BACK,
  ASKING,
  WAIT_A_MOMENT,
  NOT_A_BADGE,
  /// {0}: whose badge it is.
  NOT_A_SUPERVISOR,
  DIGITS_ONLY,
  CLEARED,
  WRONG_PIN,
  TYPE_AGAIN,
  TOO_OFTEN,
  WAIT_OR_OTHER,
  NO_CONNECTION,
  KEEP_ASIDE,
  REFUSED,
  SIGN_IN_AGAIN,
  NOTHING_RECORDED,
  WORK_ON;

  @Override
  public String key() {
    return "approval." + name().toLowerCase(Locale.ROOT);
  }
}
