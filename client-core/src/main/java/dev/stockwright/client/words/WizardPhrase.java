package dev.stockwright.client.words;

import java.util.Locale;

/// Says what the wizard asks of a scanner and found out about it.
public enum WizardPhrase implements Phrase {
  ASK_LAYOUT,
  ASK_GS1,
  ASK_EAN,
  ASK_LINES,
  NOTHING_READ,
  ALL_DONE,
  CODE_READ,
  CODE_AGAIN,
  NO_TEST_CODE,
  UNREADABLE,
  CASE_SWAPPED,
  CASE_UPPER,
  CASE_LOWER,
  CASE_REMEDY,
  AMERICAN_KEYBOARD,
  CHARACTERS,
  BITS,
  SEVEN_BITS,
  ENDING_VARIES,
  NO_ENDING,
  ENDING,
  ENDING_STX,
  LINE_BREAKS_CUT,
  CODE_ID,
  SUFFIX_VARIES,
  PREFIX,
  SUFFIX,
  WRAPPING_TOO_LONG,
  AIM_ON,
  AIM_VARIES,
  AIM_OFF,
  NOT_GS1,
  GS_KEPT,
  GS_DROPPED,
  GS_UNSAFE,
  GS_REPLACED,
  CHECK_DIGIT_MISSING,
  LINE_BREAKS_CHANGED,
  LONG_CODE_CUT,
  SPEED;

  @Override
  public String key() {
    return "wizard." + name().toLowerCase(Locale.ROOT);
  }
}
