package dev.stockwright.client.outbox;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.receive;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Note;
import dev.stockwright.client.store.Notes;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are set before each test
class JournalOutboxTest extends OutboxContract {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Random random = new Random(1);
  private DeviceStore store;
  private JournalOutbox outbox;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    outbox = new JournalOutbox(store, DESK, clock, random);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  Outbox outbox() {
    return outbox;
  }

  private void pragma(String pragma) {
    Boolean done =
        store.write(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("COMMIT"); // these count outside a transaction only
                statement.execute("PRAGMA " + pragma);
                statement.execute("BEGIN");
              }
              return true;
            });
    assertTrue(done);
  }

  @Test
  void theNumberGoesOnAfterOpeningAgainAndNothingIsForgotten() {
    Envelope one = saved(outbox.add(receive("A", 1), ANA));
    store.close();
    open();
    assertEquals(List.of(one), outbox.pending(10));
    assertEquals(2, saved(outbox.add(receive("A", 1), ANA)).sequence());
  }

  @Test
  void aFullDiskRefusesTheWorkBeforeTheBeepAndReadingGoesOn() {
    Envelope one = saved(outbox.add(receive("A", 1), ANA));
    pragma("max_page_count = 1"); // SQLite takes the present size: not a page more
    Added added = new Added.Saved(one);
    int kept = 0;
    for (int i = 0; i < 500 && added instanceof Added.Saved; i++) {
      added = outbox.add(receive("A", 1), ANA);
      kept += added instanceof Added.Saved ? 1 : 0;
    }
    assertEquals(new Added.NotSaved(StoreFailure.Kind.FULL), added);
    assertEquals(kept + 1, outbox.pending(1_000).size());
    pragma("max_page_count = 100000");
    assertEquals(kept + 2, saved(outbox.add(receive("A", 1), ANA)).sequence());
  }

  @Test
  void aStepIsKeptWithItsNoteOrNotAtAll() {
    Note before = new Note("work/NORTH", "bin A-01");
    Note last = before;
    saved(outbox.add(List.of(receive("A", 1), receive("B", 1)), ANA, ids -> List.of(before)));
    pragma("max_page_count = 1");
    Added added = new Added.NotSaved(StoreFailure.Kind.BROKEN);
    int kept = 2;
    for (int i = 0; i < 500 && kept % 2 == 0; i++) {
      Note note = new Note("work/NORTH", "bin " + i);
      added = outbox.add(List.of(receive("A", 1), receive("B", 1)), ANA, ids -> List.of(note));
      kept = outbox.pending(1_000).size();
      if (added instanceof Added.NotSaved) {
        break;
      }
      last = note;
    }
    assertEquals(new Added.NotSaved(StoreFailure.Kind.FULL), added);
    assertEquals(0, kept % 2, "half a step was kept");
    assertEquals(
        Optional.of(last.value()), store.read(connection -> Notes.find(connection, "work/NORTH")));
  }

  @Test
  void aReadOnlyStoreRefusesTheWorkBeforeTheBeep() {
    pragma("query_only = true");
    Added added = outbox.add(receive("A", 1), ANA);
    assertEquals(StoreFailure.Kind.READ_ONLY, assertInstanceOf(Added.NotSaved.class, added).why());
    assertEquals(List.of(), outbox.pending(10));
  }

  @Test
  void afterDamageItSendsUnderANewNameBecauseItsNumbersBeginAgain() throws IOException {
    store.close();
    Files.writeString(folder.resolve("device.db"), "damaged ".repeat(1_000));
    open();
    DeviceId sender = outbox.sender();
    assertTrue(sender.code().matches("DESK-1#[0-9a-z]+"), sender.code());
    Envelope first = saved(outbox.add(receive("A", 1), ANA));
    assertEquals(sender, first.device());
    assertEquals(1, first.sequence());
    store.close();
    open();
    assertEquals(sender, outbox.sender());
  }

  @Test
  void aStoreThatWasSetBackGoesOnAboveWhatTheServerHasSeen() {
    Envelope one = saved(outbox.add(receive("A", 1), ANA));
    Refusal used = new Refusal.SequenceUsed(DESK, 1, 700);
    assertEquals(1, outbox.settle(List.of(new Answer.Refused(one.id(), used, "Used."))));
    assertEquals(701, saved(outbox.resend(one.id(), ANA)).sequence());
  }

  @Test
  void thousandsAreKeptFast() {
    long start = System.nanoTime();
    int count = 1_000;
    for (int i = 0; i < count; i++) {
      assertEquals(i + 1, saved(outbox.add(receive("A", 1), ANA)).sequence());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("outbox: %.0f durable adds a second%n", count / seconds);
    assertTrue(count / seconds > 20, "slower than a scanner: " + count / seconds);
  }
}
