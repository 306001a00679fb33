package dev.stockwright.client;

import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Tells a shift what the server refused, on a thread of its own. The outbox says it while nobody
/// may add to it, and whoever works holds the shift and may be about to add: if one waited for the
/// other here, both would wait for ever. At most [#WAITING_MAX] wait; one more is not said, and
/// stands in the list of what was refused all the same.
final class ShiftAnswers implements OutboxListener {
  private static final int WAITING_MAX = 1_000;

  private final Shift shift;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MAX),
          Thread.ofPlatform().daemon().name("shift-answers").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  ShiftAnswers(Shift shift) {
    this.shift = shift;
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void added(Envelope envelope) {
    // the step that added it has said so
  }

  @Override
  public void settled(Envelope envelope, Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      thread.execute(() -> shift.refused(envelope, refused));
    }
  }
}
