package dev.stockwright.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The wire as it is written down in `golden/`: one file for each message. Devices of older
/// versions are out there and read exactly this.
class GoldenWireTest {
  private static final String CHANGED =
      """
      the wire has changed: raise the protocol version or add an optional field (golden/README.md).
      If that is done, golden/fingerprints.txt is""";

  private static final List<Class<?>> ROOTS =
      List.of(
          Command.class,
          Answer.class,
          Refusal.class,
          Event.class,
          ClientFrame.class,
          ServerFrame.class);

  /// May be empty in the record, but a message without it is refused.
  private static final Set<String> NEVER_ABSENT = Set.of("AdjustStock.reason");

  static List<WireSamples.Sample<?>> samples() {
    return WireSamples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aMessageIsWrittenExactlyAsItsFileSays(WireSamples.Sample<?> sample) {
    assertEquals(golden(sample.file()), sample.text(), () -> "golden/" + sample + ".json");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatTheFileSaysIsReadAsTheMessage(WireSamples.Sample<?> sample) {
    assertEquals(sample.message(), sample.read(golden(sample.file())));
  }

  /// So that tomorrow's optional field does not disturb today's reader.
  @ParameterizedTest
  @MethodSource("samples")
  void aFieldThatTheReaderDoesNotKnowIsPassedOverEverywhere(WireSamples.Sample<?> sample) {
    String unknown = "\"field_of_tomorrow\":{\"a\":[1,null,\"x\"]}";
    String json = golden(sample.file());
    assertEquals(sample.message(), sample.read(json.replace("}", "," + unknown + "}")));
    assertEquals(sample.message(), sample.read(json.replace("{", "{" + unknown + ",")));
  }

  @Test
  @DisplayName("X2 Every refusal has its code on the wire")
  void everyMessageHasAFile() {
    Set<Class<?>> shown =
        samples().stream().map(s -> s.message().getClass()).collect(Collectors.toSet());
    for (Class<?> root : ROOTS) {
      assertEquals(List.of(), withoutFile(root, shown), "no sample and golden file of these");
    }
    assertTrue(shown.contains(Envelope.class));
  }

  /// The check itself, on a sealed type with a case too many.
  @Test
  void aMessageWithoutAFileIsFound() {
    assertEquals(List.of("Forgotten"), withoutFile(Kind.class, Set.of(Kind.Shown.class)));
    assertEquals(
        List.of(), withoutFile(Kind.class, Set.of(Kind.Shown.class, Kind.Forgotten.class)));
  }

  private sealed interface Kind {
    record Shown() implements Kind {}

    record Forgotten() implements Kind {}
  }

  private static List<String> withoutFile(Class<?> root, Set<Class<?>> shown) {
    assertTrue(root.isSealed(), () -> root + " is not sealed");
    List<String> missing = new ArrayList<>();
    for (Class<?> kind : root.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        missing.addAll(withoutFile(kind, shown));
      } else if (!shown.contains(kind)) {
        missing.add(kind.getSimpleName());
      }
    }
    return missing;
  }

  @Test
  void everyFieldThatMayBeAbsentIsShownWithAndWithout() throws ReflectiveOperationException {
    Set<String> with = new TreeSet<>();
    Set<String> without = new TreeSet<>(NEVER_ABSENT);
    for (WireSamples.Sample<?> sample : samples()) {
      Class<?> kind = sample.message().getClass();
      for (RecordComponent field : kind.getRecordComponents()) {
        if (field.getType() == Optional.class || isNullable(field)) {
          field.getAccessor().setAccessible(true);
          Object value = field.getAccessor().invoke(sample.message());
          boolean present = value instanceof Optional<?> some ? some.isPresent() : value != null;
          (present ? with : without).add(kind.getSimpleName() + "." + field.getName());
        }
      }
    }
    assertEquals(with, without);
    assertTrue(with.contains("Problem.warehouse") && with.size() > 30, () -> "only " + with);
  }

  private static boolean isNullable(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  @Test
  void theFilesAreThoseThatWereAgreed() {
    String agreed = text(folder().resolve("fingerprints.txt"));
    String now = fingerprints(texts());
    assertEquals(agreed, now, () -> CHANGED + "\n\n" + now);
  }

  @Test
  void noFileIsWithoutItsMessage() {
    assertEquals(
        samples().stream()
            .map(s -> s.file() + ".json")
            .collect(Collectors.toCollection(TreeSet::new)),
        texts().keySet());
  }

  /// The check itself: one letter more in one file.
  @Test
  void aChangedFileHasAnotherFingerprint() {
    SortedMap<String, String> files = texts();
    String before = fingerprints(files);
    files.computeIfPresent(
        "answer/accepted.json", (name, json) -> json.replace("first_n", "from_n"));
    String after = fingerprints(files);
    List<String> lines = new ArrayList<>(after.lines().toList());
    lines.removeAll(before.lines().toList());
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().startsWith("answer/accepted.json "), lines::toString);
  }

  private static String fingerprints(SortedMap<String, String> files) {
    StringBuilder lines = new StringBuilder("version " + Wire.VERSION + "\n");
    files.forEach((name, json) -> lines.append(name + " " + fingerprint(json) + "\n"));
    return lines.toString();
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// All golden files by their name below the folder.
  private static SortedMap<String, String> texts() {
    Path folder = folder();
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .forEach(
              file -> texts.put(folder.relativize(file).toString().replace('\\', '/'), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder, e);
    }
    return texts;
  }

  private static String golden(String file) {
    return text(folder().resolve(file + ".json")).strip();
  }

  private static Path folder() {
    URL found = GoldenWireTest.class.getResource("golden");
    assertNotNull(found, "the golden files are not on the class path");
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(found.toString(), e);
    }
  }

  /// A checkout may have changed the line ends.
  private static String text(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
