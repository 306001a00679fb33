package dev.stockwright.server.http;

import dev.stockwright.protocol.Answer;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.CommandId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands submissions to the desk and waits for answers, not longer than a deadline. Thread-safe.
final class Judge {
  private static final Logger LOG = LoggerFactory.getLogger(Judge.class);
  private static final Duration SEND_AGAIN_AFTER = Duration.ofSeconds(1);

  private final Desk desk;
  private final Duration deadline;

  Judge(Desk desk, Duration deadline) {
    this.desk = desk;
    this.deadline = deadline;
  }

  /// An answer that may still be under way.
  record Pending(CommandId id, CompletableFuture<Answer> answer) {
    static Pending known(Answer answer) {
      return new Pending(answer.id(), CompletableFuture.completedFuture(answer));
    }
  }

  Pending submit(Submission submission) {
    return new Pending(submission.id(), desk.submit(submission));
  }

  /// When the answers of a request that begins now must be there, by [System#nanoTime].
  long deadline() {
    return System.nanoTime() + deadline.toNanos();
  }

  /// The answer, or that there is none yet; whether it will be applied is then not known, and the
  /// same id finds out.
  Answer await(Pending pending, long deadlineNanos) throws InterruptedException {
    try {
      long left = Math.max(0, deadlineNanos - System.nanoTime());
      return pending.answer().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return unavailable(pending.id());
    } catch (ExecutionException e) {
      LOG.error("The desk failed on command {}", pending.id(), e);
      return unavailable(pending.id());
    }
  }

  static Answer.Deferred unavailable(CommandId id) {
    return new Answer.Deferred(
        id,
        "unavailable",
        "There is no answer yet. Send the same again in a moment.",
        SEND_AGAIN_AFTER.toMillis(),
        0);
  }
}
