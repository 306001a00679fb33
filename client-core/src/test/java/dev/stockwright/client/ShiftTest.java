package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device in a dead spot: no server is ever reached. People whom it knows sign in all the same.
@NullUnmarked // fields are set before each test
class ShiftTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Duration IDLE = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private ClientCore client;
  private Shift shift;
  private Shift.View seen;

  @BeforeEach
  void open() {
    client =
        ClientCore.open(
            new ClientSettings(
                folder.resolve("device.db"),
                new DeviceId("TC-07"),
                URI.create("http://127.0.0.1:1"),
                ZoneOffset.UTC,
                clock),
            scan -> new Identified.PlainCode(scan.raw().text()));
    client.people().remember("SW-ANA", "123456", person("ana", "Ana", "worker"));
    client.people().remember("SW-BEN", "654321", person("ben", "Ben", "worker"));
    client.people().remember("SW-SUE", "777888", person("sue", "Sue", "supervisor"));
    Product hammer = new Product(new Sku("HM-1"), "Hammer", "each", false, false);
    client
        .catalogue()
        .putProducts(
            1,
            List.of(
                new CodedProduct(
                    hammer, List.of(new CodedProduct.Barcode("5901", PackLevel.EACH)))));
    client.catalogue().putPlaces(1, NORTH, List.of(place("A-01"), place("B-02")));
    shift = client.shift(Optional.empty(), IDLE, view -> seen = view);
  }

  private static Place place(String code) {
    return new Place(new LocationCode(code), "A", "bin");
  }

  private SignedIn person(String user, String name, String role) {
    return new SignedIn(
        new Operator(user), name, role, List.of(NORTH), clock.instant().plus(Duration.ofHours(8)));
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Turn scan(String text) {
    return shift.scan(Samples.scan(text));
  }

  private Turn press(Key key) {
    return shift.give(new Input.Press(key));
  }

  private Turn type(String digits) {
    Turn last = shift.give(new Input.Typed(digits.substring(0, 1)));
    for (int i = 1; i < digits.length(); i++) {
      last = shift.give(new Input.Typed(digits.substring(i, i + 1)));
    }
    return last;
  }

  private void signIn(String badge, String pin) {
    scan(badge);
    type(pin);
  }

  private String said(Turn turn) {
    return client.wording().say(turn.said().headline());
  }

  private String instruction() {
    return client.wording().say(seen.card().prompt().instruction());
  }

  private List<Envelope> sent() {
    return client.history(50).stream().map(entry -> entry.envelope()).toList();
  }

  @Test
  @DisplayName("3.1 One scan and the digits of the PIN; in a dead spot too")
  void aKnownPersonSignsInWithoutTheServer() {
    assertEquals("Scan your badge", instruction());
    assertEquals(Signal.ACCEPT, scan("SW-ANA").signal());
    assertEquals(Card.Means.PIN, seen.card().prompt().means());
    type("123456");
    assertEquals("Scan anything", instruction());
    assertEquals(Optional.of("Ana"), seen.person());
  }

  @Test
  @DisplayName(
      "H46 Goods are no badge and nothing is told of them; five wrong PINs block; a supervisor"
          + " frees")
  void nothingIsToldBeforeSomebodyHasSignedIn() {
    Turn goods = scan("5901");
    assertEquals(Signal.REJECT, goods.signal());
    assertEquals("That is not a badge.", said(goods));
    scan("SW-ANA");
    for (int i = 0; i < 4; i++) {
      assertEquals("Badge or PIN is wrong.", said(type("000000")));
    }
    Turn blocked = type("000000");
    assertTrue(said(blocked).startsWith("Blocked until"), said(blocked));
    assertEquals(Signal.REJECT, scan("SW-ANA").signal());
    assertEquals("Freed by a supervisor.", said(scan("SW-SUE")));
    type("123456");
    assertEquals(Optional.of("Ana"), seen.person());
  }

  @Test
  void aStrangerNeedsTheServerOnce() {
    scan("SW-ZOE");
    type("111111");
    Turn turn = press(Key.OK);
    assertEquals("The server is not reached.", said(turn));
    assertEquals("Scan your badge", instruction());
  }

  @Test
  void threeScansMoveGoodsAndEachCommandHasItsAuthor() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("MOVE"));
    scan("A-01");
    scan("5901");
    assertEquals(Signal.DONE, scan("B-02").signal());
    Envelope move = sent().getFirst();
    assertEquals(Optional.of(new Operator("ana")), move.author());
    assertEquals(MoveStock.class, move.command().getClass());
    assertTrue(move.insisted(), "told late, so it is recorded whatever the books say");
  }

  @Test
  @DisplayName("H41 A device that is opened again goes on at the same step after the sign-in")
  void theSameStepIsThereAfterTheDeviceWasOpenedAgain() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("MOVE"));
    scan("A-01");
    scan("5901");
    Card before = seen.card();
    client.close();
    open();
    signIn("SW-ANA", "123456");
    assertEquals(before, seen.card());
    assertEquals(
        "Resumed where you were.",
        client.wording().say(seen.said().orElseThrow().said().headline()));
    assertEquals(Signal.DONE, scan("B-02").signal());
  }

  @Test
  @DisplayName(
      "H47 An untouched screen is covered; the same badge goes on with one scan, another takes"
          + " over")
  void anUntouchedScreenIsCovered() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("MOVE"));
    scan("A-01");
    Card before = seen.card();
    clock.advance(IDLE);
    shift.tick();
    assertEquals(before, seen.card());
    clock.advance(Duration.ofSeconds(1));
    shift.tick();
    assertEquals("Ana: scan your badge", instruction());
    assertEquals("That is not a badge.", said(scan("5901")));
    scan("SW-ANA");
    assertEquals(before, seen.card());
    clock.advance(IDLE.plusSeconds(1));
    shift.tick();
    scan("SW-BEN");
    press(Key.BACK);
    assertEquals("Ana: scan your badge", instruction());
    signIn("SW-BEN", "654321");
    assertEquals(Optional.of("Ben"), seen.person());
    assertEquals("Scan anything", instruction());
  }

  @Test
  void anotherBadgeInTheMiddleOfWorkIsAHandOver() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("MOVE"));
    scan("A-01");
    Card before = seen.card();
    Turn asked = scan("SW-BEN");
    assertEquals(Signal.ATTENTION, asked.signal());
    assertEquals("Hand over to Ben?", said(asked));
    press(Key.DISCARD);
    assertEquals(before, seen.card());
    scan("SW-BEN");
    press(Key.CHANGE_OVER);
    type("654321");
    assertEquals(Optional.of("Ben"), seen.person());
    scan("SW-BEN");
    press(Key.CHANGE_OVER);
    assertEquals("Scan your badge", instruction());
    signIn("SW-ANA", "123456");
    assertEquals(before, seen.card());
  }

  @Test
  @DisplayName("H7 A scan while a card of the device lies over the work is work")
  void aScanClosesWhatLiesOverTheWork() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("MOVE"));
    shift.openSync();
    assertEquals("Nothing needs you", instruction());
    scan("A-01");
    assertEquals("Scan what you take", instruction());
  }

  @Test
  @DisplayName("H40 Back never leaves the app and never loses what was recorded")
  void backNeverLosesAnything() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("MOVE"));
    scan("A-01");
    scan("5901");
    scan("B-02");
    for (int i = 0; i < 10; i++) {
      press(Key.BACK);
    }
    assertEquals("Scan anything", instruction());
    assertEquals(1, sent().size());
  }

  /// No server has ended a session here: nobody has one, which the device takes for the same.
  @Test
  @DisplayName("3.1 A session that the server has ended costs the PIN, in a pause, and no step")
  void whoeverWorksIsAskedForThePinAgainAndScansAreWork() {
    Door.Person ana = new Door.Person("SW-ANA", person("ana", "Ana", "worker"));
    Door door = new Door(client, client.people(), Optional.empty());
    client.enterOnce(NORTH);
    Await.until("no token", () -> client.syncStatus().state() instanceof SyncState.SignInNeeded);
    assertTrue(door.again(ana, false));
    assertEquals(Card.Means.PIN, door.card().prompt().means());
    assertTrue(door.covered());
    assertFalse(door.bars(Samples.scan("5901")), "goods are work");
    assertFalse(door.again(ana, false), "not sooner than in a minute");
    clock.advance(Duration.ofMinutes(1));
    assertTrue(door.again(ana, false));
    assertTrue(door.bars(Samples.scan("SW-BEN")), "somebody takes over");
    assertEquals(
        "Work goes on. The PIN is asked again later.",
        said(door.give(new Input.Press(Key.BACK)).turn()));
    assertFalse(door.covered());
    assertTrue(door.again(ana, true), "the pill was pressed");
    Door.Passed passed = door.give(new Input.Typed("123456"));
    assertTrue(door.complete() && passed.person().isEmpty());
    assertEquals(Optional.of("Ana"), door.ask().person().map(person -> person.who().name()));
  }

  @Test
  @DisplayName("H24 In a dead spot nobody can allow more than was ordered, and that is said")
  void inADeadSpotNobodyCanAllowMore() {
    OrderLine line = new OrderLine(new Sku("HM-1"), "Hammer", 4, 4, 4);
    client
        .catalogue()
        .putOrders(
            1,
            NORTH,
            List.of(
                new OpenOrder(
                    new Reference("PO-1"),
                    "Acme",
                    Optional.empty(),
                    List.of(line),
                    Instant.EPOCH)));
    signIn("SW-ANA", "123456");
    scan("PO-1");
    assertEquals(Signal.ATTENTION, scan("5901").signal());
    for (Turn asked : List.of(press(Key.INSIST), scan("SW-SUE"))) {
      assertEquals(Signal.REJECT, asked.signal());
      assertEquals("No connection: nobody can allow this now.", said(asked));
      assertEquals(
          "Nothing was recorded. Keep the goods aside.",
          client.wording().say(asked.said().detail().orElseThrow()));
    }
    assertTrue(seen.card().question().isPresent(), "the question stays");
    assertEquals(List.of(), sent());
  }

  @Test
  void preferencesAreKeptAndTheLanguageIsThePersons() {
    signIn("SW-ANA", "123456");
    shift.give(new Input.Point("SETTINGS"));
    assertEquals(Optional.empty(), seen.said(), "nothing has happened");
    shift.give(new Input.Point("TEXT_SIZE"));
    assertEquals(Optional.empty(), seen.said());
    shift.give(new Input.Point("GLOVE"));
    shift.give(new Input.Point("THEME"));
    shift.give(new Input.Point("LANGUAGE"));
    assertEquals("Eines wählen", instruction());
    client.close();
    open();
    assertTrue(client.preferences().glove());
    assertEquals(130, client.preferences().textPercent());
    assertEquals("DARK", client.preferences().theme());
    signIn("SW-BEN", "654321");
    shift.give(new Input.Point("SETTINGS"));
    shift.give(new Input.Point("LANGUAGE"));
    press(Key.BACK);
    shift.give(new Input.Point("SIGN_OUT"));
    signIn("SW-ANA", "123456");
    assertEquals("Etwas scannen", instruction());
  }
}
