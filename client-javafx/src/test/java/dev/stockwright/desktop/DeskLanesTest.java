package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskLanesTest {
  @TempDir private Path folder;

  @Test
  void theFirstScannerHasLaneOneAndTheSecondLaneTwo() {
    assertEquals(List.of(1, 2), lanes("scanner-dock-a", "scanner-dock-b"));
    assertEquals(List.of(2, 1), lanes("scanner-2", "scanner-1"));
    assertEquals(List.of(2, 1), lanes("scanner-dock", "scanner-1"));
    assertEquals(List.of(1, 2, 1), lanes("scanner-1", "scanner-2", "scanner-3"));
  }

  @Test
  void whatTypesHasNoLaneOfItsOwnAndOneScannerIsOneLane() {
    DeskLanes desk = desk("scanner-1", "keyboard", "simulated-scanner");
    assertFalse(desk.sideBySide());
    assertEquals(OptionalInt.empty(), desk.laneOf(new DeviceId("keyboard")));
    assertEquals(OptionalInt.empty(), desk.laneOf(new DeviceId("simulated-scanner")));
    assertTrue(desk("scanner-1", "scanner-2").sideBySide());
  }

  @Test
  void aBindingIsThereAtTheNextStartAndMovesNoOther() {
    DeskLanes desk = desk("scanner-1", "scanner-2");
    desk.bind(new DeviceId("scanner-2"), 1);
    desk.show(2);
    desk.keep();
    assertEquals(List.of(1, 1), lanes("scanner-1", "scanner-2"));
    assertEquals(2, desk("scanner-1", "scanner-2").shown());
    assertEquals(1, desk("scanner-1").shown(), "one scanner, one lane");
  }

  private DeskLanes desk(String... scanners) {
    DeskLanes desk = new DeskLanes(folder);
    desk.scanners(Stream.of(scanners).map(DeviceId::new).toList());
    return desk;
  }

  private List<Integer> lanes(String... scanners) {
    DeskLanes desk = desk(scanners);
    return Stream.of(scanners)
        .map(DeviceId::new)
        .map(desk::laneOf)
        .map(OptionalInt::orElseThrow)
        .toList();
  }
}
