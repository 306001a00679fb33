package dev.stockwright.devices.labels.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.labels.HostStatus;
import dev.stockwright.devices.labels.LabelPaper;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.labels.LabelPrinter.Answer;
import dev.stockwright.devices.labels.LabelPrinter.Handed;
import dev.stockwright.devices.labels.MadeLabel;
import dev.stockwright.devices.labels.queue.PrintJob.State;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PrintQueueTest {
  private static final DeviceId DOCK = new DeviceId("dock");
  private static final DeviceId OFFICE = new DeviceId("office");
  private static final HostStatus PAPER_OUT =
      HostStatus.read(HostStatus.ready().written().replaceFirst("030,0", "030,1")).orElseThrow();
  private static final HostStatus BUSY =
      HostStatus.read(HostStatus.ready().written().replaceFirst("1200,000", "1200,001"))
          .orElseThrow();

  static final QueueSettings QUICK =
      new QueueSettings(
          20,
          5,
          Duration.ofHours(1),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(5),
          Duration.ofMillis(150),
          Duration.ofMillis(150),
          Duration.ofSeconds(30));

  private final ScriptedPrinter dock = new ScriptedPrinter("dock");
  private final ScriptedPrinter office = new ScriptedPrinter("office");
  private final RecordedChanges changes = new RecordedChanges();

  @TempDir private Path folder;

  static MadeLabel.Ready label(String text) {
    return new MadeLabel.Ready(
        "Label " + text,
        "^XA^FD" + text + "^FS\n\n^XZ\n",
        new LabelPaper(57, 32, LabelPaper.Resolution.DPI_203));
  }

  private PrintQueue open() {
    return open(QUICK);
  }

  private PrintQueue open(QueueSettings settings) {
    List<LabelPrinter> printers = List.of(dock, office);
    return PrintQueue.open(folder, printers, settings, InstantSource.system(), changes)
        .orElseThrow();
  }

  private static long number(QueueAnswer answer) {
    return assertInstanceOf(QueueAnswer.Done.class, answer, answer.toString()).number();
  }

  private static String refusal(QueueAnswer answer) {
    return assertInstanceOf(QueueAnswer.Refused.class, answer, answer.toString()).code();
  }

  @Test
  void printedMeansThatThePrinterSaidSo() throws InterruptedException {
    try (PrintQueue queue = open()) {
      dock.answers(new Answer.Is(HostStatus.ready()));
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      changes.await(number, State.PRINTED);
      assertEquals(
          List.of(State.QUEUED, State.SENDING, State.SENT, State.PRINTED), changes.states(number));
      assertEquals(List.of(label("1").zpl()), dock.got());
    }
  }

  @Test
  @DisplayName("D6 Asking for a label returns at once, whatever the printer does")
  void askingReturnsAtOnceWhateverThePrinterDoes() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch inHand = new CountDownLatch(1);
    dock.hands(
        zpl -> {
          inHand.countDown();
          await(stuck);
          return new Handed.All();
        });
    try (PrintQueue queue = open()) {
      number(queue.submit(DOCK, label("stuck"), "ANA"));
      inHand.await();
      for (int i = 2; i <= 10; i++) {
        assertEquals(i, number(queue.submit(DOCK, label("" + i), "ANA")));
      }
      long other = number(queue.submit(OFFICE, label("o"), "ANA"));
      changes.await(other, State.PRINTED);
      stuck.countDown();
      changes.await(10, State.PRINTED);
    }
    assertEquals(10, dock.got().size());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPrinterThatIsAwayIsTriedAgainUntilItIsBack() throws InterruptedException {
    dock.answers(new Answer.Away(Told.asIs("Nothing answers. Switch it on.")));
    try (PrintQueue queue = open()) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      changes.awaitReason(number, "Switch it on");
      assertEquals(DeviceState.LOST, changes.await("dock", DeviceState.LOST).state());
      dock.answers(new Answer.Is(HostStatus.ready()));
      changes.await(number, State.PRINTED);
      assertTrue(changes.await("dock", DeviceState.READY).reason().contains("Simulated"));
    }
  }

  @Test
  void outOfPaperHoldsTheLabelAndThenItIsPrinted() throws InterruptedException {
    dock.answers(new Answer.Is(PAPER_OUT));
    try (PrintQueue queue = open()) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      changes.awaitReason(number, "Out of labels");
      changes.await("dock", DeviceState.DEGRADED);
      assertEquals(List.of(), dock.got());
      dock.answers(new Answer.Is(HostStatus.ready()));
      changes.await(number, State.PRINTED);
    }
  }

  @Test
  void outOfPaperBehindTheLabelIsSaidAndThePrinterGoesOnByItself() throws InterruptedException {
    dock.hands(
        zpl -> {
          dock.answers(new Answer.Is(PAPER_OUT));
          return new Handed.All();
        });
    try (PrintQueue queue = open()) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      changes.awaitReason(number, "In the printer, printed when it can go on. Out of labels");
      assertEquals("already_sent", refusal(queue.cancel(number)));
      dock.answers(new Answer.Is(HostStatus.ready()));
      changes.await(number, State.PRINTED);
      assertEquals(1, dock.got().size());
    }
  }

  @Test
  void silenceOfAPrinterThatKnowsToAnswerIsNoYes() throws InterruptedException {
    try (PrintQueue queue = open()) {
      changes.await(number(queue.submit(DOCK, label("1"), "ANA")), State.PRINTED);
      dock.answers(new Answer.Silent());
      long number = number(queue.submit(DOCK, label("2"), "ANA"));
      changes.awaitReason(number, "does not answer. Look whether");
      changes.await("dock", DeviceState.DEGRADED);
      assertEquals(1, dock.got().size(), "it is not handed over");
    }
    RecordedChanges later = new RecordedChanges();
    try (PrintQueue again =
        PrintQueue.open(folder, List.of(dock), QUICK, InstantSource.system(), later)
            .orElseThrow()) {
      later.await("dock", DeviceState.DEGRADED);
      int asked = dock.asked();
      while (dock.asked() < asked + 3) {
        Thread.onSpinWait();
      }
      assertEquals(State.QUEUED, again.jobs().getLast().state());
      assertEquals(1, dock.got().size(), "also after a restart");
    }
  }

  @Test
  void aPrinterThatNeverAnswersIsSentToButNotBelieved() throws InterruptedException {
    dock.answers(new Answer.Silent());
    try (PrintQueue queue = open()) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      PrintJob sent = changes.await(number, State.SENT);
      assertTrue(sent.reason().contains("not confirmed"), sent.reason());
      assertEquals(number, number(queue.seen(number, "BEN")));
      assertEquals("Seen by BEN.", changes.await(number, State.PRINTED).reason());
    }
  }

  @Test
  void aPrinterThatStaysBusyDoesNotConfirm() throws InterruptedException {
    dock.hands(
        zpl -> {
          dock.answers(new Answer.Is(BUSY));
          return new Handed.All();
        });
    try (PrintQueue queue = open()) {
      changes.awaitReason(number(queue.submit(DOCK, label("1"), "ANA")), "busy with other labels");
    }
  }

  @Test
  void aLineThatBreaksBeforeTheEndIsTriedAgainAndAtTheEndAsksAPerson() throws InterruptedException {
    dock.hands(
        zpl -> {
          dock.hands(again -> new Handed.Unknown(Told.asIs("The connection broke.")));
          return new Handed.Nothing(Told.asIs("The connection broke."));
        });
    try (PrintQueue queue = open()) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      PrintJob doubtful = changes.await(number, State.ATTENTION);
      assertTrue(doubtful.reason().startsWith("Maybe printed:"), doubtful.reason());
      dock.hands(zpl -> new Handed.All());
      assertEquals("already_sent", refusal(queue.move(number, OFFICE)));
      assertEquals(number, number(queue.retry(number)));
      changes.await(number, State.PRINTED);
      assertEquals(1, dock.got().size());
    }
  }

  @Test
  void aPrinterThatWasSwitchedOffWithALabelInItAsksAPerson() throws InterruptedException {
    dock.hands(
        zpl -> {
          dock.answers(new Answer.Away(Told.asIs("Nothing answers.")));
          return new Handed.All();
        });
    try (PrintQueue queue = open()) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      changes.await(number, State.ATTENTION);
      dock.answers(new Answer.Is(HostStatus.ready()));
      dock.hands(zpl -> new Handed.All());
      changes.await(number(queue.submit(DOCK, label("2"), "ANA")), State.PRINTED);
      assertEquals(State.ATTENTION, queue.jobs().getFirst().state());
      number(queue.seen(number, "BEN"));
      changes.await(number, State.PRINTED);
    }
  }

  @Test
  @DisplayName("D6 Jobs that wait can go to another printer")
  void jobsAreCancelledMovedRetriedAndReprinted() throws InterruptedException {
    dock.answers(new Answer.Away(Told.asIs("Away.")));
    try (PrintQueue queue = open()) {
      long one = number(queue.submit(DOCK, label("1"), "ANA"));
      long two = number(queue.submit(DOCK, label("2"), "ANA"));
      assertEquals("nothing_printed", refusal(queue.reprintLast(OFFICE, "BEN")));
      assertEquals(one, number(queue.cancel(one)));
      assertEquals("no_printer", refusal(queue.move(two, new DeviceId("roof"))));
      assertEquals(two, number(queue.move(two, OFFICE)));
      PrintJob moved = changes.await(two, State.PRINTED);
      assertEquals(OFFICE, moved.printer());
      long again = number(queue.reprintLast(OFFICE, "BEN"));
      PrintJob reprint = changes.await(again, State.PRINTED);
      assertEquals(OptionalLong.of(two), reprint.reprintOf());
      assertEquals("BEN", reprint.by());
      assertEquals(
          OptionalLong.of(again),
          changes.await(number(queue.reprint(again, "C")), State.PRINTED).reprintOf());
      assertEquals(3, office.got().size());
      dock.answers(new Answer.Is(HostStatus.ready()));
      assertEquals(one, number(queue.retry(one)));
      changes.await(one, State.PRINTED);
      assertEquals("already_sent", refusal(queue.retry(one)));
      assertEquals("no_job", refusal(queue.cancel(99)));
      assertEquals("no_printer", refusal(queue.submit(new DeviceId("roof"), label("3"), "ANA")));
    }
  }

  @Test
  void aFullQueueRefusesAndOldJobsAreForgotten() throws InterruptedException {
    dock.answers(new Answer.Away(Told.asIs("Away.")));
    try (PrintQueue queue = open()) {
      for (int i = 0; i < 20; i++) {
        number(queue.submit(DOCK, label("" + i), "ANA"));
      }
      assertEquals("queue_full", refusal(queue.submit(DOCK, label("x"), "ANA")));
      for (long number = 1; number <= 20; number++) {
        queue.cancel(number);
      }
      long last = number(queue.submit(DOCK, label("y"), "ANA"));
      assertEquals(21, last);
      assertEquals(6, queue.jobs().size(), "five finished ones and the open one");
    }
  }

  @Test
  void aJobThatWaitedTooLongIsGivenUp() throws InterruptedException {
    QueueSettings impatient =
        new QueueSettings(
            20,
            5,
            Duration.ZERO,
            QUICK.retryMin(),
            QUICK.retryMax(),
            QUICK.poll(),
            QUICK.confirmWait(),
            QUICK.busyWait(),
            QUICK.lookEvery());
    dock.answers(new Answer.Away(Told.asIs("Away.")));
    try (PrintQueue queue = open(impatient)) {
      long number = number(queue.submit(DOCK, label("1"), "ANA"));
      assertTrue(changes.await(number, State.FAILED).reason().contains("waited too long"));
    }
    try (PrintQueue queue = open()) {
      dock.answers(new Answer.Is(HostStatus.ready()));
      number(queue.retry(1));
      changes.await(1, State.PRINTED);
    }
  }

  @Test
  void oneProgramPrintsFromAFolder() {
    try (PrintQueue queue = open()) {
      assertTrue(
          PrintQueue.open(folder, List.of(dock), QUICK, InstantSource.system(), changes).isEmpty());
      assertEquals(List.of(), queue.jobs());
    }
    open().close();
  }

  @Test
  void whatSomebodyElseChangedFirstIsNotChanged() {
    try (JobFolder opened = JobFolder.open(folder).orElseThrow()) {
      Jobs jobs = new Jobs(opened, QUICK, InstantSource.system(), changes);
      PrintJob wish =
          new PrintJob(
              0,
              DOCK,
              "Label",
              "ANA",
              Instant.EPOCH,
              OptionalLong.empty(),
              State.QUEUED,
              Instant.EPOCH,
              Told.asIs("Waits."),
              label("1").zpl());
      PrintJob seen = jobs.one(number(jobs.add(wish))).orElseThrow();
      assertTrue(jobs.become(seen, State.SENDING, Told.asIs("Going.")).isPresent());
      assertTrue(jobs.become(seen, State.CANCELLED, Told.asIs("Cancelled.")).isEmpty());
      assertTrue(jobs.move(seen, OFFICE, Told.asIs("Moved.")).isEmpty());
      assertEquals(State.SENDING, jobs.all().getFirst().state());
    }
  }
}
