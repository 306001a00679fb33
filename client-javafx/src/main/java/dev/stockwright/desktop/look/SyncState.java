package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Text;

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
  default Text words() {
    return switch (this) {
      case Live() -> Text.of(FramePhrase.LIVE);
      case Sending(int unsent) -> Text.of(FramePhrase.SENDING, unsent);
      case Offline(int unsent) ->
          unsent == 0 ? Text.of(FramePhrase.OFFLINE) : Text.of(FramePhrase.OFFLINE_WAITING, unsent);
      case SignInNeeded(int unsent) ->
          unsent == 0
              ? Text.of(FramePhrase.NOT_SIGNED_IN)
              : Text.of(FramePhrase.SIGN_IN_UNSENT, unsent);
      case Stuck(int unsent) -> Text.of(FramePhrase.STUCK, unsent);
      case NeedsYou(int count) -> Text.of(FramePhrase.NEED_YOU, count);
    };
  }
}
