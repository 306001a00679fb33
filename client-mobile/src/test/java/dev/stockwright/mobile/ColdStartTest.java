package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the start of the process to a screen that takes scans, with the options of the launcher and
/// its archive of loaded classes.
@Tag("thorough")
class ColdStartTest {
  private static final long MOST_MS = 3_000;
  private static final int TIMES = 5;

  @TempDir private Path folder;

  @Test
  @DisplayName("The handheld takes scans 3 s after its start")
  void takesScansThreeSecondsAfterItsStart() throws Exception {
    String path = jars();
    long first = start(path);
    start(path); // the archive is written when the first one has ended
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      times.add(start(path));
    }
    times.sort(null);
    long middle = times.get(TIMES / 2);
    System.out.println("cold start: first " + first + " ms, then " + times + " ms");
    assertTrue(middle <= MOST_MS, times::toString);
  }

  private long start(String path) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.timezone=UTC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("handheld.jsa"),
                "-Xlog:disable",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                ColdStart.class.getName(),
                "--data",
                folder.resolve("device").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = "";
    try (BufferedReader out = started.inputReader()) {
      while (said != null && !said.equals("ready")) {
        said = out.readLine();
      }
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    assertEquals("ready", said);
    started.waitFor();
    return millis;
  }

  /// The class path with jars for folders, which no archive of classes can be made of.
  private String jars() throws IOException {
    List<String> parts = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path at = Path.of(part);
      parts.add(Files.isDirectory(at) ? jar(at, parts.size()).toString() : part);
    }
    return String.join(File.pathSeparator, parts);
  }

  private Path jar(Path classes, int number) throws IOException {
    Path jar = folder.resolve("part-" + number + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        var all = Files.walk(classes)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(one).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(one, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
