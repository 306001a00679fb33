package dev.stockwright.simulator.bench;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.site.SiteFill;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings the grid's warehouses, products and opening stock into a database.
final class GridFill {
  private GridFill() {}

  /// Migrates the database at `place` and fills it.
  static DatabasePlace fill(DatabasePlace place, Grid grid) throws SQLException {
    Database.open(place).close();
    try (Connection connection = DatabaseRoom.connect(place);
        Statement statement = connection.createStatement()) {
      SiteFill fill = new SiteFill(connection);
      for (var warehouse : grid.allWarehouses()) {
        fill.warehouse(warehouse, List.of(Grid.BIN));
      }
      fill.products(grid.allSkus());
      fill.opening(Grid.OPENING);
      statement.execute("VACUUM ANALYZE");
    }
    return place;
  }
}
