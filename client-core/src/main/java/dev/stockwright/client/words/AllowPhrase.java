package dev.stockwright.client.words;

import java.util.Locale;

/// What the desk says while a supervisor allows something there.
public enum AllowPhrase implements Phrase {
  TITLE,
  SCAN_BADGE,
  OR_TYPE,
  BADGE_WANTED,
  BADGE_READ,
  /// {0}: whose.
  PIN_OF,
  TYPE_PIN,
  THEN_ENTER,
  ASKING,
  ONE_MOMENT,
  ALLOW,
  TO_PIN,
  BACK,
  KEY_ENTER,
  KEY_BACK;

  @Override
  public String key() {
    return "allow." + name().toLowerCase(Locale.ROOT);
  }
}
