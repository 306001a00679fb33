package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// X8: the main code of the handheld and of `client-fx` compiles with `--release 21` against the
/// jars
/// of JavaFX 21,
/// which the build lays into `target/javafx-21`. It is tested and run with a later JavaFX.
class JavaFx21Test {
  private static final Path JARS = Path.of(System.getProperty("javafx21", "target/javafx-21"));
  private static final Pattern JAVAFX = Pattern.compile("javafx-.*\\.jar");

  @TempDir Path classes;

  @Test
  @DisplayName("X8 The main code keeps to the API of JavaFX 21")
  void x8TheMainCodeKeepsToTheApiOfJavaFx21() throws IOException {
    List<Path> sources = new ArrayList<>(sources("src/main/java", 30));
    sources.addAll(sources("../client-fx/src/main/java", 15));
    assertEquals(List.of(), errors(manager -> manager.getJavaFileObjectsFromPaths(sources)));
  }

  @Test
  @DisplayName("X8 What came later is found")
  void x8WhatCameLaterIsFound() throws IOException {
    String later =
        """
        class Later {
          Object dark() {
            return javafx.application.Platform.getPreferences();
          }
        }
        """;
    List<String> errors = errors(manager -> List.of(new Text(later)));
    assertTrue(errors.toString().contains("getPreferences"), errors::toString);
  }

  private static List<Path> sources(String folder, int least) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      List<Path> found = all.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(found.size() > least, "only " + found.size() + " sources in " + folder);
      return found;
    }
  }

  private interface Sources {
    Iterable<? extends JavaFileObject> of(StandardJavaFileManager manager);
  }

  private List<String> errors(Sources sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      compiler
          .getTask(
              null,
              manager,
              found,
              List.of("--release", "21", "-proc:none"),
              null,
              sources.of(manager))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(Locale.ROOT))
        .toList();
  }

  /// That of the test, with JavaFX 21 instead of what it runs with.
  private static List<Path> classPath() throws IOException {
    List<Path> path =
        Arrays.stream(Pattern.compile(File.pathSeparator).split(property()))
            .map(Path::of)
            .filter(entry -> !JAVAFX.matcher(Objects.toString(entry.getFileName())).matches())
            .collect(Collectors.toCollection(ArrayList::new));
    assertTrue(Files.isDirectory(JARS), JARS + " is made by the build: see client-mobile/pom.xml");
    try (Stream<Path> jars = Files.list(JARS)) {
      List<Path> javafx = jars.toList();
      assertEquals(3, javafx.size(), javafx::toString);
      path.addAll(javafx);
    }
    return path;
  }

  private static String property() {
    String surefire = System.getProperty("surefire.test.class.path");
    return surefire != null ? surefire : System.getProperty("java.class.path");
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Later.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
