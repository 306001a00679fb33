package dev.stockwright.client;

import dev.stockwright.client.sync.Settlement;
import dev.stockwright.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What supervisors have decided about refused work and its people have not heard yet. Guarded by
/// the shift that owns it.
final class Untold {
  private final List<Settlement> news = new ArrayList<>();

  void add(Settlement settled) {
    news.add(settled);
  }

  boolean isEmpty() {
    return news.isEmpty();
  }

  /// The oldest that is this person's to hear, once.
  Optional<Turn> next(Operator person) {
    Optional<Settlement> oldest =
        news.stream()
            .filter(one -> one.work().author().filter(author -> !author.equals(person)).isEmpty())
            .findFirst();
    oldest.ifPresent(news::remove);
    return oldest.map(Referring::turn);
  }
}
