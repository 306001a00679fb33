package dev.stockwright.mobile.harness;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;

/// Puts texts into words for tests: a phrase of a test is its own sentence.
public final class Spoken implements Function<Text, String> {
  private final Wording catalogue;

  public Spoken(Language language) {
    catalogue =
        new Wording(
            language, ZoneOffset.UTC, InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z")));
  }

  private record Sentence(String key) implements Phrase {}

  /// A text whose phrase is the sentence itself, with gaps `{0}`, `{1}`.
  public static Text say(String sentence, Object... parts) {
    return Text.of(new Sentence(sentence), parts);
  }

  @Override
  public String apply(Text text) {
    if (!(text.phrase() instanceof Sentence)) {
      return catalogue.say(text);
    }
    String sentence = text.phrase().key();
    for (int i = 0; i < text.parts().size(); i++) {
      sentence = sentence.replace("{" + i + "}", part(text.parts().get(i)));
    }
    return sentence;
  }

  private String part(Text.Part part) {
    return switch (part) {
      case Text.Word word -> word.text();
      case Text.Count count -> Long.toString(count.value());
      case Text.Day day -> day.day().toString();
      case Text.Moment moment -> moment.time().toString();
      case Text.Inner inner -> apply(inner.text());
      case Text.Start start -> apply(start.text());
    };
  }
}
