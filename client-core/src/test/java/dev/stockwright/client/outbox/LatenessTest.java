package dev.stockwright.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What was done off line is insisted on when goods have been handled by it. The samples are the
/// golden files of the wire, which have every command.
class LatenessTest {
  private static final Path GOLDEN =
      Path.of("..", "protocol", "src", "test", "resources", "dev", "stockwright", "protocol")
          .resolve(Path.of("golden", "command"));

  private static final Set<String> HANDLED =
      Set.of(
          "close_package",
          "drop_goods",
          "free_handling_unit",
          "load_package",
          "move_goods",
          "move_handling_unit",
          "move_stock",
          "nest_handling_unit",
          "pack_goods",
          "pack_order",
          "pack_transfer",
          "pack_transfer_unit",
          "pick_stock",
          "put_away",
          "put_back_goods",
          "put_unit_away",
          "receive_goods",
          "receive_line",
          "receive_return",
          "receive_transfer",
          "receive_unit",
          "replenish",
          "ship_goods",
          "ship_transfer",
          "transfer_at_once",
          "unload_package",
          "unpack_package");

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  private static Command read(Path sample) throws IOException {
    return Wire.COMMAND.read(Files.readString(sample));
  }

  private static String kind(Path sample) {
    String name = sample.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private static Origin origin(boolean insisted, boolean late) {
    return new Origin(Optional.empty(), Optional.empty(), insisted, late);
  }

  @Test
  void ofAllCommandsThoseThatHandleGoodsAreInsistedOnWhenLate() throws IOException {
    Set<String> insisted = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (Path sample : samples()) {
      all.add(kind(sample));
      if (origin(false, true).insistsOn(read(sample))) {
        insisted.add(kind(sample));
      }
    }
    assertEquals(new TreeSet<>(HANDLED), insisted);
    assertTrue(all.size() > 120, () -> "only " + all.size() + " kinds have a sample");
  }

  @Test
  void onLineNothingIsInsistedOnByItself() throws IOException {
    for (Path sample : samples()) {
      assertFalse(origin(false, false).insistsOn(read(sample)), sample.toString());
    }
  }

  @Test
  void whatAPersonInsistsOnIsInsistedOn() throws IOException {
    for (Path sample : samples()) {
      assertTrue(origin(true, false).insistsOn(read(sample)), sample.toString());
    }
  }
}
