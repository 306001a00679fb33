package dev.stockwright.client.scan;

import dev.stockwright.client.words.Phrase;
import java.util.Locale;

/// What is said of scans before anybody looks at what they mean.
enum ScanPhrase implements Phrase {
  TOO_FAST,
  NOT_TAKEN,
  FAILED,
  AGAIN_OR_SUPPORT;

  @Override
  public String key() {
    return "scan." + name().toLowerCase(Locale.ROOT);
  }
}
