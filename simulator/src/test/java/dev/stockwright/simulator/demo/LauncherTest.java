package dev.stockwright.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a project of its own, with JDKs and a Maven that are scripts.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Path home;
  private Path jdks;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void makeAProject() throws IOException {
    home = Files.createDirectories(folder.resolve("a project"));
    jdks = Files.createDirectories(folder.resolve("jdks"));
    Files.copy(Path.of("..", "stockwright"), home.resolve("stockwright"));
    source("pom.xml");
    source("vocabulary/src/main/java/Noun.java");
    source("device-adapters/src/main/java/Scanner.java");
    source("device-adapters/src/test/java/ScannerTest.java");
    source("vocabulary/pom.xml");
    source("device-adapters/pom.xml");
    try (Stream<Path> all = Files.walk(home)) {
      for (Path one : all.toList()) {
        Files.setLastModifiedTime(one, FileTime.from(LONG_AGO));
      }
    }
    program(
        home.resolve("mvnw"),
        """
        echo "[INFO] Building device-adapters 0.1.0-SNAPSHOT                 [2/2]"
        echo "$JAVA_HOME $*" >>builds.txt
        cat >>eaten.txt
        [ -e broken ] && echo "[ERROR] it does not compile" && exit 1
        mkdir -p device-adapters/target/lib
        jar=device-adapters/target/device-adapters.jar
        [ $jar -nt device-adapters/src/main/java/Scanner.java ] || touch $jar
        """);
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    jdk("java-17", "17.0.15", true);
    jdk("jre-25", "25.0.1", false);
    Ended ended = launch(Map.of(), "decode");
    assertEquals(1, ended.code());
    assertTrue(ended.err().contains("needs a JDK 25 or newer"), ended.err());
    for (String system : List.of("Debian, Ubuntu", "Fedora", "macOS", "Windows")) {
      assertTrue(ended.err().contains(system), system);
    }
  }

  @Test
  void aJdkThatSaysAnotherVersionThanItsFilesIsNotTaken() throws Exception {
    Path liar = jdk("liar", "17.0.1", true);
    Files.writeString(liar.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    assertEquals(1, launch(Map.of(), "decode").code());
  }

  @Test
  void aWrongStockwrightJavaIsNamedAndNotReplacedByAnother() throws Exception {
    jdk("good", "25.0.1", true);
    Ended ended = launch(Map.of("STOCKWRIGHT_JAVA", "/nowhere"), "decode");
    assertEquals(1, ended.code());
    assertTrue(ended.err().contains("STOCKWRIGHT_JAVA is /nowhere"), ended.err());
  }

  @Test
  void theJdkIsFoundInEachUsualWay() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Path good = jdk(elsewhere.resolve("good"), "26-ea", true);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path link = bin.resolve("java");
    Files.createSymbolicLink(link, good.resolve("bin").resolve("java"));
    List<Map<String, String>> ways =
        List.of(
            Map.of("STOCKWRIGHT_JAVA", good.toString()),
            Map.of("STOCKWRIGHT_JAVA", link.toString()),
            Map.of("JAVA_HOME", good.toString()),
            Map.of("PATH", bin.toString()),
            Map.of("STOCKWRIGHT_JDK_FOLDERS", elsewhere.toString()));
    for (Map<String, String> way : ways) {
      Ended ended = launch(way, "decode", "]C1 01", "two words");
      assertEquals(0, ended.code(), way + ended.err());
      assertTrue(ended.out().contains("<dev.stockwright.devices.DecodeMain>"), ended.out());
      assertTrue(ended.out().endsWith("<]C1 01><two words>\n"), ended.out());
    }
  }

  @Test
  void itBuildsOnlyWhatIsAbsentOrOlderThanItsSources() throws Exception {
    jdk("good", "25.0.1", true);
    assertTrue(launch(Map.of(), "decode").err().contains("Building Stockwright"));
    assertFalse(launch(Map.of(), "decode").err().contains("Building"));
    assertEquals(1, builds().size());
    assertTrue(builds().getFirst().endsWith("package -pl device-adapters -am"), builds()::toString);
    touch("device-adapters/src/test/java/ScannerTest.java");
    launch(Map.of(), "decode");
    assertEquals(1, builds().size(), "a test is not in the jar");
    touch("vocabulary/src/main/java/Noun.java");
    launch(Map.of(), "decode");
    assertEquals(2, builds().size(), "a noun is");
    launch(Map.of(), "decode");
    assertEquals(2, builds().size(), "once, though Maven has left the jar as it was");
    touch("pom.xml");
    launch(Map.of(), "decode");
    assertEquals(3, builds().size(), "a pom may change everything");
  }

  /// `printf CODE | ./stockwright decode` in a fresh clone builds first.
  @Test
  void whatIsPipedInIsLeftForTheCommand() throws Exception {
    jdk("good", "25.0.1", true);
    assertTrue(launch(Map.of(), "decode").err().contains("Building Stockwright"));
    assertEquals("", Files.readString(home.resolve("eaten.txt")));
  }

  @Test
  void aBuildThatFailsIsShownAndTriedAgainTheNextTime() throws Exception {
    jdk("good", "25.0.1", true);
    Files.createFile(home.resolve("broken"));
    Ended ended = launch(Map.of(), "decode");
    assertEquals(1, ended.code());
    assertTrue(ended.err().contains("[ERROR] it does not compile"), ended.err());
    Files.delete(home.resolve("broken"));
    assertEquals(0, launch(Map.of(), "decode").code());
  }

  @Test
  void aBuildLockOfAProcessThatIsGoneIsTakenOver() throws Exception {
    jdk("good", "25.0.1", true);
    Path lock = Files.createDirectories(home.resolve("target").resolve("launcher.lock"));
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    assertEquals(0, launch(Map.of(), "decode").code());
    assertFalse(Files.exists(lock));
  }

  @Test
  void anUnknownCommandIsNamedWithTheOnesThereAre() throws Exception {
    Ended ended = launch(Map.of(), "dmeo");
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("\"dmeo\""), ended.err());
    for (String command :
        List.of(
            "demo",
            "server",
            "floor",
            "handheld",
            "decode",
            "scanner",
            "reader",
            "label",
            "simulate",
            "bench",
            "verify-ledger",
            "help")) {
      assertTrue(ended.err().contains("\n  " + command + " "), command);
    }
    assertEquals(0, launch(Map.of(), "help").code());
  }

  @Test
  void theLauncherOfWindowsKnowsTheSameCommands() throws IOException {
    Pattern listed = Pattern.compile("(?m)^(?:echo {3}| {2})(?!echo)([a-z-]+) {2,}\\S");
    List<String> here = commands(listed, Files.readString(Path.of("..", "stockwright")));
    List<String> there = commands(listed, Files.readString(Path.of("..", "stockwright.cmd")));
    assertTrue(here.contains("scanner"), here::toString);
    assertEquals(here, there);
    for (String command : there) {
      assertTrue(
          Files.readString(Path.of("..", "stockwright.cmd"))
              .contains("\"%SW_COMMAND%\"==\"" + command + "\""),
          command);
    }
  }

  private static List<String> commands(Pattern listed, String launcher) {
    return listed.matcher(launcher).results().map(found -> found.group(1)).toList();
  }

  private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env", "bash"));
    command.add(home.resolve("stockwright").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Path err = folder.resolve("err.txt");
    builder.redirectError(err.toFile());
    Map<String, String> all = builder.environment();
    all.clear();
    all.put("PATH", folder.resolve("empty").toString());
    all.put("STOCKWRIGHT_JDK_FOLDERS", jdks.toString());
    all.put("HOME", folder.toString());
    all.putAll(environment);
    command.set(0, "/bin/bash");
    command.remove(1);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write("9501101530003\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading.
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private Path jdk(String name, String version, boolean compiler) throws IOException {
    return jdk(jdks.resolve(name), version, compiler);
  }

  private static Path jdk(Path place, String version, boolean compiler) throws IOException {
    Files.createDirectories(place.resolve("bin"));
    program(
        place.resolve("bin").resolve("java"),
        """
        if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2026-01-01' >&2; exit; fi
        printf '<%%s>' "$@"; echo
        """
            .replace("VERSION", version)
            .replace("%%", "%"));
    if (compiler) {
      program(place.resolve("bin").resolve("javac"), "exit 0\n");
    }
    return place;
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(home.resolve("builds.txt"));
  }

  private void source(String path) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "");
  }

  /// Makes a source newer than everything that was built.
  private void touch(String path) throws IOException {
    Path jar = home.resolve("device-adapters/target/device-adapters.jar");
    FileTime built = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(home.resolve(path), FileTime.from(built.toInstant().plusMillis(20)));
  }
}
