package dev.stockwright.simulator.stack;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.ClientSettings;
import dev.stockwright.client.Shift;
import dev.stockwright.client.Turn;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Text;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Somebody with a handheld, without its screen: scans, presses, types, and reads what the card
/// says. Counts what it costs them.
public final class Hand implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final DeviceId GUN = new DeviceId("gun");

  private final ClientCore core;
  private final Shift shift;
  private final InstantSource clock;
  private final String name;
  private volatile Shift.View seen = Shift.View.NONE;
  private int scans;
  private int touches;

  /// What work has cost since the last time that it was asked.
  ///
  /// @param scans codes read
  /// @param touches buttons, rows and numbers; a number counts once
  public record Effort(int scans, int touches) {}

  /// A handheld.
  ///
  /// @param store its file
  /// @param warehouse where it belongs; absent: the person's first
  public record Device(Path store, String name, Optional<WarehouseCode> warehouse, ZoneId zone) {}

  /// @param store the device's file
  public Hand(Path store, String device, URI server, InstantSource clock) {
    this(new Device(store, device, Optional.empty(), ZoneOffset.UTC), server, clock);
  }

  /// @param place the device's file, its name, and where it belongs
  public Hand(FloorPost.Place place, InstantSource clock) {
    this(
        new Device(
            place.store(), place.device().code(), Optional.of(place.warehouse()), ZoneOffset.UTC),
        place.server(),
        clock);
  }

  public Hand(Device device, URI server, InstantSource clock) {
    this.clock = clock;
    this.name = device.name();
    this.core =
        ClientCore.open(
            new ClientSettings(
                device.store(), new DeviceId(device.name()), server, device.zone(), clock),
            scan -> ScanReader.read(scan, LocalDate.ofInstant(clock.instant(), device.zone())));
    this.shift = core.shift(device.warehouse(), Duration.ofHours(1), view -> seen = view);
  }

  /// What the device is called.
  public String name() {
    return name;
  }

  public ClientCore core() {
    return core;
  }

  public Shift shift() {
    return shift;
  }

  /// Badge and PIN.
  public void signIn(ShiftSite.Worker who) {
    signIn(who.badge(), who.pin());
  }

  void signIn(String badge, String pin) {
    scan(badge);
    for (int i = 0; i < pin.length(); i++) {
      shift.give(new Input.Typed(pin.substring(i, i + 1)));
    }
    if (seen.person().isEmpty()) {
      press(Key.OK);
    }
    if (seen.person().isEmpty()) {
      throw new IllegalStateException("not let in: " + said());
    }
    Effort spent = effort();
    assert spent.scans() > 0;
  }

  /// A code as it stands under the bars.
  public Turn scan(String code) {
    scans++;
    return shift.scan(Scan.ofText(code, GUN, clock.instant()));
  }

  public Turn press(Key key) {
    touches++;
    return shift.give(new Input.Press(key));
  }

  /// A row or a tile.
  public Turn point(String what) {
    touches++;
    return shift.give(new Input.Point(what));
  }

  public Turn keyed(long units) {
    touches++;
    return shift.give(new Input.Keyed(units));
  }

  /// Digits or letters, as they come from the keys of the screen.
  public Turn typed(String text) {
    touches++;
    return shift.give(new Input.Typed(text));
  }

  public Turn because(String reason) {
    touches++;
    return shift.give(new Input.Because(reason));
  }

  /// What it has cost since the last time.
  public Effort effort() {
    Effort spent = new Effort(scans, touches);
    scans = 0;
    touches = 0;
    return spent;
  }

  /// What the screen shows.
  public Card card() {
    return seen.card();
  }

  public Shift.View view() {
    return seen;
  }

  /// What the band says, in English.
  public String said() {
    return seen.said().map(turn -> say(turn.said().headline())).orElse("");
  }

  /// What the band adds: what to do next, in English.
  public String detail() {
    return seen.said().flatMap(turn -> turn.said().detail()).map(this::say).orElse("");
  }

  /// What the card asks for, in English.
  public String instruction() {
    return say(card().prompt().instruction());
  }

  public String say(Text text) {
    return core.wording().say(text);
  }

  /// Waits until the device knows what the server knows (of a [ShiftSite]) and everything is
  /// answered. Who counts blind is never told what lies where.
  public void awaitQuiet() {
    boolean blind = core.signedIn().filter(person -> person.countsBlind()).isPresent();
    Waiting.until(
        () -> core.syncStatus().toString() + " " + said(),
        PATIENCE,
        () ->
            core.syncStatus().unsent() == 0
                && knowsTheSite()
                && core.desk().filter(desk -> desk.stock().freshness().live()).isPresent()
                && core.desk()
                    .filter(
                        desk ->
                            blind
                                || desk.balances().sound()
                                    && !desk.work().reasons("adjust").isEmpty())
                    .isPresent());
  }

  private boolean knowsTheSite() {
    return !core.catalogue().byBarcode("0" + ShiftSite.BOLT_EACH).isEmpty()
        && core.desk()
            .flatMap(desk -> core.catalogue().place(desk.stock().warehouse(), ShiftSite.DOCK))
            .isPresent();
  }

  @Override
  public void close() {
    core.close();
  }
}
