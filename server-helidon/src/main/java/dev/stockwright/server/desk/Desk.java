package dev.stockwright.server.desk;

import dev.stockwright.protocol.Answer;
import java.util.concurrent.CompletableFuture;

/// Where commands are judged.
public interface Desk {
  /// Hands a submission in. Never blocks. The future completes with [Answer.Accepted] or
  /// [Answer.Refused] after the transaction that holds the answer is durable, or with
  /// [Answer.Deferred] when nothing was judged (queue full, database away, a number missing before
  /// it).
  CompletableFuture<Answer> submit(Submission submission);
}
