package dev.stockwright.mobile.harness;

import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.mobile.look.HandheldPhrase;
import java.util.function.Function;

/// Puts texts into words for tests: a phrase of a test is its own sentence.
public final class English implements Function<Text, String> {
  private record Sentence(String key) implements Phrase {}

  /// A text whose phrase is the sentence itself, with gaps `{0}`, `{1}`.
  public static Text say(String sentence, Object... parts) {
    return Text.of(new Sentence(sentence), parts);
  }

  @Override
  public String apply(Text text) {
    String sentence =
        switch (text.phrase()) {
          case HandheldPhrase own -> own(own);
          default -> text.phrase().key();
        };
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

  private static String own(HandheldPhrase phrase) {
    return switch (phrase) {
      case LIVE -> "Live";
      case SENDING -> "Sending {0}";
      case OFFLINE -> "Offline {0}";
      case NEEDS_YOU -> "{0} needs you";
      case SIGN_IN -> "Sign in";
      case STUCK -> "Call support";
      case BACK -> "Back";
      case UNDO -> "Undo";
      case MORE -> "More";
      case CLOSE -> "Close";
      case YOU_ARE_HERE -> "You are here";
      case SCANNED -> "Scanned";
      case EXPECTED -> "Expected";
      case DO_NOW -> "Do now";
      case OF -> "of {0}";
      case OF_UNITS -> "of {0} {1}";
      case MORE_ROWS -> "{0} more";
      case BATTERY -> "Battery {0} %";
      case TO_GO -> "{0} to go";
      case CASE_OF -> "Case\n× {0}";
      case ALL_OF -> "All\n{0}";
      case CLEAR -> "Clear";
      case DELETE_DIGIT -> "Delete the last digit";
      case SAVE -> "Save {0}";
      case SAVE_UNITS -> "Save {0} {1}";
      case TYPE_NUMBER -> "Type the number";
    };
  }
}
