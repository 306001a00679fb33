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
    return Scope.of(request.who()).narrowed(warehouse);
  }

  void check(Request request, Question question) {
    Rights.refusal(request.who(), question).ifPresent(Seen::refuse);
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
