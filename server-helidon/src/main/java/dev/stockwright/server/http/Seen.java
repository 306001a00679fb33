package dev.stockwright.server.http;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.queries.Touched;
import dev.stockwright.server.security.Question;
import dev.stockwright.server.security.Rights;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;
import java.util.Set;

/// Judges the right of a person to a question. Thread-safe.
final class Seen {
  private final Touched touched;

  Seen(Touched touched) {
    this.touched = touched;
  }

  /// The warehouse in the path, which is known and theirs.
  WarehouseCode warehouse(Request request, String name, Question question) {
    WarehouseCode warehouse = request.path(name, WarehouseCode::new);
    check(request, question, warehouse);
    checkBlind(request, question, Optional.of(warehouse));
    return warehouse;
  }

  /// The same as the scope of a question.
  Scope place(Request request, String name, Question question) {
    WarehouseCode warehouse = warehouse(request, name, question);
    return Scope.of(request.who()).narrowed(Optional.of(warehouse));
  }

  /// The warehouses that a list may show: the one in the query, or all of theirs.
  Scope scope(Request request, Question question) {
    check(request, question);
    Optional<WarehouseCode> warehouse = request.query("warehouse", WarehouseCode::new);
    warehouse.ifPresent(code -> check(request, question, code));
    checkBlind(request, question, warehouse);
    return Scope.of(request.who()).narrowed(warehouse);
  }

  void check(Request request, Question question) {
    Rights.refusal(request.who(), question).ifPresent(Seen::refuse);
  }

  /// All of theirs.
  Scope everywhere(Request request, Question question) {
    check(request, question);
    checkBlind(request, question, Optional.empty());
    return Scope.of(request.who());
  }

  /// May they ask it at all?
  boolean may(Request request, Question question) {
    return Rights.refusal(request.who(), question).isEmpty();
  }

  /// Whether this person counts, and must not be told how much lies anywhere.
  boolean blind(Request request) {
    return Rights.blind(request.who())
        || (Rights.blindWhileCounting(request.who(), Question.BALANCES)
            && !touched.counting(request.who().operator()).isEmpty());
  }

  /// A count is blind: who counts a bin is not told what the books say of the warehouse.
  private void checkBlind(Request request, Question question, Optional<WarehouseCode> warehouse) {
    if (Rights.blindWhileCounting(request.who(), question)) {
      touched.counting(request.who().operator()).stream()
          .filter(counted -> warehouse.isEmpty() || warehouse.get().equals(counted))
          .findFirst()
          .ifPresent(counted -> refuse(Rights.refusalWhileCounting(question, counted)));
    }
  }

  private void check(Request request, Question question, WarehouseCode warehouse) {
    Optional<Refusal> refusal = Rights.refusal(request.who(), question, warehouse);
    if (refusal.isPresent()) {
      boolean exists = !touched.existing(Set.of(warehouse)).isEmpty();
      refuse(exists ? refusal.get() : new Refusal.UnknownWarehouse(warehouse));
    }
  }

  private static void refuse(Refusal refusal) {
    throw new RequestRefused(Problem.of(refusal));
  }
}
