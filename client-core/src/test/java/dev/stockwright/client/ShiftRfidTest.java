package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.rfid.Pass;
import dev.stockwright.client.rfid.TagReader;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.CountCommand.CountTags;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shift with a reader of RFID tags, in a dead spot.
@NullUnmarked // fields are set before each test
class ShiftRfidTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final String GTIN = "80614141123458";

  /// SGTIN of the GTIN above, by serial number.
  private static String epc(int serial) {
    return String.format(Locale.ROOT, "3074257bf7194e40%08x", serial);
  }

  /// A reader that hears what the test says.
  private static final class ScriptedReader implements TagReader {
    private final List<String> calls = new ArrayList<>();
    private List<HeardTag> news = List.of();
    private List<HeardTag> now = List.of();
    private Pass pass = new Pass(0, 0, false, Pass.State.READING);

    @Override
    public void begin() {
      calls.add("begin");
    }

    @Override
    public void end() {
      calls.add("end");
    }

    @Override
    public List<HeardTag> news() {
      List<HeardTag> told = news;
      news = List.of();
      return told;
    }

    @Override
    public List<HeardTag> now() {
      return now;
    }

    @Override
    public Pass pass() {
      return pass;
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ScriptedReader reader = new ScriptedReader();
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
            scan -> ScanReader.read(scan, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    client
        .people()
        .remember(
            "SW-SUE",
            "777888",
            new SignedIn(
                new Operator("sue"),
                "Sue",
                "supervisor",
                List.of(NORTH),
                clock.instant().plus(Duration.ofHours(8))));
    Product shirt = new Product(new Sku("SH-1"), "Shirt", "each", false, false);
    client
        .catalogue()
        .putProducts(
            1,
            List.of(
                new CodedProduct(shirt, List.of(new CodedProduct.Barcode(GTIN, PackLevel.EACH)))));
    client.catalogue().putPlaces(1, NORTH, List.of(place("A-01"), place("B-02")));
    shift = client.shift(Optional.empty(), Duration.ofMinutes(5), view -> seen = view);
    shift.use(reader);
    scan("SW-SUE");
    for (char digit : "777888".toCharArray()) {
      shift.give(new Input.Typed(String.valueOf(digit)));
    }
  }

  private static Place place(String code) {
    return new Place(new LocationCode(code), "A", "bin");
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Turn scan(String text) {
    return shift.scan(Samples.scan(text));
  }

  private String say(Text text) {
    return client.wording().say(text);
  }

  private List<String> offered() {
    return seen.card().more().stream().map(action -> say(action.label())).toList();
  }

  private String hint() {
    return seen.card().hint().map(this::say).orElse("");
  }

  private List<String> figures() {
    return seen.card().figures().stream().map(Card.Figure::value).map(this::say).toList();
  }

  /// In an open bin.
  private void counting(String place) {
    shift.give(new Input.Point("COUNT"));
    scan(place);
    shift.give(new Input.Press(Key.EXTRA_LINE));
    assertTrue(offered().contains("Count by RFID"), offered()::toString);
  }

  private void hears(int from, int to, boolean weak) {
    List<HeardTag> heard = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      heard.add(new HeardTag(epc(i), -60, weak));
    }
    reader.news = heard;
    shift.hear();
  }

  private List<CountTags> told() {
    return client.history(100).stream()
        .map(entry -> entry.envelope().command())
        .filter(CountTags.class::isInstance)
        .map(CountTags.class::cast)
        .toList();
  }

  @Test
  @DisplayName("H34 Tags are counted in batches without a word, and a barcode of one adds nothing")
  void tagsAreCounted() {
    counting("A-01");
    Turn begun = shift.give(new Input.Point("RFID"));
    assertEquals("Reading the tags in A-01.", say(begun.said().headline()));
    assertEquals(List.of("begin"), reader.calls);
    long turns = seen.turns();
    hears(1, 300, false);
    hears(301, 500, false);
    hears(501, 502, true);
    assertEquals(turns, seen.turns(), "nothing is said of a batch");
    assertEquals("500", figures().getFirst());
    assertEquals(2, told().size());
    Turn twice = scan("]C101" + GTIN + "21417");
    assertEquals(Signal.REJECT, twice.signal());
    assertEquals("500", figures().getFirst());
    reader.pass = new Pass(502, 1_234, false, Pass.State.READING);
    shift.hear();
    assertEquals("502 tags, 1,234 reads a second", hint());
    reader.pass = new Pass(502, 1_234, true, Pass.State.READING);
    shift.hear();
    assertEquals("Pass complete: 502 tags", hint());
    assertTrue(offered().contains("Stop reading"), offered()::toString);
    shift.give(new Input.Point("RFID"));
    assertEquals(List.of("begin", "end"), reader.calls);
    hears(600, 600, false);
    assertEquals("500", figures().getFirst(), "what is heard afterwards is of no use");
  }

  @Test
  void noTagOfOneBinIsToldInTheNext() {
    counting("A-01");
    shift.give(new Input.Point("RFID"));
    hears(1, 3, false);
    scan("B-02");
    shift.give(new Input.Press(Key.EXTRA_LINE));
    assertEquals(List.of("begin", "end"), reader.calls);
    hears(4, 5, false);
    assertEquals(1, told().size());
    assertEquals(new LocationCode("A-01"), told().getFirst().bin());
  }

  @Test
  void aLostReaderIsSaidOnceAndCountingByScanGoesOn() {
    counting("A-01");
    shift.give(new Input.Point("RFID"));
    reader.pass = new Pass(0, 0, false, Pass.State.LOST);
    long before = seen.turns();
    shift.hear();
    shift.hear();
    assertEquals(before + 1, seen.turns());
    assertEquals(Signal.SYSTEM, seen.said().orElseThrow().signal());
    assertEquals("RFID reader lost.", say(seen.said().orElseThrow().said().headline()));
    assertEquals("Reader lost: count on by scanning", hint());
    assertEquals(Signal.ACCEPT, scan("SH-1").signal());
    reader.pass = new Pass(1, 1, false, Pass.State.READING);
    hears(7, 7, false);
    assertEquals(1, told().size(), "it came back by itself");
  }

  @Test
  void anUntouchedScreenIsNotCoveredWhileTagsComeIn() {
    counting("A-01");
    shift.give(new Input.Point("RFID"));
    for (int minute = 0; minute < 8; minute++) {
      clock.advance(Duration.ofMinutes(1));
      hears(minute, minute, false);
      shift.tick();
    }
    assertEquals("8", figures().getFirst());
    clock.advance(Duration.ofMinutes(6));
    shift.tick();
    assertEquals(List.of("begin", "end"), reader.calls, "nobody is there any more");
  }

  @Test
  @DisplayName("H54 Nobody unpairs a device that has not sent everything; it says how much")
  void unsentWorkIsNotLeftBehind() {
    List<String> unpaired = new ArrayList<>();
    shift.unpairs(() -> unpaired.add("unpaired"));
    shift.give(new Input.Point("SETTINGS"));
    assertEquals(List.of("Unpair"), offered());
    shift.give(new Input.Point("UNPAIR"));
    assertEquals("Unpair from 127.0.0.1?", say(seen.card().question().orElseThrow().subject()));
    assertEquals(List.of(), unpaired);
    shift.give(new Input.Press(Key.DISCARD));
    counting("A-01");
    scan("SH-1");
    shift.give(new Input.Press(Key.BACK));
    shift.give(new Input.Press(Key.BACK));
    shift.give(new Input.Point("SETTINGS"));
    Turn refused = shift.give(new Input.Point("UNPAIR"));
    assertEquals(Signal.REJECT, refused.signal());
    long unsent = client.syncStatus().unsent();
    assertTrue(unsent > 1);
    assertEquals(unsent + " steps are not sent.", say(refused.said().headline()));
    assertEquals(Optional.empty(), seen.card().question());
    assertEquals(List.of(), unpaired);
  }

  @Test
  void aSupervisorUnpairsWhenAllIsSent() {
    List<String> unpaired = new ArrayList<>();
    shift.unpairs(() -> unpaired.add("unpaired"));
    shift.give(new Input.Point("SETTINGS"));
    shift.give(new Input.Point("UNPAIR"));
    shift.give(new Input.Press(Key.CHANGE_OVER));
    assertEquals(List.of("unpaired"), unpaired);
  }

  @Test
  void tagsAreOfNoUseAtHome() {
    assertFalse(offered().contains("Count by RFID"));
    assertEquals(Signal.REJECT, shift.tags(List.of()).signal());
    shift.give(new Input.Point("RFID"));
    assertEquals(List.of(), reader.calls);
  }

  @Test
  void oneItemIsFoundByItsBeats() {
    shift.give(new Input.Point("LOCATE"));
    assertEquals("Scan the item to find", say(seen.card().prompt().instruction()));
    assertEquals(Signal.REJECT, scan("A-01").signal());
    scan("]C101" + GTIN + "217");
    assertEquals("Follow the beats", say(seen.card().prompt().instruction()));
    reader.now = List.of(new HeardTag(epc(8), -31, false));
    shift.hear();
    assertEquals(Optional.empty(), seen.beat(), "another piece");
    assertEquals("Not heard here. Walk on.", hint());
    reader.now = List.of(new HeardTag(epc(8), -31, false), new HeardTag(epc(7), -55, false));
    shift.hear();
    assertEquals(Optional.of(Duration.ofMillis(346)), seen.beat());
    assertEquals(List.of("50"), figures());
    scan(epc(8));
    shift.hear();
    assertEquals(98, Integer.parseInt(figures().getFirst()));
    scan("SW-CMD-BACK");
    assertEquals(List.of("begin", "end"), reader.calls);
    assertEquals(Optional.empty(), seen.beat());
    assertEquals(List.of(), told());
  }
}
