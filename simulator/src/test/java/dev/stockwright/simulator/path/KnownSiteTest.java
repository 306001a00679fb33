package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.FloorPost;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A device that keeps what a real server knows of its warehouse, while others work there.
@NullUnmarked // fields are set before each test
@Execution(ExecutionMode.CONCURRENT) // most of it waits for renewals
class KnownSiteTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PRODUCTS = 9;
  private static final long SEED = 20_261_121;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private Path folder;
  private ServerHere server;
  private Asking asking;

  @BeforeEach
  void start(@TempDir Path given) {
    folder = given;
    server = ServerHere.start(folder, CodedSite.of(PRODUCTS));
    asking = new Asking(server.url());
    asking.signIn(server.who());
  }

  @AfterEach
  void stop() {
    asking.close();
    server.close();
  }

  @Test
  void afterAnyWorkTheDevicesBalancesAreTheServers() throws SQLException {
    work(30);
    try (FloorPost post = post(server.url())) {
      work(30); // while all is being asked for
      awaitSame(post);
      work(20);
      awaitSame(post);
    }
    work(20); // while it is away
    try (FloorPost post = post(server.url())) {
      work(10);
      awaitSame(post);
      Balance onUnit =
          post.desk().balances().all().stream()
              .filter(balance -> balance.unit().isPresent())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no handling unit, seed " + SEED));
      var unit = post.desk().balances().unit(onUnit.unit().orElseThrow()).orElseThrow();
      assertEquals(Optional.of(onUnit.location()), unit.at());
      assertTrue(
          unit.contents().stream().anyMatch(c -> c.units() == onUnit.units()), unit::toString);
    }
  }

  @Test
  void whatIsDoneInADeadSpotIsNotOfferedAgainAndWhatOthersDoGoes() throws Exception {
    give(receipt(new Sku("C-1"), 10, Optional.empty(), Optional.empty()));
    give(receipt(new Sku("C-2"), 10, Optional.empty(), Optional.empty()));
    Reference count = new Reference("CNT-1");
    try (ChaosProxy line =
            new ChaosProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        FloorPost post = post(URI.create("http://127.0.0.1:" + line.port()))) {
      give(open("C-1"));
      give(open("C-2"));
      give(request(count));
      Waiting.until(
          () -> "two put-aways: " + post.desk().work().putAways(),
          PATIENCE,
          () -> post.desk().work().putAways().size() == 2 && tasks(post, "put_away") == 2);
      Waiting.until(
          () -> "bins: " + post.desk().work().counts(), PATIENCE, () -> bins(post, count) == 1);
      PutAwayTask first = post.desk().work().putAways().getFirst();
      assertEquals(Optional.of(CodedSite.BIN), first.to(), first::toString);
      assertTrue(!first.why().isEmpty() && !first.others().isEmpty(), first::toString);
      line.mode(ChaosProxy.Mode.CUT);
      part(post, first, Optional.of(new Quantity(4)));
      assertEquals(6, of(post, first).orElseThrow().left());
      part(post, first, Optional.empty());
      assertEquals(Optional.empty(), of(post, first));
      assertEquals(1, tasks(post, "put_away"));
      line.mode(ChaosProxy.Mode.PASS);
      post.core().tryNow();
      post.awaitSent(PATIENCE);
      Reference other =
          post.desk().work().putAways().stream()
              .map(PutAwayTask::number)
              .filter(number -> !number.equals(first.number()))
              .findFirst()
              .orElseThrow();
      give(new PutAwayCommand.PutAway(CodedSite.NORTH, other, CodedSite.BIN, Optional.empty()));
      Waiting.until(
          () -> post.desk().work().tasks().toString(),
          PATIENCE,
          () -> post.desk().work().putAways().isEmpty() && tasks(post, "put_away") == 0);
      give(new CountCommand.CancelCount(CodedSite.NORTH, count, new ReasonCode("unwanted")));
      Waiting.until(
          () -> post.desk().work().counts().toString(), PATIENCE, () -> bins(post, count) == 0);
    }
  }

  private static void part(FloorPost post, PutAwayTask task, Optional<Quantity> units) {
    var added =
        post.core()
            .add(
                new PutAwayCommand.PutAway(CodedSite.NORTH, task.number(), CodedSite.BIN, units),
                false);
    assertTrue(added.toString().startsWith("Saved"), added::toString);
  }

  private static Optional<PutAwayTask> of(FloorPost post, PutAwayTask task) {
    return post.desk().work().putAways().stream()
        .filter(each -> each.number().equals(task.number()))
        .findFirst();
  }

  /// Of our count; the server's own jobs may request others.
  private static long bins(FloorPost post, Reference count) {
    return post.desk().work().counts().stream()
        .filter(each -> each.number().equals(count))
        .mapToLong(each -> each.bins().size())
        .sum();
  }

  private static long tasks(FloorPost post, String kind) {
    return post.desk().work().tasks().stream().map(WaitingTask::kind).filter(kind::equals).count();
  }

  private FloorPost post(URI at) {
    Credentials.Password who = server.who();
    return new FloorPost(
        new FloorPost.Place(
            folder.resolve("floor.db"), new DeviceId("floor-1"), at, CodedSite.NORTH),
        who,
        (_, _) -> {});
  }

  private void awaitSame(FloorPost post) throws SQLException {
    String wanted = asked();
    Waiting.until(
        () -> "seed " + SEED + "\n" + wanted + "\nbut\n" + kept(post),
        PATIENCE,
        () -> post.desk().balances().sound() && kept(post).equals(wanted));
  }

  private static String kept(FloorPost post) {
    TreeSet<String> rows = new TreeSet<>();
    for (Balance b : post.desk().balances().all()) {
      rows.add(
          String.join(
              " ",
              b.sku().code(),
              b.location().code(),
              b.lot().map(LotCode::code).orElse("-"),
              b.unit().map(HandlingUnit::code).orElse("-"),
              b.condition().code(),
              Long.toString(b.units())));
    }
    return String.join("\n", rows);
  }

  /// Past the question, from the tables.
  private String asked() throws SQLException {
    String sql =
        "SELECT concat_ws(' ', p.sku, l.code, coalesce(nullif(b.lot, ''), '-'),"
            + " coalesce(nullif(b.handling_unit, ''), '-'), b.condition, b.on_hand) FROM balance b"
            + " JOIN product p ON p.id = b.product_id JOIN location l ON l.id = b.location_id"
            + " JOIN warehouse w ON w.id = b.warehouse_id"
            + " WHERE w.code = 'NORTH' AND b.on_hand > 0 AND l.kind <> 'virtual'";
    TreeSet<String> rows = new TreeSet<>();
    try (var connection = DatabaseRoom.connect(server.place());
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return String.join("\n", rows);
  }

  private void work(int batches) {
    for (int i = 0; i < batches; i++) {
      List<Envelope> some = new ArrayList<>();
      for (int j = 0; j < 8; j++) {
        some.add(envelope(any()));
      }
      var answer = asking.post("/api/v1/commands", Receipts.body(some));
      assertEquals(200, answer.statusCode(), answer.body());
    }
  }

  private void give(Command command) {
    var answer = asking.post("/api/v1/commands", Receipts.body(List.of(envelope(command))));
    assertTrue(answer.body().contains("\"accepted\""), answer.body());
  }

  private Envelope envelope(Command command) {
    return new Envelope(
        CommandId.timeOrdered(1_780_000_000_000L, random.nextLong(), random.nextLong()),
        new DeviceId("others"),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        command);
  }

  private Command any() {
    Sku sku = CodedSite.sku(random.nextInt(PRODUCTS));
    Quantity few = new Quantity(1 + random.nextInt(6));
    Optional<LotCode> lot = some(new LotCode("L" + random.nextInt(2)));
    Optional<HandlingUnit> unit = some(new HandlingUnit("HU-" + random.nextInt(3)));
    Optional<Condition> condition =
        some(random.nextInt(3) == 0 ? Condition.DAMAGED : Condition.HOLD);
    boolean in = random.nextBoolean();
    LocationCode from = in ? CodedSite.DOCK : CodedSite.BIN;
    LocationCode to = in ? CodedSite.BIN : CodedSite.DOCK;
    return switch (random.nextInt(7)) {
      case 0, 1 -> receipt(sku, few.units() * 4, lot, unit);
      case 2 ->
          new MoveStock(
              CodedSite.NORTH, sku, few, from, to, lot, unit, Optional.empty(), Optional.empty());
      case 3 ->
          new AdjustStock(
              CodedSite.NORTH,
              sku,
              random.nextInt(-5, 6) * 2 + 1,
              Optional.of(new ReasonCode("count")),
              some(from),
              lot,
              Optional.empty(),
              condition);
      case 4 ->
          new TransferStock(
              in ? CodedSite.NORTH : CodedSite.EAST,
              in ? CodedSite.EAST : CodedSite.NORTH,
              sku,
              few,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case 5 ->
          new MoveCommand.MoveGoods(
              CodedSite.NORTH,
              sku,
              few,
              from,
              to,
              lot,
              Optional.empty(),
              unit,
              Optional.empty(),
              Optional.empty());
      default ->
          new MoveCommand.MoveHandlingUnit(
              CodedSite.NORTH, new HandlingUnit("HU-" + random.nextInt(3)), to, Optional.empty());
    };
  }

  private <T> Optional<T> some(T value) {
    return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
  }

  private static ReceiveGoods receipt(
      Sku sku, long units, Optional<LotCode> lot, Optional<HandlingUnit> unit) {
    return new ReceiveGoods(
        CodedSite.NORTH,
        sku,
        new Quantity(units),
        Optional.empty(),
        lot,
        Optional.empty(),
        Optional.empty(),
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Command open(String sku) {
    return new PutAwayCommand.OpenPutAway(
        CodedSite.NORTH,
        new Sku(sku),
        CodedSite.DOCK,
        new Quantity(10),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Command request(Reference count) {
    return new CountCommand.RequestCount(
        CodedSite.NORTH,
        Optional.of(count),
        Optional.empty(),
        List.of(CodedSite.BIN),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
