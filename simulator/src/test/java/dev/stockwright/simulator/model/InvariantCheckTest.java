package dev.stockwright.simulator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.simulator.site.DatabaseRoom;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The negative controls of the check: each promise is broken in a good database, in a
/// transaction that is rolled back.
@TestInstance(Lifecycle.PER_CLASS)
class InvariantCheckTest {
  private EmbeddedDatabase postgres;
  private DatabasePlace good;

  @BeforeAll
  void makeAGoodDatabase(@TempDir Path folder) throws SQLException {
    postgres = EmbeddedDatabase.start(folder.resolve("pg"));
    DatabaseRoom room = new DatabaseRoom(postgres.place());
    LedgerTrial.Outcome outcome =
        new LedgerTrial(room, "good").run(7, 0, 60, LedgerTrial.StepFilter.ALL);
    assertEquals(List.of(), outcome.complaints());
    good = room.named("good");
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  static List<Arguments> damages() {
    return List.of(
        damage(
            "I-1",
            "UPDATE balance SET on_hand = on_hand + 1 WHERE on_hand = (SELECT max(on_hand) FROM balance)"),
        damage("I-1", "DELETE FROM balance WHERE on_hand = (SELECT max(on_hand) FROM balance)"),
        damage(
            "I-1", "UPDATE movement SET quantity = quantity + 1 WHERE n = 5 AND warehouse_id = 2"),
        damage(
            "I-1",
            "UPDATE movement SET level_before = level_before + 1 WHERE n = (SELECT max(n) FROM movement WHERE warehouse_id = 2) AND warehouse_id = 2"),
        damage(
            "I-2",
            "UPDATE stock_level SET scrap = scrap + 1, supplier = supplier - 1 WHERE ctid = (SELECT min(ctid) FROM stock_level)"),
        damage(
            "I-3",
            "ALTER TABLE stock_level DROP CONSTRAINT available_not_below_zero; UPDATE stock_level SET reserved = on_hand + 1 WHERE ctid = (SELECT min(ctid) FROM stock_level)"),
        damage("I-3", "UPDATE movement SET reserved_after = level_after + 1 WHERE n = 3"),
        damage("I-4", "UPDATE stock_level SET reserved = reserved - 1 WHERE reserved > 0"),
        damage("I-4", "UPDATE reservation_line SET quantity = quantity + 1 WHERE open"),
        damage("I-5", "UPDATE reservation SET state = 'released' WHERE state = 'committed'"),
        damage(
            "I-5",
            "UPDATE happening SET kind = 'reservation_released' WHERE kind = 'reservation_placed'"),
        damage(
            "I-7",
            "UPDATE stock_level SET in_transit = in_transit + 1, supplier = supplier - 1 WHERE ctid = (SELECT min(ctid) FROM stock_level)"),
        damage(
            "I-7",
            "DELETE FROM movement WHERE from_location_id = 3 AND n = (SELECT max(n) FROM movement WHERE from_location_id = 3)"),
        damage(
            "I-8",
            "INSERT INTO movement SELECT (m).* FROM (SELECT m #= hstore('n', (SELECT max(n) + 1 FROM movement WHERE warehouse_id = 2)::text) AS m FROM movement m WHERE warehouse_id = 2 AND reverses_n IS NULL ORDER BY n LIMIT 1) x"),
        damage(
            "I-8",
            "DELETE FROM movement WHERE (warehouse_id, n) = (SELECT warehouse_id, max(n) FROM movement GROUP BY 1 LIMIT 1)"),
        damage("I-8", "DELETE FROM command WHERE id = (SELECT command_id FROM movement LIMIT 1)"),
        damage("I-8", "UPDATE movement SET quantity = quantity + 1 WHERE reverses_n IS NOT NULL"),
        damage(
            "I-10", "UPDATE command SET answer = replace(answer, '\"accepted\"', '\"deferred\"')"),
        damage("I-13", "DELETE FROM movement WHERE n = 4"),
        damage("I-13", "UPDATE warehouse_counter SET last_n = last_n + 1"),
        damage(
            "I-13",
            "UPDATE movement SET recorded_at = recorded_at - interval '1 day' WHERE n = 50"),
        damage("I-14", "UPDATE stock_level SET n = n - 1 WHERE n > 0"),
        damage("I-15", "UPDATE device SET last_sequence = last_sequence + 1"),
        damage("I-15", "UPDATE command SET sequence = sequence + 100 WHERE sequence = 2"));
  }

  private static Arguments damage(String invariant, String sql) {
    return Arguments.of(invariant, sql);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("damages")
  void aBrokenPromiseIsFound(String invariant, String damage) throws SQLException {
    try (Connection connection = DatabaseRoom.connect(good);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertEquals(List.of(), InvariantCheck.of(connection));
      statement.execute("CREATE EXTENSION IF NOT EXISTS hstore SCHEMA public");
      statement.execute("SET session_replication_role = replica");
      statement.execute(damage);
      List<Violation> found = InvariantCheck.of(connection);
      assertTrue(
          found.stream().anyMatch(each -> each.invariant().equals(invariant)),
          () -> "not found: " + found);
      connection.rollback();
    }
  }
}
