package dev.stockwright.client.workflow;

/// The five signals; each has its own sound, pattern, colour and icon, the same on every screen.
public enum Signal {
  /// Taken and safe on this device.
  ACCEPT,
  /// The same, and a line or task is complete.
  DONE,
  /// A question is open; nothing changed.
  ATTENTION,
  /// Nothing changed.
  REJECT,
  /// The device itself: offline, storage, a refusal that came later.
  SYSTEM
}
