package dev.stockwright.client.words;

import java.util.Locale;

/// Says why something that came is no scan, and why characters arrive changed.
public enum ReadPhrase implements Phrase {
  NOISE,
  TOO_LONG,
  UNFINISHED,
  UNWRAPPED,
  TOO_FAST,
  END_NOT_TYPED,
  TYPED_TOO_LONG,
  PAUSED_INSIDE,
  RIGHT,
  CAPS_LOCK,
  ONE_CASE,
  KEYBOARDS_DIFFER,
  CAPS_LOCK_TOO,
  SEPARATOR_LOST,
  SEPARATOR_REPLACED,
  END_MISSING,
  CHARACTER_DIFFERS,
  SEPARATORS_GONE,
  SEPARATOR_SUSPECT,
  SEND_GS,
  US,
  UK,
  FRENCH,
  GERMAN,
  SPANISH,
  ITALIAN,
  NORDIC;

  @Override
  public String key() {
    return "read." + name().toLowerCase(Locale.ROOT);
  }
}
