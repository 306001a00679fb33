package dev.stockwright.client.workflow.signin;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while somebody signs in.
public enum SignInPhrase implements Phrase {
  TITLE,
  SCAN_BADGE,
  THEN_PIN,
  TYPE_PIN,
  /// {0}: the name.
  HELLO,
  NOT_A_BADGE,
  CLEARED,
  SIGN_IN,
  OTHER_BADGE,
  ASKING,
  WAIT_A_MOMENT,
  WRONG_PIN,
  /// {0}: tries that are left.
  TRIES_LEFT,
  NOT_KNOWN,
  ASK_SUPERVISOR,
  BLOCKED,
  /// {0}: a time of day.
  BLOCKED_UNTIL,
  FREED,
  NOT_REACHED,
  NEEDS_NETWORK_ONCE,
  MAY_NOT_WORK_HERE,
  ASK_FOR_RIGHT,
  COVERED,
  /// {0}: the name.
  SCAN_YOUR_BADGE,
  KEPT,
  NOTHING_TYPED,
  SERVER_ASKS_AGAIN,
  OR_WORK_ON,
  LATER,
  ASKED_LATER;

  @Override
  public String key() {
    return "sign_in." + name().toLowerCase(Locale.ROOT);
  }
}
