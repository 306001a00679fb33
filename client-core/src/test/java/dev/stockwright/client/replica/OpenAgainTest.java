package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.Samples;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.outbox.JournalOutbox;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PutAwayCommand.PutAway;
import dev.stockwright.protocol.PutAwayCommand.PutUnitAway;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Put-aways that were undone, on a device in a dead spot.
@NullUnmarked // fields are set before each test
class OpenAgainTest {
  private static final HandlingUnit LP1 = new HandlingUnit("LP-1");
  private static final LocationCode BIN = new LocationCode("A-02");
  private static final Optional<LotCode> LOT = Optional.of(new LotCode("NEW"));
  private static final PutAwayTask UNIT =
      task("T-1", 24, Optional.empty(), Optional.empty(), Optional.of(LP1));
  private static final PutAwayTask MILK =
      task("T-6", 12, Optional.of(new Sku("MK-1")), LOT, Optional.empty());

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private DeviceStore store;
  private JournalOutbox outbox;
  private OwnWork work;
  private Instant readAt;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, Samples.DESK, clock, new Random(1));
    work = new OwnWork(outbox, clock);
    readAt = clock.instant();
    clock.advance(Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static PutAwayTask task(
      String number,
      long units,
      Optional<Sku> sku,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit) {
    return new PutAwayTask(
        new Reference(number),
        50,
        new LocationCode("DOCK"),
        Optional.of(BIN),
        List.of(),
        sku,
        units,
        0,
        lot,
        unit,
        Condition.AVAILABLE,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private CommandId give(Command command) {
    return Samples.saved(outbox.add(command, Samples.ANA)).id();
  }

  private CommandId put(long units) {
    return give(new PutAway(Samples.NORTH, MILK.number(), BIN, Optional.of(new Quantity(units))));
  }

  private Optional<Long> left(PutAwayTask task) {
    return work.brought(task, readAt).map(PutAwayTask::left);
  }

  @Test
  @DisplayName("H39: a unit that was put away and taken back has its whole task again")
  void aUnitHasItsTaskAgain() {
    CommandId put = give(new PutUnitAway(Samples.NORTH, LP1, BIN, Optional.empty()));
    assertEquals(Optional.empty(), work.brought(UNIT, readAt));
    assertEquals(List.of(), work.putAwaysAgain());
    give(new UndoCommand(put));
    assertEquals(Optional.of(UNIT), work.brought(UNIT, readAt));
    assertEquals(List.of(UNIT), work.putAwaysAgain(), "also where the list lacks it");
  }

  @Test
  @DisplayName("H39: of goods with a lot only what was taken back waits again, last first")
  void onlyWhatWasTakenBackWaitsAgain() {
    CommandId five = put(5);
    CommandId seven = put(7);
    assertEquals(Optional.empty(), left(MILK));
    give(new UndoCommand(seven));
    assertEquals(Optional.of(7L), left(MILK));
    assertEquals(LOT, work.putAwaysAgain().getFirst().lot());
    give(new UndoCommand(five));
    assertEquals(Optional.of(MILK), work.brought(MILK, readAt));
  }
}
