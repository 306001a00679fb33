package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.server.picking.AllocationRules.Taking;
import dev.stockwright.server.picking.PickWork.Wave;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at all picks again, so that nobody is sent to goods that are not there.
final class ReviewClerk {
  private final PickWork floor;

  ReviewClerk(PickWork floor) {
    this.floor = floor;
  }

  /// Whose demand it is.
  private record Wanting(long wave, long order, int line) {}

  Decision review() {
    List<PickLine> all = floor.picks.unfinished();
    if (all.isEmpty()) {
      return new Decision.Act(List.of());
    }
    var spots = floor.spots(all.stream().map(PickLine::sku).distinct().toList(), false);
    Map<PickLine, Long> lost = ReviewRules.lost(all, spots, floor.today());
    List<Step> steps = new ArrayList<>();
    Map<Wanting, PickLine> wanting = new LinkedHashMap<>();
    Map<Wanting, Long> wanted = new LinkedHashMap<>();
    Set<String> tasks = new LinkedHashSet<>();
    lost.forEach(
        (pick, units) -> {
          steps.add(floor.picks.shrink(pick, pick.quantity() - units));
          add(pick, units, wanting, wanted);
          tasks.add(pick.task());
        });
    List<PickLine> waiting =
        all.stream().filter(pick -> pick.state().equals(PickLine.WAITING)).toList();
    for (PickLine pick : waiting) {
      floor.picks.shrink(pick, 0);
      add(pick, pick.left(), wanting, wanted);
    }
    if (!wanted.isEmpty()) {
      steps.addAll(giveAll(wanting, wanted));
    }
    tasks.forEach(task -> steps.addAll(floor.refresh(task)));
    return new Decision.Act(steps);
  }

  private static void add(
      PickLine pick, long units, Map<Wanting, PickLine> wanting, Map<Wanting, Long> wanted) {
    Wanting who = new Wanting(pick.waveId(), pick.orderId(), pick.line());
    wanting.merge(who, pick, (one, other) -> one.task().isEmpty() ? other : one);
    wanted.merge(who, units, Long::sum);
  }

  private List<Step> giveAll(Map<Wanting, PickLine> wanting, Map<Wanting, Long> wanted) {
    Map<Long, List<Wanting>> waves = new LinkedHashMap<>();
    wanted
        .keySet()
        .forEach(who -> waves.computeIfAbsent(who.wave(), any -> new ArrayList<>()).add(who));
    List<Step> steps = new ArrayList<>();
    waves.forEach(
        (wave, members) -> {
          Map<Demand, PickLine> demands = new LinkedHashMap<>();
          for (Wanting who : members) {
            PickLine pick = wanting.get(who);
            demands.put(
                new Demand(who.order(), who.line(), pick.sku(), pick.priority(), wanted.get(who)),
                pick);
          }
          steps.addAll(give(wave, demands));
        });
    return steps;
  }

  private List<Step> give(long wave, Map<Demand, PickLine> demands) {
    Allocation how =
        Allocation.of(
                floor
                    .work
                    .sql()
                    .select(WAVE.ALLOCATION)
                    .from(WAVE)
                    .where(WAVE.ID.eq(wave))
                    .fetchSingle(WAVE.ALLOCATION))
            .orElseThrow();
    var plan = floor.plan(List.copyOf(demands.keySet()), how);
    Map<String, List<Taking>> byTask = new HashMap<>();
    for (Taking taking : plan.takings()) {
      byTask
          .computeIfAbsent(demands.get(taking.demand()).task(), any -> new ArrayList<>())
          .add(taking);
    }
    Wave head = Wave.of(demands.values().iterator().next());
    List<Step> steps = new ArrayList<>();
    byTask.forEach((task, takings) -> steps.addAll(floor.join(head, opened(task), takings)));
    floor.picks.wait(wave, plan.missing());
    return steps;
  }

  private Optional<dev.stockwright.server.tasks.Task> opened(String task) {
    return floor.task(task);
  }
}
