package dev.stockwright.simulator.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the compiler does not keep: sizes, names, and where time and output come from.
class TidyTest {
  private static final int FILE_LINES = 400;

  /// 60 by our style; a switch that names every case may be a little longer.
  private static final int METHOD_LINES = 70;
  private static final String MAIN = "src/main/java";
  private static final String TEST = "src/test/java";

  private static final Pattern BANNED_ENDING =
      Pattern.compile(".*(Impl|Manager|Util|Utils|Helper|Processor|DTO|VO|Data|Info|Base)");

  /// What main code takes from elsewhere.
  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "Instant.now() (take an InstantSource)",
          Pattern.compile("\\bInstant\\.now\\(\\)"),
          "Thread.sleep (await the condition)",
          Pattern.compile("\\bThread\\.sleep\\("),
          "System.out or System.err (log, or be a main)",
          Pattern.compile("(?<!\")\\bSystem\\.(out|err)\\b"));

  /// Where waiting for time to pass is the point, and why.
  private static final Map<String, String> MAY_SLEEP =
      Map.of(
          "serial/SerialPortLink.java", "the port's native library has no event for what is polled",
          "security/SignIn.java", "a wrong try is slowed down on purpose",
          "server/StockwrightServer.java", "the database is tried again after a pause",
          "demo/GoodsIn.java", "the simulated worker takes as long as a worker");

  /// Files that talk on a terminal by nature.
  private static final Pattern TERMINAL = Pattern.compile(".*/([A-Za-z]*Main|DeskProcess)\\.java");

  @Test
  void filesAreShort() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Repository.sources(MAIN, TEST)) {
      int lines = Repository.lines(file).size();
      if (lines > FILE_LINES) {
        tooLong.add(Repository.name(file) + " has " + lines + " lines, at most " + FILE_LINES);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void thereAreFilesToLookAt() {
    assertTrue(Repository.sources(MAIN).size() > 100, "most sources are not seen");
    assertTrue(Repository.sources(TEST).size() > 10, "most tests are not seen");
  }

  @Test
  void methodsAreShortAndTypesAreNamedAfterWhatTheyAre() throws IOException {
    Findings findings = new Findings();
    findings.read(Repository.sources(MAIN, TEST));
    assertTrue(findings.methods > 500, "only " + findings.methods + " methods were seen");
    assertEquals(List.of(), findings.complaints);
  }

  @Test
  void nothingIsLeftToBeFixed() {
    // Put together here, so that this file is not found by itself.
    String mark = "FIX" + "ME";
    List<String> left = new ArrayList<>();
    for (Path file : Repository.sources(MAIN, TEST)) {
      if (Repository.lines(file).stream().anyMatch(line -> line.contains(mark))) {
        left.add(Repository.name(file));
      }
    }
    assertEquals(List.of(), left);
  }

  @Test
  void timeAndOutputComeFromWhereTheyShould() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.sources(MAIN)) {
      String name = Repository.name(file);
      List<String> lines = Repository.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        for (Map.Entry<String, Pattern> rule : FORBIDDEN.entrySet()) {
          boolean comment = lines.get(i).strip().startsWith("//");
          if (!comment
              && !allowed(rule.getKey(), name)
              && rule.getValue().matcher(lines.get(i)).find()) {
            found.add(name + ":" + (i + 1) + " uses " + rule.getKey());
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static boolean allowed(String rule, String name) {
    return rule.startsWith("System")
        ? TERMINAL.matcher(name).matches()
        : rule.startsWith("Thread.sleep") && MAY_SLEEP.keySet().stream().anyMatch(name::endsWith);
  }

  @Test
  void everyPlaceThatMaySleepStillDoes() {
    for (Path file : Repository.sources(MAIN)) {
      String name = Repository.name(file);
      if (MAY_SLEEP.keySet().stream().anyMatch(name::endsWith)) {
        assertTrue(
            Repository.lines(file).stream().anyMatch(line -> line.contains("Thread.sleep(")),
            () -> Repository.name(file) + " sleeps no more; take it from the list");
      }
    }
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    List<String> found = new ArrayList<>();
    List<Path> folders = Repository.sources(MAIN).stream().map(Path::getParent).distinct().toList();
    for (Path folder : folders) {
      Path said = folder.resolve("package-info.java");
      String text = said.toFile().exists() ? String.join("\n", Repository.lines(said)) : "";
      if (!text.contains("@NullMarked") || !text.startsWith("///")) {
        found.add(Repository.name(folder));
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void theRulesFindWhatTheyAreFor() {
    assertTrue(BANNED_ENDING.matcher("StockManager").matches());
    for (String line :
        List.of("var t = Instant.now();", "Thread.sleep(5);", "System.out.println(1);")) {
      assertEquals(
          1, FORBIDDEN.values().stream().filter(rule -> rule.matcher(line).find()).count(), line);
    }
  }

  /// Reads sources as the compiler does.
  private static final class Findings {
    final List<String> complaints = new ArrayList<>();
    int methods;

    void read(List<Path> files) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager manager =
          compiler.getStandardFileManager(null, Locale.ROOT, null)) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
          look(unit, positions);
        }
      }
    }

    private void look(CompilationUnitTree unit, SourcePositions positions) {
      String file = Repository.name(Path.of(unit.getSourceFile().toUri()));
      LineMap lines = unit.getLineMap();
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
          methods++;
          long first = lines.getLineNumber(positions.getStartPosition(unit, method));
          long last = lines.getLineNumber(positions.getEndPosition(unit, method));
          if (last - first + 1 > METHOD_LINES) {
            complaints.add(file + " " + method.getName() + " has " + (last - first + 1) + " lines");
          }
          return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
          if (BANNED_ENDING.matcher(type.getSimpleName()).matches()) {
            complaints.add(file + " " + type.getSimpleName() + " has a banned ending");
          }
          return super.visitClass(type, null);
        }
      }.scan(unit, null);
    }
  }
}
