package dev.stockwright.mobile.rfid;

import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.rfid.Pass;
import dev.stockwright.client.rfid.TagReader;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagSource;
import dev.stockwright.mobile.platform.Worker;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A reader over LLRP that is connected while there is a pass, and left to others otherwise.
///
/// The pass of now is replaced as a whole; what an older one still hears goes nowhere. Connecting
/// and letting go happen one after the other on a thread of their own, because a reader takes one
/// client at a time.
public final class LlrpTags implements TagReader {
  private static final Pass NONE = new Pass(0, 0, false, Pass.State.CONNECTING);

  private final Supplier<TagSource> sources;
  private final InstantSource clock;
  private final Worker radio = new Worker("rfid", failure -> {});
  // Of the thread of the radio.
  private Optional<TagSource> connected = Optional.empty();
  // Guarded by this.
  private Optional<PassNow> pass = Optional.empty();

  public LlrpTags(ReaderSettings settings, InstantSource clock) {
    this(() -> new LlrpReader(settings, clock), clock);
  }

  /// @param sources a new connection each time
  LlrpTags(Supplier<TagSource> sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public synchronized void begin() {
    PassNow next = new PassNow(clock.instant());
    pass = Optional.of(next);
    radio.run(() -> connect(next));
  }

  private void connect(PassNow next) {
    letGo();
    TagSource source = sources.get();
    connected = Optional.of(source);
    source.start(new Hearing(next));
  }

  private void letGo() {
    connected.ifPresent(TagSource::close);
    connected = Optional.empty();
  }

  @Override
  public synchronized void end() {
    pass = Optional.empty();
    radio.run(this::letGo);
  }

  /// What the connection of one pass tells.
  private final class Hearing implements TagListener {
    private final PassNow mine;

    Hearing(PassNow mine) {
      this.mine = mine;
    }

    @Override
    public void sighted(List<TagSighting> sightings) {
      synchronized (LlrpTags.this) {
        mine.heard(sightings);
      }
    }

    @Override
    public void inputChanged(int port, boolean on) {
      // A light barrier says nothing about tags.
    }

    @Override
    public void healthChanged(DeviceHealth health) {
      synchronized (LlrpTags.this) {
        mine.is(health.state(), clock.instant());
      }
    }
  }

  @Override
  public synchronized List<HeardTag> news() {
    return pass.map(PassNow::news).orElse(List.of());
  }

  @Override
  public synchronized List<HeardTag> now() {
    return pass.map(now -> now.lately(clock.instant())).orElse(List.of());
  }

  @Override
  public synchronized Pass pass() {
    return pass.map(now -> now.at(clock.instant())).orElse(NONE);
  }

  /// Lets the reader go; waits for that a little.
  @Override
  public void close() {
    end();
    radio.close();
  }
}
