package dev.stockwright.server.queries;

import static org.jooq.impl.DSL.currentOffsetDateTime;

import dev.stockwright.db.tables.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/// Which day it is at a site. Found here and not in SQL, so that questions and rules agree: for
/// PostgreSQL some names of zones, such as `WET`, are abbreviations that know no summer time.
final class SiteDays {
  /// What a query must select beside its zone, for [#today].
  static final Field<OffsetDateTime> NOW = currentOffsetDateTime();

  private SiteDays() {}

  /// The day in each warehouse of `scope`, in the order of its codes.
  static LocalDate[] of(DSLContext dsl, Scope scope, Instant now) {
    Map<String, String> zones =
        dsl.select(Tables.WAREHOUSE.CODE, Tables.WAREHOUSE.TIME_ZONE)
            .from(Tables.WAREHOUSE)
            .where(scope.holdsWarehouse())
            .fetchMap(Tables.WAREHOUSE.CODE, Tables.WAREHOUSE.TIME_ZONE);
    return Arrays.stream(scope.codes())
        .map(code -> LocalDate.ofInstant(now, zone(zones.getOrDefault(code, ""))))
        .toArray(LocalDate[]::new);
  }

  /// The day where this row's warehouse is; the row has its zone and [#NOW].
  static LocalDate today(Record row) {
    return LocalDate.ofInstant(row.get(NOW).toInstant(), zone(row.get(Tables.WAREHOUSE.TIME_ZONE)));
  }

  private static ZoneId zone(String name) {
    return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
  }
}
