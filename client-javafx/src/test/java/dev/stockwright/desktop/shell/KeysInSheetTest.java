package dev.stockwright.desktop.shell;

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

/// A function key that a screen takes, also one without a button, stands in its sheet of F1.
class KeysInSheetTest {
  private static final Path DESKTOP =
      Path.of("src", "main", "java", "dev", "stockwright", "desktop");
  private static final Pattern TAKEN = Pattern.compile("case (F\\d+) ->");
  private static final Pattern LISTED = Pattern.compile("new Shortcut\\(\\s*\"([^\"]+)\"");

  private static List<String> missing(String source) {
    List<String> listed = new ArrayList<>();
    Matcher shortcut = LISTED.matcher(source);
    while (shortcut.find()) {
      listed.add(" " + shortcut.group(1) + " ");
    }
    List<String> missing = new ArrayList<>();
    Matcher key = TAKEN.matcher(source);
    while (key.find()) {
      if (listed.stream().noneMatch(keys -> keys.contains(" " + key.group(1) + " "))) {
        missing.add(key.group(1));
      }
    }
    return missing;
  }

  @Test
  @DisplayName("D12 Every function key of every screen stands in its sheet")
  void everyFunctionKeyIsListed() throws IOException {
    List<Path> screens;
    try (Stream<Path> below = Files.walk(DESKTOP)) {
      screens = below.filter(file -> file.toString().endsWith("Screen.java")).toList();
    }
    assertTrue(screens.size() > 6, "the screens are not seen");
    List<String> missing = new ArrayList<>();
    for (Path screen : screens) {
      missing(Files.readString(screen)).forEach(key -> missing.add(screen + ": " + key));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void aKeyThatIsMissingIsSeen() {
    String source = "case F3 -> a(); case F4 -> b(); new Shortcut(\"F3 F5\", say())";
    assertEquals(List.of("F4"), missing(source));
  }
}
