package dev.stockwright.desktop;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.devices.DevicesViewModel;
import dev.stockwright.desktop.devices.DriverWords;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.rfid.ReadPoints;
import dev.stockwright.devices.rfid.TagEvent;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagRules;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagTracker;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The RFID readers of this desk: how each is and what happened to the tags before its antennas,
/// every antenna a place of its own. No tag changes stock by itself: the gate of receiving hears
/// them too, and a person decides.
///
/// The tracker is guarded by this. Readers feed it on their own threads, one more thread tells it
/// that time passes.
final class DeskReaders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskReaders.class);
  private static final Duration TICK = Duration.ofMillis(100);

  private final FloorApp app;
  private final FxBridge bridge;
  private final InstantSource clock;
  private final DevicesViewModel model;
  private final DeskGate gate;
  private final List<LlrpReader> readers;
  private final TagTracker tracker;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread ticking =
      Thread.ofPlatform().daemon().name("floor-readers").unstarted(this::tick);

  /// Nothing is started yet.
  DeskReaders(
      FloorApp app,
      FxBridge bridge,
      InstantSource clock,
      DevicesViewModel model,
      DeskGate gate,
      FloorOptions options) {
    this.app = app;
    this.bridge = bridge;
    this.clock = clock;
    this.model = model;
    this.gate = gate;
    this.readers =
        options.readers().stream()
            .map(at -> ReaderSettings.of(at.name(), at.host(), at.port()))
            .map(settings -> new LlrpReader(settings, clock))
            .toList();
    WarehouseCode here = options.warehouse().orElseGet(() -> new WarehouseCode("HERE"));
    this.tracker = new TagTracker(ReadPoints.everyAntennaItsOwn(here), TagRules.standard());
  }

  void start() {
    if (!readers.isEmpty()) {
      refresh();
      readers.forEach(reader -> reader.start(new Ear()));
      ticking.start();
    }
  }

  /// Shows how each is now, counters included. Any thread.
  void refresh() {
    readers.forEach(reader -> show(reader.health()));
  }

  private void show(DeviceHealth health) {
    DeviceRow.Kind kind = DeviceRow.Kind.READER;
    DeviceRow row =
        new DeviceRow(
            kind, DeviceCells.name(kind, health, app.wording()), "R", health, Optional.empty());
    bridge.show("device-" + health.source().code(), () -> model.show(row));
  }

  /// The fence of the ticking: a mistake in one tick must not stop the next.
  private void tick() {
    try {
      while (!closed.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          tell(passed());
          gate.tick();
        } catch (RuntimeException e) {
          LOG.error("what the tags did is not known this time", e);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("the tags are not followed any more");
    }
  }

  private synchronized List<TagEvent> passed() {
    return tracker.at(clock.instant());
  }

  private synchronized List<TagEvent> heard(List<TagSighting> sightings) {
    return tracker.sighted(sightings);
  }

  /// Of the events of one moment no more than a screen keeps.
  private void tell(List<TagEvent> events) {
    Map<String, List<FrameLine>> lines = new LinkedHashMap<>();
    TagWords words = new TagWords(app.wording());
    for (TagEvent event : events) {
      if (event instanceof TagEvent.OfTag ofTag) {
        String id = ofTag.heard().reader().code();
        words
            .of(event)
            .ifPresent(line -> lines.computeIfAbsent(id, _ -> new ArrayList<>()).add(line));
      }
    }
    lines.forEach(
        (id, all) -> {
          int from = Math.max(0, all.size() - DevicesViewModel.FRAMES_MAX);
          List<FrameLine> last = List.copyOf(all.subList(from, all.size()));
          bridge.post(() -> model.sent(id, last));
        });
  }

  private String words(DockPhrase phrase, Object... parts) {
    return app.client().wording().say(Text.of(phrase, parts));
  }

  /// Hears one reader, on that reader's thread.
  private final class Ear implements TagListener {
    private String saidOf = "";

    @Override
    public void sighted(List<TagSighting> sightings) {
      gate.sighted(sightings);
      tell(heard(sightings));
    }

    @Override
    public void inputChanged(int port, boolean on) {
      // No antenna stands at a door here, so no light barrier guards one.
    }

    @Override
    public void healthChanged(DeviceHealth health) {
      show(health);
      app.show(DeviceCells.cell(DeviceRow.Kind.READER, health, app.wording()));
      // While it is looked for the reason may change; that it is gone is said once.
      String state = health.state().name();
      if (DeviceCells.isBad(health) && !state.equals(saidOf)) {
        app.say(
            Feedback.system(
                Pictogram.PLUG_ZAP,
                words(
                    DockPhrase.DOES_NOT_WORK,
                    DeviceCells.name(DeviceRow.Kind.READER, health, app.wording())),
                DriverWords.say(health.told(), app.wording())));
      }
      saidOf = state;
    }
  }

  /// Another language is spoken.
  void spoken() {
    readers.forEach(
        reader ->
            app.show(DeviceCells.cell(DeviceRow.Kind.READER, reader.health(), app.wording())));
  }

  /// Not on the JavaFX thread: closing a connection can take seconds.
  @Override
  public void close() {
    closed.countDown();
    readers.forEach(LlrpReader::close);
  }
}
