package dev.stockwright.server.security;

import static dev.stockwright.db.tables.Tables.DEVICE_OPERATOR;
import static dev.stockwright.db.tables.Tables.OPERATOR;
import static dev.stockwright.db.tables.Tables.OPERATOR_WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// People as rows.
final class OperatorRows {
  /// One person and the secret that belongs to the way they were asked for.
  record Found(int id, String user, String name, Role role, Optional<String> hash) {}

  private OperatorRows() {}

  static Optional<Found> byUser(DSLContext dsl, String user) {
    return find(dsl, OPERATOR.USER_NAME.eq(user), OPERATOR.PASSWORD_HASH);
  }

  static Optional<Found> byBadge(DSLContext dsl, String badge) {
    return find(dsl, OPERATOR.BADGE.eq(badge), OPERATOR.PIN_HASH);
  }

  /// With the PIN that belongs to their badge.
  static Optional<Found> byUserWithPin(DSLContext dsl, String user) {
    return find(dsl, OPERATOR.USER_NAME.eq(user), OPERATOR.PIN_HASH);
  }

  static Optional<Found> byId(DSLContext dsl, int id) {
    return find(dsl, OPERATOR.ID.eq(id), OPERATOR.PASSWORD_HASH);
  }

  private static Optional<Found> find(
      DSLContext dsl, Condition condition, org.jooq.Field<String> hash) {
    Record row =
        dsl.select(OPERATOR.ID, OPERATOR.USER_NAME, OPERATOR.FULL_NAME, OPERATOR.ROLE, hash)
            .from(OPERATOR)
            .where(condition)
            .and(OPERATOR.ACTIVE)
            .fetchOne();
    return row == null
        ? Optional.empty()
        : Optional.of(
            new Found(
                row.get(OPERATOR.ID),
                row.get(OPERATOR.USER_NAME),
                row.get(OPERATOR.FULL_NAME),
                Role.of(row.get(OPERATOR.ROLE)),
                Optional.ofNullable(row.get(hash))));
  }

  /// The person with their warehouses, as they are now.
  static Principal principal(DSLContext dsl, Found found, DeviceId device) {
    return new Principal(
        found.id(),
        new Operator(found.user()),
        found.name(),
        found.role(),
        warehouses(dsl, found),
        device);
  }

  private static Set<WarehouseCode> warehouses(DSLContext dsl, Found found) {
    var codes =
        found.role() == Role.ADMIN
            ? dsl.select(WAREHOUSE.CODE).from(WAREHOUSE)
            : dsl.select(WAREHOUSE.CODE)
                .from(WAREHOUSE)
                .join(OPERATOR_WAREHOUSE)
                .on(OPERATOR_WAREHOUSE.WAREHOUSE_ID.eq(WAREHOUSE.ID))
                .where(OPERATOR_WAREHOUSE.OPERATOR_ID.eq(found.id()));
    return codes.fetch(WAREHOUSE.CODE).stream()
        .map(WarehouseCode::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// True when the person has signed in on `device` before.
  static boolean known(DSLContext dsl, int operatorId, DeviceId device) {
    return dsl.fetchExists(
        DEVICE_OPERATOR,
        DEVICE_OPERATOR.DEVICE.eq(device.code()).and(DEVICE_OPERATOR.OPERATOR_ID.eq(operatorId)));
  }
}
