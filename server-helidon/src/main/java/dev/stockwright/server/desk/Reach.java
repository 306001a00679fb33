package dev.stockwright.server.desk;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Reference;
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
      case Decision.ChangePromise change -> promised(change.order(), stock);
      case Decision.Act act -> act.steps().stream().flatMap(step -> touched(step, stock));
      case Decision.Refuse _ -> Stream.empty();
    };
  }

  private static Stream<WarehouseCode> touched(Step step, Stock stock) {
    return switch (step) {
      case Step.Move move -> Stream.of(move.posting().warehouse());
      case Step.Promise promise -> promise.lines().stream().map(Promise.Line::warehouse);
      case Step.Turn turn -> promised(turn.order(), stock);
      case Step.Renew renew -> promised(renew.order(), stock);
      case Step.Resize resize -> Stream.of(resize.warehouse());
      case Step.Note note -> Stream.of(note.warehouse());
    };
  }

  private static Stream<WarehouseCode> promised(Reference order, Stock stock) {
    return stock.promise(order).map(Promise::lines).orElse(List.of()).stream()
        .map(Promise.Line::warehouse);
  }
}
