package dev.stockwright.server.jobs;

import dev.stockwright.db.Database;
import dev.stockwright.server.counting.NightTime;
import dev.stockwright.server.counting.Nights;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reconciles the last day of each warehouse whose time has come and where something was counted.
/// Asked often; a day that is done, or without counts, costs one look and leaves no trace.
final class NightRounds {
  private static final String DUE =
      """
      SELECT w.code, w.time_zone,
             (SELECT s.value FROM setting s
               WHERE s.name = 'counting.reconcile_at' AND s.warehouse_id IN (0, w.id)
               ORDER BY s.warehouse_id DESC LIMIT 1) AS at,
             (SELECT max(r.day) FROM reconciliation r
               WHERE r.warehouse_id = w.id AND r.state = 'completed') AS done
        FROM warehouse w
       WHERE w.active
         AND EXISTS (SELECT FROM stock_count s
                      WHERE s.warehouse_id = w.id AND s.state = 'counted')
       ORDER BY w.code""";

  private final Database database;
  private final Nights nights;
  private final InstantSource clock;

  NightRounds(Database database, Desk desk, InstantSource clock) {
    this.database = database;
    this.nights = new Nights(desk, Errands.SYSTEM, Errands.SERVER);
    this.clock = clock;
  }

  private record Round(WarehouseCode warehouse, LocalDate day, Optional<LocalDate> done) {
    boolean due() {
      return done.map(day::isAfter).orElse(true);
    }
  }

  String run() throws InterruptedException {
    List<String> done = new ArrayList<>();
    List<Round> rounds =
        database
            .reading()
            .fetch(DUE)
            .map(
                row ->
                    new Round(
                        new WarehouseCode(row.get("code", String.class)),
                        NightTime.lastDue(
                            clock.instant(),
                            Optional.ofNullable(row.get("at", String.class))
                                .map(LocalTime::parse)
                                .orElse(NightTime.USUAL),
                            ZoneId.of(row.get("time_zone", String.class))),
                        Optional.ofNullable(row.get("done", LocalDate.class))));
    for (Round round : rounds) {
      if (round.due()) {
        Nights.Ran ran = nights.reconcile(round.warehouse(), round.day());
        done.add(
            round.warehouse()
                + " "
                + round.day()
                + (ran.completed() ? " reconciled in " : " not completed after ")
                + ran.parts()
                + " parts");
      }
    }
    return String.join(", ", done);
  }
}
