package dev.stockwright.client.workflow;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said in every activity.
public enum WorkingPhrase implements Phrase {
  NOT_KNOWN,
  SEVERAL_PRODUCTS,
  SCAN_OTHER_CODE,
  MISREAD,
  NOTHING_RECORDED,
  NOTHING_TO_CONFIRM,
  THAT_IS,
  OTHER_JOB,
  FINISH_FIRST,
  BADGE_OF,
  TAGS_NOT_HERE,
  OPENING;

  @Override
  public String key() {
    return "working." + name().toLowerCase(Locale.ROOT);
  }
}
