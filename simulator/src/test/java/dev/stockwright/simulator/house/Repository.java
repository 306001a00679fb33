package dev.stockwright.simulator.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The working tree that these tests run in.
final class Repository {
  private Repository() {}

  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw")) && Files.isDirectory(at.resolve("vocabulary"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }

  /// Java files under `src/main/java` and `src/test/java` (or one of them) of every module.
  static List<Path> sources(String... trees) {
    try (Stream<Path> modules = Files.list(root())) {
      return modules
          .flatMap(module -> Stream.of(trees).map(module::resolve))
          .filter(Files::isDirectory)
          .flatMap(Repository::javaFiles)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /// As it is written in messages.
  static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
