package dev.stockwright.simulator.crash;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.simulator.model.InvariantCheck;
import dev.stockwright.simulator.site.FeedFold;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.ServerProcess;
import dev.stockwright.simulator.stack.Staff;
import dev.stockwright.simulator.stack.StreamFollower;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The server as it is shipped, killed again and again under load: numbered devices send through
/// HTTP, and a client of the stream follows each warehouse by number over all the connections.
public final class ServerCrashTrial {
  private static final int DEVICES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// A kill comes under load: after so many answers, however slow the machine is.
  private static final int ANSWERS_FIRST = 60;

  private static final List<String> OPTIONS = List.of("-Xmx384m", "-XX:TieredStopAtLevel=1");

  private final Path data;
  private final SplittableRandom random;
  private final boolean believing;
  private final List<CrashDevice> devices;
  private final FeedFold fold = new FeedFold();
  private final List<StreamFollower> followers = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<Long> restarts = new ArrayList<>();
  private long lost;
  private long unknown;
  private long unknownApplied;

  /// @param believing the negative control: devices take a command for done when they have sent it
  public ServerCrashTrial(Path folder, long seed, boolean believing) {
    this.data = folder.resolve("data");
    this.random = new SplittableRandom(seed);
    this.believing = believing;
    this.devices =
        IntStream.range(0, DEVICES).mapToObj(number -> new CrashDevice(number, seed)).toList();
  }

  /// Rounds of load, kill and restart, in turn of the server and of its PostgreSQL. After each
  /// restart, before anything is sent again, every acknowledged command must be there.
  public CrashTrial.Outcome run(int rounds) throws SQLException {
    Credentials.Password who = Staff.enrol(data, CodedSite.of(CrashDevice.PRODUCTS));
    ServerProcess server = ServerProcess.start(data, OPTIONS, Map.of());
    try {
      HttpCrew crew = new HttpCrew(server.url(), who, devices, believing);
      String token = signIn(server.url(), who);
      for (var warehouse : CrashDevice.WAREHOUSES) {
        StreamFollower follower = new StreamFollower(warehouse, 1, fold);
        followers.add(follower);
        follow(follower, server.url(), token);
      }
      for (int round = 0; round < rounds; round++) {
        server = round(round, server, crew, token);
      }
      if (!believing) {
        awaitFollowers(server);
      }
      return count(rounds, server);
    } finally {
      followers.forEach(StreamFollower::close);
      server.close();
    }
  }

  private ServerProcess round(int round, ServerProcess server, HttpCrew crew, String token)
      throws SQLException {
    int before = answered();
    crew.start();
    Waiting.until(
        () -> answered() - before + " answers under load",
        PATIENCE,
        () -> answered() - before >= ANSWERS_FIRST);
    Waiting.pass(Duration.ofMillis(200 + random.nextInt(500)));
    if (round % 2 == 1) {
      server.killPostgres();
      // The server lives on and must now promise nothing that is not so.
      Waiting.pass(Duration.ofMillis(200));
    }
    server.kill();
    crew.stop();
    List<CommandId> open =
        devices.stream().flatMap(each -> each.pending().stream()).map(Envelope::id).toList();
    long began = System.nanoTime();
    ServerProcess again =
        ServerProcess.start(
            data, OPTIONS, Map.of("http.port", Integer.toString(server.url().getPort())));
    restarts.add((System.nanoTime() - began) / 1_000_000);
    try (Books books = new Books(again.place())) {
      LedgerWitness witness = new LedgerWitness(books.connection());
      lost += witness.missing(acknowledged()).size();
      unknown += open.size();
      unknownApplied += witness.known(open);
    }
    followers.forEach(follower -> follow(follower, again.url(), token));
    if (!believing) {
      crew.settle(PATIENCE);
    }
    return again;
  }

  /// Counts what is lost and doubled now, and asks the ledger, its verifier and the fold of the
  /// stream.
  private CrashTrial.Outcome count(int rounds, ServerProcess server) throws SQLException {
    followers.forEach(follower -> complaints.addAll(follower.complaints()));
    Map<CommandId, Answer> all = acknowledged();
    try (Books books = new Books(server.place())) {
      LedgerWitness witness = new LedgerWitness(books.connection());
      lost += witness.missing(all).size();
      InvariantCheck.of(books.connection()).forEach(found -> complaints.add(found.toString()));
      complaints.addAll(books.findings());
      if (!believing) {
        complaints.addAll(fold.differences(books.connection()));
      }
      return new CrashTrial.Outcome(
          rounds,
          all.size(),
          lost,
          witness.doubled(),
          unknown,
          unknownApplied,
          complaints,
          restarts);
    }
  }

  private void awaitFollowers(ServerProcess server) throws SQLException {
    try (Books books = new Books(server.place())) {
      for (int i = 0; i < followers.size(); i++) {
        StreamFollower follower = followers.get(i);
        long newest = books.lastNumber(CrashDevice.WAREHOUSES.get(i).code());
        Waiting.until(
            () -> "event " + newest + " at a client that has " + follower.last(),
            PATIENCE,
            () -> follower.last() >= newest);
      }
    }
  }

  private static void follow(StreamFollower follower, URI server, String token) {
    Waiting.until(() -> "a stream at " + server, PATIENCE, () -> follower.connect(server, token));
  }

  private static String signIn(URI server, Credentials.Password who) {
    try (Asking asking = new Asking(server)) {
      return asking.signIn(who);
    }
  }

  private int answered() {
    return devices.stream().mapToInt(CrashDevice::answered).sum();
  }

  private Map<CommandId, Answer> acknowledged() {
    Map<CommandId, Answer> all = new HashMap<>();
    devices.forEach(device -> all.putAll(device.acknowledged()));
    return all;
  }
}
