package dev.stockwright.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stockwright.server.desk.TestSite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows go in by parts; each arrives once, wherever a part ends.
class CopyRowsTest {
  private static TestSite site;

  @BeforeAll
  static void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 511, 512, 513, 2_000})
  void everyRowArrivesOnce(int many) throws SQLException {
    try (Connection connection = site.database.commandConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE arrived (i integer PRIMARY KEY, text text)");
      rows(0, many).into(connection, "arrived (i, text)");
      try (ResultSet found =
          statement.executeQuery(
              "SELECT count(*), max(i), count(*) FILTER (WHERE text = 'row ' || i) FROM arrived")) {
        found.next();
        assertEquals(many, found.getInt(1));
        assertEquals(many - 1, found.getInt(2));
        assertEquals(many, found.getInt(3));
      }
      connection.rollback();
    }
  }

  @Test
  void aRowThatCannotGoInIsSaidAndTheConnectionGoesOn() throws SQLException {
    try (Connection connection = site.database.commandConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE arrived (i integer PRIMARY KEY, text text)");
      statement.execute("INSERT INTO arrived VALUES (300, '')");
      SQLException said =
          assertThrows(
              SQLException.class, () -> rows(0, 1_000).into(connection, "arrived (i, text)"));
      assertEquals("23505", said.getSQLState());
      connection.rollback();
      try (ResultSet found = statement.executeQuery("SELECT 1")) {
        found.next();
        assertEquals(1, found.getInt(1));
      }
      connection.rollback();
    }
  }

  private static CopyRows rows(int from, int many) {
    CopyRows rows = new CopyRows(2, many);
    for (int i = from; i < from + many; i++) {
      rows.row();
      rows.int4(i);
      rows.text("row " + i);
    }
    return rows;
  }
}
