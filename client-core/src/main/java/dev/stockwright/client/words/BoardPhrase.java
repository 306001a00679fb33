package dev.stockwright.client.words;

import java.util.Locale;

/// What the picking board says.
public enum BoardPhrase implements Phrase {
  TITLE,
  ALL,
  TO_RELEASE,
  WAITING,
  PICKING,
  BLOCKED,
  PICKED,
  PACKED,
  /// {0}: a word on a switch, {1}: how many orders.
  WITH_COUNT,
  STAGE,
  ORDER,
  CUSTOMER,
  DUE,
  PRIORITY,
  LINES,
  UNITS,
  SHORT,
  WHO,
  /// {0}: how many are done, {1}: of how many.
  OF,
  /// {0}: when it should have left.
  OVERDUE_AT,
  OVERDUE,
  NOBODY,
  ANYBODY,
  /// {0}: a person or [#ANYBODY].
  PICKER,
  /// {0}: lines that are not picked yet.
  LINES_OPEN,
  /// {0}: units that cannot be picked now.
  UNITS_SHORT,
  /// {0}: orders that fit the filter, {1}: all.
  ORDERS_OF,
  /// {0}: orders.
  ORDERS,
  /// {0}: marked orders.
  MARKED,
  FIND,
  ASKING,
  ASKING_HINT,
  NO_ORDERS,
  NO_ORDERS_HINT,
  NO_MATCH,
  NO_MATCH_HINT,
  NOT_ANSWERED,
  NOT_ANSWERED_HINT,
  /// {0}: when, {1}: how long ago.
  NOT_LIVE,
  NOT_LIVE_HINT,
  /// {0}: how many orders at most.
  FIRST_ONLY,
  OPEN_LINES,
  RELEASE,
  TAKE_BACK,
  RANK,
  ASSIGN,
  GIVE_BACK,
  CANCEL,
  SUPERVISOR_ONLY,
  NEEDS_SERVER,
  CHOOSE_FIRST,
  /// {0}: the order.
  NOTHING_TO_RELEASE,
  /// {0}: the order.
  NOT_IN_WAVE,
  /// {0}: the order.
  NO_TASK,
  /// {0}: the order.
  NOT_HELD,
  /// {0}: the order, {1}: who holds its task.
  HELD,
  NO_REASONS,
  /// {0}: how many orders, {1}: which.
  RELEASE_ASKED,
  RELEASE_WHY,
  AS_SET,
  AS_SET_THEN,
  SINGLE,
  SINGLE_THEN,
  BATCH,
  BATCH_THEN,
  CLUSTER,
  CLUSTER_THEN,
  ZONE,
  ZONE_THEN,
  /// {0}: the wave, {1}: its orders.
  TAKE_BACK_ASKED,
  TAKE_BACK_WHY,
  /// {0}: the order, {1}: its priority.
  RANK_ASKED,
  RANK_WHY,
  /// {0}: the priority, like those that follow.
  NOW,
  URGENT,
  ORDINARY,
  LATER,
  /// {0}: the order.
  ASSIGN_ASKED,
  ASSIGN_WHY,
  /// {0}: the person who works here.
  MYSELF,
  /// {0}: the order.
  CANCEL_ASKED,
  CANCEL_WHY,
  /// {0}: orders.
  RELEASE_DONE,
  /// {0}: the wave.
  TAKE_BACK_DONE,
  /// {0}: the order, {1}: its priority.
  RANK_DONE,
  /// {0}: the order, {1}: the person.
  ASSIGN_DONE,
  /// {0}: the order.
  GIVE_BACK_DONE,
  /// {0}: the order.
  CANCEL_DONE,
  SENDING,
  /// {0}: what it is about, {1}: why.
  REFUSED,
  PRODUCT,
  TAKEN,
  PLACE,
  STATE,
  WHY,
  LINES_OF_ORDER,
  LINE_DONE,
  LINE_OPEN,
  LINE_SKIPPED,
  LINE_WAITING,
  LINE_SHORT,
  LINE_CANCELLED,
  LINE_BACK_ORDERED,
  LINE_UNRELEASED,
  /// {0}: units.
  ONLY_THERE,
  NOTHING_THERE,
  NO_GOODS,
  COMES_LATER,
  /// {0}: the other product.
  PROPOSED,
  KEY_STAGES,
  KEY_LINES,
  KEY_OVERDUE,
  KEY_PICKER,
  KEY_MARK;

  @Override
  public String key() {
    return "board." + name().toLowerCase(Locale.ROOT);
  }
}
