package dev.stockwright.client;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What a device says in every activity.
enum WorkPhrase implements Phrase {
  SUPERVISOR_MUST,
  CALL_ONE,
  NOTHING_TO_UNDO,
  GO_ON,
  LAST_REFUSED,
  LOOK_AT_ATTENTION,
  UNDONE;

  @Override
  public String key() {
    return "work." + name().toLowerCase(Locale.ROOT);
  }
}
