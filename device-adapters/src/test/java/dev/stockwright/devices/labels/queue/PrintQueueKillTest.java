package dev.stockwright.devices.labels.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.labels.LabelPrinter.Handed;
import dev.stockwright.devices.labels.queue.PrintJob.State;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A kill at any step: the folder as it was then is opened anew, and no label is lost, and none
/// comes twice unless a person wants it.
@Timeout(60)
class PrintQueueKillTest {
  private static final DeviceId DOCK = new DeviceId("dock");
  private static final int LABELS = 4;

  /// The folder and what the printer had got, at one moment.
  private record Moment(Path copy, List<String> printed) {}

  private final List<Moment> moments = new ArrayList<>();
  private int looks;

  private synchronized void snap(Path folder, Path copies, ScriptedPrinter printer) {
    Path copy = copies.resolve("copy-" + looks);
    looks++;
    try {
      Files.createDirectory(copy);
      // The answer file, but not the lock, which belongs to the living.
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    } catch (java.nio.file.NoSuchFileException e) {
      // A file was replaced while it was looked at; the next moment is looked at instead.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    moments.add(new Moment(copy, printer.got()));
  }

  @Test
  void aKillAtAnyStepLosesNothingAndDoublesNothing(@TempDir Path folder, @TempDir Path copies)
      throws IOException, InterruptedException {
    ScriptedPrinter printer = new ScriptedPrinter("dock");
    printer.hands(
        zpl -> {
          snap(folder, copies, printer);
          return new Handed.All();
        });
    printer.afterEach(() -> snap(folder, copies, printer));
    RecordedChanges changes = new RecordedChanges(job -> snap(folder, copies, printer));
    List<LabelPrinter> printers = List.of(printer);
    try (PrintQueue queue =
        PrintQueue.open(folder, printers, PrintQueueTest.QUICK, InstantSource.system(), changes)
            .orElseThrow()) {
      for (int i = 1; i <= LABELS; i++) {
        queue.submit(DOCK, PrintQueueTest.label("" + i), "ANA");
      }
      changes.await(LABELS, State.PRINTED);
    }
    assertTrue(moments.size() >= LABELS * 4, "only " + moments.size() + " moments");
    int doubtful = 0;
    int doubled = 0;
    for (Moment moment : List.copyOf(moments)) {
      doubled += doubledByAForgetfulQueue(moment) ? 1 : 0;
      doubtful += afterKill(moment);
    }
    assertTrue(doubtful > 0, "no moment was in the middle of a label");
    assertTrue(doubled > 0, "the control: a queue that forgets what went out doubles it");
  }

  /// The same check with a queue that takes what was going out for waiting.
  private static boolean doubledByAForgetfulQueue(Moment moment)
      throws IOException, InterruptedException {
    Path copy = Files.createDirectory(moment.copy().resolveSibling(moment.copy() + "-forgetful"));
    try (Stream<Path> files = Files.list(moment.copy())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    try (JobFolder folder = JobFolder.open(copy).orElseThrow()) {
      for (PrintJob job : folder.found()) {
        if (job.state() == State.SENDING) {
          folder.save(
              job.as(State.QUEUED, Instant.EPOCH.plusSeconds(4_000_000_000L), Told.asIs("Waits.")));
        }
      }
    }
    try {
      afterKill(new Moment(copy, moment.printed()));
      return false;
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage()).startsWith("twice");
    }
  }

  /// @return how many labels a person is asked about
  private static int afterKill(Moment moment) throws InterruptedException {
    ScriptedPrinter printer = new ScriptedPrinter("dock");
    RecordedChanges changes = new RecordedChanges();
    List<PrintJob> before;
    try (JobFolder folder = JobFolder.open(moment.copy()).orElseThrow()) {
      before = folder.found();
      assertEquals(List.of(), folder.damaged());
    }
    List<PrintJob> after;
    try (PrintQueue queue =
        PrintQueue.open(
                moment.copy(),
                List.of(printer),
                PrintQueueTest.QUICK,
                InstantSource.system(),
                changes)
            .orElseThrow()) {
      for (PrintJob job : before) {
        if (job.state() == State.QUEUED) {
          changes.await(job.number(), State.PRINTED);
        }
      }
      after = queue.jobs();
    }
    for (PrintJob job : before) {
      boolean had = moment.printed().contains(job.zpl());
      boolean got = printer.got().contains(job.zpl());
      State now =
          after.stream().filter(j -> j.number() == job.number()).findFirst().orElseThrow().state();
      assertTrue(!(had && got), "twice: " + job);
      assertTrue(had || got || now == State.ATTENTION, "lost: " + job + " is " + now);
    }
    return (int) after.stream().filter(j -> j.state() == State.ATTENTION).count();
  }

  private static PrintJob job() {
    return new PrintJob(
        7,
        DOCK,
        "Title \u00e4 with\nend abc",
        "ANA",
        Instant.parse("2026-11-20T10:00:00Z"),
        OptionalLong.of(3),
        State.QUEUED,
        Instant.parse("2026-11-20T10:00:01Z"),
        Told.asIs("Waits."),
        "^XA\nend 12345678\n^FD\u20ac^FS\r\n^XZ\n");
  }

  @Test
  void aJobIsReadAsItWasWritten() {
    PrintJob read = JobFile.read(JobFile.written(job())).orElseThrow();
    assertEquals(job().zpl(), read.zpl());
    assertEquals("Title \u00e4 with end abc", read.title());
    assertEquals(read, JobFile.read(JobFile.written(read)).orElseThrow());
  }

  @Test
  void aTornFileIsKnownAtEveryByte() {
    byte[] whole = JobFile.written(job());
    for (int length = 0; length < whole.length; length++) {
      assertEquals(Optional.empty(), JobFile.read(Arrays.copyOf(whole, length)), "at " + length);
      byte[] bent = whole.clone();
      bent[length] ^= 1;
      assertEquals(Optional.empty(), JobFile.read(bent), "bent at " + length);
    }
  }

  @Test
  void aTornFileIsReportedKeptAsideAndItsNumberNotUsedAgain(@TempDir Path folder)
      throws IOException {
    byte[] whole = JobFile.written(job());
    Files.write(folder.resolve("00000007.job"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("00000009.job"), whole);
    Files.write(folder.resolve("00000008.job.new"), whole);
    ScriptedPrinter printer = new ScriptedPrinter("dock");
    for (int i = 0; i < 2; i++) {
      try (PrintQueue queue =
          PrintQueue.open(
                  folder,
                  List.of(printer),
                  PrintQueueTest.QUICK,
                  InstantSource.system(),
                  new RecordedChanges())
              .orElseThrow()) {
        assertEquals(
            Set.of("00000007.job.damaged", "00000009.job.damaged"), Set.copyOf(queue.damaged()));
        assertEquals(List.of(), printer.got());
        if (i == 1) {
          assertEquals(
              new QueueAnswer.Done(10), queue.submit(DOCK, PrintQueueTest.label("1"), "ANA"));
        }
      }
    }
    assertTrue(Files.notExists(folder.resolve("00000008.job.new")));
  }
}
