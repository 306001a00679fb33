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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Scans in the order they came, handled one at a time on a thread of its own: scans that come
/// while one is handled wait, none is dropped without a word. Holds at most [#LIMIT].
public final class ScanQueue implements AutoCloseable {
  public static final int LIMIT = 50;

  /// The same code from the same scanner within this time is a bounce of the trigger.
  public static final Duration BOUNCE = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(ScanQueue.class);

  /// What became of a scan that was handed in.
  public enum Taken {
    QUEUED,
    /// The same code again at once: ignored, with a soft tick.
    BOUNCE,
    /// No room: to be said loudly, nothing was taken.
    TOO_FAST
  }

  private final BlockingQueue<Scan> waiting = new ArrayBlockingQueue<>(LIMIT);
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
    if (!waiting.offer(scan)) {
      told.accept(scan, said(Signal.REJECT, ScanPhrase.TOO_FAST, ScanPhrase.NOT_TAKEN));
      return Taken.TOO_FAST;
    }
    last = Optional.of(scan);
    return Taken.QUEUED;
  }

  /// How many wait behind the one that is handled.
  public int waiting() {
    return waiting.size();
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Scan scan = waiting.take();
        told.accept(scan, handled(scan));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// The fence: a bug in one scan must not stop the next.
  private Outcome handled(Scan scan) {
    try {
      return handler.apply(scan);
    } catch (RuntimeException bug) {
      LOG.error("scan {} failed", scan.raw(), bug);
      return said(Signal.SYSTEM, ScanPhrase.FAILED, ScanPhrase.AGAIN_OR_SUPPORT);
    }
  }

  private Outcome said(Signal signal, ScanPhrase headline, ScanPhrase detail) {
    Wording now = wording.get();
    return Outcome.of(signal, now.headline(Text.of(headline)), now.say(Text.of(detail)));
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
