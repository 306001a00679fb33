package dev.stockwright.devices.llrp.simulated;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the simulated reader does badly. Any thread may change it at any time.
public final class Faults {
  /// A status in place of success.
  record Forced(int code, String description) {}

  private final Map<Integer, Forced> forced = new ConcurrentHashMap<>();
  private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();
  private volatile boolean omitUnchanged;
  private volatile boolean fragments;
  private volatile boolean frozen;
  private volatile boolean otherIds;
  private volatile boolean uptimeOnly;
  private volatile boolean noKeepalives;
  private volatile Duration clockWrong = Duration.ZERO;

  Faults() {}

  /// Leaves out antenna, strength and ROSpec where they are as in the tag before, as LLRP allows.
  public Faults omitUnchanged(boolean on) {
    omitUnchanged = on;
    return this;
  }

  /// Sends three bytes at a time.
  public Faults fragments(boolean on) {
    fragments = on;
    return this;
  }

  /// Stays connected and says nothing more.
  public Faults frozen(boolean on) {
    frozen = on;
    return this;
  }

  /// Answers with message ids of its own.
  public Faults otherIds(boolean on) {
    otherIds = on;
    return this;
  }

  /// Has no clock and tells how long it runs.
  public Faults uptimeOnly(boolean on) {
    uptimeOnly = on;
    return this;
  }

  /// Says yes to signs of life and gives none.
  public Faults noKeepalives(boolean on) {
    noKeepalives = on;
    return this;
  }

  /// Its clock is wrong by this; before the true time when negative.
  public Faults clockWrong(Duration by) {
    clockWrong = by;
    return this;
  }

  /// Answers a type of message with an error status; code 0 ends it.
  ///
  /// @param type number of the request
  public Faults refuse(int type, int code, String description) {
    if (code == 0) {
      forced.remove(type);
    } else {
      forced.put(type, new Forced(code, description));
    }
    return this;
  }

  /// Does not answer a type of message.
  public Faults ignore(int type) {
    unanswered.add(type);
    return this;
  }

  boolean omitUnchanged() {
    return omitUnchanged;
  }

  boolean fragments() {
    return fragments;
  }

  boolean frozen() {
    return frozen;
  }

  boolean otherIds() {
    return otherIds;
  }

  boolean uptimeOnly() {
    return uptimeOnly;
  }

  boolean noKeepalives() {
    return noKeepalives;
  }

  Duration clockWrong() {
    return clockWrong;
  }

  boolean ignored(int type) {
    return unanswered.contains(type);
  }

  Optional<Forced> refusal(int type) {
    return Optional.ofNullable(forced.get(type));
  }
}
