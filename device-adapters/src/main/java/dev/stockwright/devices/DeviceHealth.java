package dev.stockwright.devices;

import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;

/// How a device is, at one moment.
///
/// @param told for people; where something is wrong it says what to do
/// @param simulated true where no real device stands behind it; screens must show it
/// @param since when it came into this state
/// @param reads frames passed on as scans or as bounces
/// @param bounces reads that repeated the one before at once and were not passed on
/// @param rejects frames that were no scan: noise, too long, unfinished, unwrapped, or too fast
/// @param reconnects how often it came back after it was lost
public record DeviceHealth(
    DeviceId source,
    DeviceState state,
    Told told,
    boolean simulated,
    Instant since,
    long reads,
    long bounces,
    long rejects,
    long reconnects) {

  /// In English, for logs and terminals.
  public String reason() {
    return told.sentence();
  }

  /// Known by its settings and not started.
  public static DeviceHealth configured(DeviceId source, boolean simulated, Instant now) {
    return new DeviceHealth(
        source,
        DeviceState.CONFIGURED,
        Told.of(LineReason.NOT_STARTED),
        simulated,
        now,
        0,
        0,
        0,
        0);
  }

  /// The same device in a state, for a reason.
  public DeviceHealth in(DeviceState next, Told why, Instant now) {
    Instant from = next == state ? since : now;
    return new DeviceHealth(
        source, next, why, simulated, from, reads, bounces, rejects, reconnects);
  }

  /// The same device, of which it turned out what it is.
  public DeviceHealth simulated(boolean so) {
    return new DeviceHealth(source, state, told, so, since, reads, bounces, rejects, reconnects);
  }

  /// The same device after so much more.
  public DeviceHealth counted(
      long moreReads, long moreBounces, long moreRejects, long moreReconnects) {
    return new DeviceHealth(
        source,
        state,
        told,
        simulated,
        since,
        reads + moreReads,
        bounces + moreBounces,
        rejects + moreRejects,
        reconnects + moreReconnects);
  }
}
