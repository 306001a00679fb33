package dev.stockwright.client;

import dev.stockwright.client.words.Language;
import io.avaje.jsonb.Json;

/// How a device looks and sounds.
///
/// @param theme the app's own name of it, such as `LIGHT`
/// @param glove larger targets
/// @param sound false: colour, words and vibration only
/// @param language of the sign-in screen, and of whoever has chosen none
@Json(naming = Json.Naming.LowerUnderscore)
public record Preferences(String theme, boolean glove, boolean sound, Language language) {
  public static final Preferences USUAL = new Preferences("LIGHT", false, true, Language.ENGLISH);

  public Preferences theme(String other) {
    return new Preferences(other, glove, sound, language);
  }

  public Preferences glove(boolean wanted) {
    return new Preferences(theme, wanted, sound, language);
  }

  public Preferences sound(boolean wanted) {
    return new Preferences(theme, glove, wanted, language);
  }

  public Preferences language(Language other) {
    return new Preferences(theme, glove, sound, other);
  }
}
