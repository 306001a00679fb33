package dev.stockwright.client.words;

import java.util.Locale;

/// What the floor app says around the cards of work and on its lists.
public enum FloorPhrase implements Phrase {
  WORK,
  NO_WORK_YET,
  SIGN_IN_FIRST,
  TYPE_QUANTITY,
  QUANTITY_HINT,
  /// {0}: the typed number.
  ENTER_SAVES,
  ESC_CLEARS,
  /// {0}: how many answers there are.
  CHOOSE_UP_TO,
  QUANTITY,
  TYPE_CODE,
  LINES,
  /// {0}: the typed number.
  NEXT_COUNTS,
  KEY_LINES,
  KEY_ENTER,
  KEY_DIGITS,
  KEY_ANSWERS,
  KEY_BACK,
  KEY_CODE,
  KEY_UNDO,
  LISTS,
  TASKS,
  MOVEMENTS,
  VARIANCES,
  TRANSFERS,
  ALERTS,
  UNMATCHED,
  STAGED,
  JOURNEY,
  SUPPLIER,
  PRODUCTS,
  RECEIVED,
  LOT,
  UNIT,
  /// Goods of which nobody has made a receipt.
  NO_RECEIPT,
  MATCH,
  /// {0}: the receipt, {1}: products, {2}: units.
  MATCH_ASKED,
  MATCH_WHICH,
  /// {0}: the order, {1}: the supplier.
  MATCH_OPTION,
  /// {0}: products, {1}: units that fit, {2}: units that stay unmatched.
  MATCH_FITS,
  /// {0}: products.
  MATCH_FITS_BLIND,
  /// {0}: the receipt, {1}: the order.
  MATCHED,
  /// {0}: the receipt.
  NO_PROPOSAL,
  /// {0}: what was scanned.
  NO_OPEN_ORDER,
  /// {0}: who received.
  GATHERED,
  RELEASE,
  RELEASE_ALL,
  /// {0}: rows.
  RELEASE_ASKED,
  RELEASE_WHY,
  /// {0}: the product.
  RELEASED,
  /// {0}: rows.
  RELEASED_ALL,
  JOURNEY_SCAN,
  JOURNEY_HINT,
  JOURNEY_SOUGHT,
  /// {0}: a lot, serial number or handling unit.
  JOURNEY_NOTHING,
  /// {0}: the same.
  JOURNEY_OF,
  JOURNEY_WHICH,
  NUMBER,
  KIND,
  STATE,
  PRIORITY,
  PLACE,
  FROM,
  TO,
  PRODUCT,
  UNITS,
  DUE,
  WHO,
  TIME,
  REASON,
  BIN,
  EXPECTED,
  COUNTED,
  VARIANCE,
  IN_TRANSIT,
  SEVERITY,
  WHAT,
  FILTER,
  /// {0}: rows.
  ROWS,
  /// {0}: rows that fit the filter, {1}: all.
  ROWS_OF,
  /// {0}: how many rows at most.
  FIRST_ROWS,
  /// {0}: when the server said so.
  AS_OF,
  ASKING,
  NOTHING,
  NOTHING_HINT,
  NO_MATCH,
  NO_MATCH_HINT,
  NOT_ANSWERED,
  NOT_ANSWERED_HINT,
  KEY_LIST,
  KEY_FILTER,
  KEY_RELOAD,
  KEY_SORT,
  APPROVE,
  RECOUNT,
  /// {0}: the product, {1}: the variance.
  APPROVE_ASKED,
  APPROVE_WHY,
  APPROVED,
  RECOUNT_ASKED,
  /// What a supervisor says of work that was refused.
  INSIST,
  REFER,
  /// {0}: since when.
  WITH_SUPERVISOR,
  /// {0}: who has decided, {1}: what was refused.
  REFERRAL_RECORDED,
  /// {0}: who has decided, {1}: what was refused, {2}: why.
  REFERRAL_REJECTED,
  REFERRALS,
  MISMATCHES,
  NOTE,
  SCANNED,
  RECORD,
  REJECT,
  /// {0}: what was refused, {1}: who did it.
  REFERRAL_ASKED,
  /// {0}: what was refused, {1}: who did it.
  REJECT_ASKED,
  RECORD_THEN,
  REJECT_MISTAKE,
  REJECT_OTHERWISE,
  REJECT_NOT_HAPPENED,
  RECORD_SENT,
  REJECT_SENT,
  LEFT_UNKNOWN,
  /// {0}: the code, {1}: the document.
  LEFT_CODE,
  LEFT_ASIDE,
  LEFT_THERE,
  LEFT_OVER,
  /// {0}: by how many, {1}: the product, {2}: the document.
  LEFT_OVER_WHY,
  SEEN,
  SEEN_THEN,
  LINK_SCAN,
  LINK_ASKED,
  LINK_ONE,
  LINK_PACK,
  LINK,
  LINK_THEN,
  LINK_SENT,
  LINK_NOT_KNOWN,
  LINK_SEVERAL,
  LINK_NEVER,
  ALLOW_OVER,
  ALLOW_OVER_THEN,
  SEEN_SENT,
  ALLOW_SENT;

  @Override
  public String key() {
    return "floor." + name().toLowerCase(Locale.ROOT);
  }
}
