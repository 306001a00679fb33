package dev.stockwright.server.security;

import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;

/// What comes of a device that shows a pairing code.
public sealed interface PairingResult {
  /// @param at by the server's clock, so that a device sees whether its own is wrong
  record Paired(WarehouseCode warehouse, Instant at) implements PairingResult {}

  record Unknown() implements PairingResult {}

  /// By another device.
  record Used() implements PairingResult {}

  record Expired() implements PairingResult {}

  /// @param site where the code brings a device
  record WrongSite(WarehouseCode site) implements PairingResult {}

  /// Too many unknown codes.
  record Locked(Duration retryAfter) implements PairingResult {}
}
