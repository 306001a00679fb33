package dev.stockwright.devices;

import dev.stockwright.devices.command.JsonLine;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.llrp.ReaderIdentity;
import dev.stockwright.devices.rfid.ReadPoint;
import dev.stockwright.devices.rfid.TagEvent;
import dev.stockwright.devices.rfid.TagIdentity;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagTracker;
import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.TagRead;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reader tells, as lines for people or machines. All state is guarded by `this`.
final class ReaderStream implements TagListener {
  private final ReaderOptions.Asked asked;
  private final InstantSource clock;
  private final PrintStream out;
  private final TagTracker tracker;
  private @Nullable LlrpReader reader; // Not started yet.
  private Optional<ReaderIdentity> shown = Optional.empty();
  private boolean connected;

  ReaderStream(ReaderOptions.Asked asked, InstantSource clock, PrintStream out) {
    this.asked = asked;
    this.clock = clock;
    this.out = out;
    this.tracker = new TagTracker(asked.points(), asked.rules());
  }

  void start(LlrpReader from) {
    synchronized (this) {
      reader = from;
    }
    from.start(this);
  }

  /// Time passes.
  ///
  /// @return false when nobody reads the lines any more
  synchronized boolean tick() {
    tell(tracker.at(clock.instant()));
    return !out.checkError();
  }

  synchronized void finish() {
    tell(tracker.finish(clock.instant()));
    if (!asked.json() && reader != null) {
      DeviceHealth health = reader.health();
      out.println(
          health.reads()
              + " reads, "
              + health.rejects()
              + " reports refused, "
              + health.reconnects()
              + " reconnects.");
    }
    out.flush();
  }

  /// Whether it was ever connected.
  synchronized boolean connected() {
    return connected;
  }

  @Override
  public synchronized void sighted(List<TagSighting> sightings) {
    if (asked.reads()) {
      for (TagSighting sighting : sightings) {
        read(sighting);
      }
    }
    tell(tracker.sighted(sightings));
    out.flush();
  }

  @Override
  public synchronized void inputChanged(int port, boolean on) {
    tell(tracker.inputChanged(asked.settings().name(), port, on, clock.instant()));
  }

  @Override
  public synchronized void healthChanged(DeviceHealth health) {
    connected |= health.state() == DeviceState.READY || health.state() == DeviceState.DEGRADED;
    Optional<ReaderIdentity> identity = Optional.ofNullable(reader).flatMap(LlrpReader::identity);
    String state = lower(health.state());
    if (asked.json()) {
      JsonLine line =
          JsonLine.event("reader")
              .with("reader", health.source().code())
              .with("state", state)
              .with("reason", health.reason())
              .with("simulated", health.simulated());
      identity.ifPresent(
          who ->
              line.with("maker", who.maker())
                  .with("model", who.model())
                  .with("firmware", who.firmware())
                  .with("antennas", who.antennas()));
      out.println(line.with("time", clock.instant().toString()));
    } else {
      if (identity.isPresent() && !identity.equals(shown)) {
        shown = identity;
        out.println(
            "This is "
                + (identity.get().simulated() ? "a SIMULATED " : "")
                + identity.get().shown()
                + ".");
      }
      out.println(clock.instant() + " reader    " + state + ": " + health.reason());
    }
    out.flush();
  }

  private void tell(List<TagEvent> events) {
    for (TagEvent event : events) {
      switch (event) {
        case TagEvent.Arrived e -> line("arrived", e, "at", zone(e.at()));
        case TagEvent.Moved e -> line("moved", e, "from", zone(e.from()), "to", zone(e.to()));
        case TagEvent.Departed e -> line("departed", e, "from", zone(e.from()));
        case TagEvent.Pass e ->
            line("pass", e, "direction", lower(e.direction()), "door", e.door().zone().code());
        case TagEvent.Ignored ignored -> {
          // Heard at a door and did not pass: nothing happened.
        }
        case TagEvent.GateClosed gate -> {
          // Its passes were told.
        }
        case TagEvent.EmptyPass gate -> {
          // This command knows no gates.
        }
      }
    }
    if (!events.isEmpty()) {
      out.flush();
    }
  }

  private void line(String name, TagEvent.OfTag event, String... more) {
    TagIdentity tag = event.tag();
    write(name, event.heard(), tag.idUri(), event.time(), more);
  }

  private void read(TagSighting sighting) {
    Optional<String> id =
        TagRead.ofHex(sighting.epc()) instanceof EpcTag tag
            ? Optional.of(tag.epc().uri())
            : Optional.empty();
    write("read", sighting, id, sighting.last());
  }

  private void write(
      String name, TagSighting heard, Optional<String> idUri, Instant time, String... more) {
    if (asked.json()) {
      JsonLine line = JsonLine.event(name).with("epc", heard.epc());
      idUri.ifPresent(id -> line.with("id_uri", id));
      line.with("antenna", heard.antenna())
          .raw("rssi", rssi(heard.rssi(), "null"))
          .with("count", heard.count());
      for (int i = 0; i < more.length; i += 2) {
        line.with(more[i], more[i + 1]);
      }
      out.println(line.with("time", time.toString()));
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(time).append(String.format(Locale.ROOT, " %-9s ", name));
    text.append(idUri.orElse(heard.epc())).append(" antenna ").append(heard.antenna());
    text.append(", ").append(rssi(heard.rssi(), "? ")).append(" dBm");
    if (heard.count() > 1) {
      text.append(", ").append(heard.count()).append(" times");
    }
    for (int i = 0; i < more.length; i += 2) {
      text.append(", ").append(more[i]).append(' ').append(more[i + 1]);
    }
    out.println(text);
  }

  private static String rssi(double dbm, String untold) {
    if (dbm <= LlrpReader.RSSI_UNTOLD) {
      return untold;
    }
    return dbm == Math.rint(dbm) ? String.valueOf((int) dbm) : String.valueOf(dbm);
  }

  private static String zone(ReadPoint point) {
    return point.place().zone().code();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
