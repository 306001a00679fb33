package dev.stockwright.server.desk;

import dev.stockwright.protocol.Answer;
import java.util.concurrent.CompletableFuture;

/// A submission that waits, and the future its sender holds.
record Seat(Submission submission, CompletableFuture<Answer> answer, long sinceNanos) {

  void defer(String code, String message, long retryAfterMs, long resendFrom) {
    answer.complete(new Answer.Deferred(submission.id(), code, message, retryAfterMs, resendFrom));
  }
}
