package dev.stockwright.desktop.picking;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What all orders of the board come to, whatever is shown of them. Pure.
///
/// @param linesOpen lines that are not picked yet
/// @param missing units that cannot be picked now
record Totals(int orders, Map<Stage, Integer> stages, long linesOpen, int overdue, long missing) {
  static final Totals NONE = new Totals(0, Map.of(), 0, 0, 0);

  Totals {
    stages = Map.copyOf(stages);
  }

  static Totals of(List<BoardOrder> all, Instant now) {
    Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
    all.forEach(order -> stages.merge(order.stage(), 1, Integer::sum));
    return new Totals(
        all.size(),
        stages,
        all.stream().mapToLong(order -> order.lines() - order.linesPicked()).sum(),
        (int) all.stream().filter(order -> order.overdue(now)).count(),
        all.stream().mapToLong(BoardOrder::missing).sum());
  }

  int at(Stage stage) {
    return stages.getOrDefault(stage, 0);
  }
}
