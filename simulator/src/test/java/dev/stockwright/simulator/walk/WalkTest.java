package dev.stockwright.simulator.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Random walks with every kind of command through the real desk and PostgreSQL, beside a plain
/// model. A walk that fails prints its seed; `-Dwalk.seed=` goes it again.
@TestInstance(Lifecycle.PER_CLASS)
class WalkTest {
  private static final int STEPS = 900;

  /// The first two together bring about every kind of command; should a change of the rules make
  /// other walks of them, a few more are gone before a kind is said to be never accepted.
  private static final List<Long> SEEDS = List.of(4L, 11L, 6L, 9L, 7L, 8L);

  private static final int WALKS = 2;

  private EmbeddedDatabase postgres;
  private DatabaseRoom room;

  @BeforeAll
  void start(@TempDir Path folder) {
    postgres = EmbeddedDatabase.start(folder.resolve("pg"));
    room = new DatabaseRoom(postgres.place());
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @Test
  void everyKindOfCommandGoesAsTheModelSaysAndIsAcceptedAtLeastOnce() throws SQLException {
    Tally tally = new Tally();
    for (int walk = 0; walk < SEEDS.size(); walk++) {
      if (walk < WALKS || !tally.never(Kinds.all()).isEmpty()) {
        go(SEEDS.get(walk), tally);
      }
    }
    assertEquals(
        List.of(), tally.never(Kinds.all()), () -> "never accepted; all of them:\n" + tally);
    assertEquals(List.of(), tally.mostlyGuarded(), () -> "for documents nearly always:\n" + tally);
    assertTrue(tally.foreseen() > tally.all() / 2, () -> "little is foreseen:\n" + tally);
  }

  @Test
  @Tag("thorough")
  void manyWalksGoAsTheModelSays() throws SQLException {
    long first = Long.getLong("walk.seed", System.nanoTime());
    int walks = Integer.getInteger("walk.walks", Long.getLong("walk.seed") == null ? 60 : 1);
    Tally tally = new Tally();
    for (long seed = first; seed < first + walks; seed++) {
      go(seed, tally);
    }
    assertEquals(List.of(), tally.mostlyGuarded(), () -> "for documents nearly always:\n" + tally);
    assertTrue(tally.all() > 500L * walks, () -> "only " + tally.all() + " commands were judged");
  }

  private void go(long seed, Tally tally) throws SQLException {
    Walk.Outcome outcome = new Walk(room, "walk").go(seed, STEPS);
    if (!outcome.complaints().isEmpty()) {
      fail(outcome.explained());
    }
    tally.add(outcome.tally());
  }

  /// A permitted kind without an idea would never be tried.
  @Test
  void thereIsAnIdeaForEveryKind() {
    assertEquals(
        List.of(), Kinds.all().stream().filter(kind -> !Ideas.all().containsKey(kind)).toList());
    assertTrue(Kinds.all().size() > 130, "only " + Kinds.all().size() + " kinds were found");
  }

  @Test
  void aRowThatIsChangedPastTheDeskIsFoundOut() throws SQLException {
    assertFound(
        "UPDATE balance SET on_hand = on_hand + 1 WHERE ctid ="
            + " (SELECT ctid FROM balance WHERE on_hand > 0 LIMIT 1)",
        "pile ",
        5);
    assertFound("UPDATE purchase_order_line SET received = received + 1", "are received", 5);
  }

  /// Whatever lies loose is said to be picked, for an order that nobody has begun with.
  @Test
  void aDocumentThatStandsInTheWayWithoutGoodsIsFoundOut() throws SQLException {
    assertFound(
        """
        INSERT INTO picked_goods (warehouse_id, location_id, product_id, lot, order_id, line, quantity)
        SELECT b.warehouse_id, b.location_id, b.product_id, b.lot, o.id, 1, b.on_hand
          FROM balance b JOIN (SELECT warehouse_id, max(id) AS id FROM sales_order
                                WHERE state = 'committed' GROUP BY 1) o
            ON o.warehouse_id = b.warehouse_id
         WHERE b.on_hand > 0 AND b.handling_unit = '' AND b.location_id > 100
        ON CONFLICT DO NOTHING""",
        "was refused for a document: goods ",
        10);
  }

  @Test
  void aRefusalForTheWrongFiguresIsNotTheOneThatWasForeseen() {
    GuardRefusal right = picked(3, "SO-1");
    assertTrue(Barrier.of(List.of(right)).knows(right));
    assertFalse(Barrier.of(List.of(right)).knows(picked(2, "SO-1")), "so much is not free");
    assertFalse(Barrier.of(List.of(right)).knows(picked(3, "SO-2")), "that order has none of it");
    assertFalse(Barrier.NONE.knows(right));
  }

  private static GuardRefusal picked(long free, String order) {
    return new GuardRefusal.GoodsOfDocument(
        new Sku("S-1"),
        Optional.of(Scene.STAGE),
        4,
        free,
        DocumentKind.ORDER,
        new Reference(order),
        "picking",
        "cancel_order");
  }

  /// @param first a walk that is known to come across it; should a change of the rules make another
  /// of it, seven more are gone
  private void assertFound(String sql, String complaint, int first) throws SQLException {
    Walk tampered =
        new Walk(
            room,
            "walk",
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute(sql);
              }
            });
    List<String> complaints = new ArrayList<>();
    for (int seed = first; // not all walks have such a row, or come across it
        seed < first + 8 && complaints.stream().noneMatch(each -> each.contains(complaint));
        seed++) {
      complaints.addAll(tampered.go(seed, 240).complaints());
    }
    assertTrue(
        complaints.stream().anyMatch(each -> each.contains(complaint)),
        () -> sql + " was not found out: " + complaints);
  }
}
