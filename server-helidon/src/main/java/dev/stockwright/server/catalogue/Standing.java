package dev.stockwright.server.catalogue;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Gates.Way;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is closed in a warehouse, as of a version of its rules.
///
/// @param off the whole warehouse is switched off
/// @param closed its locations that are not simply open; mostly none
public record Standing(
    WarehouseCode warehouse, long version, boolean off, Map<LocationCode, Closed> closed) {
  public Standing {
    closed = Map.copyOf(closed);
  }

  /// How a location is closed.
  ///
  /// @param off it is not used any more: nothing comes in
  /// @param reason why it was locked
  public record Closed(boolean in, boolean out, boolean off, String reason) {}

  /// Why goods may not go that way; empty when they may.
  public Optional<Refusal> barred(LocationCode location, Way way) {
    if (off && way == Way.IN) {
      return Optional.of(
          new MasterRefusal.SwitchedOff(DocumentKind.WAREHOUSE, new Reference(warehouse.code())));
    }
    Closed how = closed.isEmpty() ? null : closed.get(location);
    if (how == null) {
      return Optional.empty();
    }
    if (way == Way.IN && how.off()) {
      return Optional.of(
          new MasterRefusal.SwitchedOff(DocumentKind.LOCATION, new Reference(location.code())));
    }
    return (way == Way.IN ? how.in() : how.out())
        ? Optional.of(
            new MasterRefusal.LocationLocked(
                warehouse, location, way == Way.IN ? "in" : "out", how.reason()))
        : Optional.empty();
  }

  static Standing read(Connection connection, WarehouseCode warehouse, long version)
      throws SQLException {
    boolean off = false;
    Map<LocationCode, Closed> closed = new HashMap<>();
    String sql =
        """
        SELECT w.active, l.code, l.locked_in, l.locked_out, l.active, l.lock_reason
          FROM warehouse w
          LEFT JOIN location l
            ON l.warehouse_id = w.id AND (l.locked_in OR l.locked_out OR NOT l.active)
         WHERE w.code = ?""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          off = !rows.getBoolean(1);
          String code = rows.getString(2);
          if (code != null) {
            closed.put(
                new LocationCode(code),
                new Closed(
                    rows.getBoolean(3),
                    rows.getBoolean(4),
                    !rows.getBoolean(5),
                    rows.getString(6)));
          }
        }
      }
    }
    return new Standing(warehouse, version, off, closed);
  }
}
