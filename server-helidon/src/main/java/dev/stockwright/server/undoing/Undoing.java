package dev.stockwright.server.undoing;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.UndoneWork;
import java.util.List;

/// What becomes of an undo.
sealed interface Undoing {
  /// The goods go back like this, if the activity that keeps the documents agrees.
  record Back(UndoneWork work, WorkKind kind, List<Posting> postings) implements Undoing {
    public Back {
      postings = List.copyOf(postings);
    }
  }

  /// The goods of this movement are not where it put them any more.
  record Gone(RecordedMovement movement, Refusal otherwise) implements Undoing {}

  /// It is not undone.
  record Refused(Refusal why) implements Undoing {}
}
