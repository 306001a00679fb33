package dev.stockwright.server.desk;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The last look at rights, under the locks: a command that does not name its warehouses is known
/// to stay within its author's only when it is decided.
final class Reach {
  private Reach() {}

  /// The decision, or a refusal when it reaches too far.
  static Decision check(Decision decision, Submission submission, Stock stock) {
    Optional<Set<WarehouseCode>> reach = submission.reach();
    if (reach.isEmpty()) {
      return decision;
    }
    return touched(decision, stock)
        .filter(warehouse -> !reach.get().contains(warehouse))
        .findFirst()
        .<Decision>map(
            warehouse ->
                new Decision.Refuse(new Refusal.NotAllowed("change stock", Optional.of(warehouse))))
        .orElse(decision);
  }

  private static Stream<WarehouseCode> touched(Decision decision, Stock stock) {
    return switch (decision) {
      case Decision.Post post -> post.postings().stream().map(Posting::warehouse);
      case Decision.Reserve reserve -> reserve.lines().stream().map(Promise.Line::warehouse);
      case Decision.ChangePromise change ->
          stock.promise(change.order()).map(Promise::lines).orElse(List.of()).stream()
              .map(Promise.Line::warehouse);
      case Decision.Refuse _ -> Stream.empty();
    };
  }
}
