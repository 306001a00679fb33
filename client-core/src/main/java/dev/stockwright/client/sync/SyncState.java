package dev.stockwright.client.sync;

import java.time.Instant;

/// The pill that is always visible: how this device stands with the server. The most pressing thing
/// is said; the numbers of the others are in [SyncStatus].
public sealed interface SyncState {
  /// Everything sent, the server is heard.
  record Live() implements SyncState {}

  /// On line, with commands under way.
  record Sending(int unsent) implements SyncState {}

  /// The server is not reached since then; work goes on.
  record Offline(int unsent, Instant since) implements SyncState {}

  /// Refused commands wait for a person.
  record NeedsYou(int refused) implements SyncState {}

  /// The server wants somebody to sign in; work goes on, nothing is lost.
  record SignInNeeded(int unsent) implements SyncState {}

  /// The server asks for commands that this device does not hold any more (its past was changed).
  /// Only support can solve that.
  record Stuck(int unsent, String sentence) implements SyncState {}
}
