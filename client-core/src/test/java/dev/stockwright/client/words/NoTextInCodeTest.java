package dev.stockwright.client.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// X3: what people read stands in the catalogue and nowhere else. Of what the client decides and
/// says, no literal may look like a sentence; what is thrown or logged is for us.
class NoTextInCodeTest {
  private static final Path CLIENT = Path.of("src", "main", "java", "dev", "stockwright", "client");

  private static final Pattern COMMENT = Pattern.compile("(?m)(?<![:\"])//.*$");
  private static final Pattern FOR_US = Pattern.compile("(?s)(throw new |LOG\\.)[^;]*;");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  /// Words with a space, or one word with its full stop; the start of a key is none.
  private static final Pattern SENTENCE =
      Pattern.compile(".*\\p{L}.*\\s.*|.*\\s.*\\p{L}.*|(?![a-z_]+\\.$).*\\p{L}.*[.?!]");

  private static List<String> texts(String source) {
    String code = FOR_US.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(";");
    List<String> found = new ArrayList<>();
    Matcher literal = LITERAL.matcher(code);
    while (literal.find()) {
      if (SENTENCE.matcher(literal.group(1)).matches()) {
        found.add(literal.group(1));
      }
    }
    return found;
  }

  private static List<Path> speaking() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> here = Files.list(CLIENT)) {
      here.forEach(files::add);
    }
    for (String part : List.of("workflow", "card", "scan", "words")) {
      try (Stream<Path> below = Files.walk(CLIENT.resolve(part))) {
        below.forEach(files::add);
      }
    }
    return files.stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  @Test
  @DisplayName("X3 Nobody has a sentence of their own")
  void nobodyHasASentenceOfTheirOwn() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = speaking();
    for (Path file : files) {
      texts(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
    }
    assertTrue(files.size() > 30, "most sources are not seen");
    assertEquals(List.of(), found);
  }

  @Test
  void sentencesAreRecognised() {
    String source =
        """
        /// Says "Scan the goods." to people.
        String a = "Scan the goods.";
        String b = "Misread"; // "not this one"
        throw new IllegalStateException("place of " + warehouse + " not kept");
        String c = "Undone: " + name;
        LOG.error("scan {} failed", scan, bug);
        String d = "What?";
        String e = "receiving." + name();
        String f = " is open";
        String g = "case";
        """;
    assertEquals(List.of("Scan the goods.", "Undone: ", "What?", " is open"), texts(source));
  }
}
