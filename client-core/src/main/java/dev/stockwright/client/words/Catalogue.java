package dev.stockwright.client.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The texts of one language, by key: a file of UTF-8 beside this class, read as a plain resource.
final class Catalogue {
  private Catalogue() {}

  /// As they stand in the file; the pseudo-locale has none of its own and takes the English ones.
  static Map<String, String> read(Language language) {
    String file = "messages_" + file(language).tag() + ".properties";
    Properties lines = new Properties();
    try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    Map<String, String> texts = new HashMap<>();
    lines.forEach((key, text) -> texts.put(key.toString(), text.toString()));
    return texts;
  }

  private static Language file(Language language) {
    return switch (language) {
      case ENGLISH, GERMAN, POLISH, SPANISH -> language;
      case PSEUDO -> Language.ENGLISH;
    };
  }

  /// Taken apart and ready to be filled.
  static Map<String, Template> templates(Language language) {
    Map<String, Template> templates = new HashMap<>();
    read(language)
        .forEach(
            (key, text) -> {
              Template template = Template.parse(text);
              boolean pseudo = language == Language.PSEUDO;
              templates.put(key, pseudo ? Pseudo.of(template) : template);
            });
    return templates;
  }
}
