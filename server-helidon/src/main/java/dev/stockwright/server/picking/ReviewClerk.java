package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.server.picking.AllocationRules.Taking;
import dev.stockwright.server.picking.PickWork.Wave;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import java.util.ArrayList;
import java.util.Collection;
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
    Map<Wanting, Wish> wishes = new LinkedHashMap<>();
    Set<String> tasks = new LinkedHashSet<>();
    lost.forEach(
        (pick, units) -> {
          steps.add(floor.picks.shrink(pick, pick.quantity() - units));
          add(pick, units, wishes);
          tasks.add(pick.task());
        });
    List<PickLine> waiting =
        all.stream().filter(pick -> pick.state().equals(PickLine.WAITING)).toList();
    for (PickLine pick : waiting) {
      floor.picks.shrink(pick, 0);
      add(pick, pick.left(), wishes);
    }
    steps.addAll(giveAll(wishes.values()));
    tasks.forEach(task -> steps.addAll(floor.refresh(task)));
    return new Decision.Act(steps);
  }

  /// What is to be found anew, for the line of a pick.
  private record Wish(PickLine pick, long units) {
    Demand demand() {
      return new Demand(pick.orderId(), pick.line(), pick.sku(), pick.priority(), units);
    }
  }

  private static void add(PickLine pick, long units, Map<Wanting, Wish> wishes) {
    wishes.merge(
        new Wanting(pick.waveId(), pick.orderId(), pick.line()),
        new Wish(pick, units),
        (one, other) ->
            new Wish(
                one.pick().task().isEmpty() ? other.pick() : one.pick(),
                one.units() + other.units()));
  }

  private List<Step> giveAll(Collection<Wish> wishes) {
    Map<Long, List<Wish>> waves = new LinkedHashMap<>();
    wishes.forEach(
        wish -> waves.computeIfAbsent(wish.pick().waveId(), any -> new ArrayList<>()).add(wish));
    List<Step> steps = new ArrayList<>();
    waves.forEach((wave, members) -> steps.addAll(give(wave, members)));
    return steps;
  }

  private List<Step> give(long wave, List<Wish> wishes) {
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
    Map<Demand, String> demands = new LinkedHashMap<>();
    wishes.forEach(wish -> demands.put(wish.demand(), wish.pick().task()));
    var plan = floor.plan(List.copyOf(demands.keySet()), how);
    Map<String, List<Taking>> byTask = new HashMap<>();
    for (Taking taking : plan.takings()) {
      byTask
          .computeIfAbsent(demands.getOrDefault(taking.demand(), ""), any -> new ArrayList<>())
          .add(taking);
    }
    Wave head = Wave.of(wishes.getFirst().pick());
    List<Step> steps = new ArrayList<>();
    byTask.forEach((task, takings) -> steps.addAll(floor.join(head, opened(task), takings)));
    floor.picks.wait(wave, plan.missing());
    return steps;
  }

  private Optional<dev.stockwright.server.tasks.Task> opened(String task) {
    return floor.task(task);
  }
}
