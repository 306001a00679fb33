package dev.stockwright.devices.llrp;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Keeps all that a reader tells and lets tests wait for it.
final class HeardTags implements TagListener {
  private final List<TagSighting> sightings = new ArrayList<>();
  private final List<DeviceHealth> healths = new ArrayList<>();
  private final List<String> inputs = new ArrayList<>();

  @Override
  public synchronized void sighted(List<TagSighting> more) {
    sightings.addAll(more);
    notifyAll();
  }

  @Override
  public synchronized void inputChanged(int port, boolean on) {
    inputs.add(port + (on ? " on" : " off"));
    notifyAll();
  }

  @Override
  public synchronized void healthChanged(DeviceHealth health) {
    healths.add(health);
    notifyAll();
  }

  synchronized List<TagSighting> sightings() {
    return List.copyOf(sightings);
  }

  synchronized List<String> inputs() {
    return List.copyOf(inputs);
  }

  synchronized List<DeviceHealth> healths() {
    return List.copyOf(healths);
  }

  List<TagSighting> awaitSightings(int count) throws InterruptedException {
    await(heard -> heard.sightings.size() >= count, Duration.ofSeconds(10));
    return sightings();
  }

  DeviceHealth awaitState(DeviceState state) throws InterruptedException {
    return awaitState(state, Duration.ofSeconds(10));
  }

  /// The state of now, or the next one of that kind.
  synchronized DeviceHealth awaitState(DeviceState state, Duration patience)
      throws InterruptedException {
    await(h -> !h.healths.isEmpty() && h.healths.getLast().state() == state, patience);
    return healths.getLast();
  }

  synchronized void await(Predicate<HeardTags> until, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!until.test(this)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("waited in vain; heard " + sightings.size() + ", " + healths);
      }
      wait(Math.min(left, 20)); // Some wait for what does not come through here.
    }
  }
}
