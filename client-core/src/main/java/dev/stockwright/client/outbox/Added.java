package dev.stockwright.client.outbox;

import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.protocol.Envelope;
import java.util.List;

/// What became of a command that was to be kept.
public sealed interface Added {
  /// It is on the disk and will reach the server. Now the worker may be told.
  ///
  /// @param envelopes one for each command, in their order
  record Saved(List<Envelope> envelopes) implements Added {
    public Saved {
      envelopes = List.copyOf(envelopes);
    }

    public Saved(Envelope envelope) {
      this(List.of(envelope));
    }

    /// That of the first command.
    public Envelope envelope() {
      return envelopes.getFirst();
    }
  }

  /// It is not kept: the work must be refused, nothing has happened.
  record NotSaved(StoreFailure.Kind why) implements Added {
    /// For people: the fact, then what to do.
    public String sentence() {
      return why.sentence();
    }
  }
}
