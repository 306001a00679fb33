package dev.stockwright.client.words;

import java.util.Locale;

/// What the floor app says of work that was refused.
public enum AttentionPhrase implements Phrase {
  NEEDS_YOU,
  WORK_REFUSED,
  KEY_CHOOSE,
  KEY_AGAIN,
  KEY_DISCARD,
  KEY_ANSWER,
  REFUSED_WORK,
  NOTHING,
  ALL_ACCEPTED,
  SEND_AGAIN,
  DISCARD,
  KEEP,
  KEEP_HINT,
  RECORDED,
  RECORDED_HINT,
  NOT_HAPPENED,
  NOT_HAPPENED_HINT,
  DISCARD_ASKED,
  DISCARD_WHY,
  NOBODY,
  /// `Received {0} {1}`.
  RECEIVED,
  /// `Moved {0} {1} to {2}`.
  MOVED,
  /// `Adjusted {0} by {1}`.
  ADJUSTED,
  /// `Transferred {0} {1} to {2}`.
  TRANSFERRED,
  RESERVED_FOR,
  CONFIRMED,
  RELEASED,
  UNDID,
  UNDID_STEP,
  ADJUSTMENT,
  ALERT,
  CATALOG,
  COUNT,
  COUNT_PLAN,
  MOVE,
  ORDER,
  PICK,
  PLACE,
  PURCHASE,
  PUT_AWAY,
  RECEIVING,
  REFERRAL,
  REORDER,
  REPLENISH,
  SHIPPING,
  SYSTEM,
  TASK,
  TILL,
  TRANSFER;

  @Override
  public String key() {
    return "attention." + name().toLowerCase(Locale.ROOT);
  }
}
