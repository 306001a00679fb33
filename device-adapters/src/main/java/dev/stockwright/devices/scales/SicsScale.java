package dev.stockwright.devices.scales;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.link.ByteLink;
import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.scales.Weighing.NotWeighed;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scale that speaks MT-SICS, at a serial port or over TCP.
///
/// One platform thread owns the line. When nobody asks it asks by itself, so that a pulled plug is
/// seen within three seconds even where the line does not tell. It never asks for the next stable
/// weight (`S`): an answer that comes late would be the weight of what lay there before.
public final class SicsScale implements Scale {
  private static final Logger LOG = LoggerFactory.getLogger(SicsScale.class);
  /// How long a scale may take to answer, and how long it is left alone when nobody asks.
  private static final Duration PACE = Duration.ofMillis(700);

  private static final Duration BACKOFF_MIN = Duration.ofMillis(100);
  private static final Duration BACKOFF_MAX = Duration.ofSeconds(2);
  private static final Duration ADJUST = Duration.ofSeconds(6);

  /// How long an asker waits beyond his patience for the thread to get to him.
  private static final Duration GRACE = Duration.ofSeconds(3);

  private static final int WAITING_MAX = 4;

  private record Question(String command, Duration patience, CompletableFuture<Weighing> answer) {}

  private final DeviceId source;
  private final ByteLink.Opener opener;
  private final ScaleHealth health;
  private final SicsTalk.Settings talking;
  private final InstantSource clock;
  private final BlockingQueue<Question> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private boolean wasReady;

  /// A scale that is not started yet.
  ///
  /// @param simulated true where no real scale stands behind the line
  public SicsScale(
      DeviceId source, ByteLink.Opener opener, boolean simulated, InstantSource clock) {
    this(source, opener, simulated, clock, PACE);
  }

  SicsScale(
      DeviceId source,
      ByteLink.Opener opener,
      boolean simulated,
      InstantSource clock,
      Duration pace) {
    this.source = source;
    this.opener = opener;
    this.clock = clock;
    this.health = new ScaleHealth(source, simulated, clock);
    this.talking = new SicsTalk.Settings(opener.place(), simulated, pace);
    this.thread = Thread.ofPlatform().daemon().name("scale-" + source).unstarted(this::run);
  }

  @Override
  public DeviceId source() {
    return source;
  }

  @Override
  public DeviceHealth health() {
    return health.now();
  }

  @Override
  public Optional<ScaleAnswer> display() {
    return health.display();
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Weighing weigh(Duration patience) throws InterruptedException {
    return asked(MtSics.WEIGH_NOW, patience);
  }

  @Override
  public Weighing zero() throws InterruptedException {
    return asked(MtSics.ZERO, ADJUST);
  }

  @Override
  public Weighing tare() throws InterruptedException {
    return asked(MtSics.TARE, ADJUST);
  }

  private Weighing asked(String command, Duration patience) throws InterruptedException {
    Question question = new Question(command, patience, new CompletableFuture<>());
    if (health.now().state() == DeviceState.LOST || closed.getCount() == 0) {
      return new NotWeighed("scale_lost", health.now().reason());
    }
    if (!waiting.offer(question)) {
      return new NotWeighed("scale_busy", "The scale is being asked already. Wait for its answer.");
    }
    try {
      return question.answer().get(patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      waiting.remove(question);
      return new NotWeighed("no_answer", SicsTalk.silent(opener.place()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the scale's thread failed", e);
    }
  }

  private void run() {
    health.state(DeviceState.CONNECTING, "Opening " + opener.place() + ".");
    Duration backoff = BACKOFF_MIN;
    try {
      while (closed.getCount() > 0) {
        boolean opened = connectAndTalk();
        Duration doubled = backoff.multipliedBy(2);
        backoff = opened ? BACKOFF_MIN : doubled.compareTo(BACKOFF_MAX) < 0 ? doubled : BACKOFF_MAX;
        if (closed.await(backoff.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{} was interrupted", source);
      health.state(DeviceState.LOST, "The scale was stopped. Start the application again.");
    }
  }

  /// The fence of the device loop.
  ///
  /// @return whether the scale answered
  private boolean connectAndTalk() throws InterruptedException {
    boolean answered = false;
    try (ByteLink link = opener.open()) {
      SicsTalk talk = new SicsTalk(link, health, talking, clock);
      talk.begin();
      answered = true;
      if (wasReady) {
        health.reconnected();
      }
      wasReady = true;
      while (closed.getCount() > 0) {
        Question question = waiting.poll(talking.answer().toMillis(), TimeUnit.MILLISECONDS);
        if (question == null) {
          talk.lookIn();
        } else {
          question.answer().complete(answer(talk, question));
        }
      }
    } catch (LinkGone e) {
      lost(e.told().sentence());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} failed at {}", source, opener.place(), e);
      lost("The line " + opener.place() + " failed (" + e + "). It is tried again.");
    }
    return answered;
  }

  private Weighing answer(SicsTalk talk, Question question) throws LinkGone, InterruptedException {
    try {
      return question.command().equals(MtSics.WEIGH_NOW)
          ? talk.weigh(question.patience())
          : talk.adjust(question.command(), question.patience());
    } catch (LinkGone e) {
      question.answer().complete(new NotWeighed("scale_lost", e.told().sentence()));
      throw e;
    }
  }

  private void lost(String sentence) {
    health.state(DeviceState.LOST, sentence);
    for (Question q = waiting.poll(); q != null; q = waiting.poll()) {
      q.answer().complete(new NotWeighed("scale_lost", sentence));
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!thread.equals(Thread.currentThread())) {
      try {
        thread.join(BACKOFF_MAX);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    lost("Closed.");
    health.state(DeviceState.CONFIGURED, "Closed.");
  }
}
