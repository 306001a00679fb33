package dev.stockwright.client.outbox;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;

/// Hears what happens in the outbox, on the thread that made it happen, after it is on the disk.
public interface OutboxListener {
  void added(Envelope envelope);

  /// `answer` is final: accepted or refused.
  void settled(Envelope envelope, Answer answer);
}
