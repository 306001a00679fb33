package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What people read on the screens stands in the catalogue: in the code no literal may look like a
/// text. What is thrown, logged or said in a terminal is not on a screen.
class NoTextOnScreensTest {
  private static final Path DESKTOP =
      Path.of("src", "main", "java", "dev", "stockwright", "desktop");

  /// What [DockTextTest] reads: the receiving desk with its devices; and the terminal.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "ReceivingPicture.java",
          "DeskPrinters.java",
          "DeskScanners.java",
          "DesktopMain.java",
          "FloorOptions.java");

  private static final Pattern COMMENT = Pattern.compile("(?m)(?<![:\"])//.*$");
  private static final Pattern FOR_US =
      Pattern.compile("(?s)(throw new |LOG\\.|kept\\.store\\(|\\.formatted\\()[^;]*;");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /// Two words, a word with a capital, or one with its full stop.
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\p{L}.*\\s.*|.*\\s.*\\p{L}{2}.*|\\p{Lu}\\p{Ll}.*|(?![a-z_]+\\.$)\\p{L}+[.?!]");

  /// Keys as they are printed on keyboards, and names that are the same everywhere.
  private static final Pattern SAME_EVERYWHERE =
      Pattern.compile(
          "((Ctrl|Shift|Esc|Enter|Del|Tab|F?\\d+|[A-Z]|[←→↑↓])([ +–−]+|$))+"
              + "|Stockwright|GTIN |\\(01\\) .*|[A-Z]{2,3}|STX \\.\\.\\. ETX"
              + "|HH:mm(:ss)?|[dME]+ .*MMM.*|%s, .*|M[%d0-9].*|[a-z]+\\.new|\\.\\*.*");

  private static List<String> texts(String source) {
    String code = FOR_US.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(";");
    List<String> found = new ArrayList<>();
    Matcher literal = LITERAL.matcher(code);
    while (literal.find()) {
      String text = literal.group(1);
      if (TEXT.matcher(text).matches() && !SAME_EVERYWHERE.matcher(text).matches()) {
        found.add(text);
      }
    }
    return found;
  }

  private static List<Path> screens() throws IOException {
    try (Stream<Path> below = Files.walk(DESKTOP)) {
      return below
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/receiving/"))
          .filter(file -> !ELSEWHERE.contains(file.getFileName().toString()))
          .toList();
    }
  }

  @Test
  @DisplayName("X3 No text of the floor app's screens is in their code")
  void noScreenHasATextOfItsOwn() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = screens();
    for (Path file : files) {
      texts(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
    }
    assertTrue(files.size() > 80, "most sources are not seen");
    assertEquals(List.of(), found);
  }

  @Test
  @DisplayName("X3 A text that is in the code is seen")
  void textsAreRecognised() {
    String source =
        """
        /// Says "Retry now." to people.
        new Button("Retry");
        setId("retry"); // "Not this"
        Words.key("Ctrl+F"); Words.key("F3 F4"); Words.key("Esc");
        row.say("no rows for " + words);
        throw new FloorUnfit("The folder is gone.");
        words.say(StockPhrase.FIND, ", " + "done?");
        LOG.warn("kept {}", file);
        """;
    assertEquals(List.of("Retry", "no rows for ", "done?"), texts(source));
  }
}
