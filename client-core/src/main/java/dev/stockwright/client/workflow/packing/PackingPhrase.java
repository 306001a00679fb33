package dev.stockwright.client.workflow.packing;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said at a packing bench.
public enum PackingPhrase implements Phrase {
  TITLE,
  CHOOSE,
  CHOOSE_DETAIL,
  SCAN_BENCH,
  SCAN_PACKAGE,
  PACKAGE_DETAIL,
  SCAN_GOODS,
  WEIGH,
  WEIGH_DETAIL,
  AT_BENCH,
  NO_BENCH,
  ORDER_OPEN,
  ORDER_FIRST,
  ORDER_OF_UNIT,
  SCAN_ORDER,
  CLOSED_ALREADY,
  LOAD_IT,
  OTHER_ORDER,
  SCAN_OTHER,
  INTO,
  INTO_OWN,
  WRITE_ON,
  GOES_ON,
  PACKAGE_FIRST,
  PACKED,
  ALL_PACKED,
  TOO_MANY,
  KEY_IN_LESS,
  SINGLE,
  SCAN_EACH,
  TIMES,
  COUNT_NEXT,
  NO_LABEL,
  PACK_ALL,
  PACK_ALL_DETAIL,
  CLOSE,
  WEIGHS,
  NOT_WEIGHED,
  CLOSED,
  CLOSED_GRAMS,
  NEXT_ORDER,
  TOO_HEAVY,
  GRAMS,
  BENCH,
  IN_PACKAGE,
  STILL_OPEN,
  TO_PACK,
  LEFT_OPEN;

  @Override
  public String key() {
    return "packing." + name().toLowerCase(Locale.ROOT);
  }
}
