package dev.stockwright.client.words;

import java.util.Locale;

/// Says how a printer is, where a label is, and why there is none.
public enum PrinterPhrase implements Phrase {
  NOTHING_PRINTED,
  SIMULATED,
  HEAD_OPEN,
  NO_LABELS,
  NO_RIBBON,
  TOO_HOT,
  PAUSED,
  MEMORY_FULL,
  REACHABLE,
  DOES_NOT_ANSWER,
  READY,
  FAILED,
  WAITED_TOO_LONG,
  GOING,
  SENT,
  SENT_ONLY,
  SENT_TO_BUSY,
  MAYBE,
  THEN_SAY,
  MAYBE_AT_THE_END,
  IN_THE_PRINTER,
  PRINTED,
  WAITS,
  CANCELLED,
  SEEN_BY,
  MOVED_FROM,
  NOTHING_TO_REPEAT,
  REPRINT_INSTEAD,
  CANCEL_THERE,
  NOT_SENT,
  LOOK_THERE,
  CHANGED,
  NO_JOB,
  NO_PRINTER,
  QUEUE_FULL,
  NOT_KEPT,
  WRONG_COPIES,
  NOT_GS1,
  CODE_LENGTH,
  CODE_SIGNS,
  WRONG_YEAR,
  TEXT_TOO_SMALL,
  NO_ROOM_BARCODE,
  NO_ROOM_MATRIX,
  NO_TEMPLATE,
  TEMPLATE_UNREADABLE,
  TEMPLATE_WRONG,
  TEMPLATE_NAME;

  @Override
  public String key() {
    return "printer." + name().toLowerCase(Locale.ROOT);
  }
}
