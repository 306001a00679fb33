package dev.stockwright.client.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.refusals.DocumentPhrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// X3: the catalogue and the phrases are equal, in every language.
class PhrasesTest {
  private static final Path FILES =
      Path.of("src", "main", "resources", "dev", "stockwright", "client", "words");

  private static Set<String> keys() {
    return AllPhrases.get().stream()
        .map(Phrase::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noTwoPhrasesHaveTheSameKey() {
    List<Phrase> all = AllPhrases.get();
    assertTrue(all.size() > 100, "most phrases are not seen");
    assertEquals(all.size(), keys().size());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("X3 Every phrase is in every language, and nothing else")
  void everyPhraseIsInEveryLanguageAndNothingElse(Language language) {
    assertEquals(keys(), new TreeSet<>(Catalogue.read(language).keySet()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextIsEmptyOrEndsInASpace(Language language) {
    Catalogue.read(language)
        .forEach(
            (key, text) -> {
              assertEquals(text.strip(), text, key);
              assertTrue(!text.isEmpty(), key);
            });
  }

  /// A second line with the same key would hide the first one.
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"PSEUDO"},
      mode = EnumSource.Mode.EXCLUDE)
  void noKeyStandsTwiceInItsFile(Language language) throws IOException {
    List<String> twice = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : Files.readAllLines(FILES.resolve(file(language)))) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String key = line.substring(0, line.indexOf('='));
        if (!seen.add(key)) {
          twice.add(key);
        }
        assertTrue(!line.contains("\\"), "an escape in " + line);
      }
    }
    assertEquals(List.of(), twice);
  }

  private static String file(Language language) {
    return "messages_" + language.tag() + ".properties";
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void gapsAgreeWithEnglishAndCountsHaveAllTheirForms(Language language) {
    Map<String, Template> english = Catalogue.templates(Language.ENGLISH);
    Catalogue.templates(language)
        .forEach(
            (key, template) -> {
              Template original = of(english, key);
              assertEquals(original.gaps().keySet(), template.gaps().keySet(), key);
              template.pieces().forEach(piece -> complete(key, piece, original, language));
            });
  }

  private static Template of(Map<String, Template> texts, String key) {
    return Objects.requireNonNull(texts.get(key), key);
  }

  private static void complete(
      String key, Template.Piece piece, Template english, Language language) {
    if (piece instanceof Template.Forms forms) {
      assertEquals(language.forms(), EnumSet.copyOf(forms.words().keySet()), key);
      assertEquals(true, english.gaps().get(forms.index()), key + ": no count in English");
    }
  }

  /// A screen that has room for English has room for all: 60 % more, and ten characters.
  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextIsMuchLongerThanTheEnglishOne(Language language) {
    Map<String, Template> english = Catalogue.templates(Language.ENGLISH);
    List<String> tooLong = new ArrayList<>();
    Catalogue.templates(language)
        .forEach(
            (key, template) -> {
              int room = of(english, key).literals().length() * 16 / 10 + 10;
              if (template.literals().length() > room) {
                tooLong.add(key + " has " + template.literals().length() + " of " + room);
              }
            });
    assertEquals(List.of(), tooLong);
  }

  /// What says nothing but a figure may be the same everywhere; a sentence may not.
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"GERMAN", "POLISH", "SPANISH"})
  void whatIsASentenceWasTranslated(Language language) {
    Map<String, String> translated = Catalogue.read(language);
    List<String> same = new ArrayList<>();
    Catalogue.read(Language.ENGLISH)
        .forEach(
            (key, text) -> {
              boolean sentence = Template.parse(text).literals().matches(".*\\p{L}{2}.* .*");
              if (sentence && text.equals(translated.get(key))) {
                same.add(key);
              }
            });
    assertEquals(List.of(), same);
  }

  @Test
  void thePseudoLocaleCoversEveryPhraseAndIsLonger() {
    Map<String, Template> english = Catalogue.templates(Language.ENGLISH);
    Map<String, Template> pseudo = Catalogue.templates(Language.PSEUDO);
    for (String key : keys()) {
      String plain = of(english, key).literals();
      String accented = of(pseudo, key).literals();
      assertTrue(!accented.matches("(?s).*[A-Za-z].*"), key + ": " + accented);
      assertTrue(accented.length() * 10 >= plain.length() * 14, key + ": " + accented);
    }
  }

  /// One that nobody says is found, so that the translators do not work for nothing.
  @Test
  void everyPhraseIsSaidSomewhere() throws IOException {
    List<String> sources = sources();
    List<String> unsaid = new ArrayList<>();
    for (Phrase phrase : AllPhrases.get()) {
      Enum<?> constant = (Enum<?>) phrase;
      String type = constant.getDeclaringClass().getSimpleName();
      Pattern named = Pattern.compile("\\b" + type + "\\." + constant.name() + "\\b");
      Pattern own = Pattern.compile("(?s)enum " + type + "\\b.*;.*\\b" + constant.name() + "\\b");
      boolean byName =
          phrase instanceof CalendarPhrase
              || phrase instanceof DocumentPhrase
              || phrase instanceof CodePhrase;
      boolean said =
          byName
              || sources.stream()
                  .anyMatch(text -> named.matcher(text).find() || own.matcher(text).find());
      if (!said) {
        unsaid.add(type + "." + constant.name());
      }
    }
    assertEquals(List.of(), unsaid);
  }

  private static List<String> sources() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String module : List.of("client-core", "client-fx", "client-javafx", "client-mobile")) {
      Path folder = Path.of("..", module, "src", "main", "java");
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
            texts.add(Files.readString(file));
          }
        }
      }
    }
    return texts;
  }
}
