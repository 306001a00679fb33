package dev.stockwright.server.feed;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.db.tables.tables.Location;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/// Movements as the events that they are: the one place where a row of the ledger becomes a
/// [Event.StockMoved], for the stream and for the questions.
public final class MovementEvents {
  private static final Location FROM = LOCATION.as("from_location");
  private static final Location TO = LOCATION.as("to_location");

  private MovementEvents() {}

  /// All movements with all that an event of them says; the caller adds which ones, by the columns
  /// of `movement`.
  public static SelectOnConditionStep<? extends Record> select(DSLContext sql) {
    return sql.select(
            MOVEMENT.N,
            MOVEMENT.RECORDED_AT,
            MOVEMENT.COMMAND_ID,
            PRODUCT.SKU,
            FROM.CODE,
            TO.CODE,
            MOVEMENT.QUANTITY,
            MOVEMENT.LOT,
            MOVEMENT.HANDLING_UNIT,
            MOVEMENT.CONDITION,
            MOVEMENT.REASON,
            MOVEMENT.REFERENCE,
            MOVEMENT.AUTHOR,
            MOVEMENT.DEVICE,
            MOVEMENT.OCCURRED_AT,
            MOVEMENT.SCAN,
            MOVEMENT.LEVEL_BEFORE,
            MOVEMENT.LEVEL_AFTER,
            MOVEMENT.RESERVED_AFTER,
            MOVEMENT.BLOCKED_AFTER,
            MOVEMENT.REVERSES_N)
        .from(MOVEMENT)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(MOVEMENT.PRODUCT_ID))
        .join(FROM)
        .on(FROM.ID.eq(MOVEMENT.FROM_LOCATION_ID))
        .join(TO)
        .on(TO.ID.eq(MOVEMENT.TO_LOCATION_ID));
  }

  /// The event that a row of [#select] is.
  ///
  /// @throws InvalidValue when the row holds what can be no event
  public static Event.StockMoved event(WarehouseCode warehouse, Record row) {
    Sku sku = new Sku(row.get(PRODUCT.SKU));
    long n = row.get(MOVEMENT.N);
    Instant at = row.get(MOVEMENT.RECORDED_AT).toInstant();
    long after = row.get(MOVEMENT.LEVEL_AFTER);
    long reserved = row.get(MOVEMENT.RESERVED_AFTER);
    long blocked = row.get(MOVEMENT.BLOCKED_AFTER);
    return new Event.StockMoved(
        n,
        at,
        new CommandId(row.get(MOVEMENT.COMMAND_ID)),
        sku,
        new LocationCode(row.get(FROM.CODE)),
        new LocationCode(row.get(TO.CODE)),
        row.get(MOVEMENT.QUANTITY),
        given(row.get(MOVEMENT.LOT)).map(LotCode::new),
        given(row.get(MOVEMENT.HANDLING_UNIT)).map(HandlingUnit::new),
        Condition.of(row.get(MOVEMENT.CONDITION)),
        new ReasonCode(row.get(MOVEMENT.REASON)),
        given(row.get(MOVEMENT.REFERENCE)).map(Reference::new),
        new Operator(row.get(MOVEMENT.AUTHOR)),
        new DeviceId(row.get(MOVEMENT.DEVICE)),
        Optional.ofNullable(row.get(MOVEMENT.OCCURRED_AT)).map(OffsetDateTime::toInstant),
        given(row.get(MOVEMENT.SCAN)),
        row.get(MOVEMENT.LEVEL_BEFORE),
        after,
        Optional.ofNullable(row.get(MOVEMENT.REVERSES_N)).orElse(0L),
        new Level(sku, warehouse, after, reserved, blocked, after - reserved - blocked, at, n));
  }

  private static Optional<String> given(@Nullable String column) { // null: the column allows it
    return column == null || column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
