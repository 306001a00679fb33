package dev.stockwright.simulator.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.FloorPost;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two handhelds and a floor post at the same shelves, each with a line of its own that comes and
/// goes: at the end all of them and the server say the same.
@Execution(ExecutionMode.CONCURRENT)
class TwoHandsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int STEPS = 60;

  /// What takes part, with the line of each.
  private record Devices(Hand ana, Hand ben, FloorPost post, List<ChaosProxy> lines) {
    List<ClientCore> cores() {
      return List.of(ana.core(), ben.core(), post.core());
    }
  }

  @Test
  void allDevicesAndTheServerAgree(@TempDir Path folder) throws SQLException {
    agree(folder, 5);
  }

  @Test
  @Tag("thorough")
  void allDevicesAndTheServerAgreeFiftyTimes(@TempDir Path folder) throws SQLException {
    agree(folder, 50);
  }

  /// The site of a shift, with the one product that a floor post waits for.
  private static Site site() {
    Site base = ShiftSite.site();
    Site.Product product = new Site.Product(CodedSite.sku(0), "Coded", "piece", false, false);
    Site.Barcode barcode =
        new Site.Barcode("0" + CodedSite.ean(0), product.sku(), Site.Pack.EACH, 1);
    return new Site(
        base.warehouses(),
        base.locations(),
        Stream.concat(base.products().stream(), Stream.of(product)).toList(),
        Stream.concat(base.barcodes().stream(), Stream.of(barcode)).toList(),
        base.minimums(),
        base.purchaseOrders());
  }

  private static void agree(Path folder, int seeds) throws SQLException {
    try (ShiftBed bed = new ShiftBed(folder, site());
        ChaosProxy first = bed.line();
        ChaosProxy second = bed.line();
        ChaosProxy third = bed.line();
        Hand ana = bed.hand("gun-1", first, CLOCK);
        Hand ben = bed.hand("gun-2", second, CLOCK);
        FloorPost post = post(bed, folder, third);
        Books books = new Books(bed.server().place())) {
      ShiftBed.ZONE_A.forEach(bin -> bed.office(ShiftBed.receipt(ShiftSite.BOLT, 20, bin)));
      Devices devices = new Devices(ana, ben, post, List.of(first, second, third));
      ana.signIn(ShiftSite.ANA);
      ben.signIn(ShiftSite.BEN);
      ana.point("MOVE");
      ben.point("MOVE");
      devices.cores().forEach(core -> awaitQuiet(0, core));
      for (int seed = 1; seed <= seeds; seed++) {
        round(seed, devices, books);
      }
      assertEquals(List.of(), books.findings());
      System.out.printf(
          "two hands and a post: %d seeds of %d steps, %d commands, %d balances,"
              + " %d refused on the hands%n",
          seeds,
          STEPS,
          books.number("SELECT count(*) FROM command WHERE device <> 'office'"),
          SameBooks.of(books).balances().size(),
          ana.core().syncStatus().refused() + ben.core().syncStatus().refused());
      assertTheCheckCanFail(bed, devices, books);
    }
  }

  private static FloorPost post(ShiftBed bed, Path folder, ChaosProxy line) {
    return new FloorPost(
        new FloorPost.Place(
            folder.resolve("post").resolve("post.db"),
            new DeviceId("floor-1"),
            URI.create("http://127.0.0.1:" + line.port()),
            ShiftSite.NORTH),
        bed.server().who(),
        (_, _) -> {});
  }

  private static void round(long seed, Devices devices, Books books) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(8) == 0) {
        devices.lines().get(random.nextInt(3)).mode(mode(random));
      }
      switch (random.nextInt(3)) {
        case 0 -> work(devices.ana(), random);
        case 1 -> work(devices.ben(), random);
        default ->
            devices
                .post()
                .scanned(
                    Scan.ofText(
                        "]E0" + CodedSite.ean(0), new DeviceId("floor-1"), CLOCK.instant()));
      }
      Waiting.pass(Duration.ofMillis(random.nextInt(20)));
    }
    devices.lines().forEach(line -> line.mode(ChaosProxy.Mode.CUT));
    devices.lines().forEach(line -> line.mode(ChaosProxy.Mode.PASS));
    devices.cores().forEach(core -> awaitQuiet(seed, core));
    SameBooks right = SameBooks.of(books);
    assertFalse(right.balances().isEmpty());
    Map<String, ClientCore> all =
        Map.of(
            "ana", devices.ana().core(),
            "ben", devices.ben().core(),
            "post", devices.post().core());
    all.forEach(
        (who, core) ->
            Waiting.until(
                () -> "seed " + seed + ", " + who + ": " + right.differences(core),
                PATIENCE,
                () -> right.differences(core).isEmpty()));
  }

  private static ChaosProxy.Mode mode(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> ChaosProxy.Mode.CUT;
      case 1 -> ChaosProxy.Mode.LOSE_REPLIES;
      default -> ChaosProxy.Mode.PASS;
    };
  }

  private static void work(Hand hand, SplittableRandom random) {
    int chance = random.nextInt(10);
    if (chance < 6) {
      LocationCode from = bin(random);
      hand.scan(from.code());
      hand.scan(ShiftSite.BOLT_EACH);
      hand.scan(bin(random).code());
    } else if (chance < 8) {
      Sku sku = random.nextBoolean() ? ShiftSite.NUT : ShiftSite.BOLT;
      keep(hand, ShiftBed.receipt(sku, 1 + random.nextInt(3), bin(random)));
    } else {
      hand.core().history(1).stream()
          .filter(entry -> !(entry.envelope().command() instanceof UndoCommand))
          .map(Entry::envelope)
          .forEach(last -> keep(hand, new UndoCommand(last.id())));
    }
  }

  private static LocationCode bin(SplittableRandom random) {
    return ShiftBed.ZONE_A.get(random.nextInt(ShiftBed.ZONE_A.size()));
  }

  private static void keep(Hand hand, Command command) {
    assertTrue(hand.core().add(command, false) instanceof Added.Saved);
  }

  private static void awaitQuiet(long seed, ClientCore core) {
    Waiting.until(
        () -> "seed " + seed + ": " + core.syncStatus(),
        PATIENCE,
        () ->
            core.syncStatus().unsent() == 0
                && core.desk().filter(desk -> desk.stock().freshness().live()).isPresent()
                && core.desk().filter(desk -> desk.balances().sound()).isPresent());
  }

  /// The negative control: what happens while a line is cut is not known behind it.
  private static void assertTheCheckCanFail(ShiftBed bed, Devices devices, Books books)
      throws SQLException {
    devices.lines().getFirst().mode(ChaosProxy.Mode.CUT);
    bed.office(ShiftBed.receipt(ShiftSite.NUT, 7, ShiftBed.DOCK));
    SameBooks right = SameBooks.of(books);
    List<String> missing =
        right.differences(devices.ana().core()).stream()
            .filter(each -> each.startsWith("no "))
            .toList();
    assertEquals(2, missing.size(), missing::toString);
    Waiting.until(
        () -> "ben: " + right.differences(devices.ben().core()),
        PATIENCE,
        () -> right.differences(devices.ben().core()).isEmpty());
  }
}
