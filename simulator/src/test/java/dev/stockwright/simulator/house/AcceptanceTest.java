package dev.stockwright.simulator.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of what holds names tests that are there, and leaves no statement out.
class AcceptanceTest {
  private static final Path LIST = Path.of("..", "docs", "acceptance.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([HDX]\\d+) \\| ([^|]+) \\| ([^|]*) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)`");

  private record Statement(String number, String shownBy) {}

  private static List<Statement> statements() throws IOException {
    List<Statement> all = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(LIST));
    while (row.find()) {
      all.add(new Statement(row.group(1), row.group(3).strip()));
    }
    return all;
  }

  @Test
  void everyStatementStandsOnce() throws IOException {
    List<String> wanted =
        Stream.of(numbered("H", 56), numbered("D", 18), numbered("X", 8))
            .flatMap(each -> each)
            .toList();
    assertEquals(wanted, statements().stream().map(Statement::number).toList());
  }

  private static Stream<String> numbered(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
  }

  @Test
  void everyStatementIsShownByTestsThatAreThereOrSaysWhyNot() throws IOException {
    Set<String> there = tests();
    List<String> wrong = new ArrayList<>();
    for (Statement statement : statements()) {
      if (statement.shownBy().isEmpty()) {
        wrong.add(statement.number() + " is shown by nothing and says no reason");
      }
      Matcher test = TEST.matcher(statement.shownBy());
      while (test.find()) {
        if (!there.contains(test.group(1))) {
          wrong.add(statement.number() + " names " + test.group(1) + ", which is no test");
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /// A test that carries the number of a statement stands in its row.
  @Test
  void everyTestWithANumberIsInItsRow() throws IOException {
    Pattern numbered = Pattern.compile("@DisplayName\\(\\s*\"([HDX]\\d+)\\b");
    Set<String> missing = new TreeSet<>();
    for (Path file : files()) {
      String name = name(file);
      Matcher found = numbered.matcher(Files.readString(file));
      while (found.find()) {
        String number = found.group(1);
        boolean said =
            statements().stream()
                .filter(statement -> statement.number().equals(number))
                .anyMatch(statement -> statement.shownBy().contains("`" + name + "`"));
        if (!said) {
          missing.add(number + " is shown by " + name);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static Set<String> tests() throws IOException {
    return files().stream().map(AcceptanceTest::name).collect(Collectors.toSet());
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ".java".length());
  }

  private static List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.map(path -> path.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(module)) {
          try (Stream<Path> files = Files.walk(module)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
          }
        }
      }
    }
    return all;
  }
}
