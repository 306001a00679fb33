package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.harness.Soon;
import dev.stockwright.desktop.receiving.LaneCard;
import dev.stockwright.desktop.receiving.ReceiptHeader;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk with two scanners at two serial lines, each receiving another order.
class TwoLanesTest {
  private static final int SCANS = 100;
  private static final int BURST = 20;
  private static final String PRODUCTS =
      """
      {"items":[
       {"sku":"FR-2","name":"Folding rule 2 m","unit":"each","lot_tracked":true,
        "serial_tracked":false,"barcodes":[
         {"code":"04006381333931","pack":"each","units":1}]}]}
      """;
  private static final String ORDERS =
      """
      {"items":[
       {"number":"PO-1","supplier":"Brandt","expected_on":"2026-11-20","lines":[
        {"sku":"FR-2","name":"Folding rule 2 m","ordered":1000,"received":0}]},
       {"number":"PO-2","supplier":"Lumen","expected_on":"2026-11-20","lines":[
        {"sku":"FR-2","name":"Folding rule 2 m","ordered":1000,"received":0}]}]}
      """;

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @DisplayName("D3, D17: 200 scans of two lines are on their own receipts; both lanes come back")
  void twoScannersNeverMix() throws Exception {
    assumeTrue(SerialGun.possible(), "socat is not installed");
    SmallServer server = server();
    SerialGun first = gun("first");
    SerialGun second = gun("second");
    FloorApp app = working(server, first, second);
    first.send("]C0PO-1\r");
    second.send("]C0PO-2\r");
    await(() -> documents(app).equals(List.of("PO-1", "PO-2")));
    // Which line speaks when is chance; seed 7.
    Random chance = new Random(7);
    int ofFirst = 0;
    int ofSecond = 0;
    while (ofFirst + ofSecond < 2 * SCANS) {
      for (int i = 0; i < BURST; i++) {
        if (ofSecond == SCANS || (ofFirst < SCANS && chance.nextBoolean())) {
          first.send(lot("A", ofFirst++));
        } else {
          second.send(lot("B", ofSecond++));
        }
      }
      int sent = ofFirst + ofSecond;
      await(() -> received(app).size() == sent);
    }
    assertEquals(lots("A"), lotsOf(app, "PO-1"));
    assertEquals(lots("B"), lotsOf(app, "PO-2"));
    assertEquals(Optional.of("PO-1"), on(() -> app.receiving().openId().get()));
    comesBack(app, server, first, second);
  }

  /// What stood typed in the other lane, and which was shown, is there after a crash too.
  private void comesBack(FloorApp app, SmallServer server, SerialGun first, SerialGun second)
      throws IOException {
    Headless.run(
        () -> {
          app.receiving().nextLane();
          app.receiving().typed('1');
          app.receiving().typed('2');
        });
    await(() -> app.client().desk().orElseThrow().receiving("2").state().times() == 12);
    app.close();
    FloorApp again = working(server, first, second);
    await(() -> documents(again).equals(List.of("PO-1", "PO-2")));
    await(() -> again.receiving().openId().get().equals(Optional.of("PO-2")));
    await(() -> again.receiving().multiplier().get() == 12);
    await(() -> again.receiving().selected().get().equals(Optional.of("FR-2")));
    first.send(lot("A", SCANS));
    await(() -> units(again, new LotCode(code("A", SCANS))) > 0);
    second.send(lot("B", SCANS));
    await(() -> lastTwo(again).equals(List.of(code("A", SCANS), code("B", SCANS))));
    assertEquals(
        List.of(1L, 12L),
        Stream.of("A-100", "B-100").map(code -> units(again, new LotCode(code))).toList());
    await(() -> again.receiving().multiplier().get() == 0);
  }

  @Test
  @DisplayName("D3: F3 and a scan bind a scanner to the other lane, also for the next start")
  void aScannerIsBoundToTheLaneThatIsShown() throws Exception {
    assumeTrue(SerialGun.possible(), "socat is not installed");
    SmallServer server = server();
    SerialGun first = gun("first");
    SerialGun second = gun("second");
    FloorApp app = working(server, first, second);
    await(() -> app.receiving().lanes().cards().size() == 2);
    Headless.run(() -> app.receiving().askScanner());
    second.send("]C0ANYTHING\r");
    await(() -> scanners(app).equals(List.of("Scanner 1, Scanner 2", "")));
    second.send("]C0PO-2\r");
    await(() -> documents(app).equals(List.of("PO-2", "")));
    app.close();
    FloorApp again = working(server, first, second);
    await(() -> scanners(again).equals(List.of("Scanner 1, Scanner 2", "")));
  }

  private static String lot(String lane, int number) {
    return "]C101" + "04006381333931" + "10" + code(lane, number) + "\r";
  }

  private static String code(String lane, int number) {
    return lane + "-" + number;
  }

  private static List<String> lots(String lane) {
    return Stream.iterate(0, i -> i + 1).limit(SCANS).map(i -> code(lane, i)).toList();
  }

  /// Oldest first, as the outbox holds them.
  private static List<ReceiveGoods> received(FloorApp app) {
    List<ReceiveGoods> received = new ArrayList<>();
    for (Entry entry : app.client().history(1_000)) {
      if (entry.envelope().command() instanceof ReceiveGoods goods) {
        received.addFirst(goods);
      }
    }
    return received;
  }

  private static List<String> lotsOf(FloorApp app, String order) {
    return received(app).stream()
        .filter(goods -> goods.purchaseOrder().equals(Optional.of(new Reference(order))))
        .map(goods -> goods.lot().orElseThrow().code())
        .toList();
  }

  private static List<String> lastTwo(FloorApp app) {
    List<ReceiveGoods> all = received(app);
    return all.subList(all.size() - 2, all.size()).stream()
        .map(goods -> goods.lot().orElseThrow().code())
        .toList();
  }

  private static long units(FloorApp app, LotCode lot) {
    return received(app).stream()
        .filter(goods -> goods.lot().equals(Optional.of(lot)))
        .mapToLong(goods -> goods.quantity().units())
        .sum();
  }

  private static List<String> documents(FloorApp app) {
    return app.receiving().lanes().cards().stream()
        .map(card -> card.receipt().map(ReceiptHeader::document).orElse(""))
        .toList();
  }

  private static List<String> scanners(FloorApp app) {
    return app.receiving().lanes().cards().stream().map(LaneCard::scanners).toList();
  }

  private FloorApp working(SmallServer server, SerialGun first, SerialGun second) {
    Headless.run(() -> {});
    FloorOptions plain = FloorOptions.of(server.address(), folder);
    FloorApp app =
        FloorApp.open(
            new FloorOptions(
                plain.server(),
                plain.folder(),
                plain.device(),
                List.of("1=" + first.device(), "2=" + second.device()),
                plain.baud(),
                false,
                plain.signInFile(),
                plain.warehouse()));
    open.add(app);
    app.signIn(new Credentials.Password("ines", "right"));
    await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 3);
    await(
        () ->
            app.devices().rows().stream()
                    .filter(row -> row.health().source().code().startsWith("scanner-"))
                    .filter(row -> row.health().state() == DeviceState.READY)
                    .count()
                == 2);
    return app;
  }

  private SmallServer server() throws IOException {
    SmallServer server = new SmallServer();
    server.page("/api/v1/products", _ -> PRODUCTS);
    server.page("/api/v1/purchase-orders", _ -> ORDERS);
    open.add(server);
    return server;
  }

  private SerialGun gun(String name) throws IOException {
    SerialGun gun = SerialGun.in(folder, name);
    open.add(gun);
    return gun;
  }

  private static <T> T on(Supplier<T> ask) {
    return Headless.call(ask::get);
  }

  private static void await(BooleanSupplier condition) {
    Soon.await(condition);
  }
}
