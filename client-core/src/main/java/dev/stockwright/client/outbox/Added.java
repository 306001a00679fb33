package dev.stockwright.client.outbox;

import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.protocol.Envelope;

/// What became of a command that was to be kept.
public sealed interface Added {
  /// It is on the disk and will reach the server. Now the worker may be told.
  record Saved(Envelope envelope) implements Added {}

  /// It is not kept: the work must be refused, nothing has happened.
  record NotSaved(StoreFailure.Kind why) implements Added {
    /// For people: the fact, then what to do.
    public String sentence() {
      return why.sentence();
    }
  }
}
