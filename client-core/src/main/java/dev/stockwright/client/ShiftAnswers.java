package dev.stockwright.client;

import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.client.refusals.RefusalWords;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a shift what the server has refused and what became of it, on a thread of its own. The
/// outbox tells of answers while nobody else can record; whoever holds the shift may be about to
/// record. If the one waited for the other, both would wait for ever.
final class ShiftAnswers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShiftAnswers.class);
  private static final int STOP_SECONDS = 2;

  // No more wait than the outbox holds refused; after the end nobody wants to hear any.
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("shift-answers").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final List<Consumer<Settlement>> settled = new CopyOnWriteArrayList<>();

  OutboxListener to(Shift shift) {
    listen(news -> shift.news(Referring.turn(news)));
    return new OutboxListener() {
      @Override
      public void added(Envelope envelope) {
        // the step that added it has said so
      }

      @Override
      public void settled(Envelope envelope, Answer answer) {
        boolean note = envelope.command() instanceof ReferralCommand.NoteMismatch;
        if (answer instanceof Answer.Refused refused && !note) {
          thread.execute(() -> shift.refused(envelope, refused));
        }
      }
    };
  }

  /// Hears what supervisors have decided about refused work.
  void listen(Consumer<Settlement> listener) {
    settled.add(listener);
  }

  void settled(Settlement news) {
    settled.forEach(listener -> thread.execute(() -> listener.accept(news)));
  }

  /// What is said of a refusal while somebody works.
  static Turn said(Answer.Refused refused) {
    return Turn.of(
        Signal.SYSTEM,
        Said.of(Text.of(ShiftPhrase.REFUSED_NOW), RefusalWords.of(refused.refusal())));
  }

  @Override
  public void close() {
    int untold = thread.shutdownNow().size();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a shift still hears an answer, {} untold", untold);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
