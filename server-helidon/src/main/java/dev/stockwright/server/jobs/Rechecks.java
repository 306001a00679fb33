package dev.stockwright.server.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.server.putaway.StrandedPutAways;
import dev.stockwright.server.replenishing.StrandedRefills;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The jobs that bring tasks and the stock together again within seconds, wherever goods were
/// moved, used, counted away or judged by somebody else. Each asks one question that reads the
/// waiting tasks and the balances they are about; only where it finds something is there a command.
final class Rechecks {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// Open picks want more of a pile than lies there, or its bin was locked or switched off. A
  /// review of the picks ends that in every case.
  private static final String GONE =
      """
      EXISTS (
        SELECT FROM (
          SELECT k.location_id, k.product_id, k.lot, k.handling_unit,
                 sum(k.quantity - k.picked) AS wanted
            FROM pick k
           WHERE k.warehouse_id = w.id AND k.state = 'open'
           GROUP BY k.location_id, k.product_id, k.lot, k.handling_unit) p
          JOIN location l ON l.id = p.location_id
          LEFT JOIN balance b
            ON b.warehouse_id = w.id AND b.product_id = p.product_id
           AND b.location_id = p.location_id AND b.lot = p.lot
           AND b.handling_unit = p.handling_unit AND b.condition = 'available' AND b.owner = ''
         WHERE coalesce(b.on_hand, 0) < p.wanted OR l.locked_out OR NOT l.active)""";

  private Rechecks() {}

  static List<Job> all(Errands errands) {
    return List.of(
        job(
            errands,
            "recheck-picks",
            "Finds other goods for picks whose goods have just gone",
            GONE,
            PickingCommand.ReviewPicks::new),
        job(
            errands,
            "recheck-put-aways",
            "Ends or changes put-aways whose goods have just gone elsewhere",
            StrandedPutAways.ANY,
            PutAwayCommand.ReviewPutAways::new),
        job(
            errands,
            "recheck-replenishment",
            "Brings from elsewhere what was to come out of a reserve that has just gone",
            StrandedRefills.ANY,
            ReplenishCommand.ReviewReplenishment::new));
  }

  private static Job job(
      Errands errands,
      String name,
      String what,
      String where,
      Function<WarehouseCode, Command> command) {
    return new Job(name, what, FixedDelay.of(PAUSE), () -> errands.everywhere(where, command));
  }
}
