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

  /// Nobody is signed in, or the server wants it again; `unsent` commands wait for that.
  record SignInNeeded(int unsent) implements SyncState {}

  /// The server and this desk disagree about what was sent; support must help.
  record Stuck(int unsent) implements SyncState {}

  /// The words on the pill.
  default String words() {
    return switch (this) {
      case Live() -> "Live";
      case Sending(int unsent) -> "Sending " + unsent;
      case Offline(int unsent) -> unsent == 0 ? "Offline" : "Offline " + unsent;
      case SignInNeeded(int unsent) ->
          unsent == 0 ? "Not signed in" : "Sign in, " + unsent + " unsent";
      case Stuck(int unsent) -> "Stuck, " + unsent + " unsent";
      case NeedsYou(int count) -> count + (count == 1 ? " needs you" : " need you");
    };
  }
}
