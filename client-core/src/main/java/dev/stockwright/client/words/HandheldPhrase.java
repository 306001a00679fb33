package dev.stockwright.client.words;

import java.util.Locale;

/// What the frame of the handheld says, around the cards.
public enum HandheldPhrase implements Phrase {
  /// Everything is sent.
  LIVE,
  /// {0}: commands under way.
  SENDING,
  OFFLINE,
  /// {0}: commands that wait.
  OFFLINE_WAITING,
  /// {0}: refused commands.
  NEEDS_YOU,
  SIGN_IN,
  /// Only support can go on.
  STUCK,
  BACK,
  UNDO,
  /// What the dots open.
  MORE,
  CLOSE,
  YOU_ARE_HERE,
  SCANNED,
  EXPECTED,
  DO_NOW,
  /// {0}: the whole, of which a part is there.
  OF,
  /// {0}: the whole, {1}: its unit.
  OF_UNITS,
  /// {0}: rows that have no room.
  MORE_ROWS,
  /// {0}: what the battery has left.
  BATTERY,
  /// {0}: how many still to go.
  TO_GO,
  /// {0}: how many are in one.
  CASE_OF,
  /// {0}: all of them.
  ALL_OF,
  CLEAR,
  DELETE_DIGIT,
  /// {0}: the number to be saved.
  SAVE,
  /// {0}: the number to be saved, {1}: its unit.
  SAVE_UNITS,
  /// What must be done before a number that is not there can be saved.
  TYPE_NUMBER,
  /// {0}: when the last step was recorded.
  LAST_WAITS,
  LAST_SENT,
  SIGN_IN_KEY,
  STEP_FAILED,
  TRY_ONCE_MORE,
  /// Instead of scanning: the button.
  TYPE_IT,
  /// The same as an instruction.
  TYPE_TEXT,
  /// The text is complete.
  TAKE_TEXT,
  LETTERS,
  DIGITS,
  SPACE,
  DELETE_SIGN;

  @Override
  public String key() {
    return "handheld." + name().toLowerCase(Locale.ROOT);
  }
}
