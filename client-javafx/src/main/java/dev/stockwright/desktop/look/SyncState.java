package dev.stockwright.desktop.look;

/// Whether this device and the server agree. From our heartbeat, never from the network's icon.
public sealed interface SyncState {
  /// Connected, everything answered.
  record Live() implements SyncState {}

  /// Connected, `unsent` commands on their way.
  record Sending(int unsent) implements SyncState {}

  /// No contact; `unsent` commands are saved here.
  record Offline(int unsent) implements SyncState {}

  /// The server refused `count` commands; a person must look at them.
  record NeedsYou(int count) implements SyncState {}

  /// The words on the pill.
  default String words() {
    return switch (this) {
      case Live() -> "Live";
      case Sending(int unsent) -> "Sending " + unsent;
      case Offline(int unsent) -> unsent == 0 ? "Offline" : "Offline " + unsent;
      case NeedsYou(int count) -> count + (count == 1 ? " needs you" : " need you");
    };
  }
}
