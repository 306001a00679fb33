package dev.stockwright.devices;

import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;

/// How a device is, at one moment.
///
/// @param reason a sentence for people; where something is wrong it says what to do
/// @param simulated true where no real device stands behind it; screens must show it
/// @param since when it came into this state
/// @param reads frames passed on as scans or as bounces
/// @param bounces reads that repeated the one before at once and were not passed on
/// @param rejects frames that were no scan: noise, too long, unfinished, unwrapped, or too fast
/// @param reconnects how often it came back after it was lost
public record DeviceHealth(
    DeviceId source,
    DeviceState state,
    String reason,
    boolean simulated,
    Instant since,
    long reads,
    long bounces,
    long rejects,
    long reconnects) {}
