package dev.stockwright.server.receiving;

import dev.stockwright.protocol.Came;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Who received something, when and where: for the refusal of what comes a second time. Asked only
/// then.
public final class Arrivals {
  /// The last time that it came from outside, as the books of the warehouse have it. The places
  /// that are none have the first hundred ids.
  private static final String LAST =
      """
      SELECT m.author, m.recorded_at, t.code
        FROM movement m
        JOIN location t ON t.id = m.to_location_id
        JOIN product p ON p.id = m.product_id
       WHERE %s AND m.warehouse_id = ?
         AND m.from_location_id < 101 AND m.to_location_id >= 101
       ORDER BY m.recorded_at DESC, m.n DESC LIMIT 1\
      """;

  private static final String PIECE = LAST.formatted("m.lot = ? AND m.lot <> '' AND p.sku = ?");
  private static final String UNIT =
      LAST.formatted("m.handling_unit = ? AND m.handling_unit <> ''");

  private Arrivals() {}

  /// The refusal of a piece that is here, with how it came; any other as it was.
  public static Refusal told(Refusal refusal, WarehouseCode warehouse, Work work) {
    return refusal instanceof Refusal.SerialAlreadyHere here
        ? new Refusal.SerialAlreadyHere(
            here.serial(),
            here.sku(),
            here.location(),
            came(work, PIECE, here.serial().code(), here.sku().code(), work.warehouseId(warehouse)))
        : refusal;
  }

  /// The refusal of a unit that no notice brings, with how it came if it did.
  static Refusal notAnnounced(HandlingUnit unit, WarehouseCode warehouse, Work work) {
    return new InboundRefusal.UnitNotAnnounced(
        unit, came(work, UNIT, unit.code(), work.warehouseId(warehouse)));
  }

  private static Optional<Came> came(Work work, String sql, Object... what) {
    return work.sql()
        .resultQuery(sql, what)
        .fetchOptional(
            row ->
                new Came(
                    new Operator(row.get(0, String.class)),
                    row.get(1, OffsetDateTime.class).toInstant(),
                    new LocationCode(row.get(2, String.class))));
  }
}
