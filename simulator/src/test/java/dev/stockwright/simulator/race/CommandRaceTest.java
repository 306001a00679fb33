package dev.stockwright.simulator.race;

import static dev.stockwright.simulator.race.RaceSite.EAST;
import static dev.stockwright.simulator.race.RaceSite.NORTH;
import static dev.stockwright.simulator.race.RaceSite.accepted;
import static dev.stockwright.simulator.race.RaceSite.adjust;
import static dev.stockwright.simulator.race.RaceSite.receive;
import static dev.stockwright.simulator.race.RaceSite.reserve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Sixteen threads at one key, half of them at a second desk over the same database.
@TestInstance(Lifecycle.PER_CLASS)
class CommandRaceTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 200;

  private RaceSite site;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    site = new RaceSite(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  @AfterEach
  void theLedgerIsRight() throws SQLException {
    assertEquals(List.of(), site.violations());
  }

  @Test
  void theLastUnitIsReservedByExactlyOne() {
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = site.freshProduct();
      site.one(receive(NORTH, sku, 1));
      int number = round;
      List<Answer> answers =
          site.atOnce(
              IntStream.range(0, THREADS)
                  .mapToObj(i -> reserve("LAST-" + number + "-" + i, sku, 1, 600))
                  .toList());
      assertEquals(1, accepted(answers), () -> "round " + number + ": " + answers);
    }
  }

  @Test
  void theLastUnitIsTakenByExactlyOneWhateverTheCommand() {
    for (int round = 0; round < 100; round++) {
      Sku sku = site.freshProduct();
      site.one(receive(NORTH, sku, 1));
      List<Command> commands = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        commands.add(
            switch (i % 3) {
              case 0 -> adjust(sku, -1);
              case 1 -> transfer(NORTH, EAST, sku, 1);
              default -> reserve("ANY-" + round + "-" + i, sku, 1, 600);
            });
      }
      Collections.rotate(commands, round);
      List<Answer> answers = site.atOnce(commands);
      assertEquals(1, accepted(answers), () -> answers.toString());
    }
  }

  @Test
  void concurrentAdjustmentsOfOneKeyAreAllThere() throws SQLException {
    Sku sku = site.freshProduct();
    site.one(receive(NORTH, sku, 1_000));
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < 100 * THREADS; i++) {
      commands.add(adjust(sku, i % 4 == 0 ? -3 : 2));
    }
    assertEquals(commands.size(), accepted(site.atOnce(commands)));
    long change = commands.size() / 4 * (3L * 2 - 3);
    assertEquals(1_000 + change, site.onHand(NORTH, sku));
  }

  @Test
  @DisplayName("X1 One id sent by many at once takes effect once, with one answer")
  void oneIdSentByManyAtOnceTakesEffectOnce() throws SQLException {
    for (int round = 0; round < 50; round++) {
      Sku sku = site.freshProduct();
      List<Answer> answers =
          site.atOnce(
              Collections.nCopies(THREADS, receive(NORTH, sku, 5)), Optional.of(RaceSite.newId()));
      assertEquals(1, Set.copyOf(answers).size(), () -> "different answers: " + answers);
      assertEquals(5, site.onHand(NORTH, sku));
    }
  }

  @Test
  void oneCommandIsUndoneOnce() throws SQLException {
    for (int round = 0; round < 50; round++) {
      Sku sku = site.freshProduct();
      site.one(receive(NORTH, sku, 100));
      CommandId received =
          assertInstanceOf(Answer.Accepted.class, site.one(receive(NORTH, sku, 7))).id();
      List<Answer> answers = site.atOnce(Collections.nCopies(THREADS, new UndoCommand(received)));
      assertEquals(1, accepted(answers), () -> answers.toString());
      assertEquals(100, site.onHand(NORTH, sku));
    }
  }

  @Test
  void goodsAreMovedOnceHoweverManyWantToMoveThem() throws SQLException {
    for (int round = 0; round < 50; round++) {
      Sku sku = site.freshProduct();
      site.one(receive(NORTH, sku, 10));
      List<Answer> answers =
          site.atOnce(
              Collections.nCopies(
                  THREADS,
                  new MoveStock(
                      NORTH,
                      sku,
                      new Quantity(4),
                      SiteFill.DOCK,
                      new LocationCode("A-01"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty())));
      assertEquals(2, accepted(answers), () -> answers.toString());
      assertEquals(10, site.onHand(NORTH, sku));
    }
  }

  @Test
  void transfersThereAndBackNeitherBlockEachOtherNorLoseAnything() throws SQLException {
    List<Sku> skus = IntStream.range(0, 4).mapToObj(i -> site.freshProduct()).toList();
    for (Sku sku : skus) {
      site.one(receive(NORTH, sku, 10_000));
      site.one(receive(EAST, sku, 10_000));
    }
    for (int round = 0; round < 20; round++) {
      List<Command> commands = new ArrayList<>();
      for (int i = 0; i < 4 * THREADS; i++) {
        boolean there = i % 2 == 0;
        commands.add(
            transfer(there ? NORTH : EAST, there ? EAST : NORTH, skus.get(i / 2 % 4), 1 + i % 3));
      }
      Collections.rotate(commands, round);
      assertEquals(commands.size(), accepted(site.atOnce(commands)));
    }
    for (Sku sku : skus) {
      assertEquals(20_000, site.onHand(NORTH, sku) + site.onHand(EAST, sku));
    }
  }

  @Test
  void aPromiseThatIsConfirmedAndReleasedAtOnceEndsOneWay() throws SQLException {
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = site.freshProduct();
      Reference order = new Reference("END-" + round);
      site.one(receive(NORTH, sku, 1));
      site.one(reserve(order.code(), sku, 1, 600));
      List<Answer> answers =
          site.atOnce(
              List.of(
                  new ConfirmReservation(order),
                  new ReleaseReservation(order),
                  new ReleaseReservation(order),
                  new ConfirmReservation(order)));
      long released = accepted(List.of(answers.get(1), answers.get(2)));
      assertEquals(1, released, () -> "released once and only once: " + answers);
      assertEquals(0, reserved(sku));
    }
  }

  /// The promise lapses while it is confirmed, released and wanted by another order. Either the
  /// confirmation or the other order has the unit in the end, never both.
  @Test
  void aPromiseThatLapsesWhileItIsConfirmedHoldsForOneOrder() throws SQLException {
    Set<String> endings = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = site.freshProduct();
      Reference order = new Reference("LAPSE-" + round);
      site.one(receive(NORTH, sku, 1));
      site.one(reserve(order.code(), sku, 1, 600));
      lapse(order, round % 4);
      List<Answer> answers =
          site.atOnce(
              List.of(new ConfirmReservation(order), reserve("OTHER-" + round, sku, 1, 600)));
      assertEquals(1, accepted(answers), () -> "one holds it: " + answers);
      assertEquals(1, reserved(sku));
      endings.add(answers.get(0) instanceof Answer.Accepted ? "confirmed" : "other");
      if (answers.get(0) instanceof Answer.Refused refused) {
        assertTrue(
            refused.refusal() instanceof Refusal.InsufficientStock, () -> refused.toString());
      }
    }
    assertEquals(Set.of("confirmed", "other"), endings, "both must have happened");
  }

  private long reserved(Sku sku) throws SQLException {
    return site.number(
        "SELECT sum(l.reserved) FROM stock_level l JOIN product p ON p.id = l.product_id"
            + " WHERE p.sku = '%s'".formatted(sku));
  }

  /// Sets the promise's end to a moment that passes about now.
  private void lapse(Reference order, int millis) throws SQLException {
    String end = "clock_timestamp() + interval '%d milliseconds'".formatted(millis);
    site.change(
        "UPDATE reservation SET expires_at = %s WHERE order_code = '%s'".formatted(end, order));
  }

  private static TransferStock transfer(
      WarehouseCode from, WarehouseCode to, Sku sku, long quantity) {
    return new TransferStock(
        from,
        to,
        sku,
        new Quantity(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
