package dev.stockwright.client.workflow.returning;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said while returns are taken in.
public enum ReturningPhrase implements Phrase {
  TITLE,
  SCAN_DOCUMENT,
  NO_DOCUMENT,
  /// {0}: the return.
  BEGUN,
  SCAN_GOODS,
  /// {0}: the product.
  WHICH_LOT,
  WHICH_SERIAL,
  SCAN_LOT,
  SCAN_SERIAL,
  LOT_FIRST,
  IN_HAND,
  /// {0}: the product, {1}: how many.
  MORE_IN_HAND,
  WRONG_NUMBER,
  KEY_IN_OTHER,
  HAS_SERIALS,
  EACH_BY_ITSELF,
  CHOOSE_GRADE,
  SELLABLE,
  DAMAGED,
  INSPECT,
  CHOOSE_REASON,
  NO_REASONS,
  ASK_SUPERVISOR,
  GRADE_FIRST,
  /// {0}: the product, {1}: its condition.
  GRADED,
  RETURNED,
  SCAN_NEXT,
  KEYPAD,
  /// {0}: the return.
  CLOSE,
  CLOSED,
  /// {0}: the product, {1}: its condition.
  DONE_ROW;

  @Override
  public String key() {
    return "returning." + name().toLowerCase(Locale.ROOT);
  }
}
