package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while something is looked up.
public enum LookUpPhrase implements Phrase {
  TITLE,
  SCAN,
  SCAN_DETAIL,
  SCAN_NEXT,
  CHOOSE,
  FOUND,
  HOLDS,
  EMPTY,
  NOT_HERE,
  GONE,
  SCAN_OTHER,
  BACK_AT,
  ON_HAND,
  HELD,
  AVAILABLE,
  INCOMING,
  PRODUCTS,
  AS_OF,
  NO_FIGURES,
  LOT,
  EXPIRES,
  ON_UNIT,
  QUARANTINE,
  DAMAGED,
  ON_HOLD,
  BOTH,
  COMES_WITH,
  EXPECTED_ON,
  ZONE,
  OPEN_PLACE,
  LOCKED,
  NOTHING_IN,
  NOTHING_OUT,
  NOT_USED,
  BECAUSE,
  COMES_IN,
  GOES_OUT,
  TO_COUNT,
  TAKEN_BACK,
  MOVES_ON_LINE,
  HERE,
  STANDS_AT,
  SEEN_NOWHERE,
  ANNOUNCED,
  PURCHASE_ORDER,
  TASK,
  COUNT_SHEET,
  TRANSFER,
  NOTICE,
  ORDER,
  ADJUST,
  MOVE,
  COUNT,
  OPEN,
  BACK;

  @Override
  public String key() {
    return "lookup." + name().toLowerCase(Locale.ROOT);
  }
}
