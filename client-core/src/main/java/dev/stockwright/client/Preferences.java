package dev.stockwright.client;

import dev.stockwright.client.words.Language;
import io.avaje.jsonb.Json;
import java.util.List;

/// How a device looks and sounds.
///
/// @param theme the app's own name of it, such as `LIGHT`
/// @param glove larger targets
/// @param sound false: colour, words and vibration only
/// @param textPercent how large texts are; 100 as they are drawn
/// @param language of the sign-in screen, and of whoever has chosen none
@Json(naming = Json.Naming.LowerUnderscore)
public record Preferences(
    String theme, boolean glove, boolean sound, int textPercent, Language language) {
  public static final Preferences USUAL =
      new Preferences("LIGHT", false, true, 100, Language.ENGLISH);

  /// The sizes that can be chosen.
  static final List<Integer> TEXT_PERCENTS = List.of(100, 130, 150, 200);

  public Preferences {
    // Kept by a version that did not know of it.
    textPercent = textPercent == 0 ? 100 : textPercent;
  }

  public Preferences textPercent(int percent) {
    return new Preferences(theme, glove, sound, percent, language);
  }

  public Preferences theme(String other) {
    return new Preferences(other, glove, sound, textPercent, language);
  }

  public Preferences glove(boolean wanted) {
    return new Preferences(theme, wanted, sound, textPercent, language);
  }

  public Preferences sound(boolean wanted) {
    return new Preferences(theme, glove, wanted, textPercent, language);
  }

  public Preferences language(Language other) {
    return new Preferences(theme, glove, sound, textPercent, other);
  }
}
