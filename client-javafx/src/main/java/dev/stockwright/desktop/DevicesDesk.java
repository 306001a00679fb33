package dev.stockwright.desktop;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.devices.DevicesActions;
import dev.stockwright.desktop.devices.DevicesViewModel;
import dev.stockwright.desktop.devices.DriverWords;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.receiving.Lane;
import dev.stockwright.desktop.shell.FloorWindow;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.ScanSource;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.serial.LineTap;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.fx.scanning.Trial;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The devices of this desk: starts and closes them, shows how each is and what it sent, and hands
/// their scans to the work, except those of a scanner that is being set up. Changing a profile
/// closes and opens the port on a thread of its own. The map of sources is guarded by this.
final class DevicesDesk implements DevicesActions, AutoCloseable {
  private final FloorApp app;
  private final FxBridge bridge;
  private final InstantSource clock;
  private final DeskScanners kept;
  private final DeskGate gate;
  private final DeskReaders readers;
  private final DeskPrinters printers;
  private final WedgeScanner keyboard;
  private final Worker worker;
  private final DevicesViewModel model;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private Optional<FloorWindow> window = Optional.empty();
  private volatile String triedOut = "";
  private boolean closed;

  /// A source, and its profile where it has one.
  private record Device(ScanSource source, Optional<ScannerProfile> profile) {}

  DevicesDesk(
      FloorApp app, FxBridge bridge, InstantSource clock, FloorOptions options, Delay delay) {
    this.app = app;
    this.bridge = bridge;
    this.clock = clock;
    this.kept = new DeskScanners(options.folder());
    this.keyboard = new WedgeScanner(WedgeScanner.KEYBOARD, clock);
    this.worker = new Worker("floor-devices", app::mishap);
    this.model = new DevicesViewModel(this, delay, System::nanoTime, app.shell().speech());
    this.gate = new DeskGate(clock, worker);
    this.readers = new DeskReaders(app, bridge, clock, model, gate, options);
    this.printers = new DeskPrinters(app, bridge, clock, model, options);
  }

  DevicesViewModel model() {
    return model;
  }

  /// Starts them all; `others` are the caller's own. Any thread.
  ///
  /// Throws [FloorUnfit] when the scanners of the options cannot work side by side, or labels not
  /// be kept.
  void start(
      FloorWindow on,
      FloorOptions options,
      Optional<SimulatedScanner> simulated,
      List<ScanSource> others) {
    Optional<ScannerProfile> typing = kept.keyboard(options);
    kept.at(options).forEach(profile -> add(new Device(opened(profile), Optional.of(profile))));
    simulated.ifPresent(source -> add(new Device(source, Optional.empty())));
    others.forEach(source -> add(new Device(source, Optional.empty())));
    add(new Device(keyboard, typing.or(() -> Optional.of(DeskScanners.UNSET_KEYBOARD))));
    refresh();
    printers.start(); // Before all else: it may find that this desk cannot be worked at.
    bridge.call(
        () -> {
          window = Optional.of(on);
          on.hearKeyboardBy(keyboard);
          typing.map(WedgeSettings::of).ifPresent(on.wedge()::use);
          on.onLeaving(Section.DEVICES, model::escape);
          return true;
        });
    snapshot().forEach(device -> device.source().start(new Ear(device.source())));
    readers.start();
    refresh();
  }

  private SerialScanner opened(ScannerProfile profile) {
    return new SerialScanner(profile.source(), profile.settings(), clock, new Tap(profile));
  }

  private synchronized void add(Device device) {
    devices.put(device.source().source().code(), device);
  }

  private synchronized List<Device> snapshot() {
    return List.copyOf(devices.values());
  }

  /// The RFID readers as a gate of receiving.
  DeskGate gate() {
    return gate;
  }

  /// The names of its scanners, in their order. Any thread.
  List<DeviceId> sources() {
    return snapshot().stream().map(device -> device.source().source()).toList();
  }

  /// Shows how each is now, counters included. Any thread; called once a second.
  void refresh() {
    snapshot().forEach(this::show);
    readers.refresh();
    printers.refresh();
  }

  /// Prints a label of the product that was received last, or says why not. On the JavaFX thread;
  /// returns at once.
  void printLabel() {
    String by = app.shell().user().get();
    worker.run(() -> printers.print(new ReceivedLabel(app.client())::last, by));
  }

  private FrameWords words() {
    return new FrameWords(app.wording());
  }

  private String say(Phrase phrase, Object... parts) {
    return app.wording().say(Text.of(phrase, parts));
  }

  /// Another language is spoken: the cells of the status bar are said anew.
  void spoken() {
    for (Device device : snapshot()) {
      DeviceHealth health = device.source().health();
      if (!isKeyboard(health.source().code()) || health.state() != DeviceState.CONFIGURED) {
        app.show(ScannerCells.cell(health, app.wording()));
      }
    }
    readers.spoken();
    refresh();
  }

  private void show(Device device) {
    DeviceHealth health = device.source().health();
    DeviceRow row =
        new DeviceRow(
            ScannerCells.name(health, app.wording()),
            Lane.of(health.source()).sign(),
            health,
            device.profile());
    bridge.show("device-" + health.source().code(), () -> model.show(row));
  }

  @Override
  public void tryOut(String id) {
    triedOut = id;
    if (isKeyboard(id)) {
      Trial trial = new Trial((characters, nanos) -> model.came(id, characters, nanos));
      window.ifPresent(on -> on.wedge().tryOut(Optional.of(trial)));
    }
  }

  @Override
  public void stopTryingOut(String id) {
    triedOut = "";
    if (isKeyboard(id)) {
      window.ifPresent(on -> on.wedge().tryOut(Optional.empty()));
    }
  }

  @Override
  public void use(String id, ScannerProfile profile) {
    if (isKeyboard(id)) {
      window.ifPresent(on -> on.wedge().use(WedgeSettings.of(profile)));
    }
    worker.run(
        () -> {
          try {
            kept.keep(profile);
          } catch (FloorUnfit e) {
            String sentence = String.valueOf(e.getMessage());
            app.say(
                Feedback.system(Pictogram.TRIANGLE_ALERT, say(EquipmentPhrase.NOT_KEPT), sentence));
          }
          exchange(id, profile);
          refresh();
        });
  }

  @Override
  public void pairHandheld() {
    HandheldCodes codes = new HandheldCodes(app.client(), clock);
    worker.run(() -> codes.make(told -> bridge.post(() -> told.accept(model.pairing()))));
  }

  private void exchange(String id, ScannerProfile profile) {
    Device before;
    Device now;
    synchronized (this) {
      Device there = devices.get(id);
      if (closed || there == null) {
        return;
      }
      before = there;
      now =
          isKeyboard(id)
              ? new Device(keyboard, Optional.of(profile))
              : new Device(opened(profile), Optional.of(profile));
      devices.put(id, now);
    }
    if (!isKeyboard(id)) {
      before.source().close();
      now.source().start(new Ear(now.source()));
    }
  }

  private static boolean isKeyboard(String id) {
    return id.equals(WedgeScanner.KEYBOARD.code());
  }

  private void frame(String id, FrameLine frame) {
    bridge.post(() -> model.sent(id, frame));
  }

  /// Hears the bytes of a line for the wizard; never waits.
  private final class Tap implements LineTap {
    private final String id;

    Tap(ScannerProfile profile) {
      this.id = profile.source().code();
    }

    @Override
    public void came(byte[] bytes, int length, long nanos) {
      if (id.equals(triedOut)) {
        String characters = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        bridge.post(() -> model.came(id, characters, nanos));
      }
    }

    @Override
    public void silent(long untilNanos) {
      // The wizard has a clock of its own.
    }
  }

  /// Hears one scanner and hands over; never waits.
  private final class Ear implements ScanListener {
    private final ScanSource source;
    private final String id;

    Ear(ScanSource source) {
      this.source = source;
      this.id = source.source().code();
    }

    @Override
    public void scanned(Scan scan) {
      boolean tried = id.equals(triedOut);
      if (!tried) {
        app.scanned(scan);
      }
      frame(id, words().of(scan, tried ? FrameLine.Kind.TRIED : FrameLine.Kind.SCAN));
    }

    @Override
    public void bounced(Scan scan) {
      if (!id.equals(triedOut)) {
        app.bounced(scan);
      }
      frame(id, words().of(scan, FrameLine.Kind.BOUNCE));
    }

    @Override
    public void refused(RefusedRead refused) {
      if (!id.equals(triedOut)) {
        app.say(
            Feedback.reject(
                say(EquipmentPhrase.SCAN_NOT_TAKEN),
                new Feedback.Fact(
                    say(HandheldPhrase.DO_NOW), DriverWords.say(refused.told(), app.wording()))));
      }
      frame(id, words().of(refused));
    }

    @Override
    public void healthChanged(DeviceHealth health) {
      refresh();
      if (isReplaced()) {
        return;
      }
      if (!isKeyboard(id) || health.state() != DeviceState.CONFIGURED) {
        app.show(ScannerCells.cell(health, app.wording()));
      }
      if (health.state() == DeviceState.LOST || health.state() == DeviceState.DEGRADED) {
        app.say(
            Feedback.system(
                Pictogram.PLUG_ZAP,
                say(EquipmentPhrase.DOES_NOT_WORK, ScannerCells.name(health, app.wording())),
                DriverWords.say(health.told(), app.wording())));
      }
    }

    /// A scanner that was closed for another profile says nothing more.
    private boolean isReplaced() {
      synchronized (DevicesDesk.this) {
        Device now = devices.get(id);
        return now == null || !now.source().equals(source);
      }
    }
  }

  /// Scans already read are handed on first. Not on the JavaFX thread.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    worker.close();
    readers.close();
    printers.close();
    snapshot().forEach(device -> device.source().close());
  }
}
