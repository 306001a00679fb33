package dev.stockwright.desktop.receiving;

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

/// What people read at the receiving desk stands in the catalogue and nowhere else. What a desk is
/// refused to start for is said before it has a language, and thrown.
class DockTextTest {
  private static final Path DESKTOP =
      Path.of("src", "main", "java", "dev", "stockwright", "desktop");
  private static final List<String> ALONE =
      List.of(
          "ReceivingDesk",
          "ReceivingPainter",
          "ReceivingPicture",
          "LaneWork",
          "DeskLanes",
          "FeedbackWords",
          "DeskPrinters",
          "DeskReaders",
          "ReceivedLabel",
          "look/DecisionCard");

  private static final Pattern COMMENT = Pattern.compile("(?m)(?<![:\"])//.*$");
  private static final Pattern FOR_US =
      Pattern.compile("(?s)(throw new |LOG\\.|new Uncheck)[^;]*;");

  /// Classes of the style sheet and ids stand where nothing is said.
  private static final Pattern STYLE =
      Pattern.compile("(?s)(setId|getStyleClass\\(\\)[^;]*|lookup)\\([^;]*;");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /// A capital and small letters, or two words: names of fonts, keys and styles are neither.
  private static final Pattern WORDS =
      Pattern.compile("\\p{Lu}\\p{Ll}{2,}.*|.*\\p{L}{2,} \\p{L}{2,}.*");

  /// Names of keys, an order without a number, and a part of a code.
  private static final List<String> NO_WORDS = List.of("Enter", "Esc", "Ctrl+Tab", "without order");

  private static List<String> texts(String source) {
    String plain = COMMENT.matcher(source).replaceAll("");
    String code = STYLE.matcher(FOR_US.matcher(plain).replaceAll(";")).replaceAll(";");
    List<String> found = new ArrayList<>();
    Matcher literal = LITERAL.matcher(code);
    while (literal.find()) {
      String text = literal.group(1);
      if (WORDS.matcher(text).matches() && !NO_WORDS.contains(text)) {
        found.add(text);
      }
    }
    return found;
  }

  @Test
  @DisplayName("X3: nothing that is said at the receiving desk is written in its code")
  void nothingIsSaidThatIsNotInTheCatalogue() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> receiving = Files.list(DESKTOP.resolve("receiving"))) {
      receiving.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
    }
    ALONE.forEach(name -> files.add(DESKTOP.resolve(name + ".java")));
    assertTrue(files.size() > 20, "most sources are not seen");
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      texts(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void wordsAreRecognised() {
    String source =
        """
        button.setId("Close it");
        Label a = Words.of("Close", "small", "muted");
        throw new IllegalStateException("This is ours.");
        String b = count + " scans wait";
        String c = "feed-row";
        """;
    assertEquals(List.of("Close", " scans wait"), texts(source));
  }
}
