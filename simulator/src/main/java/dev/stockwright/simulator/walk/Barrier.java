package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.GuardRefusal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What keeps a command from doing by itself what belongs to a document, as the model and the
/// documents' own tables say it before the command is given.
///
/// @param bars whether it must be refused
/// @param refusals those that may then be given, as [#said] writes them
record Barrier(boolean bars, Set<String> refusals) {
  static final Barrier NONE = new Barrier(false, Set.of());

  Barrier {
    refusals = new TreeSet<>(refusals);
  }

  /// The command must be refused, for one of these reasons.
  static Barrier of(List<? extends GuardRefusal> refusals) {
    return new Barrier(
        !refusals.isEmpty(),
        refusals.stream()
            .map(Barrier::said)
            .collect(java.util.stream.Collectors.toUnmodifiableSet()));
  }

  boolean knows(GuardRefusal refusal) {
    return refusals.contains(said(refusal));
  }

  /// All that a refusal says but which command to use instead.
  static String said(GuardRefusal refusal) {
    return switch (refusal) {
      case GuardRefusal.UndoByDocument r ->
          "undo " + r.undone() + " of " + r.document() + " " + r.number() + " " + r.given();
      case GuardRefusal.UndoBuiltOn r ->
          "undo " + r.undone() + " built on by " + r.who() + " " + r.sku() + " in " + r.location();
      case GuardRefusal.UndoSplitsUnit r ->
          "undo " + r.undone() + " with unit " + r.unit() + " in " + r.location();
      case GuardRefusal.PromiseOfDocument r ->
          "promise of " + r.document() + " " + r.number() + " " + r.given();
      case GuardRefusal.TaskOfDocument r ->
          "task " + r.task() + " of " + r.document() + " " + r.number() + " " + r.given();
      case GuardRefusal.GoodsOfDocument r ->
          "goods "
              + r.sku()
              + r.bin().map(bin -> " in " + bin).orElse("")
              + " wanted "
              + r.wanted()
              + " free "
              + r.free()
              + " of "
              + r.document()
              + " "
              + r.number()
              + " "
              + r.given();
      case GuardRefusal.UnitOfDocument r ->
          "unit " + r.unit() + " of " + r.document() + " " + r.number() + " " + r.given();
      case GuardRefusal.ApprovalNeeded r ->
          "approval " + r.warehouse() + " " + r.sku() + " " + r.given() + " " + r.expected();
      case GuardRefusal.TooFewUntold r -> "said by no desk: " + r;
    };
  }
}
