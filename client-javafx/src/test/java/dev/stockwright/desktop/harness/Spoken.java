package dev.stockwright.desktop.harness;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.look.Speech;
import java.time.ZoneOffset;

/// What a desk of the tests speaks, at [Floor#NOW].
public final class Spoken {
  private Spoken() {}

  public static Speech english() {
    return in(Language.ENGLISH);
  }

  public static Speech in(Language language) {
    return new Speech(wording(language));
  }

  public static Wording wording(Language language) {
    return new Wording(language, ZoneOffset.UTC, () -> Floor.NOW);
  }
}
