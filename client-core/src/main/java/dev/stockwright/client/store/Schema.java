package dev.stockwright.client.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables of a device's file, by version. A version is never edited, only followed by another;
/// the file's own version is SQLite's `user_version`.
final class Schema {
  private static final List<List<String>> VERSIONS =
      List.of(
          List.of(
              "CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
              """
              CREATE TABLE outbox (
                sequence    INTEGER PRIMARY KEY CHECK (sequence > 0),
                id          TEXT NOT NULL UNIQUE,
                envelope    TEXT NOT NULL,
                fate        TEXT NOT NULL DEFAULT 'waiting'
                  CHECK (fate IN ('waiting', 'accepted', 'attention', 'resent', 'discarded')),
                added_at    INTEGER NOT NULL,
                answered_at INTEGER,
                answer      TEXT,
                remark      TEXT,
                CHECK ((fate = 'waiting') = (answer IS NULL)))\
              """,
              "CREATE INDEX outbox_waiting ON outbox (sequence) WHERE fate = 'waiting'",
              "CREATE INDEX outbox_attention ON outbox (sequence) WHERE fate = 'attention'",
              """
              CREATE TABLE replica (
                warehouse  TEXT PRIMARY KEY,
                epoch      INTEGER NOT NULL,
                n          INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                as_of      INTEGER NOT NULL) WITHOUT ROWID\
              """,
              """
              CREATE TABLE level (
                generation   INTEGER NOT NULL,
                sku          TEXT NOT NULL,
                quantity     INTEGER NOT NULL,
                reserved     INTEGER NOT NULL,
                blocked      INTEGER NOT NULL,
                available    INTEGER NOT NULL,
                last_updated TEXT NOT NULL,
                n            INTEGER NOT NULL,
                PRIMARY KEY (generation, sku)) WITHOUT ROWID\
              """,
              """
              CREATE TABLE product (
                sku            TEXT PRIMARY KEY,
                name           TEXT NOT NULL,
                unit           TEXT NOT NULL,
                lot_tracked    INTEGER NOT NULL,
                serial_tracked INTEGER NOT NULL,
                mark           INTEGER NOT NULL) WITHOUT ROWID\
              """,
              """
              CREATE TABLE barcode (
                code  TEXT NOT NULL,
                sku   TEXT NOT NULL,
                pack  TEXT NOT NULL,
                units INTEGER NOT NULL CHECK (units > 0),
                PRIMARY KEY (code, sku)) WITHOUT ROWID\
              """,
              "CREATE INDEX barcode_sku ON barcode (sku)",
              """
              CREATE TABLE location (
                warehouse TEXT NOT NULL,
                code      TEXT NOT NULL,
                zone      TEXT NOT NULL,
                kind      TEXT NOT NULL,
                mark      INTEGER NOT NULL,
                PRIMARY KEY (warehouse, code)) WITHOUT ROWID\
              """,
              """
              CREATE TABLE purchase_order (
                number      TEXT PRIMARY KEY,
                warehouse   TEXT NOT NULL,
                supplier    TEXT NOT NULL,
                expected_on TEXT,
                read_at     INTEGER NOT NULL,
                mark        INTEGER NOT NULL) WITHOUT ROWID\
              """,
              """
              CREATE TABLE purchase_order_line (
                number   TEXT NOT NULL REFERENCES purchase_order ON DELETE CASCADE,
                sku      TEXT NOT NULL,
                name     TEXT NOT NULL,
                ordered  INTEGER NOT NULL,
                received INTEGER NOT NULL,
                allowed  INTEGER NOT NULL,
                PRIMARY KEY (number, sku)) WITHOUT ROWID\
              """,
              "CREATE INDEX purchase_order_line_sku ON purchase_order_line (sku)"),
          List.of(
              "ALTER TABLE product ADD COLUMN category TEXT NOT NULL DEFAULT ''",
              "ALTER TABLE product ADD COLUMN expiry_tracked INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE product ADD COLUMN active INTEGER NOT NULL DEFAULT 1",
              "ALTER TABLE location ADD COLUMN pick_sequence INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE location ADD COLUMN x_mm INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE location ADD COLUMN y_mm INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE location ADD COLUMN z_mm INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE location ADD COLUMN mixing TEXT NOT NULL DEFAULT 'any'",
              "ALTER TABLE location ADD COLUMN locked_in INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE location ADD COLUMN locked_out INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE location ADD COLUMN lock_reason TEXT NOT NULL DEFAULT ''",
              "ALTER TABLE location ADD COLUMN active INTEGER NOT NULL DEFAULT 1",
              """
              CREATE TABLE balance_replica (
                warehouse  TEXT PRIMARY KEY,
                epoch      INTEGER NOT NULL,
                n          INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                as_of      INTEGER NOT NULL) WITHOUT ROWID\
              """,
              """
              CREATE TABLE balance (
                generation    INTEGER NOT NULL,
                sku           TEXT NOT NULL,
                location      TEXT NOT NULL,
                lot           TEXT NOT NULL,
                handling_unit TEXT NOT NULL,
                condition     TEXT NOT NULL,
                owner         TEXT NOT NULL,
                units         INTEGER NOT NULL CHECK (units > 0),
                PRIMARY KEY (generation, sku, location, lot, handling_unit, condition, owner))
                WITHOUT ROWID\
              """,
              "CREATE INDEX balance_location ON balance (generation, location)",
              """
              CREATE INDEX balance_handling_unit ON balance (generation, handling_unit)
                WHERE handling_unit <> ''\
              """,
              """
              CREATE TABLE lot (
                sku        TEXT NOT NULL,
                code       TEXT NOT NULL,
                expires_on TEXT NOT NULL,
                PRIMARY KEY (sku, code)) WITHOUT ROWID\
              """,
              """
              CREATE TABLE work (
                warehouse TEXT NOT NULL,
                kind      TEXT NOT NULL,
                number    TEXT NOT NULL,
                place     INTEGER NOT NULL,
                body      TEXT NOT NULL,
                mark      INTEGER NOT NULL,
                read_at   INTEGER NOT NULL,
                PRIMARY KEY (warehouse, kind, number)) WITHOUT ROWID\
              """),
          List.of("ALTER TABLE location ADD COLUMN capacity_units INTEGER NOT NULL DEFAULT 0"));

  private Schema() {}

  /// Brings the file to the newest version, one transaction a version.
  static void bringUpToDate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version;
      try (var found = statement.executeQuery("PRAGMA user_version")) {
        version = found.next() ? found.getInt(1) : 0;
      }
      if (version > VERSIONS.size()) {
        throw new StoreFailure(
            StoreFailure.Kind.TOO_NEW, "version " + version + ", known " + VERSIONS.size());
      }
      for (int next = version; next < VERSIONS.size(); next++) {
        statement.execute("BEGIN IMMEDIATE");
        for (String sql : VERSIONS.get(next)) {
          statement.execute(sql);
        }
        statement.execute("PRAGMA user_version = " + (next + 1));
        statement.execute("COMMIT");
      }
    }
  }
}
