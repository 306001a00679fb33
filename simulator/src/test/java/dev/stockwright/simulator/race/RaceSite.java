package dev.stockwright.simulator.race;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.simulator.model.InvariantCheck;
import dev.stockwright.simulator.model.Violation;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.site.DeskHouse;
import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One database and two desks over it, as two servers would have: what is right must not hang on a
/// desk's own memory.
final class RaceSite implements AutoCloseable {
  static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  static final WarehouseCode EAST = new WarehouseCode("EAST");
  private static final int PRODUCTS = 1_000;

  private final EmbeddedDatabase postgres;
  private final DeskHouse left;
  private final DeskHouse right;
  private int nextProduct;

  RaceSite(Path folder) throws SQLException {
    postgres = EmbeddedDatabase.start(folder.resolve("pg"));
    DatabasePlace place = postgres.place();
    left = DeskHouse.open(place);
    right = DeskHouse.open(place);
    try (Connection connection = DatabaseRoom.connect(place)) {
      SiteFill fill = new SiteFill(connection);
      fill.warehouse(NORTH, List.of(new LocationCode("A-01")));
      fill.warehouse(EAST, List.of(new LocationCode("A-01")));
      fill.products(IntStream.range(0, PRODUCTS).mapToObj(p -> new Sku("R-" + p)).toList());
    }
  }

  /// A product that nobody has touched.
  Sku freshProduct() {
    return new Sku("R-" + nextProduct++);
  }

  /// Hands each command in from a thread of its own, all at the same moment, turn about at the two
  /// desks; the answers come in the order of the commands.
  List<Answer> atOnce(List<? extends Command> commands) {
    return atOnce(commands, Optional.empty());
  }

  /// The same with one id for all.
  List<Answer> atOnce(List<? extends Command> commands, Optional<CommandId> sharedId) {
    Answer[] answers = new Answer[commands.size()];
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      int at = i;
      Desk desk = i % 2 == 0 ? left.desk() : right.desk();
      Submission submission = submission(sharedId.orElseGet(RaceSite::newId), commands.get(i));
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    awaitStart(start);
                    answers[at] = settled(desk, submission);
                  }));
    }
    start.countDown();
    threads.forEach(RaceSite::join);
    return List.of(answers);
  }

  Answer one(Command command) {
    return settled(left.desk(), submission(newId(), command));
  }

  static CommandId newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return CommandId.timeOrdered(1_780_000_000_000L, random.nextLong(), random.nextLong());
  }

  /// Sends again whatever was put off, as every sender must.
  private static Answer settled(Desk desk, Submission submission) {
    for (int tries = 0; tries < 200; tries++) {
      Answer answer = desk.submit(submission).orTimeout(30, TimeUnit.SECONDS).join();
      if (!(answer instanceof Answer.Deferred)) {
        return answer;
      }
    }
    throw new IllegalStateException("put off 200 times: " + submission);
  }

  long number(String sql) throws SQLException {
    try (Connection connection = DatabaseRoom.connect(postgres.place());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void change(String sql) throws SQLException {
    try (Connection connection = DatabaseRoom.connect(postgres.place());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// On hand of a product in a warehouse.
  long onHand(WarehouseCode warehouse, Sku sku) throws SQLException {
    return number(
        "SELECT coalesce(sum(l.on_hand), 0) FROM stock_level l JOIN warehouse w"
            + " ON w.id = l.warehouse_id JOIN product p ON p.id = l.product_id"
            + " WHERE w.code = '%s' AND p.sku = '%s'".formatted(warehouse, sku));
  }

  List<Violation> violations() throws SQLException {
    try (Connection connection = DatabaseRoom.connect(postgres.place())) {
      return InvariantCheck.of(connection);
    }
  }

  static ReceiveGoods receive(WarehouseCode warehouse, Sku sku, long quantity) {
    return new ReceiveGoods(
        warehouse,
        sku,
        new Quantity(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static AdjustStock adjust(Sku sku, long change) {
    return new AdjustStock(
        NORTH,
        sku,
        change,
        Optional.of(new ReasonCode("count")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static PlaceReservation reserve(String order, Sku sku, long quantity, long seconds) {
    return new PlaceReservation(
        new Reference(order),
        List.of(new PlaceReservation.Line(sku, NORTH, new Quantity(quantity))),
        seconds);
  }

  static long accepted(List<Answer> answers) {
    return answers.stream().filter(Answer.Accepted.class::isInstance).count();
  }

  @Override
  public void close() {
    left.close();
    right.close();
    postgres.close();
  }

  private static Submission submission(CommandId id, Command command) {
    return Submission.of(
        new Envelope(
            id,
            new DeviceId("race"),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command),
        new Operator("race"));
  }

  private static void awaitStart(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
