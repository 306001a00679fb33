package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The activities at a desk, without a server: the same as in hand.
class WorkDeskTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Scan BIN = Samples.scan("A-01");
  private static final Scan HAMMER = Samples.scan("5901");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final List<ClientCore> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(ClientCore::close);
  }

  private ClientCore client(String name) {
    ClientCore client =
        ClientCore.open(
            new ClientSettings(
                folder.resolve(name + ".db"),
                new DeviceId(name),
                URI.create("http://127.0.0.1:1"),
                ZoneOffset.UTC,
                clock),
            scan -> new Identified.PlainCode(scan.raw().text()));
    open.add(client);
    Product hammer = new Product(new Sku("HM-1"), "Hammer", "each", false, false);
    client
        .catalogue()
        .putProducts(
            1,
            List.of(
                new CodedProduct(
                    hammer, List.of(new CodedProduct.Barcode("5901", PackLevel.EACH)))));
    client.catalogue().putPlaces(1, NORTH, List.of(place("A-01"), place("B-02")));
    return client;
  }

  private static Place place(String code) {
    return new Place(new LocationCode(code), "A", "bin");
  }

  private SignedIn ana() {
    return new SignedIn(
        new Operator("ana"),
        "Ana",
        "worker",
        List.of(NORTH),
        clock.instant().plus(Duration.ofHours(8)));
  }

  private WorkDesk desk(ClientCore client, Set<Activity> elsewhere) {
    client.enterOnce(NORTH);
    client.actAs(ana());
    return client.workDesk(elsewhere).orElseThrow();
  }

  /// Signed in and at home.
  private Shift inHand(ClientCore client) {
    client.people().remember("SW-ANA", "123456", ana());
    Shift shift = client.shift(Optional.empty(), Duration.ofHours(1), view -> {});
    shift.scan(Samples.scan("SW-ANA"));
    for (String digit : List.of("1", "2", "3", "4", "5", "6")) {
      shift.give(new Input.Typed(digit));
    }
    return shift;
  }

  /// What somebody does: a scan or an input.
  private static final List<Object> SCRIPT =
      List.of(
          new Input.Point("MOVE"),
          HAMMER,
          BIN,
          Samples.scan("nobody knows"),
          HAMMER,
          new Input.Keyed(3),
          BIN,
          Samples.scan("B-02"),
          new Input.Press(Key.UNDO),
          new Input.Press(Key.UNDO),
          new Input.Press(Key.BACK),
          new Input.Press(Key.BACK),
          new Input.Point("COUNT"),
          BIN,
          new Input.Press(Key.BACK),
          new Input.Press(Key.BACK),
          new Input.Point("ADJUST"),
          BIN,
          HAMMER,
          new Input.Press(Key.BACK));

  @Test
  @DisplayName("X6 The same scans and presses come to the same in hand and at the desk")
  void theSameScriptComesToTheSame() {
    ClientCore phone = client("TC-07");
    Shift shift = inHand(phone);
    ClientCore pc = client("DESK-1");
    WorkDesk desk = desk(pc, Set.of());
    List<String> inHand = new ArrayList<>();
    List<String> atDesk = new ArrayList<>();
    for (Object step : SCRIPT) {
      Turn turn = step instanceof Scan scan ? shift.scan(scan) : shift.give((Input) step);
      inHand.add(
          step + ": " + turn.signal() + " " + phone.wording().headline(turn.said().headline()));
      WorkDesk.Done done =
          step instanceof Scan scan
              ? desk.scan(scan, OptionalLong.empty())
              : desk.give((Input) step);
      atDesk.add(step + ": " + done.outcome().signal() + " " + done.outcome().headline());
    }
    assertEquals(inHand, atDesk);
    assertEquals(commands(phone), commands(pc));
    assertEquals(2, commands(pc).size(), "the move, and that it was taken back");
  }

  private static List<String> commands(ClientCore client) {
    return client.history(20).stream()
        .map(entry -> entry.envelope().command().getClass().getSimpleName())
        .toList();
  }

  @Test
  void theTypedNumberIsSavedByTheScan() {
    ClientCore pc = client("DESK-1");
    WorkDesk desk = desk(pc, Set.of());
    desk.give(new Input.Point("MOVE"));
    desk.scan(BIN, OptionalLong.empty());
    desk.scan(HAMMER, OptionalLong.empty());
    WorkDesk.Done done = desk.scan(Samples.scan("B-02"), OptionalLong.of(5));
    assertTrue(done.outcome().command().isPresent(), done.outcome().headline());
    assertTrue(pc.history(1).getFirst().envelope().command().toString().contains("5"));
  }

  @Test
  void aNumberThatMeansNothingIsSaidAndTheScanIsNotTaken() {
    WorkDesk desk = desk(client("DESK-1"), Set.of());
    String before = said(desk);
    WorkDesk.Done done = desk.scan(HAMMER, OptionalLong.of(5));
    assertTrue(done.outcome().command().isEmpty());
    assertEquals(before, said(desk));
  }

  private static String said(WorkDesk desk) {
    return desk.view().card().toString();
  }

  @Test
  void whatHasAScreenOfItsOwnIsSaidAndHomeStays() {
    WorkDesk desk = desk(client("DESK-1"), Set.of(Activity.RECEIVE, Activity.MOVE));
    assertEquals(Optional.of(Activity.MOVE), desk.give(new Input.Point("MOVE")).elsewhere());
    assertEquals(Activity.HOME, desk.view().activity());
    assertEquals(Optional.empty(), desk.give(new Input.Point("COUNT")).elsewhere());
    assertEquals(Activity.COUNT, desk.view().activity());
  }

  @Test
  void somebodyGoesOnWhereTheyWere() {
    ClientCore pc = client("DESK-1");
    WorkDesk desk = desk(pc, Set.of());
    desk.give(new Input.Point("MOVE"));
    desk.scan(BIN, OptionalLong.empty());
    Supplier<WorkDesk> again = () -> pc.workDesk(Set.of()).orElseThrow();
    assertEquals(desk.view(), again.get().view());
    assertEquals(Activity.MOVE, again.get().view().activity());
  }
}
