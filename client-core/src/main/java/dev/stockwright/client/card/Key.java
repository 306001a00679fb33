package dev.stockwright.client.card;

/// What a button means. The command sheet has barcodes for the first eight.
public enum Key {
  OK,
  BACK,
  UNDO,
  QUANTITY,
  SHORT,
  SKIP,
  DONE,
  HELP,

  /// Leave it; nothing is recorded.
  DISCARD,
  /// Record it although the books say otherwise.
  INSIST,
  /// A supervisor should decide about it.
  REFER,
  /// The large quantity is meant.
  CONFIRM,
  /// Use the other document that wants it.
  USE_OTHER,
  /// It came with this document all the same.
  EXTRA_LINE,
  /// Take it in, but not to be used.
  QUARANTINE,
  /// Put it beside for somebody to look.
  SET_ASIDE,
  /// Say what an unknown code stands for.
  LINK,
  /// Take this lot instead of the one that was asked for.
  SWAP,
  /// Another place than the one that was named.
  OTHER_PLACE,
  /// The place is not empty, as it should be.
  OCCUPIED,
  /// Nothing is here.
  EMPTY,
  /// All of it.
  ALL,
  /// Damaged goods.
  DAMAGED,
  /// Without a document.
  WITHOUT_DOCUMENT,
  /// Do it again.
  AGAIN,
  /// Put stock to this number.
  SET_TO,
  /// Add this many.
  ADD,
  /// Take away this many.
  REMOVE,
  /// The rest comes as it was sent.
  AS_SENT,
  /// Print a label.
  PRINT,
  /// Leave this and begin the other.
  CHANGE_OVER,
  /// Begin to adjust what is shown.
  ADJUST,
  /// Begin to move what is shown.
  MOVE,
  /// Begin to count what is shown.
  COUNT
}
