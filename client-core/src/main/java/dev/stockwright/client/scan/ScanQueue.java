package dev.stockwright.client.scan;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person does, in the order they did it, one at a time on a thread of its own: scans, and
/// the steps of the hand between them, so that no scan overtakes the number that was typed before
/// it. What comes while something is handled waits; none is dropped without a word. Holds at most
/// [#LIMIT] scans and [#STEPS_MAX] steps.
public final class ScanQueue implements AutoCloseable {
  public static final int LIMIT = 50;

  /// The same code from the same scanner within this time is a bounce of the trigger.
  public static final Duration BOUNCE = Duration.ofMillis(250);

  /// So many steps of the hand may wait.
  public static final int STEPS_MAX = 200;

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(ScanQueue.class);

  /// What became of a scan that was handed in.
  public enum Taken {
    QUEUED,
    /// The same code again at once: ignored, with a soft tick.
    BOUNCE,
    /// No room: to be said loudly, nothing was taken.
    TOO_FAST
  }

  private sealed interface Turn {
    record OfScan(Scan scan) implements Turn {}

    record OfHand(Runnable step, Consumer<RuntimeException> broken) implements Turn {}

    record Last() implements Turn {}
  }

  private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
  private final AtomicInteger scans = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private final Function<Scan, Outcome> handler;
  private final BiConsumer<Scan, Outcome> told;
  private final Supplier<Wording> wording;
  private final Thread worker;
  private Optional<Scan> last = Optional.empty();

  /// @param handler what is done with a scan
  /// @param told hears the outcome of every scan, on the queue's thread; also of one that was too
  /// fast, on the thread that handed it in
  /// @param wording in which language it speaks now
  public ScanQueue(
      Function<Scan, Outcome> handler, BiConsumer<Scan, Outcome> told, Supplier<Wording> wording) {
    this.handler = handler;
    this.told = told;
    this.wording = wording;
    this.worker = Thread.ofPlatform().name("scan-queue").daemon().start(this::work);
  }

  /// The same in English.
  public ScanQueue(Function<Scan, Outcome> handler, BiConsumer<Scan, Outcome> told) {
    this(handler, told, english());
  }

  private static Supplier<Wording> english() {
    Wording english = new Wording(Language.ENGLISH, ZoneOffset.UTC, InstantSource.system());
    return () -> english;
  }

  /// Never waits.
  public synchronized Taken offer(Scan scan) {
    boolean bounce =
        last.filter(before -> before.raw().equals(scan.raw()))
            .filter(before -> before.source().equals(scan.source()))
            .filter(before -> Duration.between(before.at(), scan.at()).abs().compareTo(BOUNCE) < 0)
            .isPresent();
    if (bounce) {
      return Taken.BOUNCE;
    }
    if (scans.get() >= LIMIT) {
      told.accept(scan, said(Signal.REJECT, ScanPhrase.TOO_FAST, ScanPhrase.NOT_TAKEN));
      return Taken.TOO_FAST;
    }
    scans.incrementAndGet();
    turns.add(new Turn.OfScan(scan));
    last = Optional.of(scan);
    return Taken.QUEUED;
  }

  /// A step of the hand, after all that was scanned before it and before all that is scanned after
  /// it. Never waits.
  ///
  /// @param broken hears of a step that broke off, and of one that found no room and is not taken
  public synchronized void then(Runnable step, Consumer<RuntimeException> broken) {
    if (steps.get() >= STEPS_MAX) {
      broken.accept(new RejectedExecutionException("steps"));
      return;
    }
    steps.incrementAndGet();
    turns.add(new Turn.OfHand(step, broken));
  }

  /// How many scans wait behind what is handled.
  public int waiting() {
    return scans.get();
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        switch (turns.take()) {
          case Turn.OfScan(Scan scan) -> {
            scans.decrementAndGet();
            told.accept(scan, handled(scan));
          }
          case Turn.OfHand(Runnable step, Consumer<RuntimeException> broken) -> {
            steps.decrementAndGet();
            fenced(step, broken);
          }
          case Turn.Last() -> {
            return;
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fenced(Runnable step, Consumer<RuntimeException> broken) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      LOG.error("a step failed", bug);
      broken.accept(bug);
    }
  }

  /// The fence: a bug in one scan must not stop the next.
  private Outcome handled(Scan scan) {
    try {
      return handler.apply(scan);
    } catch (RuntimeException bug) {
      LOG.error("scan {} failed", scan.raw(), bug);
      return failed();
    }
  }

  /// What is said of a scan or a step that broke off: a bug, nothing was recorded by it.
  public Outcome failed() {
    return said(Signal.SYSTEM, ScanPhrase.FAILED, ScanPhrase.AGAIN_OR_SUPPORT);
  }

  private Outcome said(Signal signal, ScanPhrase headline, ScanPhrase detail) {
    Wording now = wording.get();
    return Outcome.of(signal, now.headline(Text.of(headline)), now.say(Text.of(detail)));
  }

  /// What was scanned and done before is handled first, for 2 seconds at most.
  @Override
  public void close() {
    turns.add(new Turn.Last());
    try {
      if (!Thread.currentThread().equals(worker) && !worker.join(LAST_WORDS)) {
        LOG.warn("closed in the middle of a scan");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    worker.interrupt();
  }
}
