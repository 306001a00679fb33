package dev.stockwright.server.stock;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.OptionalLong;

/// What a rule decided: a value, nothing has happened yet.
public sealed interface Decision {
  /// These movements happen, all of them. None at all means: it is so already.
  record Post(List<Posting> postings) implements Decision {
    public Post {
      postings = List.copyOf(postings);
    }
  }

  /// Stock is promised.
  ///
  /// @param lines one for each warehouse and product
  record Reserve(Reference order, List<Promise.Line> lines, long ttlSeconds) implements Decision {
    public Reserve {
      lines = List.copyOf(lines);
    }
  }

  /// The promise to `order` changes to `state`.
  record ChangePromise(Reference order, PromiseState state) implements Decision {}

  /// These steps happen, all of them, in this order. For commands that keep documents.
  record Act(List<Step> steps) implements Decision {
    public Act {
      steps = List.copyOf(steps);
    }
  }

  /// Nothing happens, for this reason.
  record Refuse(Refusal why) implements Decision {}

  /// A convenience for rules that reverse nothing.
  OptionalLong REVERSES_NOTHING = OptionalLong.empty();
}
