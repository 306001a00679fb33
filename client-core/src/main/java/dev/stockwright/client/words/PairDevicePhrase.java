package dev.stockwright.client.words;

import java.util.Locale;

/// What the desk says while it shows a pairing code for a handheld.
public enum PairDevicePhrase implements Phrase {
  PAIR_HANDHELD,
  ASKING,
  SCAN_THIS,
  ON_FIRST_START,
  /// {0}: minutes and seconds.
  VALID_FOR,
  /// {0}: the warehouse; {1}: the address of the server.
  BELONGS_TO,
  OWN_COMPUTER,
  OVER,
  MAKE_NEW,
  NEW_CODE,
  LEAVE,
  SUPERVISOR_ONLY,
  SIGN_IN_AS_ONE,
  NOT_REACHED,
  TRY_AGAIN,
  NOBODY,
  /// {0}: what the code says.
  CODE_SPOKEN;

  @Override
  public String key() {
    return "pair_device." + name().toLowerCase(Locale.ROOT);
  }
}
