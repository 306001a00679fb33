package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Typefaces and pictograms are those of the floor app (docs/decisions/0024).
class SharedFilesTest {
  private static final Path OURS = Path.of("src/main/resources/dev/stockwright/mobile/look/fonts");
  private static final Path FLOOR =
      Path.of("../client-javafx/src/main/resources/dev/stockwright/desktop/look/fonts");

  @Test
  void facesAreTheSameBytes() throws IOException {
    assertEquals(names(FLOOR), names(OURS));
    for (String name : names(OURS)) {
      assertArrayEquals(
          Files.readAllBytes(FLOOR.resolve(name)), Files.readAllBytes(OURS.resolve(name)), name);
    }
  }

  @ParameterizedTest
  @EnumSource(Pictogram.class)
  void everyPictogramHasAnOutline(Pictogram pictogram) {
    assertEquals('M', Objects.requireNonNull(pictogram.outline()).charAt(0));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
