package dev.stockwright.client.sync;

import dev.stockwright.protocol.Envelope;

/// What a supervisor has decided about refused work of this device.
///
/// @param work what was refused
/// @param recorded it is in the books now; else it was rejected
/// @param by who has decided
/// @param reason why it was rejected
public record Settlement(Envelope work, boolean recorded, String by, String reason) {}
