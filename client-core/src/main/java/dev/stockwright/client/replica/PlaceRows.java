package dev.stockwright.client.replica;

import dev.stockwright.client.known.Place;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of locations.
final class PlaceRows {
  private static final String COLUMNS =
      "code, zone, kind, pick_sequence, x_mm, y_mm, z_mm, mixing, locked_in, locked_out,"
          + " lock_reason, active, capacity_units";

  private PlaceRows() {}

  static Optional<Place> place(
      Connection connection, WarehouseCode warehouse, LocationCode location) throws SQLException {
    String sql = "SELECT " + COLUMNS + " FROM location WHERE warehouse = ? AND code = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, location.code());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(place(rows)) : Optional.empty();
      }
    }
  }

  static List<Place> places(Connection connection, WarehouseCode warehouse, String kind)
      throws SQLException {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM location WHERE warehouse = ? AND kind = ? ORDER BY pick_sequence, code";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, kind);
      List<Place> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(place(rows));
        }
      }
      return found;
    }
  }

  private static Place place(ResultSet rows) throws SQLException {
    Place.Spot spot = new Place.Spot(rows.getInt(5), rows.getInt(6), rows.getInt(7));
    boolean measured = spot.xMm() != 0 || spot.yMm() != 0 || spot.zMm() != 0;
    return new Place(
        new LocationCode(rows.getString(1)),
        rows.getString(2),
        rows.getString(3),
        rows.getInt(4),
        measured ? Optional.of(spot) : Optional.empty(),
        Place.Mixing.of(rows.getString(8)),
        new Place.Gate(
            rows.getBoolean(9),
            rows.getBoolean(10),
            Optional.of(rows.getString(11)).filter(reason -> !reason.isEmpty()),
            rows.getBoolean(12)),
        Optional.of(rows.getLong(13)).filter(units -> units > 0));
  }

  static void put(Connection connection, WarehouseCode warehouse, List<Place> places, long mark)
      throws SQLException {
    String sql =
        "INSERT OR REPLACE INTO location (warehouse, mark, "
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Place place : places) {
        statement.setString(1, warehouse.code());
        statement.setLong(2, mark);
        bind(statement, place);
        statement.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement statement, Place place) throws SQLException {
    Place.Spot spot = place.spot().orElse(new Place.Spot(0, 0, 0));
    statement.setString(3, place.code().code());
    statement.setString(4, place.zone());
    statement.setString(5, place.kind());
    statement.setInt(6, place.pickSequence());
    statement.setInt(7, spot.xMm());
    statement.setInt(8, spot.yMm());
    statement.setInt(9, spot.zMm());
    statement.setString(10, place.mixing().code());
    statement.setBoolean(11, place.gate().lockedIn());
    statement.setBoolean(12, place.gate().lockedOut());
    statement.setString(13, place.gate().reason().orElse(""));
    statement.setBoolean(14, place.gate().active());
    statement.setLong(15, place.capacity().orElse(0L));
  }
}
