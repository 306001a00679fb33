package dev.stockwright.client.workflow.home;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said at home.
public enum HomePhrase implements Phrase {
  SCAN_ANYTHING,
  OR_CHOOSE,
  RECEIVE,
  PUT_AWAY,
  PICK,
  COUNT,
  MOVE,
  TRANSFER,
  LOOK_UP,
  ADJUST,
  PACK,
  SHIP,
  RETURN,
  /// {0}: what was begun.
  BEGUN,
  /// Nothing is further back.
  AT_HOME;

  @Override
  public String key() {
    return "home." + name().toLowerCase(Locale.ROOT);
  }
}
